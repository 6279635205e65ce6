import Casework
import Law
import Testing

@Suite struct AdjudicationTests {
  private static let city = Sample.sure { try AgencyCode(wire: "FSIPB") }
  private static let invention = "ZL201710601862.3"
  private static let utilityModel = "ZL202121300001.X"
  private static let design = "ZL202030600002.0"

  private func request(_ changes: [String: String?] = [:]) -> [String: String] {
    var facts = [
      "requestNumber": "南专请〔2026〕1号", "patentNumber": Self.utilityModel, "decidingAuthority": "FSIPB",
      "delegation": "佛市监委〔2026〕3号",
    ]
    for (name, value) in changes { facts[name] = value }
    return facts
  }

  private func file(_ ipType: IPType = .patent, owner: AgencyCode = Sample.bureau) throws -> CaseFileState {
    try Sample.file(owner: owner, ipType: ipType)
  }

  private func adjudication(
    _ state: String, pausedFor: Set<Exclusion.Kind> = [], known: [String: String] = [:]
  ) -> Proceeding {
    Proceeding(
      id: 1, kind: .adjudication, state: state, agency: Sample.bureau, receiver: nil, handledBy: [],
      pausedFor: pausedFor, known: known)
  }

  /// An open clock of that rule with that last day.
  private func open(_ rule: String, until day: String) throws -> Surroundings {
    let due = try #require(Day(day))
    return Surroundings(clocks: [
      Clock(
        id: 1, proceeding: 1, kind: .adjudication, rule: rule, from: nil, startedBy: 1, liable: .party, agency: nil,
        dueDay: due, dueAt: nil, outerAt: nil, isProvisional: false, problem: nil, grants: [], pauses: [], outcome: nil,
        endedOn: nil)
    ])
  }

  private func refused(
    _ act: String, in state: String, _ facts: [String: String]? = nil, by role: Role = .caseOfficer,
    known: [String: String] = [:], pausedFor: Set<Exclusion.Kind> = [], on day: String = "2026-11-05",
    _ around: Surroundings = Surroundings()
  ) throws -> Refusal? {
    Sample.refused(
      adjudication(state, pausedFor: pausedFor, known: known), act, facts, by: Sample.officer(role), in: try file(),
      on: day, around)
  }

  // Who decides, and about what.

  @Test(arguments: IPType.allCases.filter { $0 != .patent }) func onlyPatentDisputesAreAdjudicated(type: IPType) throws
  {
    let refused = Sample.refused(
      opening: .adjudication, request(), by: Sample.officer(.clerk), in: try file(type))
    #expect(refused?.code == "adjudication.not-patent")
    #expect(refused?.citation?.key == "patent-law@65")
  }

  @Test(arguments: ["ZL201710601862.4", "201710601862", "ZL201750601862.3", "第3号"])
  func aNumberOfNoPatentIsRefused(number: String) throws {
    let refused = Sample.refused(
      opening: .adjudication, request(["patentNumber": number]), by: Sample.officer(.clerk), in: try file())
    #expect(refused?.code == "adjudication.patent-number")
    #expect(refused?.field == "facts.patentNumber")
  }

  @Test func theDistrictDoesNotDecideOnItsOwnAuthority() throws {
    let refused = Sample.refused(
      opening: .adjudication, request(["decidingAuthority": "IPB"]), by: Sample.officer(.clerk), in: try file())
    #expect(refused?.code == "adjudication.city-level")
    #expect(refused?.field == "facts.decidingAuthority")
    #expect(refused?.citation?.key == "patent-dispute-measures@7")
  }

  @Test func theDistrictHandlesOnlyOnTheCitysDelegation() throws {
    let refused = Sample.refused(
      opening: .adjudication, request(["delegation": nil]), by: Sample.officer(.clerk), in: try file())
    #expect(refused?.code == "adjudication.delegation")
    #expect(refused?.field == "facts.delegation")
    #expect(refused?.citation?.key == "guangdong-ip-regulation@27")
    #expect(Sample.refused(opening: .adjudication, request(), by: Sample.officer(.clerk), in: try file()) == nil)
  }

  @Test func theCityItselfNeedsNoDelegation() throws {
    let refused = Sample.refused(
      opening: .adjudication, request(["delegation": nil]), by: Sample.officer(of: Self.city, .clerk),
      in: try file(owner: Self.city))
    #expect(refused == nil)
  }

  @Test(arguments: [Sample.town, Sample.customs, Sample.station, Sample.court, Sample.police])
  func nobodyElseAdjudicates(agency: AgencyCode) throws {
    let refused = Sample.refused(
      opening: .adjudication, request(), by: Sample.officer(of: agency, .clerk), in: try file(owner: agency))
    #expect(refused?.code == "proceeding.not-ours")
  }

