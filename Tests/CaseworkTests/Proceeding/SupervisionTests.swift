import Casework
import Law
import Testing

@Suite struct FilingSupervisionTests {
  private let officer = Sample.officer(of: Sample.procuratorate, .clerk, .caseOfficer, .head)

  private func refused(
    _ act: String, in state: String, _ facts: [String: String] = [:], on day: String = "2026-11-05",
    _ around: Surroundings = Surroundings()
  ) -> Refusal? {
    Sample.refused(
      Sample.standing(.filingSupervision, state, by: Sample.procuratorate, receiver: Sample.police), act, facts,
      by: officer, on: day, around)
  }

  @Test(arguments: [Sample.bureau, Sample.police, Sample.court, Sample.justice])
  func onlyTheProcuratorateSupervises(agency: AgencyCode) throws {
    let refused = Sample.refused(
      opening: .filingSupervision, ["police": "PSB"], by: Sample.officer(of: agency, .clerk),
      in: try Sample.file(owner: agency))
    #expect(refused?.code == "proceeding.not-ours")
  }

  @Test(arguments: [
    ("received", "overdue", true), ("received", "not-filed", false), ("police-not-filed", "not-filed", true),
    ("police-not-filed", "overdue", false),
  ])
  func whatIsDemandedFitsTheReferral(state: String, complaint: String, isGranted: Bool) {
    let refused = refused(
      "demand", in: "accepted", ["complaint": complaint],
      Surroundings(origin: Sample.origin(.referral, state)))
    #expect(refused?.code == (isGranted ? nil : "supervision.complaint"))
    #expect(refused?.citation?.key == (isGranted ? nil : "procuratorate-rules@562"))
  }

  @Test(arguments: [("S560", "procuratorate-rules@560"), ("S562", "procuratorate-rules@562")])
  func thePoliceHaveTheirTimeToExplain(rule: String, article: String) {
    let facts = ["document": "南检通立〔2026〕1号", "reason": "理由不能成立"]
    let around = Sample.running(rule, until: "2026-11-05", of: .filingSupervision)
    let early = refused("notify", in: "explaining", facts, around)
    #expect(early?.code == "clock.wait")
    #expect(early?.arguments["day"] == .text("2026-11-05"))
    #expect(early?.citation?.key == article)
    #expect(refused("notify", in: "explaining", facts, on: "2026-11-06", around) == nil)
    #expect(refused("notify", in: "explained", facts) == nil)
  }

  @Test func theAgencyIsToldWhyTheReasonsHold() {
    let around = Surroundings(origin: Sample.origin(.referral, "police-not-filed"))
    let untold = refused("tell", in: "upheld", ["told": "已告知被害人"], around)
    #expect(untold?.code == "supervision.agency-untold")
    #expect(untold?.citation?.key == "procuratorate-rules@561.2")
    #expect(refused("tell", in: "upheld", ["toldAgency": "IPB"], around) == nil)
    #expect(refused("tell", in: "upheld")?.code == "tell.nobody")
  }

  @Test func thePoliceAreCorrectedAfterFifteenDaysOnly() {
    let around = Sample.running("S561", until: "2026-11-10", of: .filingSupervision)
    let early = refused("correct", in: "notified", ["document": "南检纠违〔2026〕1号"], on: "2026-11-10", around)
    #expect(early?.code == "clock.wait")
    #expect(early?.citation?.key == "procuratorate-rules@564")
    #expect(refused("correct", in: "notified", ["document": "南检纠违〔2026〕1号"], on: "2026-11-11", around) == nil)
  }

  @Test func theReminderWaitsThreeMonths() {
    let around = Sample.running("S564-3", until: "2026-11-10", of: .filingSupervision)
    #expect(refused("remind", in: "filed", on: "2026-11-10", around)?.code == "clock.wait")
    #expect(refused("remind", in: "filed", on: "2026-11-11", around) == nil)
  }

