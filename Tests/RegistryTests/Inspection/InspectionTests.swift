import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct InspectionTests {
  @Test func aPlanIsKeptWithItsLists() async throws {
    let district = try await District()
    let id = try await district.planned()
    let plan = try await district.registry.inspection(id, for: district.clerk).plan
    #expect(plan.title == "2026年第四季度抽查")
    #expect(plan.state == .drafted)
    #expect([plan.count, plan.targetCount, plan.inspectorCount, plan.team] == [3, 6, 4, 2])
    #expect(plan.committed == nil && plan.drawn == nil)
    let lists = try await district.registry.inspectionLists(id, for: district.clerk)
    #expect(try lists == GivenInspection.request().checked(by: district.clerk))
    #expect(try await district.registry.inspections(for: district.head).map(\.id) == [id])
  }

  @Test func itIsCommittedToDrawnAndFinished() async throws {
    let district = try await District()
    let id = try await district.drawn()
    var inspection = try await district.registry.inspection(id, for: district.clerk)
    // As draw.py beside this file reckons it.
    #expect(
      inspection.plan.committed?.commitment.hex
        == "fbce638aae4631b982643dd56ebcb7a5b12febbb2014bbfb22b8bf7c4220578b")
    #expect(inspection.plan.committed?.at == District.committedAt)
    #expect(inspection.plan.drawn?.request == (try GivenInspection.draw()))
    #expect(inspection.plan.state == .drawn)
    #expect(
      inspection.results.map { result in
        "\(result.pick.rank) \(result.pick.target.identityNumber) "
          + result.pick.inspectors.map(\.certificate.wire).joined(separator: "、")
      } == [
        "1 91440605MA000020XE 粤A003、粤A004", "2 91440605MA0000197X 粤A002、粤A004",
        "3 91440605MA00001893 粤A002、粤A004",
      ])
    for result in inspection.results {
      let number = result.pick.target.identityNumber.wire
      try await district.record(id, number, ended: "2026-11-20", .noProblem)
      #expect(try await district.registry.inspection(id, for: district.clerk).plan.state == .drawn)
      try await district.record(id, number, published: "2026-11-20")
    }
    inspection = try await district.registry.inspection(id, for: district.clerk)
    #expect(inspection.plan.state == .finished)
    #expect(inspection.results.allSatisfy { $0.recordedOn == Day("2026-11-20") })
  }

  @Test func aDrawBeforeItsCommitmentIsRefused() async throws {
    let district = try await District()
    let id = try await district.planned()
    let refused = try await code {
      _ = try await district.registry.draw(
        GivenInspection.draw(), in: id, once: Given.once(), by: district.handler, now: Given.now)
    }
    #expect(refused == "inspection.uncommitted")
    #expect(try await district.registry.inspection(id, for: district.clerk).plan.state == .drafted)
  }

  // The commitment is of 09:00, the tests happen at 10:00.
  @Test(
    arguments: [
      ("2026-11-20 08:59", "inspection.seed-early"), ("2026-11-20 09:00", "inspection.seed-early"),
      ("2026-11-20 09:01", nil), ("2026-11-20 10:00", nil), ("2026-11-20 10:01", "instant.future"),
    ] as [(String, String?)])
  func theSeedIsDrawnAfterTheCommitment(at: String, expected: String?) async throws {
    let district = try await District()
    let id = try await district.committed()
    let refused = try await code {
      _ = try await district.registry.draw(
        GivenInspection.draw(at: at), in: id, once: Given.once(), by: district.handler, now: Given.now)
    }
    #expect(refused == expected)
  }

  @Test func aSecondDrawAndASecondCommitmentAreRefused() async throws {
    let district = try await District()
    let id = try await district.drawn()
    let again = try await code {
      _ = try await district.registry.draw(
        GivenInspection.draw("另一种子"), in: id, once: Given.once(), by: district.handler, now: Given.now)
    }
    #expect(again == "inspection.drawn")
    let committed = try await code {
      _ = try await district.registry.commit(id, once: Given.once(), by: district.head, now: Given.now)
    }
    #expect(committed == "inspection.committed")
  }

  @Test(arguments: [
    "insert into inspection_target values (1, '91440605MA00002269', '新机构', null)",
    "update inspection_target set name = '另一名称' where identity_number = '91440605MA0000162B'",
    "update inspector set name = '新人' where certificate = '粤A001'", "delete from inspection_conflict",
    "update inspection_plan set sample = '4'", "update inspection_plan set team = 3",
    // Lists that do not even hold together any more.
    "delete from inspection_conflict; delete from inspector",
  ])
  func listsChangedByHandAfterTheCommitmentAreNotDrawnFrom(change: String) async throws {
    let district = try await District()
    let id = try await district.committed()
    try #require(id == 1)
    try await District.tamper(change)
    let refused = try await code {
      _ = try await district.registry.draw(
        GivenInspection.draw(), in: id, once: Given.once(), by: district.handler, now: Given.now)
    }
    #expect(refused == "inspection.lists-changed")
  }

  @Test func theServiceItselfCannotAddToListsCommittedTo() async throws {
    let district = try await District()
    let id = try await district.committed()
    let settings = district.clerk.settings
    for statement in [
      "insert into inspection_target values (\(id), '91440605MA00002269', '新机构', null)",
      "insert into inspector values (\(id), '粤A005', '新人')", "delete from inspection_conflict",
      "update inspection_target set name = 'x'", "update inspection_plan set sample = '4'",
    ] {
      await #expect(throws: (any Error).self, "\(statement)") {
        try await TestDatabase.service.transaction(settings) { db in try db.execute("\(trusted: statement)") }
      }
    }
  }

  // Inspectors show their certificates: 企业公示信息抽查办法 art. 9.
  @Test(
    arguments: [
      ("", nil), ("update certificate set valid_to = '2026-11-19' where number = '粤A001'", "周敏"),
      ("update certificate set revoked_on = '2026-11-20' where number = '粤A002'", "何志远"),
      ("update certificate set valid_from = '2026-11-21' where number = '粤A003'", "梁家宝"),
      ("update certificate set holder = '别人' where number = '粤A004'", "陈一鸣"),
      ("update certificate set agency = 'CUL' where number in ('粤A001', '粤A002')", "周敏、何志远"),
    ] as [(String, String?)])
  func everyInspectorHoldsACertificateInForce(change: String, without: String?) async throws {
    let district = try await District()
    try await GivenInspection.certify()
    if !change.isEmpty { try await District.tamper(change) }
    let id = try await district.planned()
    let refused = try await refusal {
      _ = try await district.registry.commit(id, once: Given.once(), by: district.head, now: Given.now)
    }
    #expect(refused?.code == (without == nil ? nil : "inspection.no-certificate"))
    if let without { #expect(refused?.arguments["names"] == .text(without)) }
  }

  @Test func anotherAgencyDoesNotKnowOfIt() async throws {
    let district = try await District()
    let id = try await district.drawn()
    let head = try await Given.officer("CUL", .head, .clerk, .caseOfficer)
    for officer in [head, district.prosecutor, district.police] {
      #expect(try await district.registry.inspections(for: officer).isEmpty)
      #expect(
        try await code { _ = try await district.registry.inspection(id, for: officer) } == "inspection.unknown")
      #expect(
        try await code { _ = try await district.registry.inspectionLists(id, for: officer) } == "inspection.unknown")
    }
    let refused = try await code {
      try await district.record(id, "91440605MA000020XE", ended: "2026-11-20", by: head)
    }
    #expect(refused == "inspection.unknown")
  }

  @Test func whatIsSentTwiceIsDoneOnce() async throws {
    let district = try await District()
    try await GivenInspection.certify()
    let (once, request) = (try Given.once("the-same-key"), try GivenInspection.request())
    let first = try await district.registry.plan(request, once: once, by: district.clerk, now: District.committedAt)
    let second = try await district.registry.plan(request, once: once, by: district.clerk, now: District.committedAt)
    #expect(first.value == second.value)
    #expect(!first.isReplay && second.isReplay)
    let other = try IdempotencyKey("the-same-key", request: [1])
    let reused = try await code {
      _ = try await district.registry.plan(request, once: other, by: district.clerk, now: Given.now)
    }
    #expect(reused == "idempotency.reused")
    let committing = try Given.once("another-key")
    for replayed in [false, true] {
      let done = try await district.registry.commit(
        first.value, once: committing, by: district.head, now: District.committedAt)
      #expect(done.isReplay == replayed)
    }
    #expect(try await district.registry.inspections(for: district.clerk).count == 1)
  }

  private func draw(_ seed: String, _ id: Int64, in district: District) async throws -> String? {
    try await code {
      _ = try await district.registry.draw(
        GivenInspection.draw(seed), in: id, once: Given.once(), by: district.handler, now: Given.now)
    }
  }

  @Test func twoDrawsAtOnceGiveOne() async throws {
    let district = try await District()
    let id = try await district.committed()
    async let one = draw("2026278", id, in: district)
    async let other = draw("2026279", id, in: district)
    let codes = try await [one, other]
    #expect(codes.compactMap(\.self) == ["inspection.drawn"])
    #expect(try await district.registry.inspection(id, for: district.clerk).results.count == 3)
  }
}

