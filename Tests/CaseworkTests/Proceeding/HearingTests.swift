import Casework
import Law
import Testing

@Suite struct HearingTests {
  private let reviewer = Sample.officer(.reviewer)
  private static let asked = ["applicant": "灯湖服饰商行", "servedOn": "2026-11-03"]

  private func requested(
    _ changes: [String: String] = [:], of penalty: Proceeding, in file: CaseFileState? = nil,
    on day: String = "2026-11-05"
  ) -> Refusal? {
    Sample.refused(
      opening: .hearing, Self.asked.merging(changes) { $1 }, by: Sample.officer(.clerk), in: file, on: day,
      Surroundings(origin: penalty, book: ThresholdLaw.book))
  }

  private func hearing(_ state: String, _ known: [String: String] = [:]) -> Proceeding {
    Sample.following(.hearing, state, known: known)
  }

  private let offered = Sample.penalty("notice", known: ["hearing": "yes"])

  @Test func itIsAskedForBetweenNoticeAndDecision() {
    #expect(requested(of: offered) == nil)
    for state in ["lead", "investigation", "reviewed", "legal-review", "cleared", "decision", "closed"] {
      let refused = requested(of: Sample.penalty(state, known: ["hearing": "yes"]))
      #expect(refused?.code == "hearing.no-notice", "\(state)")
      #expect(refused?.citation?.key == "hearing-measures@7")
    }
  }

  // 行政处罚法 art. 63, 64: so does a penalty of customs.
  @Test func theNoticeOfCustomsIsHeardToo() {
    func asked(of state: String, on day: String = "2026-11-05") -> Refusal? {
      let officer = Sample.officer(of: Sample.customs, .clerk)
      let origin = Proceeding(
        id: 2, kind: .customs, state: state, agency: Sample.customs, receiver: nil, handledBy: [],
        known: ["hearing": "yes"])
      return Sample.refused(
        opening: .hearing, Self.asked, by: officer, in: Sample.sure { try Sample.file(owner: Sample.customs) },
        on: day, Surroundings(origin: origin, book: ThresholdLaw.book))
    }
    #expect(asked(of: "notice") == nil)
    for state in ["established", "review", "reviewed", "confiscated"] {
      #expect(asked(of: state)?.code == "hearing.no-notice", "\(state)")
    }
  }

  // 听证办法 art. 5: 10,000 yuan for a natural person, 100,000 for an organisation, the figure included.
  @Test(
    arguments: [
      ("natural-person", "10000.00", true), ("natural-person", "9999.99", false), ("organisation", "100000.00", true),
      ("organisation", "99999.99", false), (nil, "100000.00", false), ("organisation", nil, false),
    ] as [(String?, String?, Bool)])
  func aNoticeThatOffersNoneIsMeasuredByTheFigureForTheParty(party: String?, fine: String?, granted: Bool) {
    var known = ["hearing": "no"]
    known["proposedFine"] = fine
    let refused = requested(party.map { ["partyKind": $0] } ?? [:], of: Sample.penalty("notice", known: known))
    #expect(refused?.code == (granted ? nil : "hearing.not-offered"))
    #expect(refused?.citation?.key == (granted ? nil : "hearing-measures@5"))
  }

  // The same for what is to be confiscated; and some penalties give the right whatever the figure.
  @Test(
    arguments: [
      (["proposedConfiscation": "10000.00"], true), (["proposedConfiscation": "9999.99"], false),
      (["heavyPenalty": "yes"], true), (["heavyPenalty": "no"], false),
    ] as [([String: String], Bool)])
  func confiscationAndHeavyPenaltiesGiveTheRightToo(proposed: [String: String], granted: Bool) {
    let known = proposed.merging(["hearing": "no", "partyKind": "natural-person"]) { $1 }
    let refused = requested(of: Sample.penalty("notice", known: known))
    #expect(refused?.code == (granted ? nil : "hearing.not-offered"))
  }

