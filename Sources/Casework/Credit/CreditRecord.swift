/// A proceeding that bears on the credit of an enterprise, as a check reads it.
public struct CreditRecord: Sendable, Equatable {
  /// The case file.
  public let number: CaseNumber
  /// Which procedure; `CreditRecord.kinds` bear on credit.
  public let kind: ProceedingKind
  /// Its state.
  public let state: String
  /// The facts of its entries by name, the latest of each.
  public let known: [String: String]
  /// The agency that conducts it.
  public let agency: AgencyCode

  /// The kinds that bear on credit.
  public static let kinds: [ProceedingKind] = [.exclusion, .listing, .finding, .publicity]

  /// Describes a record.
  public init(
    number: CaseNumber, kind: ProceedingKind, state: String, known: [String: String], agency: AgencyCode
  ) {
    (self.number, self.kind, self.state, self.known, self.agency) = (number, kind, state, known, agency)
  }
}
