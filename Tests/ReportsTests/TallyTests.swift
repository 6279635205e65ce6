import Casework
import Law
import Postgres
import Registry
import Reports
import TestSupport
import Testing

/// The ledger of signed lines: it equals a recount of the raw entries by another way, whatever comes and in what order.
@Suite(.database) struct TallyTests {
  private var owner: Registry { Registry(TestDatabase.owner) }

  @Test func aRecountOfTheEntriesIsTheTally() async throws {
    let year = try await TinyYear()
    #expect(try await owner.recount() == [])
    let file = try await year.logged(year.bureau, .trademark, "2026-11-03")
    try await year.decide(file, filed: "2026-11-04", decided: "2026-11-05", ["fine": "99.99", "confiscated": "0.01"])
    #expect(try await owner.recount() == [])
  }

  @Test func aLineThatIsMissingIsFound() async throws {
    _ = try await TinyYear()
    try await TestDatabase.owner.transaction { db in
      try db.script(
        """
        alter table tally disable trigger tally_stays; delete from tally where id = (select min(id) from tally where indicator = 'filed')
        """)
    }
    let found = try await owner.recount()
    #expect(found.map(\.indicator) == ["filed"] && found.first?.counted == (found.first?.kept ?? 0) + 1)
  }

  @Test func theSumsOfClosedDaysAreThoseOfTheirLines() async throws {
    let year = try await TinyYear()
    #expect(try await year.registry.closeTallies(through: Given.now.day()) == 1)
    #expect(try await year.registry.closeTallies(through: Given.now.day()) == 0)
    #expect(try await owner.brokenSums() == 0)
    // Recorded on a day that is closed already: it goes into the sums of that day.
    _ = try await year.logged(year.bureau, .trademark, "2026-11-04")
    #expect(try await owner.brokenSums() == 0)
    // Over the end of the month.
    #expect(try await year.registry.closeTallies(through: Given.now.day().adding(days: 30)) == 30)
    _ = try await year.logged(year.bureau, .trademark, "2026-11-05")
    #expect(try await owner.brokenSums() == 0)
    try await TestDatabase.owner.transaction { db in
      try db.script(
        "update tally_sum set amount = amount + 1 where indicator = 'leads' and cut = 'total' and scope = '*' and is_month and month = '2026-11-01'"
      )
    }
    #expect(try await owner.brokenSums() == 1)
  }

  @Test func linesAreAppendedAndNeverChanged() async throws {
    _ = try await TinyYear()
    for statement in ["update tally set amount = 2", "delete from tally"] {
      await #expect(throws: PostgresError.self) {
        try await TestDatabase.owner.transaction { db in try db.script(statement) }
      }
    }
  }

  @Test func whatIsFoundLaterMovesTheCaseByALineOfEachSign() async throws {
    let year = try await TinyYear()
    let file = try await year.logged(year.bureau, .trademark, "2026-11-02")
    try await year.decide(file, filed: "2026-11-03", decided: "2026-11-05", ["fine": "12"])
    var more = try SupplementRequest(amounts: Given.amounts(goodsValue: "5000"), reason: Prose(wire: "查明"))
    more.matter = .agency
    more.flags = [.foreign, .rural]
    _ = try await year.registry.supplement(more, to: file.number, once: Given.once(), by: year.bureau, now: Given.now)
    let cells = try await year.registry.cells(of: file.number, asOf: Given.now, for: year.bureau)
    #expect(Set(cells.map(\.category)) == ["trademark-agency"])
    #expect(cells.first { $0.indicator == "value" }?.amount == 500_000)
    #expect(cells.first { $0.indicator == "value" }?.day == Day("2026-11-03"))
    more.amounts = try Given.amounts(goodsValue: "4000")
    _ = try await year.registry.supplement(more, to: file.number, once: Given.once(), by: year.bureau, now: Given.now)
    let again = try await year.registry.cells(of: file.number, asOf: Given.now, for: year.bureau)
    #expect(again.first { $0.indicator == "value" }?.amount == 400_000)
    #expect(try await owner.recount() == [])
    let run = try await year.registry.run(
      #require(ReportShelf()["district-monthly"]), #require(ReportPeriod("2026-11")), asOf: Given.now, scope: .district,
      for: year.bureau, now: Given.now)
    let flags = try #require(run.tables.first { $0.table.key == "by-flag" })
    #expect(flags.total == nil)
    let filed = try #require(flags.table.columns.firstIndex { $0.key == "filed" })
    #expect(flags.rows.filter { $0.figures[filed].period == 1 }.map(\.key) == ["foreign", "rural"])
  }

  @Test func ofTwoThatActAtOnceNothingIsCountedTwice() async throws {
    let year = try await TinyYear()
    let file = try await year.logged(year.bureau, .trademark, "2026-11-02")
    try await year.act(file, "verify", ["findings": "属实"], by: year.bureau, on: "2026-11-03")
    async let left: Void? = try? year.act(
      file, "file", ["officers": "甲、乙", "approver": "丙"], by: year.bureau, on: "2026-11-03")
    async let right: Void? = try? year.act(
      file, "file", ["officers": "甲、乙", "approver": "丙"], by: year.bureau, on: "2026-11-03")
    _ = await (left, right)
    let cells = try await year.registry.cells(of: file.number, asOf: Given.now, for: year.bureau)
    #expect(cells.filter { $0.indicator == "filed" }.map(\.amount) == [1])
  }
}