@Suite(.database) struct InspectionRecordTests {
  private let target = "91440605MA000020XE"

  @Test func aFollowUpOpensTheCaseFileThatItLedTo() async throws {
    let district = try await District()
    let id = try await district.drawn()
    let number = try await district.logged()
    try await district.record(id, target, ended: "2026-11-20", .pending, problem: "涉嫌冒用他人名义", followUp: number)
    let result = try await district.registry.inspection(id, for: district.clerk).results[0]
    #expect(result.followUp == number)
    #expect(result.problem == "涉嫌冒用他人名义")
  }

  @Test func aCaseFileThatTheAgencyMayNotSeeIsNotLinked() async throws {
    let district = try await District()
    let id = try await district.drawn()
    let number = try await Given.caseFile(by: district.culture)
    let refused = try await refusal {
      try await district.record(id, target, ended: "2026-11-20", .pending, problem: "涉嫌", followUp: number)
    }
    #expect(refused?.code == "case.unknown")
    #expect(refused?.field == "followUp")
    #expect(try await district.registry.inspection(id, for: district.clerk).results[0].endedOn == nil)
  }

  @Test func whatIsOnRecordStaysEvenAgainstTheDatabase() async throws {
    let district = try await District()
    let id = try await district.drawn()
    try await district.record(id, target, ended: "2026-11-20", .noProblem)
    let refused = try await code { try await district.record(id, target, .inactive) }
    #expect(refused == "inspection.recorded")
    await #expect(throws: (any Error).self) {
      try await District.tamper("update inspection_result set category = 'inactive', ended_on = '2026-11-19'")
    }
  }

  @Test func onlyWhatWasDrawnIsRecorded() async throws {
    let district = try await District()
    let id = try await district.drawn()
    #expect(
      try await code { try await district.record(id, "91440605MA0000162B", ended: "2026-11-20") } == "inspection.target"
    )
    let draft = try await district.planned()
    #expect(try await code { try await district.record(draft, target, ended: "2026-11-20") } == "inspection.undrawn")
  }

  // Twenty working days from the end of the check: 企业公示信息抽查办法 art. 12. After 2026-09-17: 18, 20-24 September make 6
  // (20 September was worked for the holiday), 28-30 September 9, 8-10 October 12 (10 October likewise), 12-16 17, 19-21 20.
  @Test func theResultIsDueTwentyWorkingDaysAfterTheEnd() async throws {
    let district = try await District()
    let book = try await district.registry.lawBook()
    let plan = try await district.registry.inspection(district.planned(), for: district.clerk).plan
    #expect(plan.resultDue(endedOn: Day("2026-09-17"), by: book)?.moment.day == Day("2026-10-21"))
    #expect(plan.resultDue(endedOn: Day("2026-11-02"), by: book)?.moment.day == Day("2026-11-30"))
    #expect(plan.resultDue(endedOn: nil, by: book) == nil)
    let other = try await district.planned(GivenInspection.request(scope: .patentAgency))
    let agencies = try await district.registry.inspection(other, for: district.clerk).plan
    #expect(agencies.resultDue(endedOn: Day("2026-09-17"), by: book) == nil)
  }
}