  @Test func onlyTheChiefProcuratorTellsThePoliceToFile() {
    let refused = Sample.refused(
      Sample.standing(.filingSupervision, "explained", by: Sample.procuratorate, receiver: Sample.police), "notify",
      ["document": "1", "reason": "不成立"], by: Sample.officer(of: Sample.procuratorate, .caseOfficer))
    #expect(refused?.code == "role.missing")
  }

  @Test func onlyThePoliceAskedMayExplain() {
    let other = Sample.officer(of: Sample.bureau, .caseOfficer)
    let refused = Sample.refused(
      Sample.standing(.filingSupervision, "explaining", by: Sample.procuratorate, receiver: Sample.police), "explain",
      ["explanation": "未达标准"], by: other)
    #expect(refused?.code == "proceeding.not-receiver")
    #expect(refused?.arguments["agency"] == .agency(Sample.police))
  }
}

@Suite struct OpinionTests {
  private let officer = Sample.officer(of: Sample.procuratorate, .clerk, .caseOfficer, .head)

  private func opening(
    _ kind: String, notProsecutedOn: String? = nil, from origin: Proceeding? = nil, openReferral: String? = nil
  ) throws -> Refusal? {
    var facts = ["addressee": "IPB", "opinionKind": kind]
    facts["notProsecutedOn"] = notProsecutedOn
    return Sample.refused(
      opening: .opinion, facts, by: officer, in: try Sample.file(openReferral: openReferral), from: origin)
  }

  private func refused(
    _ act: String, in state: String, _ facts: [String: String] = [:], known: [String: String] = [:],
    by officer: Officer? = nil, pausedFor: Set<Exclusion.Kind> = [], on day: String = "2026-11-05",
    _ around: Surroundings = Surroundings()
  ) -> Refusal? {
    Sample.refused(
      Sample.standing(
        .opinion, state, by: Sample.procuratorate, receiver: Sample.bureau, known: known, pausedFor: pausedFor), act,
      facts, by: officer ?? self.officer, on: day, around)
  }

  @Test func anOpinionToPenaliseFollowsFromADecisionNotToProsecute() throws {
    let alone = try opening("penalise", notProsecutedOn: "2026-11-04")
    #expect(alone?.code == "opinion.no-decision")
    #expect(alone?.citation?.key == "criminal-procedure-law@177.3")
    for state in ["review", "prosecuted", "supplement"] {
      let early = try opening("penalise", notProsecutedOn: "2026-11-04", from: Sample.origin(.prosecution, state))
      #expect(early?.code == "opinion.no-decision")
    }
    let decided = Sample.origin(.prosecution, "not-prosecuted")
    #expect(try opening("penalise", notProsecutedOn: "2026-11-04", from: decided) == nil)
    #expect(try opening("penalise", from: decided)?.code == "fact.needed")
    #expect(try opening("penalise", notProsecutedOn: "2026-11-06", from: decided)?.code == "fact.day-future")
  }

  @Test(arguments: ["refer", "correct"]) func otherOpinionsHaveNoSuchDay(kind: String) throws {
    #expect(try opening(kind, notProsecutedOn: "2026-11-04")?.code == "opinion.day-unneeded")
    #expect(try opening(kind) == nil)
  }

  @Test func whatHasBeenReferredNeedNotBe() throws {
    let refused = try opening("refer", openReferral: "sent")
    #expect(refused?.code == "opinion.referred")
    #expect(refused?.citation?.key == "procuratorate-rules@557.3")
    #expect(try opening("correct", openReferral: "sent") == nil)
  }

  @Test func theAdministrativeSectionReviewsFirst() {
    let facts = ["document": "南检意〔2026〕1号", "replyBy": "2026-12-07"]
    let early = refused("deliver", in: "proposed", facts, known: ["opinionKind": "penalise"])
    #expect(early?.code == "opinion.unreviewed")
    #expect(early?.citation?.key == "reverse-referral-guideline@12")
    #expect(refused("deliver", in: "review", facts, known: ["opinionKind": "penalise"]) == nil)
    #expect(refused("deliver", in: "proposed", facts, known: ["opinionKind": "refer"]) == nil)
    #expect(refused("register", in: "proposed", known: ["opinionKind": "correct"])?.code == "opinion.not-reverse")
  }

