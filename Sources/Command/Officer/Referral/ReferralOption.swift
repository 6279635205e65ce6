import ArgumentParser
import Casework

/// Which referral a command is about.
struct ReferralOption: ParsableArguments {
  /// Id of the referral, or number of the case file.
  @Argument(help: Words.help("cli.referral.id"))
  var id: String

  /// The key of the referral: as given, or the latest of the case file given. While one is under way no other can be
  /// drafted, so the latest is the one under way if any is.
  ///
  /// - Throws: `case.number`; `cli.fault.no-referral`.
  func key(at desk: Desk) async throws -> Int64 {
    if let key = Int64(id) { return key }
    let number = try CaseNumber(id, of: "id")
    let file: ShownCaseFile = try await desk.client.ask(.get(["cases", number.wire])).read()
    guard let latest = file.body.proceedings.filter({ $0.kind == "referral" }).map(\.id).max() else {
      throw ClientFault(.notFound, "no-referral", ["number": number.wire])
    }
    return latest
  }
}
