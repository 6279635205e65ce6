import Casework
import Law
import Testing

@Suite struct CustomsTests {
  private let handler = Sample.officer(of: Sample.customs, .caseOfficer)
  private let head = Sample.officer(of: Sample.customs, .head)

  private func goods(_ changes: [String: String?] = [:]) -> [String: String] {
    var facts = [
      "detentionTrack": "ex-officio", "rightHolder": "晨星鞋业", "recordNumber": "T2020-12345",
      "recordValidTo": "2030-06-30", "direction": "import", "suspectGoods": "运动鞋1000双", "goodsValue": "80000",
    ]
    for (name, value) in changes { facts[name] = value }
    return facts
  }

  private func detention(_ state: String, known: [String: String] = [:]) -> Proceeding {
    Proceeding(
      id: 1, kind: .customs, state: state, agency: Sample.customs, receiver: nil, handledBy: [], known: known)
  }

  private func file(_ ipType: IPType = .trademark) -> CaseFileState {
    Sample.sure { try Sample.file(owner: Sample.customs, ipType: ipType) }
  }

  private func refused(
    _ proceeding: Proceeding, _ act: String, _ facts: [String: String] = [:], by officer: Officer? = nil,
    of ipType: IPType = .trademark, beside: [Sibling] = [], on day: String = "2026-11-05",
    _ around: Surroundings = Surroundings()
  ) -> Refusal? {
    let file = Sample.sure { try Sample.file(owner: Sample.customs, ipType: ipType, others: beside) }
    return Sample.refused(proceeding, act, facts, by: officer ?? handler, in: file, on: day, around)
  }

  private static let exOfficio = ["detentionTrack": "ex-officio"]
  private static let onApplication = ["detentionTrack": "on-application"]

  @Test(arguments: [Sample.bureau, Sample.culture, Sample.town, Sample.police])
  func onlyCustomsDetains(agency: AgencyCode) throws {
    let officer = Sample.officer(of: agency, .caseOfficer)
    let refused = Sample.refused(opening: .customs, goods(), by: officer, in: try Sample.file(owner: agency))
    #expect(refused?.code == "proceeding.not-ours")
  }

  @Test(arguments: ["recordNumber", "recordValidTo"]) func exOfficioThereIsARecordal(fact: String) {
    let without = Sample.refused(opening: .customs, goods([fact: nil]), by: handler, in: file())
    #expect(without?.code == "fact.needed")
    #expect(without?.field == "facts.\(fact)")
    let applied = goods([fact: nil, "detentionTrack": "on-application"])
    #expect(Sample.refused(opening: .customs, applied, by: handler, in: file()) == nil)
  }

