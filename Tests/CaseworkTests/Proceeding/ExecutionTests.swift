import Casework
import Law
import Testing

@Suite struct ExecutionTests {
  private let officer = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)
  private static let served = ["servedOn": "2026-10-26", "fineDue": "10000"]
  private static let decided = ["outcome": "penalty", "fine": "10000.00"]

  private func opened(
    _ facts: [String: String] = Self.served,
    of origin: Proceeding = Sample.penalty("service", known: Self.decided)
  ) -> Refusal? {
    Sample.refused(opening: .execution, facts, by: officer, Surroundings(origin: origin))
  }

  private func execution(_ state: String, _ known: [String: String] = ["fineDue": "10000.00"]) -> Proceeding {
    Sample.following(.execution, state, known: known)
  }

  /// The clock of the payment, which ended on 2026-11-10.
  private func unpaid(_ pauses: [Pause] = []) throws -> Surroundings {
    Surroundings(clocks: [
      Clock(
        id: 1, proceeding: 1, kind: .execution, rule: "P19", from: nil, startedBy: 1, liable: .party, agency: nil,
        dueDay: Day("2026-11-10"), dueAt: nil, outerAt: nil, isProvisional: false, problem: nil,
        grants: [], pauses: pauses, outcome: nil, endedOn: nil)
    ])
  }

  // What is executed.

  @Test(
    arguments: [
      ("decision", "penalty", "execution.unserved"), ("service", "penalty", nil), ("publication", "penalty", nil),
      ("service", "no-penalty", "execution.unserved"), ("notice", "penalty", "execution.unserved"),
    ] as [(String, String, String?)])
  func aPenaltyIsExecutedWhenItIsServed(state: String, outcome: String, code: String?) {
    let origin = Sample.penalty(state, known: ["outcome": outcome, "fine": "10000.00"])
    let refused = opened(of: origin)
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == code.map { _ in "samr-procedure@72" })
  }

  @Test(
    arguments: [("decided", "execution.unserved"), ("served", nil), ("opened", "execution.unserved")]
      as [(String, String?)])
  func soIsOneDecidedOnTheSpot(state: String, code: String?) {
    let origin = Proceeding(
      id: 2, kind: .summary, state: state, agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["fine": "10000.00"])
    #expect(opened(of: origin)?.code == code)
  }

  @Test func noMoreIsCollectedThanWasImposed() {
    let refused = opened(["servedOn": "2026-10-26", "fineDue": "10000.01"])
    #expect(refused?.code == "execution.above-fine")
    #expect(refused?.arguments["most"] == .text("10000.00"))
    #expect(opened(["servedOn": "2026-10-26", "fineDue": "4000"]) == nil)
    let none = opened(of: Sample.penalty("service", known: ["outcome": "penalty"]))
    #expect(none?.arguments["most"] == .text("0.00"))
    #expect(opened(["servedOn": "2026-11-06", "fineDue": "1"])?.code == "fact.day-future")
  }

  @Test func itFollowsFromAPenalty() {
    #expect(
      Sample.refused(opening: .execution, Self.served, by: officer, Surroundings())?.code == "proceeding.needs-origin")
    #expect(Procedure.execution.follows == [.penalty, .summary])
    #expect(!Procedure.execution.leads)
  }

  // Payment.

  @Test(arguments: [
    ("4000", "6000", true), ("4000", "5999.99", false), ("10000", "0", false), ("0", "10000", true),
    ("10001", "0", false),
  ])
  func aPartPaidLeavesTheRest(paid: String, left: String, granted: Bool) {
    let refused = Sample.refused(execution("payable"), "pay", ["paid": paid, "unpaid": left], by: officer)
    #expect(refused?.code == (granted ? nil : "execution.sum"))
    if !granted { #expect(refused?.arguments["unpaid"] == .text("10000.00")) }
  }

  @Test func theNextPartIsOfWhatWasLeft() {
    let partly = execution("deferred", ["fineDue": "10000.00", "unpaid": "6000.00", "deferral": "instalments"])
    let whole = Sample.refused(partly, "pay", ["paid": "4000", "unpaid": "6000"], by: officer)
    #expect(whole?.code == "execution.sum")
    #expect(whole?.arguments["unpaid"] == .text("6000.00"))
    #expect(Sample.refused(partly, "pay", ["paid": "2000", "unpaid": "4000"], by: officer) == nil)
  }

  @Test func onlyWhatIsPaidInFullIsPerformed() {
    let refused = Sample.refused(execution("payable"), "perform", ["paid": "9999.99"], by: officer)
    #expect(refused?.code == "execution.unpaid")
    #expect(refused?.arguments["unpaid"] == .text("10000.00"))
    #expect(Sample.refused(execution("payable"), "perform", by: officer)?.code == "execution.unpaid")
    #expect(Sample.refused(execution("payable"), "perform", ["paid": "10000"], by: officer) == nil)
    let gains = execution("payable", ["fineDue": "0.00", "gainsDue": "500.00"])
    let unpaid = Sample.refused(gains, "perform", by: officer)
    #expect(unpaid?.code == "execution.gains-unpaid")
    #expect(unpaid?.arguments["unpaid"] == .text("500.00"))
    #expect(Sample.refused(gains, "perform", ["gainsPaid": "500"], by: officer) == nil)
  }

  @Test func whatIsPaidGoesIntoTheLedger() throws {
    let paid = try execution("payable").step(
      Sample.request("pay", ["paid": "4000", "unpaid": "6000"]), by: officer, in: Sample.file(), on: Sample.today)
    #expect(paid.ledger == [LedgerLine(.finePaid, amount: Fen(400_000))])
    let known = ["fineDue": "10000.00", "surcharge": "300.00"]
    let performed = try execution("payable", known).step(
      Sample.request("perform", ["paid": "10000", "surchargeCollected": "300"]), by: officer, in: Sample.file(),
      on: Sample.today)
    #expect(
      performed.ledger
        == [LedgerLine(.finePaid, amount: Fen(1_000_000)), LedgerLine(.surcharge, amount: Fen(30_000))])
    let refunded = try execution("payable").step(
      Sample.request("refund", ["refunded": "200", "recipients": "消费者庚"]), by: officer, in: Sample.file(),
      on: Sample.today)
    #expect(refunded.ledger == [LedgerLine(.refund, amount: Fen(20_000))])
    let sold = try execution("performed").step(
      Sample.request("dispose", ["disposed": "拍卖", "proceeds": "800"]), by: officer, in: Sample.file(), on: Sample.today
    )
    #expect(sold.ledger == [LedgerLine(.proceeds, amount: Fen(80_000))])
  }

  // Deferral.

  @Test func instalmentsAreAskedForInWritingPlannedAndAllowedByAHead() {
    var facts = ["deferral": "instalments", "application": "申请书", "newDue": "2026-12-31", "document": "分缴1号"]
    let unplanned = Sample.refused(execution("payable"), "defer", facts, by: head)
    #expect(unplanned?.code == "fact.needed")
    #expect(unplanned?.field == "facts.instalmentPlan")
    facts["instalmentPlan"] = "分三期"
    #expect(Sample.refused(execution("payable"), "defer", facts, by: head) == nil)
    #expect(Sample.refused(execution("payable"), "defer", facts, by: officer)?.code == "role.missing")
    facts["application"] = nil
    #expect(Sample.refused(execution("payable"), "defer", facts, by: head)?.field == "facts.application")
  }

  @Test func aDeferralMakesTheTimeLonger() throws {
    let facts = ["deferral": "deferral", "application": "申请书", "document": "缓缴1号"]
    func refused(_ day: String) throws -> Refusal? {
      let due = facts.merging(["newDue": day]) { $1 }
      return Sample.refused(execution("payable"), "defer", due, by: head, on: "2026-11-05", try unpaid())
    }
    #expect(try refused("2026-11-11") == nil)
    #expect(try refused("2026-11-10")?.code == "execution.not-longer")
    #expect(try refused("2026-11-10")?.citation?.key == "samr-procedure@74")
    #expect(try refused("2026-11-04")?.code == "fact.day-past")
  }

  @Test func anotherDayForTheNextPartNeedsInstalments() {
    let facts = ["paid": "4000", "unpaid": "6000", "newDue": "2026-12-10"]
    #expect(Sample.refused(execution("payable"), "pay", facts, by: officer)?.code == "execution.no-plan")
    let deferred = execution("deferred", ["fineDue": "10000.00", "deferral": "deferral"])
    #expect(Sample.refused(deferred, "pay", facts, by: officer)?.code == "execution.no-plan")
    let planned = execution("deferred", ["fineDue": "10000.00", "deferral": "instalments"])
    #expect(Sample.refused(planned, "pay", facts, by: officer) == nil)
  }

  // Surcharge: 3 % of 10,000 yuan are 300 yuan a day from 2026-11-11.

  @Test(
    arguments: [
      ("300", "2026-11-11", nil), ("300.01", "2026-11-11", "300.00"), ("3000", "2026-11-20", nil),
      ("3000.01", "2026-11-20", "3000.00"), ("0", "2026-11-20", nil), ("0.01", "2026-11-10", "0.00"),
    ] as [(String, String, String?)])
  func aSurchargeAboveWhatIsDueIsRefused(asked: String, through: String, most: String?) throws {
    let facts = ["surcharge": asked, "surchargeOn": through]
    let refused = Sample.refused(
      execution("payable"), "surcharge", facts, by: officer, on: "2026-11-20", try unpaid())
    #expect(refused?.code == (most == nil ? nil : "surcharge.too-high"))
    #expect(refused?.arguments["most"] == most.map(Refusal.Argument.text))
    #expect(refused?.citation?.key == (most == nil ? nil : "penalty-law@72"))
  }

  @Test func itGoesOnFromWhereItWasLastReckonedOnWhatIsLeft() throws {
    // 5 days on 10,000 yuan; then 4,000 are paid, and 5 days on 6,000 add 900.
    let known = [
      "fineDue": "10000.00", "unpaid": "6000.00", "surcharge": "1500.00", "surchargeOn": "2026-11-15",
    ]
    func refused(_ asked: String) throws -> Refusal? {
      Sample.refused(
        execution("payable", known), "surcharge", ["surcharge": asked, "surchargeOn": "2026-11-20"], by: officer,
        on: "2026-11-20", try unpaid())
    }
    #expect(try refused("2400") == nil)
    #expect(try refused("2400.01")?.arguments["most"] == .text("2400.00"))
  }

  @Test func nothingIsAddedDuringAReview() throws {
    let review = Pause(.reviewOrSuit, from: try #require(Day("2026-11-13")), to: nil)
    func refused(_ asked: String) throws -> Refusal? {
      Sample.refused(
        execution("payable"), "surcharge", ["surcharge": asked, "surchargeOn": "2026-11-20"], by: officer,
        on: "2026-11-20", try unpaid([review]))
    }
    #expect(try refused("600") == nil)
    #expect(try refused("600.01")?.arguments["most"] == .text("600.00"))
  }

  @Test func nothingIsAddedBeforeTheTimeIsUpNorForDaysToCome() throws {
    let early = Sample.refused(
      execution("payable"), "surcharge", ["surcharge": "0", "surchargeOn": "2026-11-10"], by: officer,
      on: "2026-11-10", try unpaid())
    #expect(early?.code == "clock.wait")
    let ahead = Sample.refused(
      execution("payable"), "surcharge", ["surcharge": "300", "surchargeOn": "2026-11-13"], by: officer,
      on: "2026-11-12", try unpaid())
    #expect(ahead?.code == "fact.day-future")
  }

  @Test func whatIsPaidLateIsAddedToFirst() throws {
    let part = ["paid": "4000", "unpaid": "6000"]
    let refused = Sample.refused(execution("payable"), "pay", part, by: officer, on: "2026-11-15", try unpaid())
    #expect(refused?.code == "surcharge.first")
    #expect(refused?.arguments["day"] == .text("2026-11-15"))
    let known = ["fineDue": "10000.00", "surcharge": "1500.00", "surchargeOn": "2026-11-15"]
    let added = Sample.refused(execution("payable", known), "pay", part, by: officer, on: "2026-11-15", try unpaid())
    #expect(added == nil)
    let inTime = Sample.refused(execution("payable"), "pay", part, by: officer, on: "2026-11-10", try unpaid())
    #expect(inTime == nil)
  }

  @Test func noMoreSurchargeIsCollectedThanWasAdded() {
    let known = ["fineDue": "10000.00", "surcharge": "300.00"]
    let facts = ["paid": "10000", "surchargeCollected": "300.01"]
    let refused = Sample.refused(execution("payable", known), "perform", facts, by: officer)
    #expect(refused?.code == "surcharge.not-levied")
    #expect(refused?.arguments["most"] == .text("300.00"))
  }

  @Test func whatWasCollectedBeforeCountsToo() throws {
    let known = ["fineDue": "10000.00", "unpaid": "6000.00", "surcharge": "300.00", "collectedSoFar": "200.00"]
    func collected(_ amount: String) -> Refusal? {
      Sample.refused(
        execution("payable", known), "perform", ["paid": "6000", "surchargeCollected": amount], by: officer)
    }
    #expect(collected("100.01")?.code == "surcharge.not-levied")
    #expect(collected("100") == nil)
    let step = try execution("payable", known).step(
      Sample.request("perform", ["paid": "6000", "surchargeCollected": "100"]), by: officer, in: Sample.file(),
      on: Sample.today)
    #expect(step.facts["collectedSoFar"] == "300.00")
    #expect(step.ledger.map(\.code) == [.finePaid, .surcharge])
  }

  // The way to the court.

  @Test func thePartyIsRemindedWhenItsTimeIsUp() throws {
    let refused = Sample.refused(
      execution("payable"), "remind", ["document": "催1号"], by: officer, on: "2026-11-10", try unpaid())
    #expect(refused?.code == "clock.wait")
    #expect(refused?.citation?.key == "samr-procedure@76")
    let later = Sample.refused(
      execution("payable"), "remind", ["document": "催1号"], by: officer, on: "2026-11-11", try unpaid())
    #expect(later == nil)
  }

  @Test func theReminderWaits() {
    let known = ["fineDue": "10000.00", "remediesOver": "2026-10-30"]
    let facts = ["court": "COU", "document": "强申1号"]
    let around = Sample.running("P22", until: "2026-11-10", of: .execution)
    let refused = Sample.refused(execution("reminded", known), "apply", facts, by: head, on: "2026-11-10", around)
    #expect(refused?.code == "clock.wait")
    #expect(refused?.citation?.key == "administrative-compulsion-law@54")
    #expect(Sample.refused(execution("reminded", known), "apply", facts, by: head, on: "2026-11-11", around) == nil)
    #expect(Sample.refused(execution("payable", known), "apply", facts, by: head)?.code == "act.not-now")
  }

  @Test(
    arguments: [(nil, "execution.remedies-open"), ("2026-11-05", "execution.remedies-open"), ("2026-11-04", nil)]
      as [(String?, String?)])
  func theCourtIsAskedWhenTheRemediesAreOver(over: String?, code: String?) {
    var known = ["fineDue": "10000.00"]
    known["remediesOver"] = over
    let refused = Sample.refused(
      execution("reminded", known), "apply", ["court": "COU", "document": "强申1号"], by: head, on: "2026-11-05")
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == code.map { _ in "administrative-compulsion-law@53" })
  }

  @Test func whoAsksTheCourtLateSaysWhy() {
    let known = ["fineDue": "10000.00", "remediesOver": "2026-08-10"]
    let facts = ["court": "COU", "document": "强申1号"]
    let around = Sample.running("P23", until: "2026-11-10", of: .execution)
    #expect(Sample.refused(execution("reminded", known), "apply", facts, by: head, on: "2026-11-10", around) == nil)
    let refused = Sample.refused(execution("reminded", known), "apply", facts, by: head, on: "2026-11-11", around)
    #expect(refused?.code == "execution.late")
    #expect(refused?.field == "facts.lateReason")
    #expect(refused?.arguments["day"] == .text("2026-11-10"))
    let explained = facts.merging(["lateReason": "不可抗力"]) { $1 }
    #expect(Sample.refused(execution("reminded", known), "apply", explained, by: head, on: "2026-11-11", around) == nil)
  }

  // Served on 2026-04-10: the suit is open for six months, until 2026-10-10; the review sixty days, until 2026-06-09.
  @Test(
    arguments: [
      (ProceedingKind.penalty, "2026-10-09", "2026-10-10"), (.penalty, "2026-10-10", nil),
      (.summary, "2026-06-08", "2026-06-09"), (.summary, "2026-06-09", nil),
    ] as [(ProceedingKind, String, String?)])
  func remediesEndWhenTheLawSays(kind: ProceedingKind, over: String, due: String?) throws {
    let origin = Proceeding(
      id: 2, kind: kind, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [], known: Self.decided)
    let around = Surroundings(origin: origin, book: ThresholdLaw.book)
    let known = ["fineDue": "10000.00", "servedOn": "2026-04-10"]
    func refused(_ others: [Sibling]) throws -> Refusal? {
      Sample.refused(
        execution("payable", known), "end-remedies", ["remediesOver": over], by: officer,
        in: try Sample.file(others: others), around)
    }
    #expect(try refused([])?.code == (due == nil ? nil : "execution.remedies-early"))
    #expect(try refused([])?.arguments["day"] == due.map(Refusal.Argument.text))
    // A review that came to nothing leaves them as they are; where there was a suit, they end otherwise.
    #expect(try refused([Sibling(id: 5, kind: .review, state: "withdrawn")])?.code == refused([])?.code)
    #expect(try refused([Sibling(id: 5, kind: .administrativeTrial, state: "effective")]) == nil)
  }

  // 行政诉讼法 art. 45: fifteen days from receipt of the review decision on 2026-10-10 end on 2026-10-25.
  @Test(arguments: [("2026-10-24", "2026-10-25"), ("2026-10-25", nil)] as [(String, String?)])
  func afterAReviewTheTimeToSueRunsFromItsDecision(over: String, due: String?) throws {
    let around = Surroundings(origin: Sample.penalty("service", known: Self.decided), book: ThresholdLaw.book)
    let file = try Sample.file(others: [Sibling(id: 5, kind: .review, state: "closed")])
    let known = execution("payable", ["fineDue": "10000.00", "servedOn": "2026-04-10"])
    let facts = ["remediesOver": over, "reviewServedOn": "2026-10-10"]
    let refused = Sample.refused(known, "end-remedies", facts, by: officer, in: file, around)
    #expect(refused?.code == (due == nil ? nil : "execution.suit-open"))
    #expect(refused?.arguments["day"] == due.map(Refusal.Argument.text))
    let unsaid = Sample.refused(known, "end-remedies", ["remediesOver": over], by: officer, in: file, around)
    #expect(unsaid?.code == "execution.suit-open")
    #expect(unsaid?.citation?.key == "administrative-litigation-law@45")
  }

  @Test(
    arguments: [
      (ProceedingKind.review, "decided"), (.review, "sued"), (.administrativeTrial, "trial"),
      (.administrativeTrial, "appealed"),
    ])
  func remediesAreNotOverWhileTheyAreUsed(kind: ProceedingKind, state: String) throws {
    let file = try Sample.file(others: [Sibling(id: 5, kind: kind, state: state)])
    let refused = Sample.refused(
      execution("payable"), "end-remedies", ["remediesOver": "2026-11-04"], by: officer, in: file)
    #expect(refused?.code == "execution.contested")
    #expect(refused?.citation?.key == "administrative-compulsion-law@53")
  }

  // What stops it.

  @Test func aReviewDoesNotStopItButAStayDoes() {
    let contested = Sample.following(
      .execution, "payable", known: ["fineDue": "10000.00"], pausedFor: [.reviewOrSuit])
    #expect(Sample.refused(contested, "pay", ["paid": "1", "unpaid": "9999"], by: officer) == nil)
    let stayed = Sample.following(.execution, "payable", known: ["fineDue": "10000.00"], pausedFor: [.suspension])
    let refused = Sample.refused(stayed, "remind", ["document": "催1号"], by: officer)
    #expect(refused?.code == "proceeding.suspended")
    #expect(refused?.citation?.key == "administrative-review-law@42")
    #expect(Sample.refused(stayed, "resume", ["pause": "suspension"], by: officer) == nil)
  }

  @Test func thePenaltyIsNotClosedBeforeItsExecution() throws {
    func closed(_ state: String) throws -> Refusal? {
      let file = try Sample.file(others: [Sibling(id: 5, kind: .execution, state: state)])
      return Sample.refused(Sample.penalty("publication"), "close", ["ground": "performed"], by: head, in: file)
    }
    #expect(try closed("performed")?.code == "execution.unfinished")
    #expect(try closed("closed") == nil)
  }
}
