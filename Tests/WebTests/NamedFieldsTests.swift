import Testing

@testable import Web

/// Rows that tell their fields by name tell every one of them, and as it is.
@Suite struct NamedFieldsTests {
  private func expectAll(of row: Any, _ child: (String) -> Any?) {
    for (label, value) in Mirror(reflecting: row).children {
      // What is optional is told without being so.
      let mirror = Mirror(reflecting: value)
      let held: Any? = mirror.displayStyle == .optional ? mirror.children.first?.value : value
      #expect(child(label ?? "").map { "\($0)" } == held.map { "\($0)" }, "\(label ?? "")")
    }
    #expect(child("nothing") == nil)
  }

  @Test(arguments: [nil, "有"]) func ofAnEntry(text: String?) {
    let row = CasePage.EntryRow(
      sequence: 3, proceeding: "行政处罚", proceedingHref: "#proceeding-1", act: "立案", milestone: text, happenedOn: text,
      recordedAt: "2026-11-02 09:00", officer: "甲", agency: "区知识产权局", facts: [], corrects: text,
      corrected: text, correctionHref: text, digest: "0a1b")
    expectAll(of: row, row.child)
  }

  @Test func ofAParticular() {
    let row = Particular(label: "依据", value: "证据")
    expectAll(of: row, row.child)
  }

  @Test(arguments: [nil, StateTag(.waiting, "明天到期")]) func ofACase(due: StateTag?) {
    let row = CasesPage.Row(
      href: "/cases/2026-000001", number: "2026-000001", summary: "销售假冒", demo: true, respondents: "某店", ipType: "商标",
      holder: "区知识产权局", since: "2026-11-02 起", state: StateTag(.running, "办理中"), due: due, loggedOn: "2026-11-02")
    expectAll(of: row, row.child)
  }
}
