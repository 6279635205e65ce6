import Casework
import Law
import Testing

@Suite struct TaskTests {
  private static let demand = [
    "agency": "TWN-DL", "subject": "大沥布匹市场侵权线索", "demand": "查明并答复", "dueOn": "2026-11-30",
  ]

  private func demand(_ changes: [String: String?]) -> [String: String] {
    var facts = Self.demand
    for (name, value) in changes { facts[name] = value }
    return facts
  }

  private func task(_ state: String) -> Proceeding {
    Proceeding(id: 1, kind: .task, state: state, agency: Sample.bureau, receiver: Sample.town, handledBy: [])
  }

  /// The clock of the demand, which ends on that day.
  private func ending(_ day: String) throws -> Surroundings {
    let due = try #require(Day(day))
    return Surroundings(clocks: [
      Clock(
        id: 1, proceeding: 1, kind: .task, rule: "D-task", from: nil, startedBy: 1, liable: .receiver,
        agency: Sample.town, dueDay: due, dueAt: nil, outerAt: nil, isProvisional: false, problem: nil, grants: [],
        pauses: [], outcome: nil, endedOn: nil, setDay: due)
    ])
  }

  @Test(arguments: [Sample.bureau, Sample.procuratorate, Sample.conference])
  func anEnforcerTheProcuratorateAndTheGovernmentSupervise(agency: AgencyCode) {
    // Whoever does not have the file asks the agency that has it.
    let facts = agency == Sample.bureau ? Self.demand : demand(["agency": Sample.bureau.rawValue])
    #expect(Sample.refused(opening: .task, facts, by: Sample.officer(of: agency, .head)) == nil)
  }

  @Test(arguments: [Sample.police, Sample.court, Sample.customs, Sample.town, Sample.justice, Sample.station])
  func nobodyElseDoes(agency: AgencyCode) {
    let facts = demand(["agency": "CUL"])
    let refused = Sample.refused(opening: .task, facts, by: Sample.officer(of: agency, .head))
    #expect(refused?.code == "proceeding.not-ours")
  }

  @Test func nobodySupervisesItself() {
    let refused = Sample.refused(opening: .task, demand(["agency": "IPB"]), by: Sample.officer(.head))
    #expect(refused?.code == "task.to-self")
    #expect(refused?.field == "facts.agency")
    #expect(Sample.refused(opening: .task, demand(["agency": "CUL"]), by: Sample.officer(.head)) == nil)
  }

  @Test(arguments: ["agency", "subject", "demand", "dueOn"]) func aDemandIsComplete(fact: String) {
    let refused = Sample.refused(opening: .task, demand([fact: nil]), by: Sample.officer(.head))
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test func theLastDayOfADemandDoesNotLieBeforeIt() {
    let officer = Sample.officer(.head)
    // Issued on 2026-11-05.
    let past = Sample.refused(opening: .task, demand(["dueOn": "2026-11-04"]), by: officer)
    #expect(past?.code == "fact.day-past")
    #expect(past?.field == "facts.dueOn")
    #expect(Sample.refused(opening: .task, demand(["dueOn": "2026-11-05"]), by: officer) == nil)
    #expect(Sample.refused(opening: .task, demand(["dueOn": "下周"]), by: officer)?.code == "fact.day")
  }

  @Test func anAnswerSaysSomething() {
    let town = Sample.officer(of: Sample.town, .caseOfficer)
    #expect(Sample.refused(task("received"), "reply", ["reply": "  "], by: town)?.code == "fact.missing")
    #expect(Sample.refused(task("received"), "reply", ["reply": "已查"], by: town) == nil)
  }

  @Test func onlyTheAgencyAskedAnswersAndOnlyTheOneThatAsksJudges() {
    let bureau = Sample.refused(task("received"), "reply", ["reply": "已查"], by: Sample.officer(.caseOfficer))
    #expect(bureau?.code == "proceeding.not-receiver")
    let town = Sample.refused(task("replied"), "accept", by: Sample.officer(of: Sample.town, .caseOfficer))
    #expect(town?.code == "case.not-yours")
  }

  @Test func anAnswerSentBackGetsAReasonAndADayToCome() {
    let officer = Sample.officer(.caseOfficer)
    #expect(Sample.refused(task("replied"), "return", ["newDue": "2026-11-12"], by: officer)?.field == "facts.reason")
    #expect(Sample.refused(task("replied"), "return", ["reason": "未附笔录"], by: officer)?.field == "facts.newDue")
    let past = ["reason": "未附笔录", "newDue": "2026-11-04"]
    #expect(Sample.refused(task("replied"), "return", past, by: officer)?.code == "fact.day-past")
  }

  @Test func anExtensionComesBeforeTheDayHasPassedAndMakesItLater() throws {
    let head = Sample.officer(.head)
    let around = try ending("2026-11-10")
    func refused(_ newDue: String, on day: String) -> Refusal? {
      Sample.refused(
        task("received"), "extend", ["newDue": newDue, "reason": "当事人外出"], by: head, on: day, around)
    }
    #expect(refused("2026-11-11", on: "2026-11-10") == nil)
    let late = refused("2026-11-20", on: "2026-11-11")
    #expect(late?.code == "task.overdue")
    #expect(late?.arguments["day"] == .text("2026-11-10"))
    let same = refused("2026-11-10", on: "2026-11-05")
    #expect(same?.code == "task.not-longer")
    #expect(same?.field == "facts.newDue")
  }

  @Test func aHeadExtendsAndWithdraws() {
    for act in ["extend", "withdraw"] {
      let facts = act == "extend" ? ["newDue": "2026-12-04", "reason": "外出"] : ["reason": "案件已结"]
      let refused = Sample.refused(task("received"), act, facts, by: Sample.officer(.caseOfficer))
      #expect(refused?.code == "role.missing")
    }
  }

  @Test func itAccompaniesTheCaseAndDoesNotLeadIt() {
    #expect(Procedure.task.leads == false)
    #expect(Procedure.task.begins == false)
    let officer = Sample.officer(.head)
    for kind in [ProceedingKind.penalty, .referral, .complaint, .tip, .adjudication, .customs, .criminal] {
      let origin = Proceeding(id: 2, kind: kind, state: "x", agency: Sample.bureau, receiver: nil, handledBy: [])
      #expect(Sample.refused(opening: .task, Self.demand, by: officer, from: origin) == nil, "\(kind)")
    }
    let listing = Proceeding(id: 2, kind: .listing, state: "x", agency: Sample.bureau, receiver: nil, handledBy: [])
    #expect(Sample.refused(opening: .task, Self.demand, by: officer, from: listing)?.code == "proceeding.origin")
  }
}
