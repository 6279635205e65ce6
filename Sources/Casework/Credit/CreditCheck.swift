import Law

/// May this enterprise receive support or honours (可否享受政府资助、表彰奖励)? An answer with reasons; who decides decides.
///
/// Only a restriction whose article was read bars. What rests on an unread article, is only proposed, or was found by
/// CNIPA, is a caution. Publicity by itself is information. What was repaired, removed, cleared or ended is no reason any
/// more, nor is what has run out.
///
/// Legal basis: 广东省知识产权保护条例 (2022) art. 49; 市场监督管理严重违法失信名单管理办法 (2021) art. 15;
/// 国家知识产权局知识产权信用管理规定 (2022) art. 9.
public struct CreditCheck: Sendable, Equatable {
  /// What the records come to.
  public enum Answer: String, Sendable, Codable, CaseIterable {
    /// Nothing stands against it.
    case clear
    /// Something must be looked at first.
    case caution
    /// A restriction is in force.
    case barred
  }

  /// A record that the answer rests on.
  public struct Reason: Sendable, Equatable {
    /// The record.
    public let record: CreditRecord
    /// What it says; its sentence is `credit.reason.<code>` in the catalogue.
    public let code: String
    /// The last day; `nil` where none is known.
    public let until: Day?
    /// The article.
    public let citation: Citation?
    /// Whether the article and the length of the time were read, and are not still to be confirmed.
    public let isConfirmed: Bool
    /// What it comes to by itself.
    public let weight: Answer
  }

  /// The answer: that of the weightiest reason.
  public let answer: Answer
  /// The reasons, the weightiest first, then by case number.
  public let reasons: [Reason]

  /// Checks the records of one enterprise as of `day`.
  public init(_ records: [CreditRecord], on day: Day, by book: LawBook) {
    let found = records.compactMap { Reason($0, on: day, by: book) }
    reasons = found.sorted { left, right in
      left.weight == right.weight
        ? left.record.number.wire < right.record.number.wire : left.weight.rank > right.weight.rank
    }
    answer = reasons.first?.weight ?? .clear
  }
}

extension CreditCheck.Answer {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CreditCheck.Reason {
  /// `nil` where the record says nothing against the enterprise on that day.
  fileprivate init?(_ record: CreditRecord, on day: Day, by book: LawBook) {
    self.record = record
    let known = record.known
    let article: String?
    let heaviest: CreditCheck.Answer
    let period: (rule: String, from: String)?
    switch (record.kind, record.state) {
    case (.exclusion, "flagged"):
      (article, period) = ("guangdong-ip-regulation@49", ("X-exclusion", "startsOn"))
      let isAhead = known["startsOn"].flatMap { Day($0) }.map { $0 > day } ?? false
      (code, heaviest) = isAhead ? ("exclusion-ahead", .caution) : ("exclusion", .barred)
    case (.exclusion, "proposed"):
      (code, heaviest, article, period) = ("exclusion-proposed", .caution, "guangdong-ip-regulation@49", nil)
    case (.listing, "listed"):
      (code, heaviest) = ("listing", .barred)
      (article, period) = ("serious-violation-measures@15", ("K44-removal", "listedOn"))
    case (.listing, "proposed"):
      (code, heaviest, article, period) = ("listing-proposed", .caution, "serious-violation-measures@15", nil)
    case (.finding, "under-measures"), (.finding, "extended"):
      (code, heaviest) = ("finding", .caution)
      (article, period) = ("cnipa-credit-provisions@9", ("KC-period", "foundOn"))
    case (.publicity, "published"):
      (code, heaviest, article) = ("publicity", .clear, nil)
      period = known["publicityClass"].map { ("K45-period-\($0)", "publishedOn") }
    default: return nil
    }
    let fixed = ["restoredUntil", "measuresUntil", "restrictedUntil"].compactMap { known[$0] }.first
    let counted = period.flatMap { rule, from in
      known[from].flatMap { Day($0) }.flatMap { LegalTerm([rule], from: $0, today: day, by: book) }
    }
    until = fixed.flatMap { Day($0) } ?? counted?.last
    citation = article.flatMap(Citation.init(key:)) ?? counted?.citation
    let isRead = article == nil || citation.map(book.isConfirmed) ?? false
    isConfirmed = isRead && (fixed != nil || counted?.isConfirmed ?? true)
    // It ends by law, whether somebody recorded it or not.
    if let until, until < day { return nil }
    weight = heaviest == .barred && !isRead ? .caution : heaviest
  }
}
