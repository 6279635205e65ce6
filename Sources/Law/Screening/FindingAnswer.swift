/// A finding of the screening, as programs read it.
public struct FindingAnswer: Codable, Sendable, Equatable {
  /// Article of the criminal law.
  public let offence: String
  /// `met`, `near`, `not_met` or `unknown`.
  public let result: String
  /// 1 or 2; null if none is reached.
  public let tier: Int?
  /// The alternative that decides, or the nearest.
  public let decidedBy: String?
  /// Year of the interpretation.
  public let version: String?
  /// The sum.
  public let arithmetic: String
  /// The articles.
  public let citations: [CitationAnswer]
  /// What a reader must know beside it.
  public let notes: [String]

  private enum CodingKeys: String, CodingKey {
    case offence, result, tier, version, arithmetic, citations, notes
    case decidedBy = "decided_by"
  }

  /// States a finding.
  public init(_ finding: Finding, from book: LawBook) {
    offence = finding.offence
    result = finding.result.rawValue
    (tier, decidedBy, version) = (finding.tier, finding.decidedBy, finding.version)
    arithmetic = finding.arithmetic
    citations = book.answer(finding.citations)
    notes = finding.notes.map(\.text) + (finding.isConfirmed ? [] : ["to-confirm"])
  }

  /// Writes every field; what is absent is null.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(offence, forKey: .offence)
    try box.encode(result, forKey: .result)
    try box.encode(tier, forKey: .tier)
    try box.encode(decidedBy, forKey: .decidedBy)
    try box.encode(version, forKey: .version)
    try box.encode(arithmetic, forKey: .arithmetic)
    try box.encode(citations, forKey: .citations)
    try box.encode(notes, forKey: .notes)
  }
}
