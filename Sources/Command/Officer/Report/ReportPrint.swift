import Law

// How a report is printed.

extension ReportAnswer {
  /// One line: a row, an indicator, and its figures.
  private struct Line {
    let table: String
    let key: String
    let name: String
    let indicator: String
    let label: String
    let unit: String
    let figures: Figures?

    /// Whether something was counted, or nothing was reported.
    var saysSomething: Bool {
      guard let figures else { return true }
      return [figures.period, figures.periodBefore, figures.year, figures.yearBefore].contains { $0 != 0 }
    }

    func text(_ value: (Figures) -> Int64) -> String {
      guard let figures else { return Words.text("report.not-reported") }
      let value = value(figures)
      return unit == "money" ? Fen.tenThousands(value) : String(value)
    }
  }

  /// Prints a table for people of the rows that have figures, one list of all for programs.
  func print(on output: Output, _ names: AgencyNames, json answer: Answer) throws {
    if output.format == .json { return try output.json(answer.bytes) }
    let all = tables.flatMap { lines(of: $0, names) }
    if output.format == .csv { return try output.csv(all, Self.columns) }
    try output.lines([
      Words.text("cli.report.title", ["form": form, "period": period, "asOf": Words.minute(asOf)]), "",
    ])
    try output.table(all.filter(\.saysSomething), Self.columns)
  }

  private func lines(of table: Table, _ names: AgencyNames) -> [Line] {
    let total = table.total.map { [Row(key: "", reported: nil, figures: $0)] } ?? []
    return (table.lines + total).flatMap { row -> [Line] in
      zip(table.columns, row.figures).map { column, figures in
        let code = String(column.prefix { $0 != "@" })
        let indicator = indicators.first { $0.code == code }
        return Line(
          table: table.key, key: row.key, name: Self.name(row.key, table.rows, names), indicator: column,
          label: indicator?.name ?? column, unit: indicator?.unit ?? "case",
          figures: row.reported == false ? nil : figures)
      }
    }
  }

  private static func name(_ key: String, _ rows: String, _ names: AgencyNames) -> String {
    if key.isEmpty { return Words.text(rows == "town" ? "report.no-town" : "report.total") }
    return rows == "agency" ? names[key] : Words.text("\(rows).\(key)", or: key)
  }

  private static var columns: [Column<Line>] {
    [
      Column("table", .code, \.table), Column("row", .text, \.key, words: \.name),
      Column("indicator", .text, \.indicator, words: \.label),
      Column("unit", .code, \.unit, words: { Words.text("report.unit.\($0.unit)") }),
      Column("period", .number) { $0.text(\.period) }, Column("year", .number) { $0.text(\.year) },
      Column("yearBefore", .number) { $0.text(\.yearBefore) },
    ]
  }
}
