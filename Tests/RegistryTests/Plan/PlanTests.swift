import Casework
import Law
import Postgres
import Registry
import TestSupport
import Testing

@Suite(.database) struct PlanTests {
  private let registry = Registry(TestDatabase.service)

  private func progress(
    _ task: Int = 9, _ period: String = "2025", _ text: String = "已建成指导站三个", percent: String? = "80"
  ) throws -> PlanProgressRequest {
    PlanProgressRequest(
      task: task, period: try When(wire: period), text: try Prose(wire: text),
      percent: try percent.map { try Percent(wire: $0) }, evidence: try Prose(wire: "验收材料"))
  }

  private func figure(
    _ value: String, _ asOf: String = "2025-12-31", _ target: String = "trademarks"
  ) throws -> PlanMeasurementRequest {
    PlanMeasurementRequest(
      target: try Line(wire: target), asOf: try When(wire: asOf), value: try Quantity(wire: value),
      source: try Line(wire: "商标年度统计"))
  }

  private func standing(_ key: String, in year: Int?, for officer: Officer) async throws -> SelfAssessment.Standing {
    let all = try await registry.planTargets(in: year, on: Given.now.day(), for: officer)
    return try #require(all.first { $0.target.key == key })
  }

  @Test func everyAgencyReadsTheSixteenTasks() async throws {
    for agency in ["ARC", "TWN-GC", "PRO", "STATION"] {
      let tasks = try await registry.planTasks(for: Given.officer(agency, .clerk))
      #expect(tasks.map(\.number) == Array(1...16))
      #expect(tasks[8].leads.map(\.wire) == ["IPB"])
      #expect(tasks[3].leads == [])
      #expect(tasks[3].participants.map(\.wire) == ["COU", "PRO", "PSB", "HTZ"])
      #expect(tasks.allSatisfy { $0.progress == nil && $0.reports == [] })
    }
  }

  @Test func aReportIsSeenByEveryAgencyAndALaterOneCounts() async throws {
    let officer = try await Given.officer("ARC", .caseOfficer)
    _ = try await registry.report(progress(), once: Given.once(), by: officer, now: Given.now)
    _ = try await registry.report(
      progress(9, "2025", "更正：指导站四个", percent: "90"), once: Given.once(), by: officer, now: Given.now)
    // A later report on an earlier time does not take the place of the latest time.
    _ = try await registry.report(
      progress(9, "2024", "补报", percent: "40"), once: Given.once(), by: officer, now: Given.now)
    let town = try await Given.officer("TWN-GC", .clerk)
    let (task, history) = try await registry.planTask(9, for: town)
    #expect(task.reports.map(\.text) == ["更正：指导站四个"])
    #expect(task.reports.first?.percent == 90)
    #expect(task.reports.first?.evidence == "验收材料")
    #expect(history.map(\.text) == ["补报", "更正：指导站四个", "已建成指导站三个"])
    #expect(history.map(\.period.description) == ["2024", "2025", "2025"])
    let earlier = try await registry.planTasks(in: 2024, for: town)[8]
    #expect(earlier.reports.map(\.text) == ["补报"])
    #expect(try await registry.planTasks(in: 2023, for: town)[8].reports == [])
  }

