import ArgumentParser

/// The police decide whether to file (立案、不予立案).
struct ReferralDecide: OfficerCommand {
  /// Its name and its help.
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

  /// Which referral.
  @OptionGroup var referral: ReferralOption

  /// What they decide.
  @Flag(exclusivity: .exclusive)
  var decision: Decision

  /// Number of the document.
  @Option(help: Words.help("cli.referral.decide.document"))
  var document: String?

  /// Who approved it.
  @Option(help: Words.help("cli.referral.decide.approver"))
  var approver: String?

  /// Why it is not filed.
  @Option(help: Words.help("cli.referral.decide.reason"))
  var reason: String?

  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Records the decision and prints the entry.
  func perform(at desk: Desk) async throws {
    try await desk.act(
      decision.rawValue, in: referral, options,
      more: ["document": document, "approver": approver, "reason": reason])
  }
}
