import Law

/// The record of one act (办理记录): who, for which agency, when it happened, when it was recorded, and what it says.
public struct Entry: Sendable, Equatable, Codable {
  /// Key; rises in order of recording.
  public let id: Int64
  /// Position in the case file's docket, from 1.
  public let sequence: Int
  /// The proceeding it belongs to.
  public let proceeding: Int64
  /// Kind of that proceeding.
  public let kind: ProceedingKind
  /// Which act.
  public let act: String
  /// What it means for statistics.
  public let milestone: Milestone?
  /// The agency acted for.
  public let agency: AgencyCode
  /// The officer's name.
  public let officer: String
  /// When it happened; absent where wholly unknown.
  public let happenedOn: PartialDay?
  /// When it was recorded.
  public let recordedAt: Instant
  /// The act's facts by name, amounts in yuan.
  public let facts: [String: String]
  /// The sequence of the entry that this one corrects.
  public let corrects: Int?
  /// SHA-256 that chains it to the entry before, in hexadecimal.
  public let digest: String

  /// Describes an entry.
  public init(
    id: Int64, sequence: Int, proceeding: Int64, kind: ProceedingKind, act: String, milestone: Milestone?,
    agency: AgencyCode, officer: String, happenedOn: PartialDay?, recordedAt: Instant, facts: [String: String],
    corrects: Int?, digest: String
  ) {
    (self.id, self.sequence, self.proceeding, self.kind, self.act) = (id, sequence, proceeding, kind, act)
    (self.milestone, self.agency, self.officer, self.happenedOn) = (milestone, agency, officer, happenedOn)
    (self.recordedAt, self.facts, self.corrects, self.digest) = (recordedAt, facts, corrects, digest)
  }
}

extension [Entry] {
  /// The entries that stand: those that no later one puts right, each in the place of the first that it puts right.
  public var standing: [Entry] {
    let before = Dictionary(compactMap { entry in entry.corrects.map { (entry.sequence, $0) } }) { $1 }
    if before.isEmpty { return self }
    let corrected = Set(before.values)
    func place(_ sequence: Int) -> Int { before[sequence].map { $0 < sequence ? place($0) : sequence } ?? sequence }
    return filter { !corrected.contains($0.sequence) }.sorted { place($0.sequence) < place($1.sequence) }
  }
}
