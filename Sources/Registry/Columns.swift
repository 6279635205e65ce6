import Casework
import Law
import Postgres

extension Day: Column {
  public var sqlText: String { description }
  public init?(sqlText: String) { self.init(sqlText) }
}

extension Instant: Column {
  public var sqlText: String { description }
  public init?(sqlText: String) { self.init(sqlText) }
}

extension Fen: Column {
  public var sqlText: String { String(value) }
  public init?(sqlText: String) {
    guard let value = Int64(sqlText) else { return nil }
    self.init(value)
  }
}

extension WireText {
  /// The value as PostgreSQL reads it.
  public var sqlText: String { wire }
  /// The value from what PostgreSQL prints.
  public init?(sqlText: String) {
    do throws(Refusal) { try self.init(wire: sqlText) } catch { return nil }
  }
}

extension AgencyCode: Column {
  public var sqlText: String { rawValue }
  public init?(sqlText: String) { self.init(kept: sqlText) }
}
extension CaseNumber: Column {
  public init?(sqlText: String) { self.init(kept: sqlText) }
}
extension Line: Column {}
extension Prose: Column {}
extension Quantity: Column {}

extension Agency.Kind: Column {}
extension Channel: Column {}
extension Matter: Column {}
extension Goods.PriceBasis: Column {}
extension IPType: Column {}
extension LeadSource: Column {}
extension Milestone: Column {}
extension Party.Kind: Column {}
extension Party.Role: Column {}
extension ProceedingKind: Column {}
extension ReferralBasis: Column {}
extension Town: Column {}

/// Texts as one array.
struct TextArray: Column {
  let texts: [String]

  init(_ texts: [String]) { self.texts = texts }

  var sqlText: String {
    let quoted = texts.map { text in
      var quoted = "\""
      for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
        quoted.unicodeScalars.append(scalar)
      }
      return quoted + "\""
    }
    return "{" + quoted.joined(separator: ",") + "}"
  }

  /// Arrays of texts are only sent.
  init?(sqlText: String) { return nil }
}

extension Row {
  /// A date of which two columns hold the first and last possible day; `nil` where both are null.
  func partialDay(_ first: String, _ last: String) throws -> PartialDay? {
    guard let from: Day = try self[first], let to: Day = try self[last] else { return nil }
    return PartialDay(first: from, last: to)
  }

  /// The roles in an array column.
  func roles(_ column: String) throws -> Set<Role> {
    let text: String = try self[column]
    return Set(text.dropFirst().dropLast().split(separator: ",").compactMap { Role(rawValue: String($0)) })
  }

  /// Money in a column of fen.
  func yuan(_ column: String) throws -> Yuan? {
    let fen: Fen? = try self[column]
    return fen.map(Yuan.init)
  }
}