  // Five working days after Tuesday 2026-11-03 end on Tuesday 2026-11-10; over the National Day week, after 2026-09-30 on
  // 2026-10-14.
  @Test(
    arguments: [
      ("2026-11-03", "2026-11-10", nil), ("2026-11-03", "2026-11-11", "2026-11-10"), ("2026-09-30", "2026-10-14", nil),
      ("2026-09-30", "2026-10-15", "2026-10-14"),
    ] as [(String, String, String?)])
  func itIsAskedForWithinFiveWorkingDaysOfService(served: String, day: String, due: String?) {
    let refused = requested(["servedOn": served], of: offered, on: day)
    #expect(refused?.code == (due == nil ? nil : "hearing.late"))
    #expect(refused?.arguments["day"] == due.map(Refusal.Argument.text))
    #expect(refused?.citation?.key == (due == nil ? nil : "hearing-measures@7"))
  }

  @Test func aNoticeIsNotServedInTheFuture() {
    #expect(requested(["servedOn": "2026-11-06"], of: offered)?.code == "fact.day-future")
  }

  @Test func thereIsOneHearingAtATime() throws {
    func file(_ state: String) throws -> CaseFileState {
      try Sample.file(others: [Sibling(id: 5, kind: .hearing, state: state)])
    }
    #expect(requested(of: offered, in: try file("scheduled"))?.code == "hearing.under-way")
    #expect(requested(of: offered, in: try file("terminated")) == nil)
  }

  @Test(arguments: ["presider", "recorder"]) func nobodyWhoHandlesTheCasePresidesOrRecords(fact: String) throws {
    let file = try Sample.file(assigned: ["甲", "乙"])
    let facts = ["presider": "戊", "recorder": "己"]
    #expect(Sample.refused(hearing("requested"), "appoint", facts, by: reviewer, in: file) == nil)
    let refused = Sample.refused(
      hearing("requested"), "appoint", facts.merging([fact: "乙"]) { $1 }, by: reviewer, in: file)
    #expect(refused?.code == "hearing.presider-handles")
    #expect(refused?.field == "facts.\(fact)")
    #expect(refused?.citation?.key == "penalty-law@64")
  }

  @Test func whoHandlesTheCaseDoesNotRunTheHearing() throws {
    let file = try Sample.file(assigned: [reviewer.name])
    let refused = Sample.refused(
      hearing("notified", ["hearingOn": "2026-11-05"]), "hold", ["record": "如笔录"], by: reviewer, in: file)
    #expect(refused?.code == "review.own-case")
  }

  // Seven working days before Monday 2026-11-16 lies Thursday 2026-11-05; before Friday 2026-11-13, 2026-11-04.
  @Test(
    arguments: [("2026-11-16", nil), ("2026-11-13", "2026-11-04"), ("2026-11-06", "2026-10-28")] as [(String, String?)])
  func theDayLeavesSevenWorkingDaysForTheNotice(day: String, last: String?) {
    for act in ["fix", "fix-closed"] {
      var facts = ["hearingOn": day, "place": "听证室"]
      if act == "fix-closed" { facts["closedGround"] = "privacy" }
      let refused = Sample.refused(
        hearing("prepared"), act, facts, by: reviewer, Surroundings(book: ThresholdLaw.book))
      #expect(refused?.code == (last == nil ? nil : "hearing.too-soon"), "\(act)")
      #expect(refused?.arguments["day"] == last.map(Refusal.Argument.text))
    }
  }

  @Test func aHearingIsNotFixedForADayThatIsPast() {
    let refused = Sample.refused(
      hearing("prepared"), "fix", ["hearingOn": "2026-11-04", "place": "听证室"], by: reviewer)
    #expect(refused?.code == "hearing.too-soon")
  }

