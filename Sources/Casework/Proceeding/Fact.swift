import Law

/// A fact that an act records: its name, what it may be, and whether it must be given.
public struct FactField: Sendable, Equatable {
  /// What a fact may be.
  public enum Form: Sendable, Equatable {
    /// One line of text.
    case line
    /// Text of several lines.
    case prose
    /// An amount in yuan.
    case amount
    /// One of the values named.
    case choice([String])
    /// A whole number from 1 to 9999.
    case count
    /// A whole number from 1 to 99999999.
    case quantity
    /// A time of day, `16:30`, in Asia/Shanghai.
    case time
    /// A day of the calendar, `2026-11-20`.
    case day
    /// The code of an agency.
    case agency
    /// Names of people, separated by 、 or a comma; at least so many, all different.
    case officers(atLeast: Int)
    /// Names of officers of the acting agency, each with a certificate of law enforcement (行政执法证件) in force on the
    /// day; at least so many, all different.
    case enforcers(atLeast: Int)
    /// Names of the members of a panel (合议组): three or more, an odd number.
    case panel
    /// Items of evidence of the file by their keys, separated by 、 or a comma; each once.
    case things
  }

  /// Its name on the wire, in JSON and in the docket.
  public let name: String
  /// What it may be.
  public let form: Form
  /// Whether the act needs it.
  public let required: Bool

  /// A fact the act needs.
  public static func required(_ name: String, _ form: Form) -> FactField {
    FactField(name: name, form: form, required: true)
  }

  /// A fact that may be left out.
  public static func optional(_ name: String, _ form: Form) -> FactField {
    FactField(name: name, form: form, required: false)
  }

  /// The fact in canonical form, `nil` if it was left out and may be.
  ///
  /// - Throws: `fact.missing`, `fact.choice`, `fact.count`, `fact.quantity`, `fact.time`, `fact.day`, `fact.officers`, `fact.panel`, `fact.things`,
  ///   `agency.malformed`, and what texts and amounts are refused for; each names the field as `facts.<name>`.
  func read(_ given: String?) throws(Refusal) -> String? {
    guard let given, !given.trimmingBlanks.isEmpty else {
      if required { throw Refusal(.invalid, "fact.missing", field: "facts.\(name)", ["fact": .term("fact.\(name)")]) }
      return nil
    }
    do throws(Refusal) {
      switch form {
      case .line: return try Line(wire: given).wire
      case .prose: return try Prose(wire: given).wire
      case .amount: return try Yuan(wire: given).wire
      case .count:
        guard let count = Int(given.trimmingBlanks), (1...9999).contains(count) else {
          throw Refusal(.invalid, "fact.count")
        }
        return String(count)
      case .quantity:
        guard let count = Int(given.trimmingBlanks), (1...99_999_999).contains(count) else {
          throw Refusal(.invalid, "fact.quantity")
        }
        return String(count)
      case .time:
        guard let minutes = Minute(given.trimmingBlanks) else { throw Refusal(.invalid, "fact.time") }
        return minutes.description
      case .choice(let choices):
        let choice = given.trimmingBlanks
        guard choices.contains(choice) else {
          throw Refusal(.invalid, "fact.choice", ["choices": .text(choices.joined(separator: ", "))])
        }
        return choice
      case .day:
        guard let day = Day(given.trimmingBlanks) else { throw Refusal(.invalid, "fact.day") }
        return day.description
      case .agency: return try AgencyCode(wire: given).wire
      case .officers(let least), .enforcers(let least):
        let names = try Self.names(in: given)
        guard Set(names).count == names.count, names.count >= least else {
          throw Refusal(.invalid, "fact.officers", ["least": .text(String(least))])
        }
        return names.joined(separator: "、")
      case .panel:
        let names = try Self.names(in: given)
        guard Set(names).count == names.count, names.count >= 3, names.count % 2 == 1 else {
          throw Refusal(.invalid, "fact.panel", citation: Citation(key: "patent-dispute-measures@20"))
        }
        return names.joined(separator: "、")
      case .things:
        let keys = try Self.names(in: given).map { Int64($0) }
        guard keys.allSatisfy({ $0.map { $0 > 0 } ?? false }), Set(keys).count == keys.count else {
          throw Refusal(.invalid, "fact.things")
        }
        return keys.compactMap { $0 }.sorted().map(String.init).joined(separator: "、")
      }
    } catch {
      throw error.at("facts.\(name)")
    }
  }

  private static func names(in given: String) throws(Refusal) -> [String] {
    try Line(wire: given).wire.split(whereSeparator: { "、,，;；".contains($0) })
      .map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }

  /// Whether a fact is yes or no.
  static let yesNo = Form.choice(["yes", "no"])
}

extension FactField {
  /// What the agency must be that a fact of the form `agency` names; `nil` where it may be any.
  public var agencyKinds: Set<Agency.Kind>? {
    guard form == .agency else { return nil }
    return switch name {
    case "court", "receivingCourt", "entrustingCourt": [.court]
    case "police": [.police]
    case "procuratorate": [.procuratorate]
    case "town": [.town]
    case "handler": [.platform]
    case "mediationBody": [.platform, .justice]
    case "decidingAuthority": [.enforcement]
    default: nil
    }
  }

  /// Names of facts that only the agency which recorded them is shown: who reported, and how to reach them.
  ///
  /// Legal basis: 市场监督管理投诉举报处理办法 (2026) art. 37.
  public static let confidential: Set<String> = ["reporter", "contact", "complainant", "person"]
}
