import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct ImportTests {
  private let registry = Registry(TestDatabase.service)
  private let heading = Register.heading
  private let first = Register.first

  @Test(arguments: [Role.clerk, .caseOfficer, .statistician]) func theseRolesImport(role: Role) async throws {
    let officer = try await Given.officer("IPB", role)
    #expect(try await Register.imported(Register.bytes(heading, first), by: officer).imported == 1)
  }

  @Test(arguments: [Role.reviewer, .deputyHead, .actingHead, .head, .auditor, .administrator])
  func theseDoNot(role: Role) async throws {
    let officer = try await Given.officer("IPB", role)
    let bytes = Register.bytes(heading, first)
    #expect(try await code { _ = try await Register.imported(bytes, by: officer) } == "role.missing")
    #expect(try await code { try Registry.checkRegister(RegisterTable(csv: bytes), by: officer) } == "role.missing")
  }

  @Test func whatALineSaysOfItsSourceIsReadBack() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let bytes = Register.bytes(
      heading + ",source_url,publisher,enforcing_agency,law_articles,outcome,police_outcome,court_outcome,notes,place",
      first + ",https://example.cn/1,某市局,某区局,商标法57,罚款,未立案,未诉,备注,某市某区")
    let number = try #require(try await Register.imported(bytes, by: clerk).lines.first?.number)
    let file = try await registry.caseFile(number, for: clerk)
    #expect(
      file.source
        == PublishedSource(
          key: "G1", title: "销售假冒商标服装案", url: "https://example.cn/1", publisher: "某市局", enforcingAgency: "某区局",
          lawArticles: "商标法57", outcome: "罚款", policeOutcome: "未立案", courtOutcome: "未诉", notes: "备注"))
    #expect(file.leadSource == .published)
    #expect(file.place == "某市某区")
    #expect(!file.head.isDemo)
    #expect(file.parties.map(\.kind) == [.unstated])
    let entries = try await registry.entries(of: number, for: clerk)
    #expect(entries.map(\.act) == ["import"])
    #expect(entries.map(\.happenedOn) == [nil])
    #expect(entries.map(\.facts) == [["source": "G1"]])
  }

  @Test func aDateThatIsKnownInPartStaysSo() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let bytes = Register.bytes(heading + ",clue_date,filed_date,decided_date", first + ",2025,2025年3月,2025/4/7")
    let number = try #require(try await Register.imported(bytes, by: clerk).lines.first?.number)
    let entries = try await registry.entries(of: number, for: clerk)
    #expect(entries.map { $0.happenedOn?.description } == ["2025", "2025-03", "2025-04-07"])
  }

  @Test(arguments: [
    ("1000000000000000000", "amount.too-large"), ("1e18", "amount.unreadable"), ("-1", "amount.negative"),
    ("约5万", "amount.vague"),
  ])
  func anAmountThatIsNoneIsRejectedWithItsColumn(amount: String, code: String) async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    for column in [RegisterColumn.turnover, .gains, .goodsValue, .fine, .confiscated] {
      let bytes = Register.bytes("\(heading),\(column.rawValue)", "\(first),\(amount)")
      let lines = try await Register.imported(bytes, by: clerk).lines
      #expect(lines.map(\.number) == [nil])
      #expect(lines[0].faults.map(\.column) == [column])
      #expect(lines[0].faults.map(\.refusal.code) == [code])
    }
  }

  @Test(arguments: ["CUL", "区文广旅体局"]) func anotherAgencysLineIsRejectedForAnOrdinaryOfficer(
    owner: String
  ) async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let bytes = Register.bytes(heading + ",owner_agency", first + "," + owner, "G2,鞋案,商标,处罚,,IPB")
    let lines = try await Register.imported(bytes, by: clerk).lines
    #expect(lines.map { $0.number != nil } == [false, true])
    #expect(lines[0].faults.map(\.refusal.code) == ["import.other-agency"])
    #expect(lines[0].faults.map(\.column) == [.ownerAgency])
  }

  @Test func aKeyIsImportedOnceAnAgency() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let bytes = Register.bytes(heading, first, first)
    let lines = try await Register.imported(bytes, by: clerk).lines
    #expect(lines.map { $0.number != nil } == [true, false])
    #expect(lines[1].faults.map(\.refusal.code) == ["import.duplicate"])
    let other = try await Given.officer("CUL", .clerk)
    #expect(try await Register.imported(bytes, by: other).imported == 1)
  }

  @Test func whatWasImportedBelongsToTheAgencyAlone() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let stranger = try await Given.officer("CUL", .clerk)
    let number = try #require(
      try await Register.imported(Register.bytes(heading, first), by: clerk).lines.first?.number)
    #expect(try await code { _ = try await registry.caseFile(number, for: stranger) } == "case.unknown")
  }

  @Test func anImportedPenaltyGoesOnWhereItStands() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let bytes = Register.bytes(heading + ",decided_date", first + ",2026-05-01")
    let number = try #require(try await Register.imported(bytes, by: clerk).lines.first?.number)
    let file = try await registry.caseFile(number, for: clerk)
    #expect(file.head.state == "decision")
    #expect(file.proceedings[0].allowed(to: clerk, in: file.state).map(\.act) == ["serve", "serve-by-notice"])
  }

  @Test func aRehearsalKeepsNothingAndSaysTheSame() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let bytes = Register.bytes(heading, first, "G2,,商标,处罚,", "G1,鞋案,商标,处罚,", "short")
    let rehearsal = try await Register.imported(bytes, by: clerk, rehearsal: true)
    #expect(try await registry.count(CaseFileFilter(limit: 1), for: clerk) == 0)
    let real = try await Register.imported(bytes, by: clerk)
    #expect(rehearsal.lines.map(Register.Outcome.init) == real.lines.map(Register.Outcome.init))
    #expect(real.lines.map { $0.number != nil } == [true, false, false, false])
  }

  @Test func aNumberOfARightAsLongAsALineSpoilsNoOtherLine() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let long = String(repeating: "7", count: 61)
    let bytes = Register.bytes(heading + ",right_no", "G1,鞋案,商标,处罚,,\(long)", "G2,鞋案,商标,处罚,,")
    let lines = try await Register.imported(bytes, by: clerk).lines
    #expect(lines.last?.number != nil)
    #expect(lines.first?.number != nil || lines.first?.faults.first?.column == .rightNumber)
  }

  @Test func aLineWithVeryManyRespondentsSpoilsNoOtherLine() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let many = Array(repeating: "甲", count: 14_000).joined(separator: ";")
    let bytes = Register.bytes(heading, "G1,鞋案,商标,处罚,\(many)", "G2,鞋案,商标,处罚,")
    let lines = try await Register.imported(bytes, by: clerk).lines
    #expect(lines.last?.number != nil)
    #expect(lines.first?.number != nil || lines.first?.faults.first?.column == .respondent)
  }
}
