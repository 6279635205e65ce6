import Casework
import Law
import Registry
import TestSupport
import Testing

/// The calendar of a year whose notice came out, as an administrator loads it.
@Suite(.database) struct CalendarTests {
  private let owner = Registry(TestDatabase.owner)
  /// Monday 28 December 2026, 10:00 in Asia/Shanghai.
  private let december = Given.now.adding(seconds: 38 * 86_400)
  private let header = "day,kind,name_zh,year"
  /// Monday 4 and Tuesday 5 January are days off, Saturday 9 January is a working day; no such notice exists.
  private let january = [
    "2027-01-04,holiday,元旦,2027", "2027-01-05,holiday,元旦,2027", "2027-01-09,workday,元旦,2027",
  ]
  /// The days off that 全国年节及纪念日放假办法 (2024) art. 2 lays down; the moon and the sun fix those of spring and autumn.
  private let laidDown = [
    "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01", "2027-05-02",
    "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03",
  ].map { "\($0),holiday,法定,2027" }

  private func load(_ rows: [String], rehearsal: Bool = false) async throws -> CalendarOutcome {
    let text = ([header] + rows).map { $0 + "\n" }.joined()
    return try await owner.loadCalendar(
      Array(text.utf8), notice: Line(wire: "关于2027年部分节假日安排的通知"), rehearsal: rehearsal, now: december)
  }

  private func moved(_ outcome: CalendarOutcome) -> [String] {
    outcome.moved.map { "\($0.number.wire) \($0.rule) \($0.old?.description ?? "-") \($0.new?.description ?? "-")" }
  }

  /// Everything that a load may touch.
  private func stored() async throws -> [String] {
    try await District.storedClocks()
      + District.look("select d::text as value from calendar_day d order by day")
      + District.look("select y::text as value from calendar_year y order by year")
      + District.look("select coalesce(due_at::text, '-') as value from case_file order by id")
  }

  @Test func aRehearsalTellsWhichClockWouldMoveAndMovesNone() async throws {
    let district = try await District()
    let number = try await district.logged(leadOn: "2026-12-28", at: december)
    _ = try await district.logged(leadOn: "2026-11-02", at: december)
    // Without a notice only what the law lays down is known.
    #expect(try await district.clocks(number) == ["P1 2027-01-19"])
    let before = try await stored()
    let outcome = try await load(laidDown + january, rehearsal: true)
    #expect(outcome.year == 2027)
    #expect(outcome.examined == 2)
    #expect(moved(outcome) == ["\(number.wire) P1 2027-01-19 2027-01-20"])
    #expect(try await stored() == before)
    #expect(try await owner.lawBook().calendar.horizon == Day("2026-12-31"))
  }

  @Test func aLoadMovesTheClockAndSettlesItsEnd() async throws {
    let district = try await District()
    let number = try await district.logged(leadOn: "2026-12-28", at: december)
    let other = try await district.logged(leadOn: "2026-11-02", at: december)
    let provisional = try await district.registry.clocks(of: number, for: district.handler)
    #expect(provisional.map(\.isProvisional) == [true])
    #expect(moved(try await load(laidDown + january)) == ["\(number.wire) P1 2027-01-19 2027-01-20"])
    let settled = try await district.registry.clocks(of: number, for: district.handler)
    #expect(settled.map(\.isProvisional) == [false])
    #expect(try await district.clocks(number) == ["P1 2027-01-20"])
    #expect(try await District.dueDay(number) == "2027-01-20")
    #expect(try await district.clocks(other) == ["P1 2026-11-23"])
    let calendar = try await owner.lawBook().calendar
    #expect(calendar.horizon == Day("2027-12-31"))
    #expect(calendar.notice(2027) == "关于2027年部分节假日安排的通知")
    #expect(calendar.kind(try #require(Day("2027-01-09"))) == .makeUpWorkday)
    #expect(calendar.kind(try #require(Day("2027-10-01"))) == .holiday)
    #expect(calendar.kind(try #require(Day("2027-10-04"))) == .workday)
  }

  @Test func aFileThatLacksDaysTheLawLaysDownIsRefusedNamingThem() async throws {
    let before = try await stored()
    let refused = try await fault { _ = try await load(laidDown.dropLast(2) + january) }
    #expect(refused?.code == "law.year-short")
    #expect(refused?.arguments["days"] == "2027-10-02, 2027-10-03")
    #expect(try await stored() == before)
  }

  @Test func aLoadOfTheSameFileMovesNothing() async throws {
    let district = try await District()
    _ = try await district.logged(leadOn: "2026-12-28", at: december)
    _ = try await load(laidDown + january)
    let before = try await District.storedClocks()
    let again = try await load(laidDown + january)
    #expect(again.moved.isEmpty)
    #expect(try await District.storedClocks() == before)
  }

  @Test(arguments: [
    ["2027-01-01,holiday,元旦,2027", "2028-01-01,holiday,元旦,2028"], ["2029-01-01,holiday,元旦,2029"],
    ["2028-01-03,holiday,元旦,2028"], ["2027-01-01,holiday,元旦,二〇二七"], [],
  ])
  func aFileOfTwoYearsOrOfOneTooFarIsRefused(rows: [String]) async throws {
    let before = try await stored()
    for rehearsal in [true, false] {
      let refused = try await fault { _ = try await load(rows, rehearsal: rehearsal) }
      #expect(refused?.code == "law.year")
      #expect(refused?.field == "year")
    }
    #expect(try await stored() == before)
  }

  @Test(arguments: [
    ["2027-01-04,lunch,午餐,2027"], ["2027-01-04,,元旦,2027"], ["2027-01-04,workday,元旦,2027"],
    ["2027-02-30,holiday,元旦,2027"], ["2026-12-31,holiday,元旦,2027"], ["2027-01-04,holiday,,2027"],
    ["2027-01-04,holiday,元旦,2027", "2027-01-04,holiday,元旦,2027"], ["2027-01-04,holiday"],
  ])
  func aRowThatCannotBeIsRefusedAndNothingIsKept(rows: [String]) async throws {
    let district = try await District()
    _ = try await district.logged(leadOn: "2026-12-28", at: december)
    let before = try await stored()
    let refused = try await fault { _ = try await load(laidDown + rows) }
    #expect(refused?.code == "law.data")
    #expect(refused?.arguments["table"] == "calendar_day")
    #expect(try await stored() == before)
    #expect(try await owner.lawBook().calendar.horizon == Day("2026-12-31"))
  }
}