  @Test(arguments: [("2026-11-04", false), ("2026-11-05", true), ("2026-12-05", true)])
  func theDayForTheAnswerDoesNotLieBehind(day: String, isGranted: Bool) {
    let refused = refused(
      "deliver", in: "review", ["document": "1", "replyBy": day], known: ["opinionKind": "penalise"])
    #expect(refused?.code == (isGranted ? nil : "fact.day-past"))
  }

  // 刑事诉讼法 art. 177(3) gives no length: the paper names the day.
  @Test func thePaperNamesTheDayForTheAnswer() {
    let without = refused("deliver", in: "review", ["document": "1"], known: ["opinionKind": "penalise"])
    #expect(without?.code == "fact.missing")
    #expect(without?.field == "facts.replyBy")
  }

  @Test func theAddresseeLearnsOfItWhenItIsDelivered() throws {
    let known = ["addressee": "IPB", "opinionKind": "correct"]
    let opinion = { (state: String) in
      Sample.standing(.opinion, state, by: Sample.procuratorate, receiver: Sample.bureau, known: known)
    }
    #expect(opinion("proposed").audience(of: Procedure.opinion.opening).isEmpty)
    #expect(Procedure.opinion.opening.informs == nil)
    for rule in Procedure.opinion.rules(in: "review") where rule.act != "deliver" {
      #expect(opinion("review").audience(of: rule).isEmpty, "\(rule.act)")
    }
    let step = try opinion("proposed").step(
      Sample.request("deliver", ["document": "1", "replyBy": "2026-12-07"]), by: officer, in: Sample.file(),
      on: Sample.today)
    #expect(step.rule.informs == "addressee")
    #expect(step.facts["addressee"] == "IPB")
    #expect(opinion("proposed").audience(of: step.rule) == [Sample.bureau])
    let close = try #require(Procedure.opinion.rules(in: "replied").first { $0.act == "close" })
    #expect(opinion("replied").audience(of: close) == [Sample.bureau])
  }

  @Test func whileItIsSuspendedNothingIsDelivered() {
    let suspended = refused(
      "deliver", in: "review", ["document": "1", "replyBy": "2026-12-07"], known: ["opinionKind": "penalise"],
      pausedFor: [.suspension])
    #expect(suspended?.code == "proceeding.suspended")
    #expect(suspended?.citation?.key == "reverse-referral-guideline@13")
    let consulting = refused(
      "deliver", in: "review", ["document": "1", "replyBy": "2026-12-07"], known: ["opinionKind": "penalise"],
      pausedFor: [.consultation])
    #expect(consulting == nil)
  }

  @Test func anAnswerThatACaseWasFiledNamesIt() {
    let agency = Sample.officer(.caseOfficer)
    let facts = ["reply": "已立案", "opinionAction": "penalty-opened"]
    let bare = refused("reply", in: "delivered", facts, known: ["document": "南检意〔2026〕1号"], by: agency)
    #expect(bare?.code == "opinion.filing-unnamed")
    #expect(refused("reply", in: "delivered", facts.merging(["document": "立9号"]) { $1 }, by: agency) == nil)
    #expect(
      refused("reply", in: "delivered", ["reply": "情节轻微", "opinionAction": "not-needed"], by: agency) == nil)
  }

  @Test func onlyWhoLetTheDayPassIsReported() {
    let facts = ["movedTo": "市知识产权局", "reason": "逾期未回复"]
    let around = Sample.running("V-reply", until: "2026-11-10", of: .opinion)
    let early = refused("report", in: "delivered", facts, on: "2026-11-10", around)
    #expect(early?.code == "clock.wait")
    #expect(early?.citation?.key == "procuratorate-linkage@11")
    #expect(refused("report", in: "delivered", facts, on: "2026-11-11", around) == nil)
    #expect(refused("report", in: "replied", facts) == nil)
  }
}
