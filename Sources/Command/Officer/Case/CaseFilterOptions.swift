import ArgumentParser
import Casework

/// Which case files a list or an export holds: the same words as in the address of the page.
struct CaseFilterOptions: ParsableArguments {
  /// Words, parted by blanks, to find in number, summary, parties, rights and goods.
  @Option(help: Words.help("cli.case.filter.search"))
  var search: String?

  /// Kind of intellectual property.
  @Option(help: Words.help("cli.case.filter.ip-type"))
  var ipType: IPType?

  /// Code of the agency that has the file.
  @Option(help: Words.help("cli.case.filter.agency"))
  var agency: String?

  /// Proceeding, or proceeding and state, such as penalty or penalty/investigation.
  @Option(help: Words.help("cli.case.filter.status"))
  var status: String?

  /// Nearest due first; only those with a time limit.
  @Flag(help: Words.help("cli.case.filter.by-due"))
  var byDue = false

  /// The filter as parameters of an address.
  ///
  /// - Throws: `agency.malformed`.
  func query() throws(Refusal) -> [(name: String, value: String?)] {
    [
      ("search", search), ("ipType", ipType?.rawValue),
      ("agency", try AgencyCode.optional(agency, of: "agency")?.wire), ("status", status),
      ("sort", byDue ? "due" : nil),
    ]
  }
}
