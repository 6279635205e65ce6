// How a monthly report is printed.

extension ReportAnswer {
  /// One line: a key, a period, and its figures.
  private struct Line {
    let section: String
    let key: String
    let name: String
    let period: String
    let figures: Figures
  }

  /// Prints two tables for people, one list for programs.
  func print(on output: Output, _ names: AgencyNames, json answer: Answer) throws {
    let types = byType.flatMap { row in
      Self.lines("ipType", row.ipType ?? "", Words.text("ip-type.\(row.ipType ?? "")", or: row.ipType ?? ""), row)
    }
    let agencies = byAgency.flatMap { Self.lines("agency", $0.agency ?? "", names[$0.agency ?? ""], $0) }
    let all = Self.lines("total", "", Words.text("cli.report.total"), total)
    switch output.format {
    case .json: try output.json(answer.bytes)
    case .csv: try output.csv(types + agencies + all, Self.columns("key"))
    case .table:
      try output.lines([Words.text("cli.report.title", ["month": month, "asOf": Words.minute(asOf)]), ""])
      try output.table(types + all, Self.columns("ipType"))
      try output.lines([""])
      try output.table(agencies + all, Self.columns("agency"))
      if vague > 0 { try output.lines(["", Words.text("cli.report.vague", ["count": String(vague)])]) }
    }
  }

  private static func lines(_ section: String, _ key: String, _ name: String, _ row: Row) -> [Line] {
    [
      Line(section: section, key: key, name: name, period: "month", figures: row.month),
      Line(section: section, key: key, name: name, period: "yearToDate", figures: row.yearToDate),
    ]
  }

  private static func columns(_ key: String) -> [Column<Line>] {
    [
      Column(wireOnly: "section", \.section),
      Column(key, .text, \.key, words: { $0.period == "month" ? $0.name : "" }),
      Column("period", .code, \.period, words: { Words.text("cli.report.period.\($0.period)") }),
      Column("leads", .number) { String($0.figures.leads) }, Column("filed", .number) { String($0.figures.filed) },
      Column("decided", .number) { String($0.figures.decided) },
      Column("closed", .number) { String($0.figures.closed) },
      Column("referred", .number) { String($0.figures.referred) },
      Column("policeFiled", .number) { String($0.figures.policeFiled) },
      Column("fines", .number, \.figures.fines), Column("confiscated", .number, \.figures.confiscated),
    ]
  }
}
