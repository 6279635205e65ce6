import Casework
import Postgres
import Registry
import TestSupport
import Testing

/// Columns that are remembered, and batches that are taken back.
@Suite(.database) struct ImportBatchTests {
  private let registry = Registry(TestDatabase.service)

  private func imported(by officer: Officer, _ table: RegisterTable) async throws -> ImportOutcome {
    try await registry.importRegister(
      table, fileName: "登记表.xlsx", rehearsal: false, isDemo: false, by: officer, now: Given.now
    ) { _, _ in }
  }

  private let own: [(number: Int, cells: [String])] = [
    (1, ["桂城街道登记表"]), (3, ["序号", "编号", "标题", "类型", "种类", "单位"]),
    (4, ["1", "G1", "案一", "商标", "行政处罚", "灯湖服饰商行"]), (6, ["2", "G2", "案二", "商标", "行政处罚"]),
  ]
  private let mapping: [String: String?] = [
    "序号": nil, "编号": "case_ref", "标题": "source_title", "类型": "ip_type", "种类": "procedure", "单位": "respondent",
  ]

  @Test func aSourcesOwnColumnsAreRememberedAndPutIntoOurs() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    try await registry.remember(mapping, of: "桂城", by: clerk)
    let known = try await registry.importMapping(of: "桂城", for: clerk)
    #expect(known == mapping)
    let table = try RegisterTable(rows: own, mapping: known).mapped(known)
    #expect(table.heading == ["case_ref", "source_title", "ip_type", "procedure", "respondent"])
    let outcome = try await imported(by: clerk, table)
    #expect(outcome.imported == 2 && outcome.lines.map(\.line) == [4, 6])
    let stranger = try await Given.officer("CUL", .clerk)
    #expect(try await registry.importMapping(of: "桂城", for: stranger).isEmpty)
    #expect(
      try await code { try await registry.remember(["甲": "moon"], of: "桂城", by: clerk) } == "import.column-unknown")
  }

  @Test func twoRowsOfHeadingsAreRefused() throws {
    let rows: [(number: Int, cells: [String])] = [
      (1, ["案件编号", "来源标题"]), (2, ["案件编号", "来源标题"]), (3, ["G1", "案一"]),
    ]
    let refused = #expect(throws: Refusal.self) { try RegisterTable(rows: rows) }
    #expect(refused?.code == "import.two-headings" && refused?.arguments["row"] == .text("2"))
  }

  /// Filed cases in the statistics, of the files up to a key.
  private func tallied(upTo file: Int) async throws -> Int? {
    try await TestDatabase.owner.read { db in
      try db.first(
        "select coalesce(sum(amount), 0)::int as n from tally where indicator = 'filed' and case_file <= \(file)"
      ) { try $0["n"] as Int }
    }
  }

  @Test func anImportIsTakenBackAndItsKeysAreFreeAgain() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let bytes = Register.bytes(
      Register.heading + ",filed_date", Register.first + ",2026-03-04", Register.second + ",2026-03-05")
    let outcome = try await Register.imported(bytes, by: clerk)
    let batch = try #require(outcome.batch)
    let number = try #require(outcome.lines.first?.number)
    #expect(try await tallied(upTo: 2) == 2)
    try await registry.undoImport(batch, by: clerk, now: Given.now.adding(seconds: 60))
    #expect(try await registry.count(CaseFileFilter(limit: 10), for: clerk) == 0)
    #expect(try await code { _ = try await registry.caseFile(number, for: clerk) } == "case.unknown")
    let findings = try await Registry(TestDatabase.owner).examine(now: Given.now).map(\.rule)
    #expect(findings == [])
    #expect(try await registry.imports(for: clerk).first?.undoneAt == Given.now.adding(seconds: 60))
    #expect(try await Register.imported(bytes, by: clerk).imported == 2)
    #expect(try await code { try await registry.undoImport(batch, by: clerk, now: Given.now) } == "import.undone")
    // The statistics have what stands, and not what was taken back.
    #expect(try await tallied(upTo: 2) == 0)
    #expect(try await tallied(upTo: 4) == 2)
    // What was recorded stays: that it was published, that it was filed, that it was taken back.
    let kept = try await TestDatabase.owner.read { db in
      try db.all("select act from entry where case_file = 1 order by sequence") { try $0["act"] as String }
    }
    #expect(kept == ["import", "import", "undo-import"])
  }

  @Test func whatSomebodyHasActedOnIsNotTakenBack() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let outcome = try await Register.imported(Register.bytes(Register.heading, Register.first), by: clerk)
    let more = SupplementRequest(amounts: try Given.amounts(goodsValue: "5"), reason: try Prose(wire: "查明"))
    _ = try await registry.supplement(
      more, to: #require(outcome.lines[0].number), once: Given.once(), by: clerk, now: Given.now.adding(seconds: 1))
    let batch = try #require(outcome.batch)
    let later = Given.now.adding(seconds: 2)
    #expect(try await code { try await registry.undoImport(batch, by: clerk, now: later) } == "import.touched")
    let stranger = try await Given.officer("CUL", .clerk)
    #expect(try await code { try await registry.undoImport(batch, by: stranger, now: later) } == "import.unknown")
    #expect(try await registry.count(CaseFileFilter(limit: 10), for: clerk) == 1)
  }
}
