import ArgumentParser
import Casework

/// Lists referrals, latest first.
struct ReferralList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "referral.list")

  /// Received, sent, or all.
  @Option(help: Words.help("cli.referral.list.box"))
  var box: Referral.Box = .inbox

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["referrals"], [("box", box.rawValue)]))
    let list: ReferralsAnswer = try answer.read()
    try desk.output.show(list.referrals, ReferralAnswer.columns(await names), json: answer.bytes)
  }
}
