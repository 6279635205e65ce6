import Casework
import Law
import Yams

/// The form of a report (报表制度): which indicators, cut by what. A text file that an administrator can add or replace.
public struct ReportForm: Sendable, Equatable {
  /// What the rows of a table are.
  public enum Rows: String, Sendable, CaseIterable {
    /// One line for all.
    case total
    /// 案件类别
    case category
    /// 承办机关
    case agency
    /// 镇（街道）
    case town
    /// 统计标识; they overlap.
    case flag
  }

  /// A group of categories that a form prints as one row.
  public struct Group: Sendable, Equatable {
    /// Its key.
    public let key: String
    /// What it is called.
    public let name: BilingualText
    /// The categories in it.
    public let categories: [String]
  }

  /// A column: an indicator, of all cases or of those with a mark.
  public struct Column: Sendable, Equatable, Hashable {
    /// The indicator.
    public let indicator: String
    /// The mark; `nil` for all cases.
    public let flag: String?

    /// Names a column.
    public init(indicator: String, flag: String?) { (self.indicator, self.flag) = (indicator, flag) }

    /// `filed`, or `filed@ecommerce`.
    public var key: String { flag.map { "\(indicator)@\($0)" } ?? indicator }
  }

  /// One table.
  public struct Table: Sendable, Equatable {
    /// Its key within the form.
    public let key: String
    /// What stands above it.
    public let title: BilingualText
    /// What its rows are.
    public let rows: Rows
    /// Its rows, where the form names them; empty for all.
    public let groups: [Group]
    /// Its columns.
    public let columns: [Column]
    /// Whether a row adds them up.
    public let hasTotal: Bool
  }

  /// What is wrong with a form file.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// The file's name without ending.
    public let form: String
    /// Stable code of what is wrong.
    public let code: String
    /// Where, or which word.
    public let detail: String
    /// For whoever wrote the file.
    public var description: String { "report form \(form): \(code) \(detail)" }
  }

  /// Name of the file without ending.
  public let key: String
  /// Rises with every change; printed in each report.
  public let version: Int
  /// What it is called.
  public let name: BilingualText
  /// The period it is about.
  public let period: ReportPeriod.Length
  /// Where the form comes from, and how it counts.
  public let notes: [BilingualText]
  /// Days after the end of the period by which it is due; `nil` where nobody says.
  public let dueDays: Int?
  /// Its tables.
  public let tables: [Table]

  /// Reads a form; which indicators there are is checked by `checked(against:)`.
  ///
  /// - Throws: `Fault` with `form.malformed`, `form.overlap`, `form.category`, `form.flag`.
  public init(_ source: String, key: String) throws(Fault) {
    func fault(_ code: String, _ detail: String) -> Fault { Fault(form: key, code: code, detail: detail) }
    let root: Node
    do { root = try Yams.compose(yaml: source) ?? Node("") } catch { throw fault("form.malformed", "no YAML") }
    func text(_ node: Node?) -> BilingualText? {
      guard let pair = node?.sequence, pair.count == 2, let chinese = pair[0].string, let english = pair[1].string
      else { return nil }
      return BilingualText(chinese: chinese, english: english)
    }
    guard let name = text(root["name"]), let version = root["version"]?.int,
      let period = root["period"]?.string.flatMap(ReportPeriod.Length.init(rawValue:)),
      let tables = root["tables"]?.mapping, !tables.isEmpty
    else { throw fault("form.malformed", "name, version, period and tables are needed") }
    (self.key, self.version, self.name, self.period) = (key, version, name, period)
    notes = root["notes"]?.sequence?.compactMap { text($0) } ?? []
    dueDays = root["due"]?.int
    var read: [Table] = []
    for (node, table) in tables {
      let title = node.string ?? ""
      guard let heading = text(table["title"]), let rows = table["rows"]?.string.flatMap(Rows.init(rawValue:)),
        let columns = table["columns"]?.sequence?.compactMap(\.string), !columns.isEmpty
      else { throw fault("form.malformed", title) }
      let hasTotal = table["total"]?.bool ?? (rows != .flag && rows != .total)
      // Marks overlap: a case of e-commerce at an exhibition would count twice.
      if rows == .flag && hasTotal { throw fault("form.overlap", title) }
      let parsed = columns.map { column -> Column in
        let halves = column.split(separator: "@", maxSplits: 1).map(String.init)
        return Column(indicator: halves.first ?? "", flag: halves.count > 1 ? halves[1] : nil)
      }
      for column in parsed {
        guard let flag = column.flag else { continue }
        if CaseFlag(rawValue: flag) == nil { throw fault("form.flag", column.key) }
        if ![.category, .total].contains(rows) { throw fault("form.overlap", column.key) }
      }
      var groups: [Group] = []
      for (node, group) in table["groups"]?.mapping.map(Array.init) ?? [] {
        guard rows == .category, let key = node.string, let name = text(group["name"]),
          let categories = group["of"]?.sequence?.compactMap(\.string)
        else { throw fault("form.malformed", node.string ?? title) }
        for category in categories where CaseCategory(rawValue: category) == nil {
          throw fault("form.category", category)
        }
        groups.append(Group(key: key, name: name, categories: categories))
      }
      let all = groups.flatMap(\.categories)
      if hasTotal, Set(all).count != all.count { throw fault("form.overlap", title) }
      read.append(
        Table(key: title, title: heading, rows: rows, groups: groups, columns: parsed, hasTotal: hasTotal))
    }
    self.tables = read
  }

  /// - Throws: `Fault` with `form.indicator` for a column that the dictionary does not have, `form.no-cases` for one that
  ///   counts no cases in a table by category or mark.
  public func checked(against indicators: [Indicator]) throws(Fault) {
    let known = Dictionary(indicators.map { ($0.code, $0) }) { $1 }
    for table in tables {
      for column in table.columns {
        guard let indicator = known[column.indicator] else {
          throw Fault(form: key, code: "form.indicator", detail: column.indicator)
        }
        if !indicator.isOfCases, column.flag != nil || [.category, .flag].contains(table.rows) {
          throw Fault(form: key, code: "form.no-cases", detail: column.key)
        }
      }
    }
  }
}
