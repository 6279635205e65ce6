import ArgumentParser
import Law

/// The calendar of working days.
struct LawCalendar: AsyncParsableCommand {
  static let configuration = Words.configuration(
    "calendar", "law.calendar", subcommands: [LawCalendarCheck.self, LawCalendarLoad.self])
}

/// The years that the calendar knows.
struct LawCalendarCheck: LawBookCommand {
  static let configuration = Words.configuration("check", "law.calendar.check")

  /// A file of one year to check, as `load` takes it.
  @Argument(help: Words.help("cli.law.calendar.load.file")) var file: String?
  /// The form of results.
  @OptionGroup var form: FormOptions

  func answer(from book: LawBook, on today: Day, to output: Output) throws {
    let calendar = try file.map { try checked(InputFile(path: $0)) } ?? book.calendar
    let rows = (calendar.first.year...calendar.last.year).map { year in
      Row(
        year: year, workingDays: calendar.workingDays(in: year), notice: calendar.notice(year),
        provisional: calendar.notice(year) == nil)
    }
    if output.format == .json { return try output.json(rows) }
    try output.show(rows, Self.columns, json: .init())
  }

  /// The calendar as it would be with the file loaded.
  private func checked(_ file: InputFile) throws -> WorkCalendar {
    let days = try LawBook.rows(of: "calendar_day", Array(file.bytes()))
    let loaded = try LawBook.shippedTables()
    func rows(_ table: String) throws -> [LawRow] { try LawBook.rows(of: table, loaded[table] ?? []) }
    return try WorkCalendar.loading(days, into: rows("calendar_day"), years: rows("calendar_year"))
  }

  private struct Row: Encodable {
    let year, workingDays: Int
    let notice: String?
    let provisional: Bool
  }

  private static var columns: [Column<Row>] {
    [
      Column("year", .code, { String($0.year) }), Column("workingDays", .number, { String($0.workingDays) }),
      Column("notice", .text, { $0.notice ?? "" }),
      Column(
        "provisional", .code, { String($0.provisional) }, words: { $0.provisional ? Words.text("law.provisional") : "" }
      ),
    ]
  }
}
