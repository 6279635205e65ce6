import Casework
import Documents
import Foundation
import Law
import Registry
import Reports

extension Site {
  /// A report as a workbook: a sheet for each table, what changed since the last issue, the dictionary, and charts.
  func workbook(of run: ReportRun, in words: Wording, _ context: Context) async throws -> [UInt8] {
    let changes = try await registry.changes(
      run.form, run.period, asOf: run.asOf, scope: run.scope, for: context.officer())
    let path = desk.store.temporary
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = ReportWorkbook(tables: ReportTables(run, words), changes: changes)
    let book = try Workbook(path, at: Int(run.asOf.microseconds / 1_000_000))
    for table in writer.tables.tables { try writer.write(table, into: book) }
    try writer.writeBalance(into: book)
    try writer.writeDictionary(into: book)
    try book.close()
    return Array(try Data(contentsOf: URL(filePath: path)))
  }
}

/// Writes a report into a workbook.
private struct ReportWorkbook {
  let tables: ReportTables
  let changes: ReportChanges?

  private var words: Wording { tables.words }
  private var run: ReportRun { tables.run }

  /// What stands at the foot of each sheet when it is printed.
  private var footer: String {
    "&L\(words(run.form.name)) \(run.period)&C&P/&N&R\(words("report.as-of", ["instant": run.asOf.local]))"
  }

  /// A table: its columns side by side, each in its times.
  func write(_ table: ReportTables.Table, into book: Workbook) throws(Workbook.Fault) {
    let sheet = try book.sheet(table.title)
    sheet.text("\(words(run.form.name)) \(words.period(run.period)) \(table.title)", 0, 0, .title)
    sheet.text(words("report.as-of", ["instant": run.asOf.local]), 1, 0)
    sheet.text(words("report.column.row-name"), 3, 0, .heading)
    let spans = ReportTables.spans + ["change"]
    for (index, column) in table.columns.enumerated() {
      let first = 1 + index * spans.count
      sheet.text("\(column.name)（\(column.unit)）", 2, first, .heading)
      for (offset, span) in spans.enumerated() {
        sheet.text(words("report.column.\(span)"), 3, first + offset, .heading)
      }
    }
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    for (index, row) in rows.enumerated() {
      sheet.text(row.label, 4 + index, 0)
      if row.isUnreported {
        sheet.text(words("report.not-reported"), 4 + index, 1)
        continue
      }
      for (number, cell) in row.cells.enumerated() {
        let first = 1 + number * spans.count
        for (offset, span) in ReportTables.spans.enumerated() {
          let value = Double(cell.value(span))
          sheet.number(
            cell.unit == .money ? (value / 1_000_000) : value, 4 + index, first + offset,
            cell.unit == .money ? .money : .count)
        }
        if let change = cell.figures.change { sheet.number(Double(change) / 10_000, 4 + index, first + 4, .percent) }
      }
    }
    sheet.width(0...0, 36)
    sheet.width(1...(table.columns.count * spans.count), 11)
    sheet.freeze(4, 1)
    sheet.print(repeating: 2...3, footer: footer)
    guard table.kind != .total, let column = table.columns.first, !table.rows.isEmpty else { return }
    sheet.chart(
      titled: "\(table.title)：\(column.name)", names: (4...(3 + table.rows.count), 0),
      values: [(3, words("report.column.year")), (4, words("report.column.yearBefore"))], isLine: false,
      at: 6 + rows.count, 0)
  }

  /// Pending cases, and what changed since the last issue.
  func writeBalance(into book: Workbook) throws(Workbook.Fault) {
    let sheet = try book.sheet(words("report.changes"))
    var row = 0
    func line(_ name: String, _ value: Int64) {
      sheet.text(name, row, 0)
      sheet.number(Double(value), row, 1)
      row += 1
    }
    if let changes {
      line(words("report.balance.issued", ["period": changes.since.period]), changes.since.closing)
      line(words("report.balance.late-filed"), changes.filed)
      line(words("report.balance.late-closed"), -changes.closed)
    }
    line(words("report.balance.opening"), run.balance.opening)
    line(words("report.balance.new"), run.balance.new)
    line(words("report.balance.closed"), -run.balance.closed)
    line(words("report.balance.closing"), run.balance.closing)
    row += 1
    let headings = ["indicator", "day", "number", "agency", "amount", "recorded-at"]
    for (index, heading) in headings.enumerated() {
      sheet.text(words("report.column.\(heading)"), row, index, .heading)
    }
    for change in changes?.lines ?? [] {
      row += 1
      let indicator = run.indicators.first { $0.code == change.indicator }
      sheet.text(indicator.map { words($0.name) } ?? change.indicator, row, 0)
      sheet.text(change.day.description, row, 1)
      sheet.text(words(change.subject), row, 2)
      sheet.text(words.name(of: change.agency), row, 3)
      let amount = Double(change.amount)
      sheet.number(
        indicator?.unit == .money ? amount / 1_000_000 : amount, row, 4, indicator?.unit == .money ? .money : .count)
      sheet.text(change.recordedAt.local, row, 5)
    }
    sheet.width(0...0, 34)
    sheet.width(1...5, 18)
  }

  /// What each number counts.
  func writeDictionary(into book: Workbook) throws(Workbook.Fault) {
    let sheet = try book.sheet(words("report.dictionary"))
    let headings = ["code", "name", "definition", "unit", "basis", "since", "note", "sql"]
    for (index, heading) in headings.enumerated() { sheet.text(words("report.column.\(heading)"), 0, index, .heading) }
    for (index, indicator) in run.indicators.enumerated() {
      let cells = [
        indicator.code, words(indicator.name), words(indicator.definition),
        words("report.unit.\(indicator.unit.rawValue)"), words("report.basis.\(indicator.basis)"),
        indicator.since.description, indicator.note.map { words($0) } ?? "", indicator.recount,
      ]
      for (column, cell) in cells.enumerated() { sheet.text(cell, index + 1, column) }
    }
    sheet.width(0...1, 22)
    sheet.width(2...2, 60)
    sheet.width(3...5, 12)
    sheet.width(6...7, 60)
    sheet.freeze(1, 2)
  }
}
