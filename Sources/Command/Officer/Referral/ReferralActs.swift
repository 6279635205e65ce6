import ArgumentParser
import Casework

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

/// The head approves what the team reported (批准移送).
struct ReferralApprove: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("approve", "referral.approve")

  /// Which referral.
  @OptionGroup var referral: ReferralOption
  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has the act done and prints the entry.
  func perform(at desk: Desk) async throws { try await desk.act("approve", in: referral, options) }
}

/// The head does not approve it (不批准移送).
struct ReferralRefuse: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("refuse", "referral.refuse")

  /// Which referral.
  @OptionGroup var referral: ReferralOption

  /// The reason.
  @Option(help: Words.help("cli.referral.reason"))
  var reason: String

  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has the act done and prints the entry.
  func perform(at desk: Desk) async throws {
    try await desk.act("refuse", in: referral, options, more: ["reason": reason])
  }
}

/// The referral goes out (移送).
struct ReferralSend: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("send", "referral.send")

  /// Which referral.
  @OptionGroup var referral: ReferralOption
  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has the act done and prints the entry.
  func perform(at desk: Desk) async throws { try await desk.act("send", in: referral, options) }
}

/// The sender takes it back before it is received (撤回).
struct ReferralWithdraw: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("withdraw", "referral.withdraw")

  /// Which referral.
  @OptionGroup var referral: ReferralOption

  /// The reason.
  @Option(help: Words.help("cli.referral.reason"))
  var reason: String

  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has the act done and prints the entry.
  func perform(at desk: Desk) async throws {
    try await desk.act("withdraw", in: referral, options, more: ["reason": reason])
  }
}

/// The receiver signs for it (签收).
struct ReferralReceive: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("receive", "referral.receive")

  /// Which referral.
  @OptionGroup var referral: ReferralOption
  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has the act done and prints the entry.
  func perform(at desk: Desk) async throws { try await desk.act("receive", in: referral, options) }
}

extension Desk {
  /// Has an act of a referral done and prints the entry that records it.
  func act(_ act: String, in referral: ReferralOption, _ options: ActOptions, more: [String: String?] = [:])
    async throws
  {
    let request = try options.request(act, today: today, more: more)
    try await self.act(request, in: referral.key(at: self), options.write)
  }
}