  @Test func aLateNoticeNeedsAnotherDay() {
    let around = Sample.running("P13", until: "2026-11-05", of: .hearing)
    let document = ["document": "听通1号"]
    #expect(Sample.refused(hearing("scheduled"), "notify", document, by: reviewer, on: "2026-11-05", around) == nil)
    let refused = Sample.refused(hearing("scheduled"), "notify", document, by: reviewer, on: "2026-11-06", around)
    #expect(refused?.code == "hearing.notice-late")
    #expect(refused?.citation?.key == "hearing-measures@20")
    #expect(refused?.arguments["day"] == .text("2026-11-05"))
  }

  @Test func anOpenHearingIsAnnouncedInTimeAndBeforeItIsHeld() {
    let around = Sample.running("P14", until: "2026-11-05", of: .hearing)
    #expect(Sample.refused(hearing("notified"), "announce", by: reviewer, on: "2026-11-05", around) == nil)
    let late = Sample.refused(hearing("notified"), "announce", by: reviewer, on: "2026-11-06", around)
    #expect(late?.code == "hearing.notice-late")
    #expect(late?.citation?.key == "hearing-measures@22")
    let fixed = hearing("notified", ["hearingOn": "2026-11-05"])
    let refused = Sample.refused(fixed, "hold", ["record": "如笔录"], by: reviewer, around)
    #expect(refused?.code == "hearing.unannounced")
    #expect(Sample.refused(fixed, "hold", ["record": "如笔录"], by: reviewer) == nil)
  }

  @Test func aClosedHearingIsNotAnnouncedUnlessItWasOpenedAfterAll() {
    let closed = hearing("notified", ["closedGround": "trade-secret"])
    #expect(Sample.refused(closed, "announce", by: reviewer)?.code == "hearing.closed")
    let opened = Sample.running("P14", until: "2026-11-10", of: .hearing)
    #expect(Sample.refused(closed, "announce", by: reviewer, opened) == nil)
  }

  @Test(arguments: ["2026-11-04", "2026-11-06"]) func itIsHeldOnTheDayThatWasFixed(day: String) {
    let fixed = hearing("notified", ["hearingOn": "2026-11-05"])
    let refused = Sample.refused(fixed, "hold", ["record": "如笔录"], by: reviewer, on: day)
    #expect(refused?.code == "hearing.other-day")
    #expect(refused?.arguments["day"] == .text("2026-11-05"))
  }

  @Test(arguments: ["no-show", "walk-out"]) func nobodyMissesAHearingBeforeItsDay(ground: String) {
    let facts = ["terminationGround": ground]
    let fixed = hearing("notified", ["hearingOn": "2026-11-06"])
    let refused = Sample.refused(fixed, "terminate", facts, by: reviewer, on: "2026-11-05")
    #expect(refused?.code == "hearing.not-missed")
    #expect(refused?.citation?.key == "hearing-measures@27")
    #expect(Sample.refused(fixed, "terminate", facts, by: reviewer, on: "2026-11-06") == nil)
    #expect(Sample.refused(hearing("requested"), "terminate", facts, by: reviewer)?.code == "hearing.not-missed")
  }

  @Test func anotherGroundIsExplained() {
    let refused = Sample.refused(hearing("requested"), "terminate", ["terminationGround": "other"], by: reviewer)
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.reason")
  }

  @Test func thePenaltyWaitsForItsEndAndThenForLegalReview() throws {
    let head = Sample.officer(.head)
    let decision = ["outcome": "penalty", "fine": "200000"]
    func decided(_ state: String, _ hearing: String) throws -> Refusal? {
      let file = try Sample.file(others: [Sibling(id: 5, kind: .hearing, state: hearing)])
      return Sample.refused(Sample.penalty(state), "decide", decision, by: head, in: file)
    }
    #expect(try decided("notice", "notified")?.code == "hearing.under-way")
    let reported = try decided("notice", "reported")
    #expect(reported?.code == "review.after-hearing")
    #expect(reported?.citation?.key == "penalty-law@58")
    #expect(try decided("cleared", "reported") == nil)
    #expect(try decided("notice", "terminated") == nil)
  }
}
