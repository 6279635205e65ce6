import ArgumentParser
import Casework

/// Which case files a list or an export holds: the same words as in the address of the page.
struct CaseFilterOptions: ParsableArguments {
  @Option(help: Words.help("cli.case.filter.search"))
  var search: String?

  @Option(help: Words.help("cli.case.filter.ip-type"))
  var ipType: IPType?

  @Option(help: Words.help("cli.case.filter.agency"))
  var agency: String?

  @Option(help: Words.help("cli.case.filter.status"))
  var status: String?

  /// The filter as parameters of an address.
  ///
  /// - Throws: `agency.malformed`.
  func query() throws(Refusal) -> [(name: String, value: String?)] {
    [
      ("search", search), ("ipType", ipType?.rawValue),
      ("agency", try AgencyCode.optional(agency, of: "agency")?.wire), ("status", status),
    ]
  }
}
