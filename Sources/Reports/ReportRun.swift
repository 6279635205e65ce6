import Casework
import Law
import Postgres
import Registry

/// Whose numbers a report adds up.
public enum ReportScope: Sendable, Equatable {
  /// All agencies together; for those that draw the reports of the district.
  case district
  /// What the officers of one agency did.
  case agency(AgencyCode)

  /// As it is written on the wire: `district`, or the agency's code.
  public var wire: String {
    switch self {
    case .district: "district"
    case .agency(let code): code.rawValue
    }
  }

  /// As the sums keep it.
  var key: String {
    switch self {
    case .district: "*"
    case .agency(let code): code.rawValue
    }
  }
}

/// One figure in four times; amounts of money in fen.
public struct ReportFigures: Sendable, Equatable {
  /// The period.
  public var period: Int64 = 0
  /// The same period of the year before.
  public var periodBefore: Int64 = 0
  /// 1 January to the end of the period.
  public var year: Int64 = 0
  /// The same time of the year before.
  public var yearBefore: Int64 = 0

  /// All zero.
  public init() {}

  /// Whether nothing was counted.
  public var isZero: Bool { period == 0 && periodBefore == 0 && year == 0 && yearBefore == 0 }

  static func += (left: inout ReportFigures, right: ReportFigures) {
    left.period += right.period
    left.periodBefore += right.periodBefore
    left.year += right.year
    left.yearBefore += right.yearBefore
  }

  /// The change of the year to date against the year before, in hundredths of a per cent, rounded half away from zero;
  /// `nil` where the year before is zero (同比, 基数为零的不计算).
  public var change: Int64? {
    guard yearBefore != 0 else { return nil }
    let (product, tooLarge) = (year - yearBefore).multipliedReportingOverflow(by: 10_000)
    if tooLarge { return nil }
    let half = abs(yearBefore) / 2
    let size = (abs(product) + half) / abs(yearBefore)
    return (product < 0) == (yearBefore < 0) ? size : -size
  }
}

/// A table of a report as it was run.
public struct ReportTable: Sendable, Equatable {
  /// A row with its figures, in the order of the columns.
  public struct Row: Sendable, Equatable {
    /// Key of the row: a category, an agency, a town, a mark, or a group of the form; empty for what has none.
    public let key: String
    /// Figures in the order of the columns.
    public let figures: [ReportFigures]
    /// Whether the unit confirmed the period; `nil` where none is asked. What is not confirmed is not reported, not zero.
    public var isReported: Bool?
  }

  /// The table of the form.
  public let table: ReportForm.Table
  /// Its rows.
  public let rows: [Row]
  /// All together, each case once; `nil` where the form adds nothing up.
  public let total: [ReportFigures]?
}

/// Filed cases that are not closed, over a period (未结案件): opening + new − closed = closing.
public struct ReportBalance: Sendable, Equatable {
  /// Pending at the beginning, as recorded by the end of the report.
  public let opening: Int64
  /// Filed in the period.
  public let new: Int64
  /// Closed in it.
  public let closed: Int64
  /// States it.
  public init(opening: Int64, new: Int64, closed: Int64) {
    (self.opening, self.new, self.closed) = (opening, new, closed)
  }

  /// Pending at its end.
  public var closing: Int64 { opening + new - closed }
}

/// A report as it was run: a form, a period, as recorded by an instant. Run again it is the same, whatever came later.
public struct ReportRun: Sendable, Equatable {
  /// The form.
  public let form: ReportForm
  /// The period.
  public let period: ReportPeriod
  /// What was recorded later does not count.
  public let asOf: Instant
  /// Whose numbers.
  public let scope: ReportScope
  /// The indicators of the form, in the dictionary's order.
  public let indicators: [Indicator]
  /// Its tables.
  public let tables: [ReportTable]
  /// Cases that are pending.
  public let balance: ReportBalance
  /// Whether the period was not over at `asOf`: what it says is provisional (初步数).
  public let isProvisional: Bool
  /// What the officer's agency had signed of its log by `asOf`; `nil` where it had signed nothing.
  public let checkpoint: String?

  /// The indicator of a column.
  public func indicator(_ column: ReportForm.Column) -> Indicator? {
    indicators.first { $0.code == column.indicator }
  }
}

