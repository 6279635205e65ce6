/// A citation as programs and people read it.
public struct CitationAnswer: Codable, Sendable, Equatable {
  /// Its key, `order-310@5.2`.
  public let key: String
  /// In Chinese, 国务院令第310号 第五条第二款.
  public let text: String
  /// Whether the text was not read: shown as "to confirm".
  public let toConfirm: Bool
}

extension LawBook {
  /// The citations as they are answered.
  public func answer(_ citations: [Citation]) -> [CitationAnswer] {
    citations.map { CitationAnswer(key: $0.key, text: printed($0), toConfirm: !isConfirmed($0)) }
  }
}
