import ArgumentParser

/// Two or more officers form the team that verifies (组成专案组).
struct ReferralTeam: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("team", "referral.team")

  /// Which referral.
  @OptionGroup var referral: ReferralOption

  /// Their names, separated by 、.
  @Option(help: Words.help("cli.referral.team.officers"))
  var officers: String

  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has the act done and prints the entry.
  func perform(at desk: Desk) async throws {
    try await desk.act("team", in: referral, options, more: ["officers": officers])
  }
}

/// The team reports to the head (提出移送报告).
struct ReferralReport: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("report", "referral.report")

  /// Which referral.
  @OptionGroup var referral: ReferralOption

  /// What the team found.
  @Option(help: Words.help("cli.referral.report.findings"))
  var findings: String

  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has the act done and prints the entry.
  func perform(at desk: Desk) async throws {
    try await desk.act("report", in: referral, options, more: ["findings": findings])
  }
}
