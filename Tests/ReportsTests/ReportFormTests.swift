import Reports
import Testing

@Suite struct ReportFormTests {
  private func code(_ source: String) -> String? {
    do throws(ReportForm.Fault) { _ = try ReportForm(source, key: "own") } catch { return error.code }
    return nil
  }

  private static let head = "version: 1\nname: [甲, A]\nperiod: month\ntables:\n  t:\n    title: [乙, B]\n"

  @Test(
    arguments: [
      ("    rows: category\n    columns: [filed]\n", nil), ("    rows: flag\n    columns: [filed]\n", nil),
      ("    rows: flag\n    columns: [filed]\n    total: true\n", "form.overlap"),
      ("    rows: agency\n    columns: ['filed@rural']\n", "form.overlap"),
      ("    rows: category\n    columns: ['filed@moon']\n", "form.flag"),
      ("    rows: moon\n    columns: [filed]\n", "form.malformed"),
      ("    rows: town\n    columns: []\n", "form.malformed"),
      ("    rows: category\n    columns: [filed]\n    groups: {g: {name: [丙, C], of: [moon]}}\n", "form.category"),
      (
        "    rows: category\n    columns: [filed]\n    groups: {g: {name: [丙, C], of: [gi]}, h: {name: [丁, D], of: [gi]}}\n",
        "form.overlap"
      ),
    ] as [(String, String?)])
  func aFormThatCannotBeAddedUpOrReadIsRefused(table: String, expected: String?) {
    #expect(code(Self.head + table) == expected)
  }

  @Test(arguments: ["", "{", "tables: 3", "name: [a, b]"]) func whatIsNoFormIsRefused(source: String) {
    #expect(code(source) == "form.malformed")
  }

  @Test func theShippedFormsAreRead() throws {
    let forms = try ReportShelf().forms.map(\.key)
    #expect(forms == ["credit-monthly", "district-monthly", "double-strike", "referral-board", "samr-quarterly"])
  }

  @Test(arguments: [
    ("2026-10", "2026-10", "2026-10-01", "2026-10-31"), ("2026-q4", "2026-Q4", "2026-10-01", "2026-12-31"),
    ("2026-Q1", "2026-Q1", "2026-01-01", "2026-03-31"),
  ])
  func aPeriodIsAMonthOrAQuarter(text: String, written: String, first: String, last: String) throws {
    let period = try #require(ReportPeriod(text))
    #expect(period.description == written)
    #expect(period.days.lowerBound.description == first && period.days.upperBound.description == last)
    #expect(period.next.previous == period && period.yearBefore.next != period)
  }

  @Test(arguments: ["", "2026", "2026-13", "2026-Q5", "Q4", "26-Q1", "2026-Q", "2026-10-01"])
  func anythingElseIsNone(text: String) { #expect(ReportPeriod(text) == nil) }
}
