import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct SupplementTests {
  private static let none = Amounts(
    turnover: nil, gainsGross: nil, gainsNet: nil, gainsUnstated: nil, goodsValue: nil)

  private static func amounts(turnover: String) throws -> Amounts {
    Amounts(
      turnover: try Yuan(wire: turnover), gainsGross: nil, gainsNet: nil, gainsUnstated: nil, goodsValue: nil)
  }

  private static func party(_ name: String, _ role: Party.Role = .respondent, number: String? = nil) throws -> Party {
    Party(
      role: role, kind: .organisation, name: try Line(wire: name),
      identityNumber: try number.map { try Line(wire: $0) })
  }

  private static func request(
    parties: [Party]? = nil, amounts: Amounts? = nil, revision: Int? = nil
  ) throws -> SupplementRequest {
    SupplementRequest(
      parties: parties, amounts: amounts, reason: try Prose(wire: "现场检查发现"), revision: revision)
  }

  @discardableResult private func add(
    _ request: SupplementRequest, to number: CaseNumber, by officer: Officer, once: IdempotencyKey? = nil,
    in district: District
  ) async throws -> Done<CaseNumber> {
    try await district.registry.supplement(
      request, to: number, once: once ?? Given.once(), by: officer, now: Given.now.adding(seconds: 60))
  }

  /// A supplement in which everything has a value.
  private func full() throws -> SupplementRequest {
    SupplementRequest(
      parties: [try Self.party("桂澜鞋店"), try Self.party("晨桥公司", .rightsHolder, number: ScreenedFile.number)],
      rights: [Right(kind: .trademark, number: try Line(wire: "12345678"), name: try Line(wire: "云岭"))],
      goods: [
        Goods(
          name: try Line(wire: "紫砂壶"), quantity: try Quantity(wire: "12.5"), unit: try Line(wire: "件"),
          value: try Yuan(wire: "100.01"), priceBasis: .marked)
      ],
      amounts: Amounts(
        turnover: try Yuan(wire: "5.2万"), gainsGross: nil, gainsNet: try Yuan(wire: "3.03"), gainsUnstated: nil,
        goodsValue: nil), reason: try Prose(wire: "现场检查发现"), revision: 1)
  }

  @Test func whatIsAddedStandsBesideWhatWasThere() async throws {
    let district = try await District()
    var logged = try Given.request()
    logged.amounts = Amounts(
      turnover: try Yuan(wire: "1"), gainsGross: try Yuan(wire: "2"), gainsNet: nil, gainsUnstated: nil, goodsValue: nil
    )
    let number = try await Given.caseFile(by: district.handler, logged)
    let request = try full()
    #expect(try await add(request, to: number, by: district.handler, in: district).value == number)
    let file = try await district.registry.caseFile(number, for: district.handler)
    #expect(file.parties == logged.parties + (request.parties ?? []))
    #expect(file.rights == request.rights)
    #expect(file.goods == request.goods)
    // What is given replaces what was kept; what is not leaves it.
    #expect(file.amounts.turnover?.wire == "52000.00")
    #expect(file.amounts.gainsGross?.wire == "2.00")
    #expect(file.amounts.gainsNet?.wire == "3.03")
    #expect(file.amounts.goodsValue == nil)
    #expect(file.head.respondents == "灯湖服饰商行；桂澜鞋店")
    #expect(file.state.respondents == ["灯湖服饰商行", "桂澜鞋店"])
    #expect(file.head.revision == 2)
    #expect(file.head.kind == .penalty && file.head.state == "lead")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func theDocketSaysWhoAddedWhatWhenAndWhy() async throws {
    let district = try await District()
    let number = try await district.logged()
    try await add(full(), to: number, by: district.clerk, in: district)
    let entry = try #require(try await district.registry.entries(of: number, for: district.handler).last)
    #expect(entry.sequence == 2)
    #expect(entry.act == "supplement")
    #expect(entry.officer == district.clerk.name)
    #expect(entry.agency == district.clerk.agency)
    #expect(entry.recordedAt == Given.now.adding(seconds: 60))
    #expect(entry.milestone == nil)
    #expect(
      entry.facts == [
        "reason": "现场检查发现", "addedParties": "桂澜鞋店；晨桥公司", "addedRights": "12345678", "addedGoods": "紫砂壶",
        "turnover": "52000.00", "gainsNet": "3.03",
      ])
    let added = try await District.look(
      "select p.name as value from party p join entry e on e.id = p.added_by where e.act = 'supplement' order by p.id")
    #expect(added == ["桂澜鞋店", "晨桥公司"])
  }

  @Test func aSearchFindsWhatWasAddedAndWhatWasThere() async throws {
    let district = try await District()
    let number = try await district.logged()
    func found(_ search: String) async throws -> [CaseNumber] {
      var filter = CaseFileFilter(limit: 5)
      filter.search = search
      return try await district.registry.caseFiles(filter, for: district.handler).map(\.number)
    }
    #expect(try await found("鞋店").isEmpty)
    try await add(full(), to: number, by: district.handler, in: district)
    for search in ["鞋店", "桂澜", "晨桥", "云岭", "12345678", "紫砂壶", "灯湖", "侵犯", number.wire] {
      #expect(try await found(search) == [number], "\(search)")
    }
    // The end of what was there and the beginning of what was added are no word.
    #expect(try await found("行桂").isEmpty)
  }

  @Test func theFileIsScreenedAnew() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, ScreenedFile.request(rights: ["甲"]))
    #expect(try await ScreenedFile.findings(number, district).isEmpty)
    try await add(
      Self.request(amounts: Self.amounts(turnover: "62000")), to: number, by: district.handler, in: district)
    #expect(try await ScreenedFile.findings(number, district) == ["213 met 1 213-2025-goods-turnover"])
    #expect(try await district.registry.screeningHits(onlyOpen: true, for: district.handler).map(\.number) == [number])
    #expect(
      try await district.registry.screening(of: number, for: district.handler).first?.screenedAt
        == Given.now.adding(seconds: 60))
    // What the administrator's screening of all files finds.
    let stored = try await ScreenedFile.stored()
    #expect(try await Registry(TestDatabase.owner).screenAll(now: Given.now).changed == 0)
    #expect(try await ScreenedFile.stored() == stored)
    try await add(Self.request(amounts: Self.amounts(turnover: "100")), to: number, by: district.handler, in: district)
    #expect(try await ScreenedFile.findings(number, district).isEmpty)
  }

  @Test func aRespondentWhoWasPunishedBeforeMakesItARepeat() async throws {
    let district = try await District()
    _ = try await ScreenedFile.decided(
      ScreenedFile.request(respondent: "晨桥公司", identityNumber: ScreenedFile.number, leadOn: "2026-11-05"),
      on: "2026-11-05", in: district)
    let number = try await Given.caseFile(
      by: district.handler, ScreenedFile.request(turnover: "35000", rights: ["甲"], leadOn: "2026-11-10"))
    // Of somebody known by name alone nobody can tell whether it is a repeat.
    #expect(try await !ScreenedFile.findings(number, district).contains { $0.contains(" met ") })
    let party = try Self.party("晨桥公司", number: ScreenedFile.number)
    try await add(Self.request(parties: [party]), to: number, by: district.handler, in: district)
    #expect(try await ScreenedFile.findings(number, district) == ["213 met 1 213-2025-goods-repeat-turnover"])
  }

  @Test func aSupplementSentTwiceIsMadeOnce() async throws {
    let district = try await District()
    let number = try await district.logged()
    let once = try Given.once("the-same-key")
    let request = try full()
    #expect(try await !add(request, to: number, by: district.handler, once: once, in: district).isReplay)
    #expect(try await add(request, to: number, by: district.handler, once: once, in: district).isReplay)
    #expect(try await district.registry.caseFile(number, for: district.handler).parties.count == 3)
    let other = try IdempotencyKey("the-same-key", request: [1])
    let reused = try await code {
      try await add(request, to: number, by: district.handler, once: other, in: district)
    }
    #expect(reused == "idempotency.reused")
  }

  @Test func ofTwoOnWhatBothSawOneIsStale() async throws {
    let district = try await District()
    let number = try await district.logged()
    let request = try full()
    async let left = code { try await add(request, to: number, by: district.handler, in: district) }
    async let right = code { try await add(request, to: number, by: district.clerk, in: district) }
    let codes = try await [left, right]
    #expect(codes.count { $0 == nil } == 1)
    #expect(codes.count { $0 == "case.stale" } == 1)
    #expect(try await district.registry.entries(of: number, for: district.handler).map(\.sequence) == [1, 2])
  }

  @Test func whatCannotBeAddedIsRefused() async throws {
    let district = try await District()
    let number = try await district.logged()
    let some = try Self.request(parties: [Self.party("桂澜鞋店")])
    func refused(_ request: SupplementRequest, by officer: Officer) async throws -> Refusal? {
      try await refusal { try await add(request, to: number, by: officer, in: district) }
    }
    #expect(try await refused(Self.request(), by: district.handler)?.code == "supplement.empty")
    #expect(try await refused(Self.request(parties: [], amounts: Self.none), by: district.handler)?.field == "parties")
    var stale = some
    stale.revision = 0
    #expect(try await refused(stale, by: district.handler)?.code == "case.stale")
    #expect(try await refused(some, by: district.reviewer)?.code == "role.missing")
    #expect(try await refused(some, by: district.culture)?.code == "case.unknown")
    let prosecutor = try await Given.officer("PRO", .caseOfficer)
    #expect(try await refused(some, by: prosecutor)?.code == "case.not-yours")
    let misread = try Self.request(parties: [Self.party("晨桥公司", number: "91000000MA00000158")])
    let wrong = try await refused(misread, by: district.handler)
    #expect(wrong?.code == "uscc.check")
    #expect(wrong?.field == "parties.0.identityNumber")
    let many = try Self.request(parties: Array(repeating: Self.party("桂澜鞋店"), count: 201))
    #expect(try await refused(many, by: district.handler)?.code == "list.too-long")
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 1)
    #expect(try await district.registry.caseFile(number, for: district.handler).parties.count == 1)
  }

  @Test func whoHandedTheFileOverAddsNoMore() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: "received")
    let some = try Self.request(parties: [Self.party("桂澜鞋店")])
    #expect(
      try await code { try await add(some, to: number, by: district.handler, in: district) } == "case.not-yours")
    try await add(some, to: number, by: district.police, in: district)
    #expect(try await district.registry.caseFile(number, for: district.police).parties.count == 2)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  /// A supplement is no step of a procedure: what happened before it and is recorded after it is not held back by it.
  @Test func anActOfAnEarlierDayIsStillRecordedAfterwards() async throws {
    let district = try await District()
    let number = try await district.logged()
    try await add(full(), to: number, by: district.handler, in: district)
    let penalty = try await district.penalty(number)
    try await district.act("verify", of: penalty, by: district.handler, on: "2026-11-05")
    #expect(try await district.registry.proceeding(penalty, for: district.handler).0.known["addedParties"] == nil)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }
}
