import Casework
import Law
import Testing

@Suite struct InspectionResultTests {
  private let clerk = Sample.officer(.clerk)
  private let drawnAt = Sample.sure { try SeedTime(wire: "2026-11-02 15:00").instant }
  private let target = Sample.sure { try Line(wire: "91440605MA0000162B") }
  private let drawn = InspectionResult(
    Draw.Pick(rank: 1, target: SampleLists.targets[0], key: "ab", inspectors: SampleLists.inspectors))

  private func request(
    ended: String? = nil, _ category: InspectionResult.Category? = nil, problem: String? = nil,
    published: String? = nil, address: String? = nil, followUp: String? = nil
  ) -> InspectionResultRequest {
    Sample.sure {
      InspectionResultRequest(
        target: target, endedOn: try ended.map { try When(wire: $0) }, category: category,
        problem: try problem.map { try Prose(wire: $0) }, publishedOn: try published.map { try When(wire: $0) },
        address: try address.map { try Line(wire: $0) }, followUp: try followUp.map { try CaseNumber(wire: $0) })
    }
  }

  private func refused(
    _ result: InspectionResult, _ request: InspectionResultRequest, by officer: Officer? = nil
  ) -> Refusal? {
    refusal { () throws(Refusal) in
      _ = try result.adding(request, by: officer ?? clerk, drawnAt: drawnAt, today: Sample.today)
    }
  }

  private func adding(_ request: InspectionResultRequest, to result: InspectionResult) throws -> InspectionResult {
    try result.adding(request, by: clerk, drawnAt: drawnAt, today: Sample.today)
  }

  @Test func aResultIsRecordedStepByStep() throws {
    var result = try adding(request(ended: "2026-11-05"), to: drawn)
    #expect(result.endedOn == Day("2026-11-05"))
    #expect(result.recordedOn == nil)
    result = try adding(request(.corrected, problem: "标识不规范"), to: result)
    #expect(result.recordedOn == Sample.today)
    result = try adding(request(published: "2026-11-19", address: "https://example.cn/1"), to: result)
    result = try adding(request(followUp: "2026-000001"), to: result)
    #expect(result.publishedOn == Day("2026-11-19"))
    #expect(result.followUp?.wire == "2026-000001")
    #expect(result.recordedOn == Sample.today)
  }

  @Test func allOfItCanBeRecordedAtOnce() throws {
    let result = try adding(request(ended: "2026-11-05", .noProblem, published: "2026-11-19"), to: drawn)
    #expect(result.category == .noProblem)
    #expect(result.problem == nil)
  }

  @Test(
    arguments: [
      ("2026-11-01", "inspection.before-draw"), ("2026-11-02", nil), ("2026-11-20", nil), ("2026-11-21", "date.future"),
      ("2026-11", "clock.day-needed"),
    ] as [(String, String?)])
  func anInspectionEndsBetweenTheDrawAndToday(day: String, code: String?) {
    let refused = refused(drawn, request(ended: day))
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.field == "endedOn") }
  }

  @Test func aResultNeedsTheEndOfTheInspection() {
    #expect(refused(drawn, request(.noProblem))?.code == "inspection.not-ended")
  }

  @Test(arguments: InspectionResult.Category.allCases)
  func aProblemIsDescribed(category: InspectionResult.Category) {
    let isNone = category == .noProblem || category == .inactive
    #expect(refused(drawn, request(ended: "2026-11-05", category))?.code == (isNone ? nil : "inspection.problem"))
    #expect(refused(drawn, request(ended: "2026-11-05", category, problem: "见记录")) == nil)
  }

  @Test func whatFollowsAResultNeedsOne() {
    for (request, field) in [
      (request(published: "2026-11-19"), "publishedOn"), (request(followUp: "2026-000001"), "followUp"),
      (request(problem: "标识不规范"), "problem"), (request(address: "https://example.cn/1"), "address"),
    ] {
      let refused = refused(drawn, request)
      #expect(refused?.code == "inspection.no-result")
      #expect(refused?.field == field)
    }
  }

  @Test func aResultIsNotPublishedBeforeTheInspectionEnded() {
    let refused = refused(drawn, request(ended: "2026-11-05", .noProblem, published: "2026-11-04"))
    #expect(refused?.code == "date.before-last-act")
    #expect(refused?.field == "publishedOn")
  }

  @Test func whatIsOnRecordIsNotChanged() throws {
    let result = try adding(request(ended: "2026-11-05", .noProblem), to: drawn)
    for (request, field) in [(request(ended: "2026-11-06"), "endedOn"), (request(.inactive), "category")] {
      let refused = refused(result, request)
      #expect(refused?.code == "inspection.recorded")
      #expect(refused?.field == field)
    }
    #expect(refused(result, request(ended: "2026-11-05"))?.code == "inspection.nothing")
    #expect(refused(result, request())?.code == "inspection.nothing")
  }

  @Test(arguments: Role.allCases) func clerksAndCaseOfficersRecord(role: Role) {
    let refused = refused(drawn, request(ended: "2026-11-05"), by: Sample.officer(role))
    #expect(refused?.code == ([Role.clerk, .caseOfficer].contains(role) ? nil : "role.missing"))
  }
}
