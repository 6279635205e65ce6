import ArgumentParser

/// Shows one referral.
struct ReferralShow: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("show", "referral.show")

  /// Which referral.
  @OptionGroup var referral: ReferralOption
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the referral.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["referrals", String(referral.key(at: desk))]))
    try desk.output.show(one: answer.read(), ReferralAnswer.details(await names), json: answer.bytes)
  }
}
