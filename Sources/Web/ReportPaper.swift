import Casework
import Documents
import Law
import Registry
import Reports

extension Site {
  /// A report as a paper: A4, with who drafted, checked and signed it, and a QR code of what the agency signed.
  ///
  /// - Throws: `report.unprintable` where there is no template for it.
  func paper(of run: ReportRun, _ context: Context) async throws -> [UInt8] {
    let officer = try context.officer()
    guard let template = desk.shelf["report"] else { throw Refusal(.notFound, "path.unknown") }
    let words = Wording(self, in: .chinese)
    let tables = ReportTables(run, words)
    let issue = try await registry.issue(of: run.form, run.period, run.scope, for: officer)
    let current = issue.flatMap { $0.asOf == run.asOf ? $0 : nil }
    let changes = try await registry.changes(run.form, run.period, asOf: run.asOf, scope: run.scope, for: officer)
    var texts = [
      "name": words(run.form.name), "period": words.period(run.period),
      "scope": run.scope == .district
        ? words("report.scope.district") : words("report.scope.agency", ["agency": words.name(of: officer.agency)]),
      "asOf": words("report.as-of", ["instant": run.asOf.local]),
      "agency": words.name(of: officer.agency), "on": PartialDay((current?.issued?.at ?? run.asOf).day()).inChinese,
    ]
    texts["provisional"] = run.isProvisional ? words("report.provisional") : nil
    texts["signatures"] = current.map { words.row($0, reports).signatures.joined(separator: "；") }
    texts["checkpoint"] = current?.checkpoint.map {
      words("report.checkpoint", ["checkpoint": $0.split(separator: "\n").prefix(3).joined(separator: " ")])
    }
    let facts = PaperFacts(
      texts: texts,
      lists: [
        "summary": tables.paperSummary, "details": tables.paperDetails,
        "balance": words.balance(run.balance, changes).map { ["label": $0.label, "value": $0.value] },
      ])
    return try await desk.press.pdf(
      Documents.Paper(
        template: template, facts: facts, isDraft: current?.state != .issued,
        code: current.flatMap { $0.state == .issued ? "\(desk.address ?? "ipcase:")/verify/\($0.digest)" : nil },
        day: run.asOf.day().description))
  }
}

extension ReportTables {
  private func line(_ name: String, _ cell: Cell) -> [String: String] {
    [
      "name": name, "period": cell.text("period"), "year": cell.text("year"), "yearBefore": cell.text("yearBefore"),
      "change": cell.change ?? "",
    ]
  }

  /// Every indicator once, over all cases.
  fileprivate var paperSummary: [[String: String]] {
    var seen: Set<String> = []
    return tables.flatMap { table -> [[String: String]] in
      guard let total = table.total ?? (table.kind == .total ? table.rows.first : nil) else { return [] }
      return zip(table.columns, total.cells).compactMap { column, cell in
        guard seen.insert(column.column.key).inserted else { return nil }
        var line = line(column.name, cell)
        line["unit"] = column.unit
        return line
      }
    }
  }

  /// The figures of every row that has some.
  fileprivate var paperDetails: [[String: String]] {
    tables.filter { $0.kind != .total }.flatMap { table in
      table.rows.flatMap { row -> [[String: String]] in
        if row.isUnreported {
          // Every column, or a name of the page above would stand in it.
          let blank = ["period": "", "year": "", "yearBefore": "", "change": ""]
          return [blank.merging(["row": row.label, "name": words("report.not-reported")]) { $1 }]
        }
        return zip(table.columns, row.cells).filter { !$0.1.figures.isZero }.map { column, cell in
          var line = line(column.name, cell)
          line["row"] = row.label
          return line
        }
      }
    }
  }
}
