import ArgumentParser
import Casework

/// Drafts a referral of a case file.
struct ReferralDraft: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("draft", "referral.draft")

  /// Number of the case file.
  @Argument(help: Words.help("cli.referral.draft.number"))
  var number: String

  /// Code of the agency that is to take it over.
  @Option(help: Words.help("cli.referral.draft.to"))
  var to: String

  /// Code of the offence suspected, such as 214; may be left open.
  @Option(help: Words.help("cli.referral.draft.offence"))
  var offence: String?

  /// Why it is referred.
  @Option(help: Words.help("cli.referral.draft.basis"))
  var basis: ReferralBasis

  /// The facts and evidence that speak for it.
  @Option(help: Words.help("cli.referral.draft.reason"))
  var reason: String

  /// Number of docket entries you saw; refused if the file has changed since.
  @Option(help: Words.help("cli.act.revision"))
  var revision: Int?

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
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