extension Registry {
  /// The scope that an officer gets: the one asked for if the agency may, else its widest.
  ///
  /// - Throws: `report.scope` for a scope that is not the agency's.
  public func scope(_ asked: String?, for officer: Officer) async throws -> ReportScope {
    let isWide = try await reading(officer) { db in
      try db.first("select is_district_reader() as wide") { try $0["wide"] as Bool } ?? false
    }
    switch asked {
    case nil: return isWide ? .district : .agency(officer.agency)
    case "district"? where isWide: return .district
    case let code?:
      guard let agency = AgencyCode(rawValue: code), isWide || agency == officer.agency else {
        throw Refusal(.forbidden, "report.scope", field: "scope")
      }
      return .agency(agency)
    }
  }

  /// Runs a form for a period, as recorded by `asOf`.
  ///
  /// - Throws: `report.period` for a period of another length, or one that has not begun; `instant.future`;
  ///   `ReportForm.Fault` for an indicator that the dictionary does not have.
  public func run(
    _ form: ReportForm, _ period: ReportPeriod, asOf: Instant, scope: ReportScope, for officer: Officer, now: Instant
  ) async throws -> ReportRun {
    guard asOf <= now else { throw Refusal(.invalid, "instant.future", field: "asOf") }
    guard period.length == form.period, period.days.lowerBound <= asOf.day() else {
      throw Refusal(
        .invalid, "report.period", field: "period", ["length": .term("report.length.\(form.period.rawValue)")])
    }
    let agencies = try await agencies()
    let checkpoint = try await checkpoint(of: officer.agency, asOf: asOf)?.note
    return try await reading(officer) { db in
      let indicators = try db.indicators()
      try form.checked(against: indicators)
      let used = Set(form.tables.flatMap(\.columns).map(\.indicator))
      let stocks = Set(indicators.filter(\.isStock).map(\.code)).intersection(used)
      let sums = try db.tallySums(
        period, cuts: Set(form.tables.flatMap(\.cuts)), stocks: stocks, asOf: asOf, scope: scope)
      let balance = try db.balance(period, asOf: asOf, scope: scope)
      let confirmed = try db.confirmations(of: form, period, asOf: asOf)
      return ReportRun(
        form: form, period: period, asOf: asOf, scope: scope, indicators: indicators.filter { used.contains($0.code) },
        tables: form.tables.map { $0.filled(from: sums, agencies: agencies, confirmed: confirmed) },
        balance: balance, isProvisional: asOf.day() <= period.days.upperBound, checkpoint: checkpoint)
    }
  }
}

extension ReportForm.Table {
  /// The cuts that it needs.
  var cuts: [String] {
    let own = columns.contains { $0.flag == nil } || rows == .flag ? [rows.rawValue] : []
    return own + ["total"] + (columns.contains { $0.flag != nil } ? ["category-flag", "flag"] : [])
  }

  fileprivate func filled(
    from sums: TallySums, agencies: [Agency], confirmed: Set<AgencyCode>
  ) -> ReportTable {
    func figures(_ column: ReportForm.Column, _ keys: [String]) -> ReportFigures {
      keys.reduce(into: ReportFigures()) { sum, key in
        switch (rows, column.flag) {
        case (.category, let flag?): sum += sums[column.indicator, "category-flag", "\(key)/\(flag)"]
        case (_, let flag?): sum += sums[column.indicator, "flag", flag]
        default: sum += sums[column.indicator, rows.rawValue, key]
        }
      }
    }
    func row(_ key: String, of keys: [String]? = nil) -> ReportTable.Row {
      ReportTable.Row(key: key, figures: columns.map { figures($0, keys ?? [key]) })
    }
    let found: [ReportTable.Row] =
      switch rows {
      case .total: [row("")]
      case .category where !groups.isEmpty: groups.map { row($0.key, of: $0.categories) }
      case .category: CaseCategory.allCases.map { row($0.rawValue) }
      case .town: (Town.allCases.map(\.rawValue) + [""]).map { row($0) }
      case .flag: CaseFlag.allCases.map { row($0.rawValue) }
      case .agency:
        agencies.compactMap { agency in
          var found = row(agency.code.rawValue)
          let isUnit = [.enforcement, .customs, .town].contains(agency.kind)
          found.isReported = isUnit ? confirmed.contains(agency.code) : nil
          return isUnit || found.figures.contains { !$0.isZero } ? found : nil
        }
      }
    let total = columns.map { column -> ReportFigures in
      if !groups.isEmpty { return figures(column, groups.flatMap(\.categories)) }
      return column.flag.map { sums[column.indicator, "flag", $0] } ?? sums[column.indicator, "total", ""]
    }
    return ReportTable(table: self, rows: found, total: hasTotal ? total : nil)
  }
}
