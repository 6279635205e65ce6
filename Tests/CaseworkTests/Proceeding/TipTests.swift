import Casework
import Law
import Testing

@Suite struct TipTests {
  private let handler = Sample.officer(.caseOfficer)

  private func facts(_ changes: [String: String?] = [:]) -> [String: String] {
    var facts = [
      "named": "no", "allegation": "销售假冒运动鞋", "handledUnder": "market-regulation", "intake": "hotline",
    ]
    for (name, value) in changes { facts[name] = value }
    return facts
  }

  private func tip(_ state: String, known: [String: String] = [:]) -> Proceeding {
    Proceeding(id: 1, kind: .tip, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  private func file(_ ipType: IPType, others: [Sibling] = []) -> CaseFileState {
    Sample.sure { try Sample.file(ipType: ipType, others: others) }
  }

  /// A law book that knows only the duty to tell a named reporter: until 2026-04-14.
  private static let book = Sample.sure { () throws -> LawBook in
    var tables = Dictionary(uniqueKeysWithValues: LawBook.tables.map { ($0, [LawRow]()) })
    func row(_ table: String, _ cells: KeyValuePairs<String, String>) throws -> LawRow {
      try LawRow(table: table, columns: cells.map(\.key), cells: cells.map(\.value), line: 1)
    }
    tables["instrument"] = [
      try row(
        "instrument", ["key": "civil-code", "name_zh": "民法典", "name_en": "Civil Code", "verification": "verified"])
    ]
    tables["law_article"] = try [201, 202, 203].map { article in
      try row(
        "law_article",
        [
          "key": "civil-code@\(article)", "instrument": "civil-code", "subject_zh": "期间", "verification": "verified",
          "source": "test",
        ])
    }
    tables["calendar_year"] = [try row("calendar_year", ["year": "2026", "notice_zh": "通知"])]
    tables["time_limit"] = [
      try row(
        "time_limit",
        [
          "key": "T-named-reporter@2020-01-01", "rule": "T-named-reporter", "valid_from": "2020-01-01",
          "valid_to": "2026-04-14", "kind": "limit", "name_zh": "告知", "name_en": "Tell", "trigger_zh": "决定",
          "trigger_en": "decision", "length": "5", "unit": "working-day", "direction": "forward", "roll": "none",
          "liable_zh": "机关", "liable_en": "agency", "citation": "civil-code@201", "verification": "verified",
          "source": "test",
        ])
    ]
    return try LawBook(tables)
  }

  @Test func whoReportsUnderTheirNameIsNamed() {
    let refused = Sample.refused(opening: .tip, facts(["named": "yes"]), by: handler)
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.reporter")
    #expect(Sample.refused(opening: .tip, facts(["named": "yes", "reporter": "李女士"]), by: handler) == nil)
    #expect(Sample.refused(opening: .tip, facts(), by: handler) == nil)
  }

  @Test(arguments: [
    ("trademark", "market-regulation"), ("patent", "market-regulation"), ("gi", "market-regulation"),
    ("trade_secret", "market-regulation"), ("special_mark", "market-regulation"),
    ("olympic_mark", "market-regulation"), ("copyright", "copyright"), ("plant_variety", "other"),
    ("layout_design", "other"),
  ])
  func theKindOfRightDecidesTheRules(right: String, regime: String) throws {
    let kind = try #require(IPType(rawValue: right))
    for given in ["market-regulation", "copyright", "other"] {
      let refused = Sample.refused(opening: .tip, facts(["handledUnder": given]), by: handler, in: file(kind))
      #expect(refused?.code == (given == regime ? nil : "tip.regime"), "\(right) under \(given)")
      if refused != nil { #expect(refused?.arguments["regime"] == .term("choice.handledUnder.\(regime)")) }
    }
  }

  @Test func whatFollowsFromAComplaintWasSplitOff() {
    func complaint(_ known: [String: String]) -> Proceeding {
      Proceeding(
        id: 2, kind: .complaint, state: "accepted", agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
    }
    let whole = Sample.refused(opening: .tip, facts(), by: handler, from: complaint([:]))
    #expect(whole?.code == "tip.not-split")
    #expect(whole?.citation?.key == "complaint-measures@9")
    #expect(Sample.refused(opening: .tip, facts(), by: handler, from: complaint(["tipPart": "要求查处"])) == nil)
    #expect(Sample.refused(opening: .tip, facts(), by: handler, from: complaint(["violation": "陈列假冒"])) == nil)
  }

  @Test func completeMaterialIsAMatterOfCopyright() {
    let stray = Sample.refused(opening: .tip, facts(["materialOn": "2026-11-03"]), by: handler)
    #expect(stray?.code == "tip.only-copyright")
    let copyright = facts(["handledUnder": "copyright", "materialOn": "2026-11-03"])
    #expect(Sample.refused(opening: .tip, copyright, by: handler, in: file(.copyright)) == nil)
    let future = facts(["handledUnder": "copyright", "materialOn": "2026-11-06"])
    #expect(Sample.refused(opening: .tip, future, by: handler, in: file(.copyright))?.code == "fact.day-future")
  }

  @Test(arguments: ["accept", "refuse", "complete-material"])
  func onlyCopyrightComplaintsAreAcceptedOrRefused(act: String) {
    let facts = [
      "refuse": ["reason": "没有权属证明", "document": "不受1号"], "complete-material": ["materialOn": "2026-11-03"],
    ][act]
    let trademark = Sample.refused(
      tip("received", known: ["handledUnder": "market-regulation"]), act, facts, by: handler)
    #expect(trademark?.code == "tip.only-copyright")
    #expect(trademark?.citation?.key == "copyright-penalty-measures@13")
    let copyright = tip("received", known: ["handledUnder": "copyright"])
    #expect(Sample.refused(copyright, act, facts, by: handler) == nil)
  }

  @Test func aCopyrightComplaintIsAcceptedBeforeItIsVerified() {
    let known = ["handledUnder": "copyright"]
    let facts = ["findings": "属实"]
    #expect(Sample.refused(tip("received", known: known), "verify", facts, by: handler)?.code == "tip.accept-first")
    #expect(Sample.refused(tip("accepted", known: known), "verify", facts, by: handler) == nil)
  }

  @Test func newFactsSayWhenTheyWereReported() {
    let market = tip("received", known: ["handledUnder": "market-regulation"])
    let without = Sample.refused(market, "merge", ["newFacts": "另有仓库"], by: handler)
    #expect(without?.code == "fact.needed")
    #expect(without?.field == "facts.lastReportedOn")
    let dated = ["newFacts": "另有仓库", "lastReportedOn": "2026-11-05"]
    #expect(Sample.refused(market, "merge", dated, by: handler) == nil)
    let future = ["newFacts": "另有仓库", "lastReportedOn": "2026-11-06"]
    #expect(Sample.refused(market, "merge", future, by: handler)?.code == "fact.day-future")
    // A second report needs a day of its own.
    let again = tip("received", known: ["handledUnder": "market-regulation", "lastReportedOn": "2026-11-02"])
    #expect(Sample.refused(again, "merge", ["newFacts": "另有仓库"], by: handler)?.field == "facts.lastReportedOn")
    let copyright = tip("received", known: ["handledUnder": "copyright"])
    #expect(Sample.refused(copyright, "merge", dated, by: handler)?.code == "tip.no-restart")
    #expect(Sample.refused(copyright, "merge", ["newFacts": "另有仓库"], by: handler) == nil)
  }

  @Test(arguments: [
    ("dispute", ["disputedWith": "IPB"]), ("hand-over", ["receivingAgency": "IPB", "reason": "不属于本机关"]),
  ])
  func theOtherAgencyIsAnother(act: String, facts: [String: String]) {
    let market = tip("received", known: ["handledUnder": "market-regulation"])
    #expect(Sample.refused(market, act, facts, by: handler)?.code == "agency.own")
    let other = facts.mapValues { $0 == "IPB" ? "CUL" : $0 }
    #expect(Sample.refused(market, act, other, by: handler) == nil)
  }

  @Test func marketRegulatorsNegotiateAndOthersHandOver() {
    let facts = ["disputedWith": "FSIPB"]
    let copyright = Sample.refused(
      tip("received", known: ["handledUnder": "copyright"]), "dispute", facts, by: handler)
    #expect(copyright?.code == "tip.market-only")
    #expect(copyright?.citation?.key == "complaint-measures@33")
    let market = tip("received", known: ["handledUnder": "market-regulation"])
    #expect(Sample.refused(market, "dispute", facts, by: handler) == nil)
  }

  @Test(
    arguments: [
      ([], "tip.no-case"), ([("penalty", "lead")], "tip.no-case"), ([("penalty", "verification")], "tip.no-case"),
      ([("penalty", "not-filed")], "tip.no-case"), ([("mediation", "filed")], "tip.no-case"),
      ([("penalty", "filed")], nil), ([("penalty", "closed")], nil), ([("summary", "decided")], nil),
    ] as [([(String, String)], String?)])
  func aTipHasLedToACaseWhenAPenaltyWasFiled(others: [(String, String)], code: String?) throws {
    let siblings = try others.map { kind, state in
      Sibling(id: 2, kind: try #require(ProceedingKind(rawValue: kind)), state: state)
    }
    let refused = Sample.refused(
      tip("verified"), "file", ["tellDuty": "none"], by: handler, in: file(.trademark, others: siblings))
    #expect(refused?.code == code)
  }

  @Test(
    arguments: [
      ("lead", "tip.case-pending"), ("verification", "tip.case-pending"), ("not-filed", nil), ("filed", nil),
    ] as [(String, String?)])
  func aTipIsNotDeclinedWhileItsPenaltyIsBeingVerified(state: String, code: String?) {
    let refused = Sample.refused(
      tip("verified"), "decline", ["reason": "查无实据", "tellDuty": "none"], by: handler,
      in: file(.trademark, others: [Sibling(id: 2, kind: .penalty, state: state)]))
    #expect(refused?.code == code)
  }

  /// 第20号令 31 until 2026-04-14; since 2026-04-15 the result is told only where a law says so.
  @Test(
    arguments: [
      ("yes", "interim-measures", "2026-04-14", nil), ("yes", "none", "2026-04-14", "tip.duty-named"),
      ("yes", "other-law", "2026-04-14", "tip.duty-named"), ("yes", "interim-measures", "2026-04-15", "tip.duty-gone"),
      ("yes", "none", "2026-04-15", nil), ("yes", "other-law", "2026-04-15", nil), ("no", "none", "2026-04-14", nil),
      ("no", "interim-measures", "2026-04-14", "tip.anonymous"), ("no", "other-law", "2026-11-05", "tip.anonymous"),
    ] as [(String, String, String, String?)])
  func theDutyToTellANamedReporterEndedWithTheNewMeasures(named: String, duty: String, day: String, code: String?) {
    let refused = Sample.refused(
      tip("verified", known: ["named": named, "handledUnder": "market-regulation"]), "decline",
      ["reason": "查无实据", "tellDuty": duty], by: handler, on: day,
      Surroundings(book: Self.book))
    #expect(refused?.code == code)
    if code == "tip.duty-gone" { #expect(refused?.citation?.key == "complaint-measures@36") }
    if code == "tip.duty-named" { #expect(refused?.citation?.key == "complaint-measures-2020@31") }
  }

  @Test(arguments: [("none", nil), ("interim-measures", "tip.duty-gone")] as [(String, String?)])
  func thatDutyWasOneOfMarketRegulation(duty: String, code: String?) {
    let refused = Sample.refused(
      tip("verified", known: ["named": "yes", "handledUnder": "copyright"]), "decline",
      ["reason": "查无实据", "tellDuty": duty], by: handler, in: file(.copyright), on: "2026-04-14",
      Surroundings(book: Self.book))
    #expect(refused?.code == code)
  }

  @Test(
    arguments: [
      ("yes", "none", "tip.duty-secret"), ("yes", "unfair-competition", nil), ("no", "none", nil),
    ] as [(String, String, String?)])
  func whoReportsATradeSecretUnderTheirNameIsTold(named: String, duty: String, code: String?) {
    let refused = Sample.refused(
      tip("verified", known: ["named": named]), "decline", ["reason": "查无实据", "tellDuty": duty], by: handler,
      in: file(.tradeSecret), Surroundings(book: Self.book))
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "unfair-competition-law@20") }
  }

  @Test func nobodyIsToldWithoutALawThatSaysSo() {
    let facts = ["reporterAnswer": "不予立案"]
    let none = Sample.refused(tip("not-filed", known: ["tellDuty": "none"]), "tell", facts, by: handler)
    #expect(none?.code == "tip.no-duty")
    #expect(none?.citation?.key == "complaint-measures@36")
    let law = tip("not-filed", known: ["tellDuty": "unfair-competition"])
    #expect(Sample.refused(law, "tell", facts, by: handler) == nil)
  }

  @Test func aTipIsClosedWhenWhoMustBeToldWasTold() {
    let due = ["tellDuty": "unfair-competition"]
    #expect(Sample.refused(tip("not-filed", known: due), "close", by: handler)?.code == "tip.untold")
    let told = due.merging(["reporterAnswer": "不予立案"]) { $1 }
    #expect(Sample.refused(tip("not-filed", known: told), "close", by: handler) == nil)
    #expect(Sample.refused(tip("not-filed", known: ["tellDuty": "none"]), "close", by: handler) == nil)
  }
}
