/// When a limit ends and why, as programs read it.
public struct DueAnswer: Codable, Sendable, Equatable {
  /// The later reading of a text that can be read in two ways.
  public struct Outer: Codable, Sendable, Equatable {
    /// In what it counts: `working-day`, `next-hour`.
    public let reading: String
    /// The day or instant.
    public let due: String
  }

  /// A time given that does not stop this clock.
  public struct Ignored: Codable, Sendable, Equatable {
    /// Why it might have.
    public let kind: String
    /// First day.
    public let from: String
    /// Last day, inclusive.
    public let to: String
  }

  /// An extension that was granted.
  public struct Extension: Codable, Sendable, Equatable {
    /// Its name within the rule.
    public let kind: String
    /// When it may be granted.
    public let name: BilingualText
    /// Who grants it; null where the text does not say.
    public let approver: BilingualText?
    /// The articles.
    public let citations: [CitationAnswer]
    /// Whether it is still to be confirmed.
    public let toConfirm: Bool
  }

  /// A day or hour of the ledger.
  public struct Line: Codable, Sendable, Equatable {
    /// The day, or of a limit in hours its end.
    public let at: String
    /// Its number if it counted, from 1.
    public let number: Int?
    /// Whether it counted.
    public let counted: Bool
    /// Why: `counted`, `weekend`, `holiday`, `make-up-workday`, `trigger`, `rolled`, or what is excluded.
    public let reason: String
    /// The holiday and the notice that says so.
    public let note: String?
    /// Keys of the articles.
    public let citations: [String]
  }

  /// The rule.
  public let rule: String
  /// First day of the version that governs.
  public let version: String
  /// In what it counts.
  public let unit: String
  /// The last day in time, or the instant, in Asia/Shanghai.
  public let due: String
  /// The later reading.
  public let outer: Outer?
  /// Whether a notice to come can move it.
  public let provisional: Bool
  /// Whether the limit itself is still to be confirmed.
  public let toConfirm: Bool
  /// What must be done by then.
  public let name: BilingualText
  /// What started it.
  public let trigger: BilingualText
  /// Against whom it runs.
  public let liable: BilingualText
  /// The articles.
  public let citations: [CitationAnswer]
  /// Extensions that were granted.
  public let extensions: [Extension]
  /// Times given that do not stop this clock.
  public let ignored: [Ignored]
  /// Every day counted or passed over.
  public let ledger: [Line]

  /// States an answer of `book`.
  public init(_ due: Due, from book: LawBook) {
    let limit = due.limit
    rule = due.rule
    version = limit.version
    unit = due.unit.rawValue
    self.due = due.moment.description
    outer = due.outer.flatMap { moment in
      limit.outer.map { Outer(reading: $0.rawValue, due: moment.description) }
    }
    provisional = due.isProvisional
    toConfirm = !limit.authority.isConfirmed || due.granted.contains { !$0.authority.isConfirmed }
    extensions = due.granted.map {
      Extension(
        kind: $0.kind, name: $0.name, approver: $0.approver, citations: book.answer($0.authority.citations),
        toConfirm: !$0.authority.isConfirmed)
    }
    (name, trigger, liable) = (limit.name, limit.trigger, limit.liable)
    citations = book.answer(limit.authority.citations)
    ignored = due.ignored.map {
      Ignored(kind: $0.kind.rawValue, from: $0.days.lowerBound.description, to: $0.days.upperBound.description)
    }
    ledger = due.ledger.map { line in
      Line(
        at: line.moment.description, number: line.number, counted: line.number != nil, reason: line.reason.code,
        note: line.note, citations: line.citations.map(\.key))
    }
  }
}

extension Due.Moment: CustomStringConvertible {
  /// `2025-10-17`, or `2025-09-29T16:30:00+08:00`.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .instant(let instant): instant.shanghai
    }
  }
}
