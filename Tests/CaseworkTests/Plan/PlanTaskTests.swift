import Casework
import Law
import Testing

@Suite struct PlanTaskTests {
  private func report(_ agency: AgencyCode, _ percent: Int?) throws -> PlanProgress {
    PlanProgress(
      id: 1, task: 9, agency: agency, officer: "测试员", reportedAt: Sample.today.start,
      period: try #require(PartialDay("2025")), text: "已建成指导站", percent: percent, evidence: nil)
  }

  private func task(_ duties: [(AgencyCode, PlanTask.Part)], _ reports: [PlanProgress] = []) throws -> PlanTask {
    PlanTask(
      number: 9, chinese: "任务", english: "Task", bracket: "…", endsOn: try #require(Day("2025-12-31")),
      duties: duties.map { PlanTask.Duty(agency: $0.0, part: $0.1) }, reports: reports)
  }

  @Test func whoLeadsAndWhoTakesPartIsSaidByTheWordOfThePlan() throws {
    let joint = try task([(Sample.bureau, .jointLead), (Sample.culture, .jointLead), (Sample.town, .share)])
    #expect(joint.leads == [Sample.bureau, Sample.culture])
    #expect(joint.participants == [Sample.town])
    // 按职责分工负责 has no lead.
    let shared = try task([(Sample.court, .shareByDuty), (Sample.police, .shareByDuty)])
    #expect(shared.leads == [])
    #expect(shared.participants == [Sample.court, Sample.police])
  }

  @Test func itIsAsFarAsTheSlowestOfThoseThatLead() throws {
    let duties: [(AgencyCode, PlanTask.Part)] = [
      (Sample.bureau, .jointLead), (Sample.culture, .jointLead), (Sample.town, .share),
    ]
    #expect(try task(duties).progress == nil)
    #expect(try task(duties, [report(Sample.town, 100)]).progress == nil)
    #expect(try task(duties, [report(Sample.bureau, nil)]).progress == nil)
    #expect(try task(duties, [report(Sample.bureau, 80)]).progress == 0)
    #expect(try task(duties, [report(Sample.bureau, 80), report(Sample.culture, 60)]).progress == 60)
  }

  @Test func withoutALeadItIsAsFarAsTheSlowestOfAll() throws {
    let duties: [(AgencyCode, PlanTask.Part)] = [(Sample.court, .shareByDuty), (Sample.police, .shareByDuty)]
    #expect(try task(duties, [report(Sample.court, 100), report(Sample.police, 40)]).progress == 40)
    #expect(try task(duties, [report(Sample.court, 100)]).progress == 0)
  }

  @Test func itsLightGoesByTheEndOfThePlan() throws {
    let duties: [(AgencyCode, PlanTask.Part)] = [(Sample.bureau, .lead)]
    let (before, after) = (try #require(Day("2025-06-30")), try #require(Day("2026-01-01")))
    #expect(try task(duties).light(on: before) == .green)
    #expect(try task(duties, [report(Sample.bureau, 99)]).light(on: after) == .red)
    #expect(try task(duties, [report(Sample.bureau, 100)]).light(on: after) == .green)
  }

  @Test func onlyAnAgencyThatTheTaskNamesReportsOnIt() throws {
    let task = try self.task([(Sample.bureau, .lead)])
    func refused(_ officer: Officer, _ period: String = "2025") throws -> Refusal? {
      let request = PlanProgressRequest(task: 9, period: try When(wire: period), text: try Prose(wire: "已办"))
      return refusal { () throws(Refusal) in try request.check(for: task, by: officer, on: Sample.today) }
    }
    #expect(try refused(Sample.officer(.statistician)) == nil)
    #expect(try refused(Sample.officer(.clerk))?.code == "role.missing")
    let stranger = try refused(Sample.officer(of: Sample.court, .head))
    #expect(stranger?.code == "plan.not-named")
    #expect(stranger?.arguments == ["agency": .agency(Sample.court), "task": .text("9")])
    #expect(try refused(Sample.officer(.head), "2026") == nil)
    #expect(try refused(Sample.officer(.head), "2026-12")?.code == "date.future")
  }

  @Test(
    arguments: [("0", 0), ("100", 100), (" 7 ", 7), ("101", nil), ("-1", nil), ("5.5", nil), ("", nil), ("1000", nil)]
      as [(String, Int?)])
  func aPercentageIsAWholeNumberUpToAHundred(text: String, value: Int?) {
    var read: Int?
    let refused = refusal { () throws(Refusal) in read = try Percent(wire: text).value }
    #expect(read == value)
    #expect((refused?.code == "plan.percent") == (value == nil))
  }
}

@Suite struct CampaignRequestTests {
  @Test(arguments: ["tie-quan-2026", "ab", "a1"]) func aCodeIsKept(code: String) throws {
    #expect(try CampaignCode(wire: " \(code) ").wire == code)
  }

  @Test(arguments: ["", "a", "Tie", "1a", "-a", "a_b", "铁拳", "a b", String(repeating: "a", count: 41)])
  func anyOtherIsRefused(code: String) {
    let refused = refusal { () throws(Refusal) in _ = try CampaignCode(wire: code) }
    #expect(refused?.code == "campaign.code")
  }

  @Test(
    arguments: [
      ("2026-03-01", nil, nil, nil), ("2026-03-01", "2026-03-01", nil, nil),
      ("2026-03-01", "2026-02-28", "campaign.order", "to"), ("2026-03", nil, "clock.day-needed", "from"),
      ("2026-03-01", "2026", "clock.day-needed", "to"),
    ] as [(String, String?, String?, String?)])
  func itsDaysAreDaysInOrder(from: String, to: String?, code: String?, field: String?) throws {
    let request = CampaignRequest(
      code: try CampaignCode(wire: "tie-quan"), name: try Line(wire: "铁拳"), from: try When(wire: from),
      to: try to.map { try When(wire: $0) })
    let refused = refusal { () throws(Refusal) in _ = try request.days(by: Sample.officer(.head)) }
    #expect(refused?.code == code)
    #expect(refused?.field == field)
    let clerk = refusal { () throws(Refusal) in _ = try request.days(by: Sample.officer(.clerk)) }
    #expect(clerk?.code == "role.missing")
  }
}
