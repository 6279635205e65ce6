import Casework
import Hummingbird
import Law
import Reports

/// A report in words: rows and columns named, figures as people read them. Pages, sheets and papers are made of it.
struct ReportTables {
  /// A figure in its four times.
  struct Cell {
    let figures: ReportFigures
    let unit: Indicator.Unit
  }

  /// A row.
  struct Row {
    let key: String
    let label: String
    let cells: [Cell]
    /// Whether the unit has not confirmed the period: what it shows is not what it reported.
    let isUnreported: Bool
  }

  /// A table.
  struct Table {
    let key: String
    let kind: ReportForm.Rows
    let title: String
    let columns: [(column: ReportForm.Column, name: String, unit: String)]
    let rows: [Row]
    let total: Row?
  }

  let run: ReportRun
  let words: Wording
  let tables: [Table]

  init(_ run: ReportRun, _ words: Wording) {
    (self.run, self.words) = (run, words)
    tables = run.tables.map { table in
      let columns = table.table.columns.map { column in
        let indicator = run.indicator(column)
        let name = indicator.map { words($0.name) } ?? column.indicator
        let flagged = column.flag.map { "\(name)（\(words("flag.\($0)"))）" } ?? name
        return (column: column, name: flagged, unit: words("report.unit.\(indicator?.unit.rawValue ?? "case")"))
      }
      func cells(_ figures: [ReportFigures]) -> [Cell] {
        zip(figures, table.table.columns).map { Cell(figures: $0, unit: run.indicator($1)?.unit ?? .caseFile) }
      }
      return Table(
        key: table.table.key, kind: table.table.rows, title: words(table.table.title), columns: columns,
        rows: table.rows.map { row in
          Row(
            key: row.key, label: words.row(row.key, of: table.table), cells: cells(row.figures),
            isUnreported: row.isReported == false)
        },
        total: table.total.map {
          Row(key: "", label: words("report.total"), cells: cells($0), isUnreported: false)
        })
    }
  }

  /// The times of a figure, in the order of columns.
  static let spans = ["period", "periodBefore", "year", "yearBefore"]

  /// UTF-8 with a byte order mark, one record a figure: so that a spreadsheet can pivot it. Codes stay text.
  var csv: ByteBuffer {
    var buffer = ByteBuffer(bytes: [0xEF, 0xBB, 0xBF])
    let names =
      ["table", "row", "row-name", "indicator", "indicator-name", "unit"] + Self.spans + ["change", "reported"]
    buffer.writeRecord(names.map { words("report.column.\($0)") })
    for table in tables {
      for row in table.rows + (table.total.map { [$0] } ?? []) {
        for (cell, column) in zip(row.cells, table.columns) {
          let figures = Self.spans.map { row.isUnreported ? "" : cell.text($0) }
          buffer.writeRecord(
            [table.title, row.key, row.label, column.column.key, column.name, column.unit] + figures
              + [row.isUnreported ? "" : cell.change ?? "", row.isUnreported ? words("report.not-reported") : ""])
        }
      }
    }
    return buffer
  }
}

extension ReportTables.Cell {
  /// The figure of a time as people read it: a count, or 万元 with two decimals.
  func text(_ span: String) -> String {
    let value = value(span)
    return unit == .money ? Fen.tenThousands(value) : String(value)
  }

  /// The figure of a time.
  func value(_ span: String) -> Int64 {
    switch span {
    case "period": figures.period
    case "periodBefore": figures.periodBefore
    case "year": figures.year
    default: figures.yearBefore
    }
  }

  /// The change against the year before in per cent with two decimals; `nil` where its base is zero.
  var change: String? {
    figures.change.map { change in
      let size = abs(change)
      let cents = size % 100
      return "\(change < 0 ? "-" : "")\(size / 100).\(cents < 10 ? "0" : "")\(cents)%"
    }
  }
}

extension Wording {
  /// The name of a row.
  func row(_ key: String, of table: ReportForm.Table) -> String {
    if let group = table.groups.first(where: { $0.key == key }) { return self(group.name) }
    if key.isEmpty { return self(table.rows == .town ? "report.no-town" : "report.total") }
    switch table.rows {
    case .total: return self("report.total")
    case .category: return self("category.\(key)")
    case .town: return self("town.\(key)")
    case .flag: return self("flag.\(key)")
    case .agency: return AgencyCode(rawValue: key).map { name(of: $0) } ?? key
    }
  }

  /// A period in words.
  func period(_ period: ReportPeriod) -> String {
    period.length == .month
      ? self("report.month-of", ["year": String(period.first.year), "month": String(period.first.month)])
      : self("report.quarter-of", ["year": String(period.first.year), "quarter": String((period.first.month + 2) / 3)])
  }
}