  @Test(
    arguments: [
      ("2026-11-04", "customs.record-expired"), ("2026-11-05", nil), ("2026-11-06", nil),
    ] as [(String, String?)])
  func theRecordalIsInForce(last: String, code: String?) {
    let refused = Sample.refused(opening: .customs, goods(["recordValidTo": last]), by: handler, in: file())
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "customs-regulation@10") }
  }

  @Test func theHolderIsNotifiedExOfficioOnly() {
    let stray = refused(detention("opened", known: Self.onApplication), "notify-holder")
    #expect(stray?.code == "customs.not-ex-officio")
    #expect(refused(detention("opened", known: Self.exOfficio), "notify-holder") == nil)
  }

  @Test func exOfficioNothingIsDetainedBeforeTheNotice() {
    let known = Self.exOfficio.merging(["security": "40000.00"]) { $1 }
    let early = refused(detention("opened", known: known), "detain", ["document": "扣留1号"])
    #expect(early?.code == "customs.not-notified")
    #expect(early?.citation?.key == "customs-regulation@16")
    let applied = refused(detention("opened", known: Self.exOfficio), "apply", ["security": "40000"])
    #expect(applied?.code == "customs.not-notified")
  }

  @Test(arguments: [
    ("opened", "on-application", "customs-regulation@14"), ("notified", "ex-officio", "customs-regulation@16"),
  ])
  func nothingIsDetainedWithoutApplicationAndSecurity(state: String, track: String, article: String) {
    let facts = ["document": "扣留1号"]
    let without = refused(detention(state, known: ["detentionTrack": track]), "detain", facts)
    #expect(without?.code == "customs.no-security")
    #expect(without?.citation?.key == article)
    let secured = detention(state, known: ["detentionTrack": track, "security": "40000.00"])
    #expect(refused(secured, "detain", facts) == nil)
  }

  @Test(
    arguments: [
      ("80000", nil), ("80000.01", "customs.security-over"), ("100000", "customs.security-over"), ("40000", nil),
    ] as [(String, String?)])
  func theSecurityIsNotAboveTheValueOfTheGoods(security: String, code: String?) {
    let known = Self.onApplication.merging(["goodsValue": "80000.00"]) { $1 }
    let over = refused(detention("opened", known: known), "apply", ["security": security])
    #expect(over?.code == code)
    if code != nil { #expect(over?.citation?.key == "customs-regulation@14") }
  }

  @Test(
    arguments: [
      ("2026-11-06", nil), ("2026-11-09", "customs.late-application"),
    ] as [(String, String?)])
  func exOfficioTheHolderAppliesInTime(day: String, code: String?) {
    let around = Sample.running("C4", until: "2026-11-06", of: .customs)
    let late = refused(
      detention("notified", known: Self.exOfficio), "apply", ["security": "40000"], on: day, around)
    #expect(late?.code == code)
    if code != nil {
      #expect(late?.arguments["day"] == .text("2026-11-06"))
      #expect(late?.citation?.key == "customs-regulation@16")
    }
  }

  @Test(
    arguments: [
      ("no-application", "2026-11-06", "customs.early-refusal"), ("no-application", "2026-11-07", nil),
      ("holder-declines", "2026-11-05", nil), ("unqualified", "2026-11-05", nil),
    ] as [(String, String, String?)])
  func theHolderHasThreeWorkingDays(ground: String, day: String, code: String?) {
    let around = Sample.running("C4", until: "2026-11-06", of: .customs)
    let early = refused(
      detention("notified", known: Self.exOfficio), "not-detain", ["nonDetention": ground], on: day, around)
    #expect(early?.code == code)
  }

  @Test(arguments: ["establish", "leave-open"]) func onApplicationCustomsFindsNothing(act: String) {
    let facts = ["findings": "商标相同"]
    let stray = refused(detention("detained", known: Self.onApplication), act, facts)
    #expect(stray?.code == "customs.no-finding")
    #expect(stray?.citation?.key == "customs-regulation@20")
    #expect(refused(detention("detained", known: Self.exOfficio), act, facts) == nil)
  }

  @Test(arguments: [("C6", "customs-regulation@24(1)"), ("C7", "customs-regulation@24(2)")])
  func theCourtsNoticeComesInTime(rule: String, article: String) {
    let around = Sample.running(rule, until: "2026-11-06", of: .customs)
    let facts = ["assistingCourt": "区法院", "document": "协执1号"]
    #expect(refused(detention("detained"), "court-notice", facts, on: "2026-11-06", around) == nil)
    let late = refused(detention("detained"), "court-notice", facts, on: "2026-11-07", around)
    #expect(late?.code == "customs.late-notice")
    #expect(late?.citation?.key == article)
  }

  @Test(arguments: ["C6", "C7"]) func nothingIsReleasedForWantOfANoticeBeforeTheTimeIsOver(rule: String) {
    let around = Sample.running(rule, until: "2026-11-06", of: .customs)
    let facts = ["releaseGround": "no-court-notice"]
    let early = refused(detention("detained"), "release", facts, on: "2026-11-06", around)
    #expect(early?.code == "customs.early-release")
    #expect(early?.arguments["day"] == .text("2026-11-06"))
    #expect(refused(detention("detained"), "release", facts, on: "2026-11-07", around) == nil)
    let withdrawn = ["releaseGround": "holder-withdraws"]
    #expect(refused(detention("detained"), "release", withdrawn, on: "2026-11-05", around) == nil)
  }

  @Test func onceTheCourtHasSpokenOnlyTheCourtReleases() {
    let other = refused(detention("court"), "release", ["releaseGround": "no-court-notice", "document": "1号"])
    #expect(other?.code == "fact.choice")
  }

  @Test func counterSecurityFreesSuspectedPatentGoodsOnly() {
    let known = ["goodsValue": "80000.00"]
    let facts = ["releaseGround": "counter-security", "counterSecurity": "80000"]
    let trademark = refused(detention("detained", known: known), "release", facts)
    #expect(trademark?.code == "customs.patent-only")
    #expect(trademark?.citation?.key == "customs-regulation@19")
    #expect(refused(detention("detained", known: known), "release", facts, of: .patent) == nil)
  }

  @Test func counterSecurityEqualsTheValueOfTheGoods() {
    let patent = detention("detained", known: ["goodsValue": "80000.00"])
    let without = refused(patent, "release", ["releaseGround": "counter-security"], of: .patent)
    #expect(without?.code == "fact.needed")
    let less = ["releaseGround": "counter-security", "counterSecurity": "79999.99"]
    #expect(refused(patent, "release", less, of: .patent)?.code == "customs.counter-security")
  }

  @Test(
    arguments: [
      ("80000.00", "24000", nil), ("80000.00", "24000.01", "customs.fine-over"), ("80000.00", "0", nil),
      (nil, "1", "customs.fine-over"), ("0.01", "0.01", "customs.fine-over"),
    ] as [(String?, String, String?)])
  func theFineIsAtMostThirtyPerCentOfTheValue(value: String?, fine: String, code: String?) {
    let known = value.map { ["goodsValue": $0] } ?? [:]
    let over = refused(
      detention("reviewed", known: known), "confiscate",
      ["document": "罚字1号", "confiscatedGoods": "80000", "fine": fine], by: head)
    #expect(over?.code == code)
    if code != nil { #expect(over?.citation?.key == "customs-penalty-regulation@25.1") }
    let proposed = refused(
      detention("established", known: known), "notify-party",
      ["approver": "丙", "proposedFine": fine, "hearing": "yes"])
    #expect(proposed?.code == code)
  }

  // 行政处罚法 art. 64: five working days to ask for a hearing; a statement does not use them up, a waiver does.
  @Test func nothingIsReviewedWhileAHearingCanBeAskedFor() throws {
    let around = Sample.running("C-hearing", until: "2026-11-06", of: .customs)
    let early = refused(detention("notice"), "submit", on: "2026-11-06", around)
    #expect(early?.code == "clock.wait")
    #expect(early?.citation?.key == "penalty-law@64")
    #expect(refused(detention("notice"), "submit", on: "2026-11-07", around) == nil)
    let plead = try #require(Procedure.customs.rules.first { $0.act == "plead" })
    let waive = try #require(Procedure.customs.rules.first { $0.act == "waive" })
    #expect(plead.clocks.isEmpty)
    #expect(waive.clocks == [.satisfy("C-hearing")])
    #expect(refused(detention("notice"), "waive")?.code == "fact.missing")
  }

  // 行政处罚法 art. 58, 65: after the hearing, and after the legal review.
  @Test func nothingIsConfiscatedBeforeTheHearingEndsAndTheReviewAgrees() {
    let facts = ["document": "罚字1号", "confiscatedGoods": "80000"]
    let held = [Sibling(id: 3, kind: .hearing, state: "held", origin: 1)]
    let reported = [Sibling(id: 3, kind: .hearing, state: "reported", origin: 1)]
    #expect(refused(detention("notice"), "submit", beside: held)?.code == "hearing.under-way")
    #expect(refused(detention("notice"), "submit", beside: reported) == nil)
    #expect(refused(detention("reviewed"), "confiscate", facts, by: head, beside: held)?.code == "hearing.under-way")
    #expect(refused(detention("reviewed"), "confiscate", facts, by: head, beside: reported) == nil)
    for state in ["established", "notice", "review"] {
      #expect(refused(detention(state), "confiscate", facts, by: head)?.code == "act.not-now")
    }
    #expect(refused(detention("review"), "agree", by: head)?.kind == .forbidden)
  }

  // 国务院令第310号 art. 11: no penalty instead of a referral.
  @Test(arguments: ["drafted", "approved", "sent"]) func nothingIsConfiscatedWhileTheCaseIsReferred(state: String)
    throws
  {
    let file = try Sample.file(owner: Sample.customs, openReferral: state)
    let refused = Sample.refused(
      detention("reviewed"), "confiscate", ["document": "罚字1号", "confiscatedGoods": "80000"], by: head, in: file)
    #expect(refused?.code == "referral.out")
    #expect(refused?.citation?.key == "order-310@11.1")
  }

  // 国务院令第310号 art. 5: approved and sent, or it has not been referred.
  @Test(
    arguments: [
      (nil, "customs.not-referred"), ("drafted", "customs.not-referred"), ("approved", "customs.not-referred"),
      ("sent", nil), ("received", nil), ("police-filed", nil), ("concluded", nil),
      ("police-not-filed", "customs.not-referred"), ("returned", "customs.not-referred"),
      ("withdrawn", "customs.not-referred"),
    ] as [(String?, String?)])
  func aCaseIsWithThePoliceOnlyByAReferralThatWasSent(referral: String?, code: String?) {
    let beside = referral.map { [Sibling(id: 5, kind: .referral, state: $0)] } ?? []
    for state in ["detained", "unestablished", "established", "notice", "review", "reviewed"] {
      let refused = refused(detention(state), "hand-to-police", ["reason": "涉嫌犯罪"], by: head, beside: beside)
      #expect(refused?.code == code)
      if code != nil { #expect(refused?.citation?.key == "order-310@5.2") }
    }
  }

  // Art. 10, 13: what comes back goes on; it is the latest referral that counts.
  @Test(
    arguments: [
      (["sent"], "customs.not-given-back"), (["police-filed"], "customs.not-given-back"),
      (["concluded"], "customs.not-given-back"), (["police-not-filed"], nil), (["returned"], nil), (["withdrawn"], nil),
      (["police-not-filed", "sent"], "customs.not-given-back"),
    ] as [([String], String?)])
  func whatThePoliceGiveBackGoesOn(referrals: [String], code: String?) {
    let beside = referrals.enumerated().map { Sibling(id: Int64(5 + $0.offset), kind: .referral, state: $0.element) }
    for state in ["police", "police-established"] {
      let refused = refused(detention(state), "take-back", ["reason": "退回"], beside: beside)
      #expect(refused?.code == code)
      if code != nil { #expect(refused?.citation?.key == "order-310@10") }
    }
  }

  @Test func withThePoliceItEndsWithTheirResultOnly() {
    let facts = ["reason": "已判决"]
    let filed = [Sibling(id: 5, kind: .referral, state: "police-filed")]
    let concluded = [Sibling(id: 5, kind: .referral, state: "concluded")]
    #expect(refused(detention("police"), "finish", facts, beside: filed)?.code == "customs.not-concluded")
    #expect(refused(detention("police"), "finish", facts, beside: concluded) == nil)
  }

  @Test(
    arguments: [
      ("import", "trademark", "mark-only", "customs.mark-only"), ("import", "trademark", "features", nil),
      ("export", "trademark", "mark-only", nil), ("import", "patent", "mark-only", nil),
      ("import", "trademark", nil, "customs.features"),
    ] as [(String, String, String?, String?)])
  func goodsAreAuctionedWhenWhatInfringesWasRemoved(
    direction: String, right: String, removal: String?, code: String?
  ) throws {
    var facts = ["disposal": "auction"]
    facts["removal"] = removal
    let ipType = try #require(IPType(rawValue: right))
    let kept = refused(detention("confiscated", known: ["direction": direction]), "dispose", facts, of: ipType)
    #expect(kept?.code == code)
    if code != nil { #expect(kept?.citation?.key == "customs-regulation@27") }
  }

  @Test func charityHasAName() {
    #expect(refused(detention("confiscated"), "dispose", ["disposal": "charity"])?.field == "facts.recipient")
    #expect(refused(detention("confiscated"), "dispose", ["disposal": "destruction"]) == nil)
  }

  @Test func onlyAWrongfulDetentionIsCompensated() {
    let right = refused(detention("released"), "close", ["wrongful": "no", "compensation": "5000"])
    #expect(right?.code == "customs.no-wrong")
    #expect(right?.citation?.key == "customs-regulation@28")
    #expect(refused(detention("released"), "close", ["wrongful": "yes", "compensation": "5000"]) == nil)
  }

  @Test func confiscationAndFineAreInTheLedger() throws {
    let step = try detention("reviewed", known: ["goodsValue": "80000.00"]).step(
      Sample.request("confiscate", ["document": "罚字1号", "confiscatedGoods": "80000", "fine": "20000"]), by: head,
      in: file(), on: Sample.today)
    #expect(
      step.ledger == [
        LedgerLine(.goods, amount: Fen(8_000_000)), LedgerLine(.fineImposed, amount: Fen(2_000_000)),
      ])
  }
}
