/// The facts of a case by which it is measured against the thresholds of crimes. What is absent is unknown, never zero.
public struct ScreenFacts: Sendable, Equatable {
  /// A criminal or administrative sanction before.
  public struct Sanction: Sendable, Equatable, Codable {
    /// The day from which the two years run.
    public var date: Day
    /// The offence, or the one to which the act sanctioned corresponds.
    public var offence: String

    /// States a sanction.
    public init(date: Day, offence: String) { (self.date, self.offence) = (date, offence) }
  }

  /// The one offence to be looked at; all of them if absent.
  public var offence: String?
  /// First and last day of the conduct.
  public var conductFrom: Day?
  /// See `conductFrom`.
  public var conductTo: Day?
  /// The day whose law is compared with the law of the conduct.
  public var asOf: Day?
  /// What the mark is used for.
  public var subject: CriminalThreshold.Subject?
  /// How many marks of different sources.
  public var marks: Int?
  /// How many patents.
  public var patents: Int?
  /// Amounts and numbers by metric, amounts in fen.
  public var measures: [CriminalThreshold.Metric: Int64] = [:]
  /// Net gains from services where goods and services go together, in fen.
  public var servicesGains: Int64?
  /// Whether the labels sold were made by the one who sold them.
  public var ownLabels: Bool?
  /// Whether the right holder went bankrupt or closed by it.
  public var bankrupt: Bool?
  /// Whether it was for somebody abroad.
  public var foreignRecipient: Bool?
  /// Whether it was done on networks; known where works, downloads, clicks or members are.
  public var network: Bool?
  /// Whether a means of circumvention was supplied.
  public var circumvention: Bool?
  /// Whether a unit (单位) acted rather than a natural person.
  public var isUnit: Bool?
  /// Whether the turnover is only the value of goods made, stored or sold.
  public var turnoverIsGoodsValue = false
  /// Sanctions before; empty if there were none, absent if nobody looked.
  public var priorSanctions: [Sanction]?

  /// Nothing known.
  public init() {}

  /// What a metric comes to; `nil` where a part of it is unknown.
  func value(_ metric: CriminalThreshold.Metric) -> Int64? {
    switch metric {
    case .soldAndUnsold: sum(measures[.sales], measures[.unsold])
    case .soldAndUnsoldPieces: sum(measures[.pieces], measures[.unsoldPieces])
    case .soldAndUnsoldCopies: sum(measures[.copies], measures[.unsoldCopies])
    case .goodsAndServicesGains: sum(measures[.gains], servicesGains)
    case .none: 0
    case .other, .halfItems: nil
    default: measures[metric]
    }
  }

  private func sum(_ first: Int64?, _ second: Int64?) -> Int64? {
    guard let first, let second else { return nil }
    let (total, overflow) = first.addingReportingOverflow(second)
    return overflow ? .max : total
  }

  /// Whether a condition is so; `nil` where unknown.
  ///
  /// - Parameter years: After a sanction, within which conduct is repeated.
  func holds(_ condition: CriminalThreshold.Condition, for threshold: CriminalThreshold, years: Int) -> Bool? {
    switch condition {
    case .twoMarks: marks.map { $0 >= 2 }
    case .twoPatents: patents.map { $0 >= 2 }
    case .repeated: repeats(threshold.repeatGroup, within: years)
    case .othersLabels: ownLabels.map { !$0 }
    case .bankrupt: bankrupt
    case .foreignRecipient: foreignRecipient
    case .membership: measures[.members].map { _ in true }
    case .circumvention: circumvention
    case .network:
      network ?? ([.works, .downloads, .clicks, .members].contains { measures[$0] != nil } ? true : nil)
    }
  }

  /// Whether the conduct came within so many years after a sanction for one of `group`.
  ///
  /// The day of the sanction is the recorded one; whether that or its finality counts is not settled by the text.
  private func repeats(_ group: [String], within years: Int) -> Bool? {
    guard let priorSanctions else { return nil }
    guard let to = conductTo ?? conductFrom else { return priorSanctions.isEmpty ? false : nil }
    let from = conductFrom ?? to
    return priorSanctions.contains { sanction in
      group.contains(sanction.offence) && sanction.date < to
        && max(from, sanction.date.adding(days: 1)) <= sanction.date.adding(months: years * 12)
    }
  }
}

