import ArgumentParser

/// The police decide whether to file (立案、不予立案).
struct ReferralDecide: OfficerCommand {
  static let configuration = Words.configuration("decide", "referral.decide")

  /// What they decide; the names of the acts.
  enum Decision: String, EnumerableFlag, Sendable {
    /// 立案
    case file
    /// 不予立案
    case decline

    /// What the flag does.
    static func help(for value: Decision) -> ArgumentHelp? { Words.help("cli.referral.decide.\(value.rawValue)") }
  }

  @OptionGroup var referral: ReferralOption

  @Flag(exclusivity: .exclusive)
  var decision: Decision

  @Option(help: Words.help("cli.referral.decide.document"))
  var document: String?

  @Option(help: Words.help("cli.referral.decide.approver"))
  var approver: String?

  @Option(help: Words.help("cli.referral.decide.reason"))
  var reason: String?

  @OptionGroup var options: ActOptions
  @OptionGroup var client: ClientOptions

  /// Records the decision and prints the entry.
  func perform(at desk: Desk) async throws {
    try await desk.act(
      decision.rawValue, in: referral, options,
      more: ["document": document, "approver": approver, "reason": reason])
  }
}
