import ArgumentParser
import Casework

/// The head approves the draft (批准移送).
struct ReferralApprove: OfficerCommand {
  static let configuration = Words.configuration("approve", "referral.approve")

  @OptionGroup var referral: ReferralOption
  @OptionGroup var options: ActOptions
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws { try await desk.act("approve", in: referral, options) }
}

/// The head does not approve the draft (不批准移送).
struct ReferralRefuse: OfficerCommand {
  static let configuration = Words.configuration("refuse", "referral.refuse")

  @OptionGroup var referral: ReferralOption

  @Option(help: Words.help("cli.referral.reason"))
  var reason: String

  @OptionGroup var options: ActOptions
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws {
    try await desk.act("refuse", in: referral, options, more: ["reason": reason])
  }
}

/// The referral goes out (移送).
struct ReferralSend: OfficerCommand {
  static let configuration = Words.configuration("send", "referral.send")

  @OptionGroup var referral: ReferralOption
  @OptionGroup var options: ActOptions
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws { try await desk.act("send", in: referral, options) }
}

/// The sender takes it back before it is received (撤回).
struct ReferralWithdraw: OfficerCommand {
  static let configuration = Words.configuration("withdraw", "referral.withdraw")

  @OptionGroup var referral: ReferralOption

  @Option(help: Words.help("cli.referral.reason"))
  var reason: String

  @OptionGroup var options: ActOptions
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws {
    try await desk.act("withdraw", in: referral, options, more: ["reason": reason])
  }
}

/// The receiver signs for it (签收).
struct ReferralReceive: OfficerCommand {
  static let configuration = Words.configuration("receive", "referral.receive")

  @OptionGroup var referral: ReferralOption
  @OptionGroup var options: ActOptions
  @OptionGroup var client: ClientOptions

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