extension ScreenFacts: Decodable {
  private enum Field: String, CodingKey, CaseIterable {
    case offence, subject, marks, patents, bankrupt, network, circumvention, unit, pieces, copies, works, downloads
    case clicks, members
    case conductFrom = "conduct_from"
    case conductTo = "conduct_to"
    case asOf = "as_of"
    case gains = "gains_net_yuan"
    case servicesGains = "services_gains_net_yuan"
    case turnover = "turnover_yuan"
    case sales = "sales_yuan"
    case unsold = "unsold_yuan"
    case loss = "loss_yuan"
    case unsoldPieces = "unsold_pieces"
    case unsoldCopies = "unsold_copies"
    case ownLabels = "own_labels"
    case foreignRecipient = "foreign_recipient"
    case priorSanctions = "prior_sanctions"
  }

  private struct AnyField: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads facts; amounts are decimal texts in yuan.
  ///
  /// - Throws: `law.facts` for a field that is unknown or not what it should be, `law.facts-order` for conduct that ends
  ///   before it begins, `law.facts-as-of` for a day of comparison before its end.
  public init(from decoder: any Decoder) throws {
    let names = try decoder.container(keyedBy: AnyField.self).allKeys.map(\.stringValue)
    if let stray = names.filter({ Field(rawValue: $0) == nil }).min() {
      throw LawFault("law.facts", field: stray, ["field": stray])
    }
    let box = try decoder.container(keyedBy: Field.self)
    func read<Value: Decodable>(_ field: Field, _ type: Value.Type) throws -> Value? {
      do { return try box.decodeIfPresent(type, forKey: field) } catch {
        throw LawFault("law.facts", field: field.rawValue, ["field": field.rawValue])
      }
    }
    func number(_ field: Field) throws -> Int64? {
      guard let value = try read(field, Int64.self) else { return nil }
      guard (0...1_000_000_000_000).contains(value) else {
        throw LawFault("law.facts", field: field.rawValue, ["field": field.rawValue])
      }
      return value
    }
    func amount(_ field: Field) throws -> Int64? {
      let text =
        try (try? box.decodeIfPresent(Int64.self, forKey: field)).flatMap { $0.map { String($0) } }
        ?? read(field, String.self)
      guard let text else { return nil }
      guard case .success(let fen) = Fen.parse(yuan: text) else {
        throw LawFault("law.facts", field: field.rawValue, ["field": field.rawValue])
      }
      return fen.value
    }
    self.init()
    offence = try read(.offence, String.self)
    if let offence, !Screen.offences.contains(offence) {
      throw LawFault("law.facts", field: "offence", ["field": "offence"])
    }
    (conductFrom, conductTo) = (try read(.conductFrom, Day.self), try read(.conductTo, Day.self))
    asOf = try read(.asOf, Day.self)
    subject = try read(.subject, CriminalThreshold.Subject.self)
    (marks, patents) = (try number(.marks).map(Int.init), try number(.patents).map(Int.init))
    for (metric, field) in Self.amounts { measures[metric] = try amount(field) }
    for (metric, field) in Self.numbers { measures[metric] = try number(field) }
    servicesGains = try amount(.servicesGains)
    (ownLabels, bankrupt) = (try read(.ownLabels, Bool.self), try read(.bankrupt, Bool.self))
    (foreignRecipient, network) = (try read(.foreignRecipient, Bool.self), try read(.network, Bool.self))
    (circumvention, isUnit) = (try read(.circumvention, Bool.self), try read(.unit, Bool.self))
    priorSanctions = try read(.priorSanctions, [Sanction].self)
    if let conductFrom, let conductTo, conductTo < conductFrom {
      throw LawFault("law.facts-order", field: "conduct_to")
    }
    if let asOf, let end = conductTo ?? conductFrom, asOf < end { throw LawFault("law.facts-as-of", field: "as_of") }
  }

  private static let amounts: [(CriminalThreshold.Metric, Field)] = [
    (.gains, .gains), (.turnover, .turnover), (.sales, .sales), (.unsold, .unsold), (.loss, .loss),
  ]
  private static let numbers: [(CriminalThreshold.Metric, Field)] = [
    (.pieces, .pieces), (.unsoldPieces, .unsoldPieces), (.copies, .copies), (.unsoldCopies, .unsoldCopies),
    (.works, .works), (.downloads, .downloads), (.clicks, .clicks), (.members, .members),
  ]
}
