import Casework
import Law
import Testing

@Suite struct InspectionPlanTests {
  private let now = Sample.sure { try SeedTime(wire: "2026-11-20 10:00").instant }
  private let committedAt = Sample.sure { try SeedTime(wire: "2026-11-18 09:00").instant }
  private let lists = Sample.sure { try SampleLists.lists() }
  private let head = Sample.officer(.head)

  private func plan(committed: Bool = false, drawn: Bool = false, scope: InspectionPlan.Scope = .enterprise)
    -> InspectionPlan
  {
    let commitment = Sample.sure { try Commitment(to: lists, by: SampleLists.plain) }
    return InspectionPlan(
      id: 1, agency: Sample.bureau, title: "代理机构抽查", scope: scope, kind: .undirected, condition: nil,
      sample: Sample.sure { try SampleSize(wire: "3") }, targetCount: 6, inspectorCount: 4, team: 2,
      state: drawn ? .drawn : committed ? .committed : .drafted, createdAt: committedAt, createdBy: "周敏",
      committed: committed ? .init(commitment: commitment, at: committedAt, officer: "梁家宝") : nil,
      drawn: drawn ? .init(request: request("2026-11-19 20:00"), at: now, officer: "周敏") : nil)
  }

  private func request(_ seedAt: String) -> DrawRequest {
    Sample.sure {
      DrawRequest(
        seed: try Line(wire: "2026278"), seedSource: try Line(wire: "福利彩票双色球第2026278期"),
        seedAt: try SeedTime(wire: seedAt), witness: try Line(wire: "何志远"))
    }
  }

  private func refused(_ plan: InspectionPlan, _ seedAt: String, by officer: Officer? = nil) -> Refusal? {
    refusal { () throws(Refusal) in
      _ = try plan.draw(request(seedAt), from: lists, by: officer ?? head, at: now, SampleLists.plain)
    }
  }

  @Test func aDrawBeforeItsCommitmentIsRefused() {
    #expect(refused(plan(), "2026-11-19 20:00")?.code == "inspection.uncommitted")
  }

  @Test(
    arguments: [
      ("2026-11-17 20:00", "inspection.seed-early"), ("2026-11-18 08:59", "inspection.seed-early"),
      ("2026-11-18 09:00", "inspection.seed-early"), ("2026-11-18 09:01", nil), ("2026-11-20 10:00", nil),
      ("2026-11-20 10:01", "instant.future"), ("2026-11-18T01:00:00Z", "inspection.seed-early"),
    ] as [(String, String?)])
  func theSeedIsDrawnAfterTheCommitment(seedAt: String, code: String?) {
    let refused = refused(plan(committed: true), seedAt)
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.field == "seedAt") }
  }

  @Test func aSecondDrawIsRefused() {
    #expect(refused(plan(committed: true, drawn: true), "2026-11-19 20:00")?.code == "inspection.drawn")
  }

  @Test func aSecondCommitmentIsRefused() {
    for (plan, code) in [(plan(), nil), (plan(committed: true), "inspection.committed")] as [(InspectionPlan, String?)]
    {
      let refused = refusal { () throws(Refusal) in try plan.checkCommitting(by: head) }
      #expect(refused?.code == code)
    }
  }

  @Test(arguments: Role.allCases) func headsCommitAndHandlersDraw(role: Role) {
    let officer = Sample.officer(role)
    let isHead = [Role.deputyHead, .actingHead, .head].contains(role)
    let committing = refusal { () throws(Refusal) in try plan().checkCommitting(by: officer) }
    #expect(committing?.code == (isHead ? nil : "role.missing"))
    let drawing = refused(plan(committed: true), "2026-11-19 20:00", by: officer)
    #expect(drawing?.code == (isHead || role == .caseOfficer ? nil : "role.missing"))
  }

  @Test func aRequestIsForClerksAndCaseOfficersOfAnEnforcementAgency() throws {
    var request = InspectionRequest(
      title: try Line(wire: "代理机构抽查"), scope: .patentAgency, kind: .undirected, sample: try SampleSize(wire: "3"),
      targets: SampleLists.targets, inspectors: SampleLists.inspectors, conflicts: SampleLists.conflicts)
    for role in Role.allCases {
      let refused = refusal { () throws(Refusal) in _ = try request.checked(by: Sample.officer(role)) }
      #expect(refused?.code == ([Role.clerk, .caseOfficer].contains(role) ? nil : "role.missing"), "\(role)")
    }
    for agency in [Sample.police, Sample.court, Sample.conference] {
      let refused = refusal { () throws(Refusal) in _ = try request.checked(by: Sample.officer(of: agency, .clerk)) }
      #expect(refused?.code == "inspection.no-power")
    }
    #expect(try request.checked(by: Sample.officer(.clerk)) == lists)
    request.team = try Line(wire: "two")
    let refused = refusal { () throws(Refusal) in _ = try request.checked(by: Sample.officer(.clerk)) }
    #expect(refused?.code == "inspection.team")
  }

  // 定向抽查 draws from a list made by a condition: 企业公示信息抽查办法 art. 5.
  @Test func aDirectedInspectionSaysByWhatCondition() throws {
    var request = InspectionRequest(
      title: try Line(wire: "代理机构抽查"), scope: .patentAgency, kind: .directed, sample: try SampleSize(wire: "3"),
      targets: SampleLists.targets, inspectors: SampleLists.inspectors)
    let refused = refusal { () throws(Refusal) in _ = try request.checked(by: Sample.officer(.clerk)) }
    #expect(refused?.code == "inspection.condition")
    #expect(refused?.citation?.key == "enterprise-spot-check-measures@5")
    request.condition = try Line(wire: "上年度被投诉的机构")
    #expect(throws: Never.self) { try request.checked(by: Sample.officer(.clerk)) }
  }

  @Test(arguments: ["", "2026-11-20", "20:00", "2026-11-20 25:00", "昨天"]) func aTimeThatIsNoneIsRefused(text: String) {
    #expect(refusal { () throws(Refusal) in _ = try SeedTime(wire: text) }?.code == "instant.unreadable")
  }

  @Test func onlyAnEnterpriseCheckHasATimeLimitForItsResult() {
    for scope in InspectionPlan.Scope.allCases {
      #expect((scope.resultRule == "I-result") == (scope == .enterprise))
    }
  }
}
