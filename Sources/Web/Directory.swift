import Casework
import Catalogue

/// The agencies by code, as read when the service started: they change with a release, not with a request.
struct Directory: Sendable {
  /// In the order of lists.
  let agencies: [Agency]
  private let byCode: [AgencyCode: Agency]

  init(_ agencies: [Agency]) {
    self.agencies = agencies
    byCode = Dictionary(agencies.map { ($0.code, $0) }) { first, _ in first }
  }

  /// The agency's name in that language; its code if it is not known.
  func name(of code: AgencyCode, in language: Language) -> String {
    guard let agency = byCode[code] else { return code.rawValue }
    return language == .chinese ? agency.chinese : agency.english
  }

  subscript(code: AgencyCode) -> Agency? { byCode[code] }
}
