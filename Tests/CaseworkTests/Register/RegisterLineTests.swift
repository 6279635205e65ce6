import Casework
import Law
import Testing

@Suite struct RegisterLineTests {
  /// The least that a line must say.
  private static let least: [RegisterColumn: String] = [
    .caseRef: "G1", .sourceTitle: "销售假冒商标服装案", .ipType: "trademark", .procedure: "penalty",
  ]

  private func read(
    _ cells: [RegisterColumn: String], foreign: Bool = false
  ) -> Result<NewCaseFile, LineFaults> {
    let culture = Agency(code: Sample.culture, chinese: "区文广旅体局", english: "Culture", kind: .enforcement)
    let agencies = [Sample.agency(Sample.bureau, .enforcement), culture]
    return RegisterLine.read(
      Self.least.merging(cells) { $1 }, agencies: agencies, home: Sample.bureau, foreign: foreign, isDemo: false,
      today: Sample.today)
  }

  private func faults(_ cells: [RegisterColumn: String]) -> [CellFault] {
    if case .failure(let problem) = read(cells) { problem.faults } else { [] }
  }

  @Test func theLeastThatALineSaysIsEnoughAndTheRestStaysUnknown() throws {
    let file = try read([:]).get()
    #expect(file.owner == Sample.bureau)
    #expect(file.kind == .penalty)
    #expect(file.state == "lead")
    #expect(file.request.summary.wire == "销售假冒商标服装案")
    #expect(file.request.leadSource == .published)
    #expect(file.request.channel == nil)
    #expect(file.request.place == nil)
    #expect(file.request.parties.isEmpty)
    #expect(file.request.rights?.isEmpty == true)
    #expect(file.request.goods?.isEmpty == true)
    #expect(
      file.request.amounts
        == Amounts(turnover: nil, gainsGross: nil, gainsNet: nil, gainsUnstated: nil, goodsValue: nil))
    #expect(
      file.entries == [
        NewEntry(
          act: "import", milestone: .lead, happenedOn: nil, facts: ["source": "G1"], fine: nil, confiscated: nil)
      ])
    #expect(file.source?.key == "G1")
    #expect(file.source?.url == nil)
  }

  @Test func everyCellOfAFullLineIsKept() throws {
    let file = try read([
      .sourceURL: "https://example.cn/1", .publisher: "某市局", .ipType: "商标", .procedure: "行政处罚",
      .enforcingAgency: "某区局", .place: "某市某区", .respondent: "灯湖服饰商行；桂澜鞋店", .rightsHolder: "云岭文化公司",
      .rightNumber: "12345678", .goods: "衣服", .channel: "直播", .clueDate: "2026年3月", .filedDate: "2026-04-02",
      .decidedDate: "2026", .turnover: "5万", .gains: "300", .goodsCount: "1,200", .goodsValue: "8000.5", .fine: "１万",
      .confiscated: "300.00", .lawArticles: "商标法57", .outcome: "罚款", .referredToPolice: "否", .policeOutcome: "无",
      .courtOutcome: "未诉", .notes: "备注\n两行",
    ]).get()
    let request = file.request
    #expect(request.ipType == .trademark)
    #expect(request.summary.wire == "销售假冒商标服装案（衣服）")
    #expect(request.leadOn.wire == "2026-03")
    #expect(request.channel == .livestream)
    #expect(request.place?.wire == "某市某区")
    #expect(request.parties.map(\.name.wire) == ["灯湖服饰商行", "桂澜鞋店", "云岭文化公司"])
    #expect(request.parties.map(\.role) == [.respondent, .respondent, .rightsHolder])
    #expect(request.parties.allSatisfy { $0.kind == .unstated })
    #expect(request.rights?.map(\.number?.wire) == ["12345678"])
    #expect(request.goods?.map(\.name.wire) == ["衣服"])
    #expect(request.goods?.first?.quantity?.wire == "1200")
    #expect(request.goods?.first?.value?.wire == "8000.50")
    #expect(request.amounts?.turnover?.wire == "50000.00")
    #expect(request.amounts?.gainsUnstated?.wire == "300.00")
    #expect(request.amounts?.gainsGross == nil)
    #expect(request.amounts?.goodsValue?.wire == "8000.50")
    #expect(
      file.source
        == PublishedSource(
          key: "G1", title: "销售假冒商标服装案", url: "https://example.cn/1", publisher: "某市局", enforcingAgency: "某区局",
          lawArticles: "商标法57", outcome: "罚款", policeOutcome: "无", courtOutcome: "未诉", notes: "备注\n两行"))
    #expect(file.state == "decision")
    #expect(file.entries.map(\.milestone) == [.lead, .filed, .decided])
    #expect(file.entries.map { $0.happenedOn?.description } == ["2026-03", "2026-04-02", "2026"])
    #expect(file.entries[2].fine?.value == 1_000_000)
    #expect(file.entries[2].confiscated?.value == 30_000)
  }

  @Test(arguments: [
    ("商标", IPType.trademark), ("专利权", .patent), ("版权", .copyright), ("地理标志", .geographicalIndication),
    ("商业秘密", .tradeSecret), ("植物新品种", .plantVariety), ("布图设计", .layoutDesign), ("官方标志", .specialMark),
    ("奥林匹克标志", .olympicMark), ("TradeMark", .trademark), (" gi ", .geographicalIndication),
  ])
  func aTypeIsReadInEitherLanguage(text: String, type: IPType) throws {
    #expect(try read([.ipType: text]).get().request.ipType == type)
  }

  @Test(arguments: [
    ("penalty", "lead", []), ("adjudication", "recorded", []), ("行政裁决", "recorded", []),
    ("移送", "recorded", ["referred"]), ("检查", "recorded", []), ("民事诉讼", "recorded", []),
  ])
  func aCaseThatNoStateIsToldOfIsOnlyRecorded(text: String, state: String, milestones: [String]) throws {
    let file = try read([.procedure: text]).get()
    #expect(file.state == state)
    #expect(file.entries.dropFirst().map { $0.milestone?.rawValue } == milestones)
  }

  @Test(arguments: [
    ("penalty", "publication", "publication"), ("移送", "police-filed", "police-filed"),
    ("mediation", " Agreed ", "agreed"),
    ("prosecution", "not-prosecuted", "not-prosecuted"), ("customs", "recorded", "recorded"),
    ("penalty", "recorded", "recorded"), ("检查", "recorded", "recorded"), ("civil", " ", "recorded"),
  ])
  func aStateOfTheProceduresMachineIsTakenOver(procedure: String, text: String, state: String) throws {
    #expect(try read([.procedure: procedure, .state: text]).get().state == state)
  }

  @Test(arguments: [
    ("penalty", "agreed"), ("penalty", "decided"), ("检查", "opened"), ("mediation", "publication"), ("civil", "已受理"),
  ])
  func aStateOfAnotherMachineIsRefusedWithThoseThereAre(procedure: String, state: String) throws {
    let found = faults([.procedure: procedure, .state: state])
    #expect(found.map(\.refusal.code) == ["import.state"])
    #expect(found.map(\.column) == [.state])
    guard case .text(let choices)? = found.first?.refusal.arguments["choices"] else {
      Issue.record("no choices")
      return
    }
    let kind = RegisterLineTests.kinds[procedure]
    #expect(choices.components == ["recorded"] + (kind?.procedure?.states ?? []))
  }

  private static let kinds: [String: ProceedingKind] = [
    "penalty": .penalty, "检查": .inspection, "mediation": .mediation, "civil": .civil,
  ]

  @Test func aStateThatIsToldChangesNoEntry() throws {
    let dates: [RegisterColumn: String] = [.clueDate: "2026-01-05", .filedDate: "2026-01-08"]
    let told = try read(dates.merging([.state: "publication"]) { $1 }).get()
    #expect(told.state == "publication")
    #expect(try told.entries == read(dates).get().entries)
  }

  @Test(
    arguments: [
      ("penalty", [Milestone.lead, .filed, .decided]), ("summary", [.lead, .filed, .decided]),
      ("移送", [.lead, .filed, .referred]), ("customs", [nil, nil, nil]), ("刑事", [nil, nil, nil]),
      ("criminal-trial", [nil, nil, nil]),
    ] as [(String, [Milestone?])])
  func onlyStepsThatTheMonthlyReportCountsAreMilestones(procedure: String, milestones: [Milestone?]) throws {
    let file = try read([
      .procedure: procedure, .clueDate: "2026-01-05", .filedDate: "2026-01-08", .decidedDate: "2026-02-01",
    ]).get()
    #expect(file.entries.map(\.milestone) == milestones)
    #expect(file.entries.map { $0.happenedOn?.description } == ["2026-01-05", "2026-01-08", "2026-02-01"])
  }

  @Test func aTransferDatesTheReferralAndNotADecision() throws {
    let file = try read([.procedure: "移送", .decidedDate: "2026-04-06", .clueDate: "2026-01"]).get()
    #expect(file.entries.map(\.milestone) == [.lead, .referred])
    #expect(file.entries[1].happenedOn?.description == "2026-04-06")
  }

  @Test(arguments: [
    ("yes", true), ("YES", true), ("是", true), ("no", false), ("否", false), ("unknown", false), ("不详", false),
    ("", false),
  ])
  func onlyAPlainYesIsAReferral(text: String, isReferred: Bool) throws {
    let file = try read([.referredToPolice: text]).get()
    #expect(file.entries.contains { $0.milestone == .referred } == isReferred)
    #expect(file.entries.last?.happenedOn == nil)
  }

  @Test(arguments: [RegisterColumn.fine, .confiscated])
  func moneyWithoutADateIsADecisionOfUnknownDate(column: RegisterColumn) throws {
    let file = try read([column: "1"]).get()
    #expect(file.entries.map(\.milestone) == [.lead, .decided])
    #expect(file.entries[1].happenedOn == nil)
    #expect(file.entries[1].fine?.value == (column == .fine ? 100 : nil))
    #expect(file.entries[1].confiscated?.value == (column == .confiscated ? 100 : nil))
  }

  @Test(arguments: [("区文广旅体局", true, nil as String?), ("CUL", true, nil), ("CUL", false, "import.other-agency")])
  func anotherAgencysLineIsReadOnlyWhereItMayBe(text: String, foreign: Bool, code: String?) {
    switch read([.ownerAgency: text], foreign: foreign) {
    case .success(let file):
      #expect(file.owner == Sample.culture)
      #expect(code == nil)
    case .failure(let problem):
      #expect(problem.faults.map(\.refusal.code) == [code])
      #expect(problem.faults.map(\.column) == [.ownerAgency])
    }
  }

  @Test(arguments: [
    (RegisterColumn.caseRef, "", "import.key"), (.caseRef, "a\0", "text.control"), (.sourceTitle, " ", "text.empty"),
    (.sourceTitle, String(repeating: "案", count: 201), "text.too-long"), (.ownerAgency, "XYZ", "agency.unknown"),
    (.ipType, "", "import.ip-type"), (.ipType, "brand", "import.ip-type"), (.procedure, "", "import.procedure"),
    (.procedure, "trial", "import.procedure"), (.state, "trial", "import.state"), (.channel, "moon", "fact.choice"),
    (.clueDate, "soon", "date.unreadable"),
    (.filedDate, "2026-02-30", "date.unreadable"), (.decidedDate, "2024.8", "date.unreadable"),
    (.turnover, "1e18", "amount.unreadable"), (.turnover, "1000000000000000000", "amount.too-large"),
    (.gains, "-1", "amount.negative"), (.goodsValue, "约5万", "amount.vague"), (.fine, "1.001", "amount.too-fine"),
    (.confiscated, "many", "amount.unreadable"), (.goodsCount, "-1", "quantity.unreadable"),
    (.referredToPolice, "maybe", "import.yes-no"), (.respondent, "a\u{7}", "text.control"),
    (.rightsHolder, String(repeating: "案", count: 201), "text.too-long"), (.place, "a\0", "text.control"),
    (.notes, String(repeating: "案", count: 4001), "text.too-long"),
  ])
  func aFaultIsReportedWithItsColumn(column: RegisterColumn, text: String, code: String) {
    let found = faults([column: text])
    #expect(found.map(\.refusal.code).contains(code))
    #expect(found.allSatisfy { $0.column == column && $0.refusal.field == column.rawValue })
  }

  @Test func aFaultyNameOfGoodsIsBlamedOnItsOwnColumnOnly() {
    let found = faults([.goods: "a\0"])
    #expect(found.map(\.refusal.code) == ["text.control"])
    #expect(found.map(\.column) == [.goods])
  }

  @Test func aPatentsNumberIsChecked() {
    let found = faults([.ipType: "patent", .rightNumber: "202330000001.6；202330000001.7"])
    #expect(found.map(\.refusal.code) == ["patent.check"])
    #expect(found.map(\.column) == [.rightNumber])
  }

  @Test(arguments: [
    ("2026-05-01", "2026-04-30", true), ("2026-05-01", "2026-05-01", false), ("2026-05", "2026-05-01", false),
    ("2026-05-31", "2026-05", false), ("2026-06", "2026-05", true), ("2026", "2025", true), ("2026-06", "2026", false),
  ])
  func aDecisionSurelyBeforeTheFilingIsRefused(filed: String, decided: String, isRefused: Bool) {
    let found = faults([.filedDate: filed, .decidedDate: decided])
    #expect(found.map(\.refusal.code) == (isRefused ? ["import.dates-order"] : []))
  }

  @Test func everyFaultOfALineIsFoundAtOnce() {
    let found = faults([
      .ownerAgency: "XYZ", .caseRef: "", .sourceTitle: "", .ipType: "brand", .procedure: "trial", .channel: "moon",
      .clueDate: "soon", .turnover: "-1", .goodsCount: "many", .referredToPolice: "maybe", .fine: "约5万",
      .respondent: "a\0", .goods: "b\0", .rightNumber: "\u{7}",
    ])
    let columns: Set<RegisterColumn> = [
      .ownerAgency, .caseRef, .sourceTitle, .ipType, .procedure, .channel, .clueDate, .turnover, .goodsCount,
      .referredToPolice, .fine, .respondent, .goods, .rightNumber,
    ]
    #expect(Set(found.map(\.column)) == columns)
    #expect(found.count == columns.count)
  }

  @Test func aTitleWithItsGoodsIsCutToALine() throws {
    let title = String(repeating: "题", count: 200)
    let file = try read([.sourceTitle: title, .goods: "衣服"]).get()
    #expect(file.request.summary.wire == title)
    #expect(file.source?.title == title)
  }
}

extension String {
  /// What commas part.
  fileprivate var components: [String] { split(separator: ", ").map(String.init) }
}
