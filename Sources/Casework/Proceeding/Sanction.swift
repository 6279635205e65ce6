import Law

/// A penalty that a decision imposes on one party (行政处罚种类); a decision can impose several on several.
///
/// Legal basis: 行政处罚法 (2021) art. 9.
public struct Sanction: Codable, Sendable, Equatable {
  /// What kind.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 警告
    case warning
    /// 通报批评
    case criticism
    /// 罚款
    case fine
    /// 没收违法所得
    case gains
    /// 没收非法财物
    case goods
    /// 没收工具、材料、设备
    case tools
    /// 暂扣许可证件
    case licenceSuspension = "licence-suspension"
    /// 降低资质等级
    case downgrade
    /// 吊销许可证件
    case revocation
    /// 限制开展生产经营活动
    case restriction
    /// 责令停产停业
    case suspension
    /// 责令关闭
    case closure
    /// 限制从业
    case employmentBan = "employment-ban"
    /// 法律、行政法规规定的其他行政处罚
    case other

    /// The line of the ledger that it makes.
    var line: LedgerLine.Code? {
      switch self {
      case .fine: .fineImposed
      case .gains: .gains
      case .goods: .goods
      case .tools: .tools
      default: nil
      }
    }
  }

  /// The party, by the name it has in the file.
  public var party: Line
  /// What kind.
  public var kind: Kind
  /// Money, or the value of what is confiscated.
  public var amount: Yuan?
  /// How many pieces.
  public var quantity: Quantity?
  /// What exactly, in words.
  public var details: Line?

  /// Imposes.
  public init(party: Line, kind: Kind, amount: Yuan? = nil, quantity: Quantity? = nil, details: Line? = nil) {
    (self.party, self.kind, self.amount, self.quantity, self.details) = (party, kind, amount, quantity, details)
  }

  /// Checks that it says what its kind needs, of a respondent of the file.
  ///
  /// - Throws: `sanction.party`, `sanction.amount`, `sanction.no-amount`, `sanction.details`.
  func check(_ path: String, among respondents: [String]) throws(Refusal) {
    guard respondents.isEmpty || respondents.contains(party.wire) else {
      throw Refusal(.invalid, "sanction.party", field: "\(path).party", ["party": .text(party.wire)])
    }
    switch kind {
    case .fine, .gains:
      guard let amount, amount.fen.value > 0 else {
        throw Refusal(.invalid, "sanction.amount", field: "\(path).amount")
      }
    case .goods, .tools:
      if amount == nil, quantity == nil, details == nil {
        throw Refusal(.invalid, "sanction.details", field: "\(path).details")
      }
    case .other, .restriction, .employmentBan, .licenceSuspension, .revocation, .downgrade:
      if details == nil { throw Refusal(.invalid, "sanction.details", field: "\(path).details") }
    case .warning, .criticism, .suspension, .closure:
      if amount != nil { throw Refusal(.invalid, "sanction.no-amount", field: "\(path).amount") }
    }
  }

  /// The line of the ledger, if it makes one.
  var line: LedgerLine? {
    kind.line.map { LedgerLine($0, party: party.wire, amount: amount?.fen, quantity: quantity?.wire) }
  }

  /// How the docket keeps it: `party kind amount quantity details`, separated by U+001F, empty where absent.
  var kept: String {
    [party.wire, kind.rawValue, amount?.wire ?? "", quantity?.wire ?? "", details?.wire ?? ""]
      .joined(separator: "\u{1f}")
  }

  /// Reads what the docket keeps.
  public init?(kept text: String) {
    let parts = text.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, let kind = Kind(rawValue: parts[1]) else { return nil }
    do throws(Refusal) {
      self.init(
        party: try Line(wire: parts[0]), kind: kind, amount: parts[2].isEmpty ? nil : try Yuan(wire: parts[2]),
        quantity: parts[3].isEmpty ? nil : try Quantity(wire: parts[3]),
        details: parts[4].isEmpty ? nil : try Line(wire: parts[4]))
    } catch { return nil }
  }
}
