import ArgumentParser
import Casework

/// Drafts a referral of a case file.
struct ReferralDraft: OfficerCommand {
  static let configuration = Words.configuration("draft", "referral.draft")

  @Argument(help: Words.help("cli.referral.draft.number"))
  var number: String

  @Option(help: Words.help("cli.referral.draft.to"))
  var to: String

  @Option(help: Words.help("cli.referral.draft.offence"))
  var offence: String?

  @Option(help: Words.help("cli.referral.draft.basis"))
  var basis: ReferralBasis

  @Option(help: Words.help("cli.referral.draft.reason"))
  var reason: String

  @Option(help: Words.help("cli.act.revision"))
  var revision: Int?

  @OptionGroup var write: WriteOptions
  @OptionGroup var client: ClientOptions

  /// Drafts and prints the referral.
  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    let request = ReferralRequest(
      receivingAgency: try AgencyCode(to, of: "receivingAgency"), offence: try Line.optional(offence, of: "offence"),
      basis: basis, reason: try Prose(reason, of: "reason"), revision: revision)
    async let names = desk.agencyNames()
    let answer = try await desk.write(["cases", number.wire, "referrals"], request, write)
    try desk.output.show(one: answer.read(), ReferralAnswer.details(await names), json: answer.bytes)
  }
}