  @Test func anAgencyReportsOnTasksThatNameItOnly() async throws {
    let archives = try await Given.officer("ARC", .caseOfficer)
    let refused = try await refusal {
      _ = try await registry.report(progress(5), once: Given.once(), by: archives, now: Given.now)
    }
    #expect(refused?.code == "plan.not-named")
    let unknown = try await refusal {
      _ = try await registry.report(progress(17), once: Given.once(), by: archives, now: Given.now)
    }
    #expect(unknown?.code == "plan.task-unknown")
    #expect(unknown?.kind == .notFound)
    let clerk = try await Given.officer("ARC", .clerk)
    #expect(
      try await code { _ = try await registry.report(progress(), once: Given.once(), by: clerk, now: Given.now) }
        == "role.missing")
    #expect(try await District.look("select report as value from plan_progress") == [])
  }

  @Test func aReportSentTwiceIsRecordedOnce() async throws {
    let officer = try await Given.officer("ARC", .caseOfficer)
    let once = try Given.once()
    let first = try await registry.report(progress(), once: once, by: officer, now: Given.now)
    let second = try await registry.report(progress(), once: once, by: officer, now: Given.now)
    #expect(!first.isReplay && second.isReplay)
    #expect(first.value == second.value)
    #expect(try await District.look("select id::text as value from plan_progress") == ["\(first.value)"])
  }

  @Test func aTargetWithoutAFigureHasNoStanding() async throws {
    let officer = try await Given.officer("ARC", .clerk)
    let all = try await registry.planTargets(in: 2025, on: Given.now.day(), for: officer)
    #expect(all.count == 6)
    #expect(all.allSatisfy { $0.reading.value == nil && $0.reading.met == nil && $0.measurements == [] })
    // Read after the plan has ended, its last year is meant.
    #expect(try await standing("trademarks", in: nil, for: officer).year == 2025)
  }

  @Test func aFigureIsComparedAndACorrectionCounts() async throws {
    let officer = try await Given.officer("IPB", .statistician)
    let reader = try await Given.officer("ARC", .clerk)
    _ = try await registry.record(figure("250000"), once: Given.once(), by: officer, now: Given.now)
    #expect(try await standing("trademarks", in: 2025, for: reader).reading.met == false)
    _ = try await registry.record(figure("250001"), once: Given.once(), by: officer, now: Given.now)
    let corrected = try await standing("trademarks", in: 2025, for: reader)
    #expect(corrected.reading == PlanTarget.Reading(value: "250001", met: true, missing: []))
    #expect(corrected.measurements.map(\.value.wire) == ["250000", "250001"])
    #expect(corrected.measurements.last?.source == "商标年度统计")
    _ = try await registry.record(figure("1", "2025-06-30"), once: Given.once(), by: officer, now: Given.now)
    #expect(try await standing("trademarks", in: 2025, for: reader).reading.value == "250001")
    #expect(try await standing("trademarks", in: 2024, for: reader).reading.missing == [2024])
  }

  @Test func onlyAnAgencyThatLeadsRecordsFigures() async throws {
    let archives = try await Given.officer("ARC", .head)
    let refused = try await refusal {
      _ = try await registry.record(figure("1"), once: Given.once(), by: archives, now: Given.now)
    }
    #expect(refused?.code == "plan.not-lead")
    // The culture bureau leads tasks 2 and 7 by its duty.
    let culture = try await Given.officer("CUL", .head)
    _ = try await registry.record(
      figure("25000", "2025", "copyright-registrations"), once: Given.once(), by: culture, now: Given.now)
    #expect(try await standing("copyright-registrations", in: 2025, for: archives).reading.met == true)
    let unknown = try await refusal {
      _ = try await registry.record(figure("1", "2025", "x"), once: Given.once(), by: culture, now: Given.now)
    }
    #expect(unknown?.code == "plan.target-unknown")
    let future = try await refusal {
      _ = try await registry.record(figure("1", "2026"), once: Given.once(), by: culture, now: Given.now)
    }
    #expect(future?.code == "date.future")
  }

  @Test func theSelfAssessmentHasTheReportsAndFiguresOfItsYear() async throws {
    let bureau = try await Given.officer("IPB", .caseOfficer)
    _ = try await registry.report(
      progress(9, "2024", "上一年", percent: "50"), once: Given.once(), by: bureau, now: Given.now)
    _ = try await registry.report(
      progress(9, "2025-06", "本年", percent: "100"), once: Given.once(), by: bureau, now: Given.now)
    _ = try await registry.record(figure("250001"), once: Given.once(), by: bureau, now: Given.now)
    let assessment = try await registry.selfAssessment(of: 2025, for: bureau)
    #expect(assessment.year == 2025)
    #expect(assessment.tasks.count == 16 && assessment.targets.count == 6)
    #expect(assessment.tasks[8].reports.map(\.text) == ["本年"])
    #expect(assessment.tasks[8].progress == 100)
    #expect(assessment.targets[1].reading.met == true)
    #expect(try await registry.selfAssessment(of: 2024, for: bureau).targets[1].reading.met == nil)
  }

  @Test(arguments: ["plan_progress", "plan_measurement", "conference_task_entry", "campaign_case"])
  func whatWasRecordedIsNeitherChangedNorDeleted(table: String) async throws {
    let rights = try await District.look(
      """
      select word as value from unnest(array['update', 'delete', 'truncate', 'insert', 'select']) word
      where has_table_privilege('ipcase_service', \(table)::text, word) order by 1
      """)
    #expect(rights == ["insert", "select"])
  }

  @Test(arguments: ["plan_progress", "plan_measurement", "conference_task", "campaign"])
  func withoutAnAgencyNothingIsSeen(table: String) async throws {
    let officer = try await Given.officer("IPB", .head)
    _ = try await registry.report(progress(), once: Given.once(), by: officer, now: Given.now)
    _ = try await registry.record(figure("1"), once: Given.once(), by: officer, now: Given.now)
    let rows = try await TestDatabase.service.read { db in
      try db.all("select 1 as one from \(trusted: table)") { try $0["one"] as Int }
    }
    #expect(rows == [])
  }
}
