/// What a screening finds for one offence. It advises a person; it decides nothing.
public struct Finding: Sendable, Equatable {
  /// How the facts stand to the threshold.
  public enum Result: String, Sendable, Codable, CaseIterable {
    /// An alternative is reached.
    case met
    /// At least four fifths of a figure are reached.
    case near
    /// Neither.
    case notMet = "not_met"
    /// Too little is known, or a figure is reached that only applies if something unknown is so.
    case unknown
  }

  /// What a reader must know beside the result.
  public enum Note: Sendable, Hashable, Comparable {
    /// The day of the conduct is unknown: the law of the day asked about was used.
    case conductUnknown
    /// Goods or services is unknown: goods were assumed.
    case subjectAssumed
    /// The law changed during the conduct: a lawyer must look.
    case acrossChange
    /// No version that is known had a figure when it was done.
    case noFigureThen
    /// The law of the conduct and the law now differ in result.
    case versionsDiffer(then: String, now: String)
    /// The law now is milder and was used.
    case milderNow
    /// The text has a catch-all that a person must judge.
    case catchAll
    /// Metrics that are unknown.
    case unknown([String])
    /// Conditions that are unknown and would decide.
    case conditionsOpen([String])
    /// Turnover is unknown: the value of the goods stands for it.
    case turnoverFromGoods
    /// Only goods not sold count; whether that is an attempt is not settled.
    case unsoldOnly

    /// Stable name.
    public var code: String {
      switch self {
      case .conductUnknown: "conduct-unknown"
      case .subjectAssumed: "subject-assumed-goods"
      case .acrossChange: "across-change"
      case .noFigureThen: "no-figure-then"
      case .versionsDiffer: "versions-differ"
      case .milderNow: "milder-now"
      case .catchAll: "catch-all"
      case .unknown: "unknown"
      case .conditionsOpen: "conditions-open"
      case .turnoverFromGoods: "turnover-from-goods"
      case .unsoldOnly: "unsold-only"
      }
    }

    /// Name and particulars, `versions-differ: 2004 met 2; 2025 met 1`.
    public var text: String {
      switch self {
      case .versionsDiffer(let then, let now): "\(code): \(then); \(now)"
      case .unknown(let names), .conditionsOpen(let names): "\(code): \(names.joined(separator: ", "))"
      default: code
      }
    }

    public static func < (left: Note, right: Note) -> Bool { left.text < right.text }
  }

  /// Article of the criminal law.
  public let offence: String
  /// How the facts stand to its threshold.
  public let result: Result
  /// The tier reached, 1 or 2.
  public let tier: Int?
  /// The alternative that decides, `214-2025-sales`; the nearest one where none is reached.
  public let decidedBy: String?
  /// Year of the interpretation that governs.
  public let version: String?
  /// The sum: `sales 52000.00 >= 50000.00`.
  public let arithmetic: String
  /// The articles.
  public let citations: [Citation]
  /// What a reader must know beside it.
  public let notes: [Note]
  /// Whether the figure that decides was read in the text.
  public let isConfirmed: Bool

  /// Whether it calls for a referral or a reason why not.
  public var isHit: Bool { result == .met }
}
