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

  /// The form of results.
  @OptionGroup var form: FormOptions

  func answer(from book: LawBook, on today: Day, to output: Output) throws {
    let calendar = book.calendar
    let rows = (calendar.first.year...calendar.last.year).map { year in
      Row(
        year: year, workingDays: calendar.workingDays(in: year), notice: calendar.notice(year),
        provisional: calendar.notice(year) == nil)
    }
    if output.format == .json { return try output.json(rows) }
    try output.show(rows, Self.columns, json: .init())
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
