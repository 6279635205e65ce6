import Casework
import Law
import Testing

@Suite struct MeasureTests {
  private let officer = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)
  private static let seizure: [String: String] = [
    "measure": "seizure", "officers": "甲、乙", "urgent": "no", "approver": "丙", "inventory": "标签一箱",
    "storage": "罚没仓库，保管人丁", "document": "强制1号", "power": "商标法第六十二条",
  ]

  private func imposed(
    _ changes: [String: String?], in state: String = "investigation", ipType: IPType = .trademark,
    certified: Set<String>? = nil
  ) throws -> Refusal? {
    var facts = Self.seizure
    for (name, value) in changes { facts[name] = value }
    return Sample.refused(
      opening: .measure, facts, by: officer, in: try Sample.file(ipType: ipType),
      Surroundings(origin: Sample.penalty(state, known: [:]), certified: certified))
  }

  private func measure(_ state: String = "in-force", _ known: [String: String] = ["measure": "seizure"]) -> Proceeding {
    Sample.following(.measure, state, known: known)
  }

  private var registration: Proceeding { measure("in-force", ["measure": "registration", "urgent": "no"]) }

  @Test func itFollowsFromAPenaltyCaseAndFromNothingElse() {
    let alone = Sample.refused(opening: .measure, Self.seizure, by: officer, Surroundings())
    #expect(alone?.code == "proceeding.needs-origin")
    let tip = Proceeding(id: 2, kind: .tip, state: "x", agency: Sample.bureau, receiver: nil, handledBy: [])
    let refused = Sample.refused(opening: .measure, Self.seizure, by: officer, Surroundings(origin: tip))
    #expect(refused?.code == "proceeding.origin")
    #expect(!Procedure.measure.leads)
  }

  @Test(arguments: ["not-filed", "decision", "service", "publication", "closed"])
  func aCaseThatIsDecidedNeedsNoMeasure(state: String) throws {
    #expect(try imposed([:], in: state)?.code == "measure.case-over")
  }

  @Test(arguments: [
    ("registration", "samr-procedure@33"), ("sealing", "samr-procedure@36"), ("seizure", "samr-procedure@36"),
  ])
  func aHeadApprovesUnlessItIsUrgent(measure: String, article: String) throws {
    let refused = try imposed(["measure": measure, "approver": nil])
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.approver")
    #expect(refused?.citation?.key == article)
    #expect(try imposed(["measure": measure, "approver": nil, "urgent": "yes", "time": "09:30"]) == nil)
  }

  @Test func anUrgentMeasureHasItsMinute() throws {
    let refused = try imposed(["urgent": "yes", "approver": nil])
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.time")
  }

  @Test func whoApprovesDoesNotTakeTheMeasure() throws {
    let refused = try imposed(["approver": "乙"])
    #expect(refused?.code == "measure.approver-handles")
    let urgent = measure("in-force", ["measure": "seizure", "urgent": "yes", "officers": "甲、乙"])
    let later = Sample.refused(urgent, "regularise", ["approver": "甲"], by: officer)
    #expect(later?.code == "measure.approver-handles")
    #expect(Sample.refused(urgent, "regularise", ["approver": "丙"], by: officer) == nil)
  }

  @Test func twoWithCertificatesTakeIt() throws {
    #expect(try imposed(["officers": "甲"])?.code == "fact.officers")
    #expect(try imposed([:], certified: ["甲"])?.code == "officer.no-certificate")
    #expect(try imposed([:], certified: ["甲", "乙"]) == nil)
  }

  @Test func aLawGrantsSealingAndSeizure() throws {
    for measure in ["sealing", "seizure"] {
      let refused = try imposed(["measure": measure, "power": nil])
      #expect(refused?.code == "fact.needed")
      #expect(refused?.field == "facts.power")
      #expect(refused?.citation?.key == "samr-procedure@36")
    }
    #expect(try imposed(["measure": "registration", "power": nil]) == nil)
  }

  @Test func aTradeSecretIsSealedAndSeizedWithTheCitysApproval() throws {
    for measure in ["sealing", "seizure"] {
      let refused = try imposed(["measure": measure], ipType: .tradeSecret)
      #expect(refused?.code == "secret.city")
      #expect(refused?.field == "facts.cityApproval")
      #expect(refused?.citation?.key == "trade-secret-provisions@23")
      #expect(try imposed(["measure": measure, "cityApproval": "佛市监批1号"], ipType: .tradeSecret) == nil)
    }
    #expect(try imposed(["measure": "registration"], ipType: .tradeSecret) == nil)
    #expect(try imposed([:], ipType: .patent) == nil)
  }

  @Test func aRegistrationIsNeverExtended() throws {
    let extended = ["extension": "P7-head", "reason": "案情复杂", "document": "延1号"]
    let refused = Sample.refused(registration, "extend", extended, by: head)
    #expect(refused?.code == "measure.registration-fixed")
    #expect(refused?.citation?.key == "samr-procedure@35")
    #expect(Sample.refused(measure(), "extend", extended, by: head) == nil)
    #expect(Sample.refused(measure("extended"), "extend", extended, by: head)?.code == "act.not-now")
    #expect(Sample.refused(measure(), "extend", extended, by: officer)?.code == "role.missing")
  }

  @Test func anExtensionIsInWritingWithReasons() {
    for missing in ["reason", "document"] {
      var facts = ["extension": "P7-head", "reason": "案情复杂", "document": "延1号"]
      facts[missing] = nil
      #expect(Sample.refused(measure(), "extend", facts, by: head)?.field == "facts.\(missing)")
    }
  }

  @Test func onlyTestingAndAppraisalStopItsTime() {
    let facts = ["pause": "appraisal", "until": "2026-11-15", "document": "鉴告1号"]
    #expect(Sample.refused(measure(), "pause", facts, by: officer) == nil)
    let identification = Sample.refused(
      measure(), "pause", facts.merging(["pause": "identification"]) { $1 }, by: officer)
    #expect(identification?.code == "fact.choice")
    let refused = Sample.refused(registration, "pause", facts, by: officer)
    #expect(refused?.code == "measure.registration-runs")
    let past = Sample.refused(measure(), "pause", facts.merging(["until": "2026-11-04"]) { $1 }, by: officer)
    #expect(past?.code == "fact.day-past")
  }

  @Test(
    arguments: [
      ("extend", ["extension": "P7-head", "reason": "案情复杂", "document": "延1号"]),
      ("pause", ["pause": "testing", "until": "2026-12-01", "document": "检告1号"]),
      ("dispose", ["disposed": "鲜果拍卖", "proceeds": "10", "document": "先处1号"]),
      ("confiscate", ["document": "罚1号"]),
      ("transfer", ["receivingAgency": "PSB", "document": "移告1号", "partyTold": "yes"]),
    ] as [(String, [String: String])])
  func whenItsTimeIsUpNothingIsLeftButToLiftIt(act: String, facts: [String: String]) throws {
    var around = Sample.running("P7", until: "2026-11-05", of: .measure)
    around.origin = Sample.penalty("decision", known: ["outcome": "penalty"])
    let file = try Sample.file(others: [Sibling(id: 9, kind: .referral, state: "received")])
    let lastDay = Sample.refused(measure(), act, facts, by: head, in: file, on: "2026-11-05", around)
    #expect(lastDay == nil)
    let refused = Sample.refused(measure(), act, facts, by: head, in: file, on: "2026-11-06", around)
    #expect(refused?.code == "measure.lapsed")
    #expect(refused?.arguments["day"] == .text("2026-11-05"))
    #expect(refused?.citation?.key == "administrative-compulsion-law@25")
    let lifted = Sample.refused(
      measure(), "lift", ["liftGround": "expired", "document": "解1号", "returned": "全部"], by: officer, in: file,
      on: "2026-11-06", around)
    #expect(lifted == nil)
  }

  @Test func aRegistrationWhoseTimeIsUpIsNotConfiscatedEither() {
    var around = Sample.running("P6", until: "2026-11-05", of: .measure)
    around.origin = Sample.penalty("decision", known: ["outcome": "penalty"])
    let refused = Sample.refused(
      registration, "confiscate", ["document": "罚1号"], by: head, on: "2026-11-06", around)
    #expect(refused?.code == "measure.lapsed")
    #expect(refused?.citation?.key == "samr-procedure@35")
  }

  @Test func anUrgentMeasureThatNobodyApprovedGoesNoFurther() {
    let urgent = measure("in-force", ["measure": "seizure", "urgent": "yes", "officers": "甲、乙"])
    let extended = ["extension": "P7-head", "reason": "案情复杂", "document": "延1号"]
    #expect(Sample.refused(urgent, "extend", extended, by: head)?.code == "measure.unapproved")
    let sold = ["disposed": "鲜果拍卖", "proceeds": "10", "document": "先处1号"]
    #expect(Sample.refused(urgent, "dispose", sold, by: head)?.code == "measure.unapproved")
    let calm = Sample.refused(measure("in-force", ["urgent": "no"]), "regularise", ["approver": "丙"], by: officer)
    #expect(calm?.code == "measure.not-urgent")
  }

  @Test func aPenaltyConfiscatesAndNothingElse() {
    let document = ["document": "罚1号"]
    for known in [[:], ["outcome": "no-penalty"]] as [[String: String]] {
      let around = Surroundings(origin: Sample.penalty("decision", known: known))
      #expect(Sample.refused(measure(), "confiscate", document, by: head, around)?.code == "measure.undecided")
    }
    let around = Surroundings(origin: Sample.penalty("decision", known: ["outcome": "penalty"]))
    #expect(Sample.refused(measure(), "confiscate", document, by: head, around) == nil)
  }

  @Test func whatWasTakenGoesWithTheCaseAndThePartyIsTold() throws {
    let facts = ["receivingAgency": "PSB", "document": "移告1号", "partyTold": "yes"]
    #expect(Sample.refused(measure(), "transfer", facts, by: officer)?.code == "measure.not-referred")
    let file = try Sample.file(others: [Sibling(id: 9, kind: .referral, state: "sent")])
    #expect(Sample.refused(measure(), "transfer", facts, by: officer, in: file) == nil)
    let refused = Sample.refused(
      measure(), "transfer", facts.merging(["partyTold": "no"]) { $1 }, by: officer, in: file)
    #expect(refused?.code == "measure.party-untold")
    #expect(refused?.citation?.key == "administrative-compulsion-law@21")
  }

  @Test func whoTookItHandsItOverEvenWhenThePoliceHaveTheFile() throws {
    let file = try Sample.file(owner: Sample.police, others: [Sibling(id: 9, kind: .referral, state: "police-filed")])
    let facts = ["receivingAgency": "PSB", "document": "移告1号", "partyTold": "yes"]
    #expect(Sample.refused(measure(), "transfer", facts, by: officer, in: file) == nil)
    let police = Sample.officer(of: Sample.police, .caseOfficer)
    #expect(Sample.refused(measure(), "transfer", facts, by: police, in: file)?.code == "case.not-yours")
  }

  @Test func whatItsSaleBroughtGoesIntoTheLedger() throws {
    let step = try measure().step(
      Sample.request("dispose", ["disposed": "鲜果拍卖", "proceeds": "3000", "document": "先处1号"]), by: head,
      in: Sample.file(), on: Sample.today)
    #expect(step.ledger == [LedgerLine(.proceeds, amount: Fen(300_000))])
  }

  @Test func itShowsAsLapsedWhenItsTimeIsUp() throws {
    let end = try #require(Day("2026-11-05")).start
    let lasting = Proceeding(
      id: 1, kind: .measure, state: "in-force", agency: Sample.bureau, receiver: nil, handledBy: [], lapsesAt: end)
    #expect(lasting.state(at: end) == "in-force")
    #expect(lasting.state(at: end.adding(seconds: 1)) == "lapsed")
    #expect(Procedure.measure.states == ["in-force", "extended", "lifted", "confiscated", "transferred"])
  }

  @Test(arguments: ["in-force", "extended"]) func aCaseIsNotClosedWhileSomethingIsHeld(state: String) throws {
    let file = try Sample.file(others: [Sibling(id: 5, kind: .measure, state: state)])
    let refused = Sample.refused(Sample.penalty("service"), "close", ["ground": "performed"], by: head, in: file)
    #expect(refused?.code == "measure.unresolved")
  }
}