  @Test func thereIsNoCaseNumberBeforeFiling() throws {
    let refused = Sample.refused(
      opening: .adjudication, request(["caseNumber": "南专裁〔2026〕1号"]), by: Sample.officer(.clerk), in: try file())
    #expect(refused?.code == "fact.unknown")
    #expect(refused?.field == "facts.caseNumber")
  }

  // Request and filing.

  @Test func theLastDayForCorrectionIsNotPast() throws {
    let facts = ["corrections": "补交证据", "correctBy": "2026-11-04"]
    #expect(try refused("correct", in: "requested", facts)?.code == "fact.day-past")
  }

  @Test(arguments: [("2026-11-05", "clock.wait" as String?), ("2026-11-12", "clock.wait"), ("2026-11-13", nil)])
  func wantOfCorrectionCountsOnlyWhenItsTimeIsOver(day: String, code: String?) throws {
    let facts = ["declineGround": "late-correction", "reason": "逾期未补正"]
    let refused = try refused("decline", in: "correction", facts, on: day, open("A2", until: "2026-11-12"))
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "patent-dispute-measures@16") }
  }

  @Test(arguments: [
    ("甲", "fact.panel" as String?), ("甲、乙", "fact.panel"), ("甲、乙、丙、丁", "fact.panel"), ("甲、乙、乙", "fact.panel"),
    ("甲、乙、丙", nil), ("甲、乙、丙、丁、戊", nil),
  ])
  func aPanelHasThreeMembersOrMoreAnOddNumber(panel: String, code: String?) throws {
    let facts = ["caseNumber": "1号", "panel": panel, "suitPending": "no"]
    #expect(try refused("file", in: "requested", facts)?.code == code)
  }

  @Test func aDisputeBeforeACourtIsNotFiledButDeclined() throws {
    let refused = try refused(
      "file", in: "requested", ["caseNumber": "1号", "panel": "甲、乙、丙", "suitPending": "yes"])
    #expect(refused?.code == "adjudication.suit-pending")
    #expect(refused?.citation?.key == "patent-dispute-measures@12")
    #expect(
      try self.refused("decline", in: "requested", ["declineGround": "suit-pending", "reason": "已向人民法院起诉"]) == nil)
  }

  // Answer and hearing.

  @Test(arguments: [("2026-11-10", "clock.wait" as String?), ("2026-11-11", nil)])
  func silenceIsKnownOnlyWhenTheTimeToAnswerIsOver(day: String, code: String?) throws {
    let refused = try refused("proceed", in: "answer", on: day, open("A5", until: "2026-11-10"))
    #expect(refused?.code == code)
  }

  @Test(arguments: ["seizure", "copying"]) func nothingIsSeizedOrCopied(means: String) throws {
    let refused = try refused("investigate", in: "examination", ["means": means, "measures": "查封"])
    #expect(refused?.code == "fact.choice")
    #expect(refused?.arguments["choices"] == .text("inquiry, site, products, demonstration"))
  }

  @Test func aHearingIsFixedForADayToCome() throws {
    let facts = ["hearingDay": "2026-11-04", "place": "第一审理室"]
    #expect(try refused("schedule", in: "examination", facts)?.code == "fact.day-past")
  }

  @Test(arguments: [("2026-11-10", nil as String?), ("2026-11-11", "adjudication.hearing-notice")])
  func noticeOfTheHearingComesThreeWorkingDaysBefore(day: String, code: String?) throws {
    let refused = try refused("notify", in: "scheduled", by: .clerk, on: day, open("A7", until: "2026-11-10"))
    #expect(refused?.code == code)
    if code != nil {
      #expect(refused?.citation?.key == "patent-dispute-measures@26")
      #expect(refused?.arguments["day"] == .text("2026-11-10"))
    }
  }

  @Test(arguments: [("2026-11-12", "adjudication.hearing-day" as String?), ("2026-11-13", nil), ("2026-11-16", nil)])
  func aHearingIsNotHeldBeforeItsDay(day: String, code: String?) throws {
    let refused = try refused(
      "hear", in: "noticed", ["attendance": "both", "record": "双方陈述"], known: ["hearingDay": "2026-11-13"], on: day)
    #expect(refused?.code == code)
  }

  @Test(arguments: ["decide", "decide-directly"]) func aRequesterWhoStaysAwayHasWithdrawn(act: String) throws {
    let ruling = ["ruling": "infringement", "orders": "停止制造", "document": "1号"]
    let facts = act == "decide" ? ruling : ruling.merging(["effectiveRuling": "8号"]) { $1 }
    let refused = try refused(
      act, in: "examination", facts, by: .head, known: ["attendance": "requester-absent"])
    #expect(refused?.code == "adjudication.treated-withdrawn")
    #expect(refused?.citation?.key == "patent-dispute-measures@26")
    let withdrawal = ["withdrawalGround": "requester-absent", "document": "1号"]
    #expect(try self.refused("withdraw", in: "examination", withdrawal) == nil)
    // The respondent who stays away is ruled on in default.
    #expect(
      try self.refused(act, in: "examination", facts, by: .head, known: ["attendance": "respondent-absent"]) == nil)
  }

  // Suspension.

  @Test(arguments: [
    ("invalidation", utilityModel, nil as String?), ("invalidation", design, nil),
    ("invalidation", invention, "adjudication.suspension-ground"), ("invention-invalidation", invention, nil),
    ("invention-invalidation", design, "adjudication.suspension-ground"), ("death", invention, nil),
    ("other-case", utilityModel, nil),
  ])
  func anInvalidationRequestSuspendsByTheKindOfPatent(ground: String, patent: String, code: String?) throws {
    let facts = ["pause": "suspension", "suspensionGround": ground]
    let refused = try refused("suspend", in: "examination", facts, known: ["patentNumber": patent])
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "patent-dispute-measures@28") }
  }

  @Test(arguments: [
    ("invention", invention, nil as String?), ("invention", utilityModel, "adjudication.refusal-ground"),
    ("evaluation-report", design, nil), ("evaluation-report", invention, "adjudication.refusal-ground"),
    ("repeated-invalidation", utilityModel, nil), ("upheld-validity", invention, nil), ("unnecessary", design, nil),
  ])
  func suspensionIsRefusedOnTheGroundsOfTheLaw(ground: String, patent: String, code: String?) throws {
    let facts = ["refusalGround": ground, "reason": "见笔录"]
    let refused = try refused("refuse-suspension", in: "answer", facts, known: ["patentNumber": patent])
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "patent-dispute-measures@29") }
  }

  @Test func aSuspensionHasItsGround() throws {
    #expect(try refused("suspend", in: "filed", ["pause": "suspension"])?.field == "facts.suspensionGround")
    let other = ["pause": "appraisal", "suspensionGround": "death"]
    #expect(try refused("suspend", in: "filed", other)?.code == "fact.choice")
  }

  @Test func nothingGoesOnWhileTheCaseIsSuspended() throws {
    let ruling = ["ruling": "infringement", "orders": "停止制造", "document": "1号"]
    let refused = try refused("decide", in: "examination", ruling, by: .head, pausedFor: [.suspension])
    #expect(refused?.code == "proceeding.suspended")
    #expect(refused?.citation?.key == "patent-dispute-measures@28")
    let direct = ruling.merging(["effectiveRuling": "8号"]) { $1 }
    #expect(
      try self.refused("decide-directly", in: "answer", direct, by: .head, pausedFor: [.suspension])?.code
        == "proceeding.suspended")
    #expect(
      try self.refused("answer", in: "answer", by: .clerk, pausedFor: [.suspension])?.code == "proceeding.suspended")
    #expect(try self.refused("resume", in: "answer", ["pause": "suspension"], pausedFor: [.suspension]) == nil)
    #expect(try self.refused("mediate", in: "answer", ["document": "1号"], pausedFor: [.suspension]) == nil)
    let gone = ["withdrawalGround": "respondent-gone", "document": "1号"]
    #expect(try self.refused("withdraw", in: "answer", gone, pausedFor: [.suspension]) == nil)
  }

  // Ruling and afterwards.

  @Test func aRulingOfInfringementOrdersSomething() throws {
    let refused = try refused("decide", in: "examination", ["ruling": "infringement", "document": "1号"], by: .head)
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.orders")
    #expect(
      try self.refused("decide", in: "examination", ["ruling": "no-infringement", "document": "1号"], by: .head) == nil)
  }

  @Test func thereIsNoSecondRuling() throws {
    for state in ["decided", "served", "sued", "upheld"] {
      let facts = ["ruling": "no-infringement", "document": "2号"]
      #expect(try refused("decide", in: state, facts, by: .head)?.code == "act.not-now")
    }
  }

  @Test(arguments: [("2026-11-05", "clock.wait" as String?), ("2026-11-16", "clock.wait"), ("2026-11-17", nil)])
  func theCourtIsAskedToEnforceWhenTheTimeToSueIsOver(day: String, code: String?) throws {
    let around = try open("Q-patent-suit", until: "2026-11-16")
    let refused = try refused(
      "remind", in: "served", ["document": "1号", "suitPeriodOver": "2026-11-16"], by: .head,
      known: ["ruling": "infringement"], on: day, around)
    #expect(refused?.code == code)
    if code != nil {
      #expect(refused?.citation?.key == "patent-law@65")
      #expect(refused?.arguments["day"] == .text("2026-11-16"))
    }
    #expect(
      try self.refused("close", in: "served", ["closeGround": "performed"], by: .head, on: day, around)?.code == code)
  }

  @Test func whereAPartySuedNothingIsEnforced() throws {
    for act in ["remind", "apply"] {
      let refused = try refused(act, in: "sued", ["document": "1号"], by: .head, known: ["ruling": "infringement"])
      #expect(refused?.code == "act.not-now")
    }
  }

  @Test func whereNothingWasOrderedOrTheInfringementStoppedNothingIsEnforced() throws {
    for state in ["served", "upheld"] {
      var facts = ["document": "1号"]
      if state == "served" { facts["suitPeriodOver"] = "2026-11-02" }
      let none = try refused("remind", in: state, facts, by: .head, known: ["ruling": "no-infringement"])
      #expect(none?.code == "adjudication.nothing-to-enforce")
      let stopped = try refused(
        "remind", in: state, facts, by: .head, known: ["ruling": "infringement", "performance": "已停止"])
      #expect(stopped?.code == "adjudication.performed")
      #expect(stopped?.citation?.key == "patent-law@65")
    }
    let late = try refused(
      "apply", in: "reminded", ["court": "COU", "document": "1号"], by: .head, known: ["performance": "已停止"])
    #expect(late?.code == "adjudication.performed")
  }

  // 行政强制法 art. 53: the three months are counted from the last day of the time to sue, as the law reckons it.
  @Test(arguments: [("2026-11-02", true), ("2026-11-01", false), ("2026-11-03", false)])
  func theTimeToSueEndsOnItsDay(given: String, isGranted: Bool) throws {
    let around = Sample.running("Q-patent-suit", until: "2026-11-02", of: .adjudication)
    let refused = try refused(
      "remind", in: "served", ["document": "1号", "suitPeriodOver": given], by: .head,
      known: ["ruling": "infringement"], around)
    #expect(refused?.code == (isGranted ? nil : "adjudication.suit-day"))
    if !isGranted { #expect(refused?.arguments["day"] == .text("2026-11-02")) }
  }

  // 行政强制法 art. 53, 54: reminded first, ten working days, then within three months.
  @Test(
    arguments: [
      ("P22", "2026-11-04", nil), ("P22", "2026-11-05", "clock.wait"), ("P23", "2026-11-05", nil),
      ("P23", "2026-11-04", "adjudication.late-enforcement"),
    ] as [(String, String, String?)])
  func theCourtIsAskedAfterTheReminderAndInTime(rule: String, until: String, code: String?) throws {
    let facts = ["court": "COU", "document": "1号"]
    let around = Sample.running(rule, until: until, of: .adjudication)
    let refused = try refused("apply", in: "reminded", facts, by: .head, around)
    #expect(refused?.code == code)
    let article = rule == "P22" ? "administrative-compulsion-law@54" : "administrative-compulsion-law@53"
    if code != nil { #expect(refused?.citation?.key == article) }
    for state in ["served", "upheld"] {
      #expect(try self.refused("apply", in: state, facts, by: .head)?.code == "act.not-now")
    }
  }

  @Test func whatIsServedByPublicNoticeIsServedWhenThatHasRunOut() throws {
    let around = Sample.running("P18", until: "2026-11-05", of: .adjudication)
    #expect(try refused("deem-served", in: "notice-service", [:], by: .clerk, around)?.code == "clock.wait")
    #expect(try refused("deem-served", in: "notice-service", on: "2026-11-06", around) == nil)
    #expect(try refused("serve", in: "decided", ["mode": "public-notice"])?.code == "fact.choice")
    let starting = Procedure.adjudication.rules.filter { $0.clocks.contains(.start("Q-patent-suit", against: .party)) }
    #expect(starting.map(\.act) == ["serve", "deem-served"])
  }

  @Test func whatTheCourtAnnulsIsRuledOnAnew() throws {
    let rule = try #require(Procedure.adjudication.rules(in: "annulled").first)
    #expect(rule.act == "resume-examination")
    #expect(rule.to == "examination")
    // No rule says by when.
    #expect(rule.clocks.isEmpty)
  }
}
