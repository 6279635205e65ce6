import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct LoggingTests {
  private let registry = Registry(TestDatabase.service)

  /// A request in which every field has a value, no two alike.
  private func full() throws -> CaseFileRequest {
    CaseFileRequest(
      ipType: .patent, summary: try Line(wire: "假冒专利案 'quoted' \\ {a,b} ÷"), leadSource: .rightsHolder,
      leadOn: try When(wire: "2026-10"), channel: .exhibition, place: try Line(wire: "千灯湖展馆二号馆"), town: .lishui,
      simple: true,
      parties: [
        // Check characters computed in Python; the regions do not exist.
        Party(
          role: .respondent, kind: .organisation, name: try Line(wire: "灯湖服饰商行"),
          identityNumber: try Line(wire: "91000000MA00000157")),
        Party(
          role: .rightsHolder, kind: .naturalPerson, name: try Line(wire: "林某"),
          identityNumber: try Line(wire: "00000019850615002X")),
        Party(role: .complainant, kind: .unstated, name: try Line(wire: "不具名"), identityNumber: nil),
        Party(role: .thirdParty, kind: .organisation, name: try Line(wire: "云岭文化公司"), identityNumber: nil),
      ],
      rights: [
        Right(kind: .patent, number: try Line(wire: "ZL202330000001.6"), name: try Line(wire: "茶壶")),
        Right(kind: .trademark, number: nil, name: try Line(wire: "灯湖")),
        Right(kind: .copyright, number: try Line(wire: "国作登字-2026-F-00000001"), name: nil),
      ],
      goods: [
        Goods(
          name: try Line(wire: "茶壶"), quantity: try Quantity(wire: "12.5"), unit: try Line(wire: "件"),
          value: try Yuan(wire: "100.01"), priceBasis: .marked),
        Goods(name: try Line(wire: "包装盒"), quantity: nil, unit: nil, value: nil, priceBasis: nil),
      ],
      amounts: Amounts(
        turnover: try Yuan(wire: "1.01"), gainsGross: try Yuan(wire: "2.02"), gainsNet: try Yuan(wire: "3.03"),
        gainsUnstated: try Yuan(wire: "4.04"), goodsValue: try Yuan(wire: "1000000000000")),
      proceeding: OpeningRequest(
        kind: .summary, facts: ["officers": "甲、乙", "partyKind": "organisation", "findings": "当场查获"]))
  }

  @Test func everyFieldOfARequestSurvives() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let request = try full()
    let number = try await Given.caseFile(by: officer, request)
    let file = try await registry.caseFile(number, for: officer)
    #expect(file.head.number == number)
    #expect(file.head.ipType == request.ipType)
    #expect(file.head.summary == request.summary.wire)
    #expect(file.head.respondents == "灯湖服饰商行")
    #expect(file.head.kind == .summary)
    #expect(file.head.state == "opened")
    #expect(file.head.owner == officer.agency)
    #expect(file.head.heldSince == Given.now)
    #expect(file.head.loggedAt == Given.now)
    #expect(file.head.revision == 1)
    #expect(!file.head.isDemo)
    #expect(file.leadSource == request.leadSource)
    #expect(file.channel == request.channel)
    #expect(file.place == request.place?.wire)
    #expect(file.town == request.town)
    #expect(file.isSimple)
    #expect(file.amounts == request.amounts)
    #expect(file.parties == request.parties)
    #expect(file.rights == request.rights)
    #expect(file.goods == request.goods)
    #expect(file.source == nil)
    #expect(file.latestOfficer == officer.name)
    let entries = try await registry.entries(of: number, for: officer)
    #expect(entries.map { $0.happenedOn?.description } == ["2026-10"])
    #expect(entries.map(\.milestone) == [.lead])
    #expect(
      entries.map(\.facts) == [
        [
          "leadSource": "rights-holder", "officers": "甲、乙", "partyKind": "organisation", "findings": "当场查获",
        ]
      ])
    #expect(entries.map(\.recordedAt) == [Given.now])
  }

  @Test func everyFieldThatWasLeftOutStaysUnknown() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    var request = try Given.request()
    (request.channel, request.town) = (nil, nil)
    let file = try await registry.caseFile(Given.caseFile(by: officer, request), for: officer)
    #expect(file.channel == nil)
    #expect(file.place == nil)
    #expect(file.town == nil)
    #expect(!file.isSimple)
    #expect(file.rights.isEmpty)
    #expect(file.goods.isEmpty)
    #expect(
      file.amounts == Amounts(turnover: nil, gainsGross: nil, gainsNet: nil, gainsUnstated: nil, goodsValue: nil))
    #expect(file.parties.map(\.identityNumber) == [nil])
  }

  @Test func aNumberIsTheYearInShanghaiAndSixDigits() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    // 2026-12-31 23:59:59 and one second later, in Shanghai.
    let newYear = try #require(Instant("2027-01-01T00:00:00+08:00"))
    #expect(try await Given.caseFile(by: officer, at: newYear.adding(seconds: -1)).wire == "2026-000001")
    #expect(try await Given.caseFile(by: officer, at: newYear).wire == "2027-000002")
  }

  @Test(arguments: IPType.allCases) func aCaseOfEveryTypeIsLogged(type: IPType) async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let number = try await Given.caseFile(by: officer, Given.request(ipType: type))
    #expect(try await registry.caseFile(number, for: officer).head.ipType == type)
  }

  @Test func everySourceChannelAndTownIsKept() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    for index in 0..<8 {
      var request = try Given.request()
      request.leadSource = LeadSource.allCases[index % LeadSource.allCases.count]
      request.channel = Channel.allCases[index % Channel.allCases.count]
      request.town = Town.allCases[index % Town.allCases.count]
      let file = try await registry.caseFile(Given.caseFile(by: officer, request), for: officer)
      #expect(file.leadSource == request.leadSource)
      #expect(file.channel == request.channel)
      #expect(file.town == request.town)
    }
  }

  @Test func theLongestTextsAreKept() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let long = try Line(wire: String(repeating: "😀", count: 200))
    var request = try Given.request()
    (request.summary, request.place) = (long, long)
    request.parties[0].name = long
    request.rights = [Right(kind: .trademark, number: nil, name: long)]
    request.goods = [Goods(name: long, quantity: nil, unit: nil, value: nil, priceBasis: nil)]
    let file = try await registry.caseFile(Given.caseFile(by: officer, request), for: officer)
    #expect(file.head.summary == long.wire)
    #expect(file.rights == request.rights)
  }

  @Test func aRightsNumberAsLongAsALineIsKeptOrRefusedByName() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    var request = try Given.request()
    request.rights = [Right(kind: .trademark, number: try Line(wire: String(repeating: "7", count: 61)), name: nil)]
    let refused = try await refusal { _ = try await Given.caseFile(by: officer, request) }
    #expect(refused == nil || refused?.field == "rights.0.number")
  }

  @Test func aUnitAsLongAsALineIsKeptOrRefusedByName() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    var request = try Given.request()
    let unit = try Line(wire: String(repeating: "箱", count: 21))
    request.goods = [Goods(name: try Line(wire: "衣服"), quantity: nil, unit: unit, value: nil, priceBasis: nil)]
    let refused = try await refusal { _ = try await Given.caseFile(by: officer, request) }
    #expect(refused == nil || refused?.field == "goods.0.unit")
  }

  @Test func whatIsNotAllowedIsNotLogged() async throws {
    let reviewer = try await Given.officer("IPB", .reviewer)
    #expect(try await code { _ = try await Given.caseFile(by: reviewer) } == "role.missing")
    let clerk = try await Given.officer("IPB", .clerk)
    let future = try Given.request(leadOn: "2026-11-21")
    #expect(try await code { _ = try await Given.caseFile(by: clerk, future) } == "date.future")
    #expect(try await registry.count(CaseFileFilter(limit: 50), for: clerk) == 0)
  }

  @Test func aNumberThatDoesNotExistIsUnknown() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let number = try CaseNumber(wire: "2026-999999")
    let refused = try await refusal { _ = try await registry.caseFile(number, for: officer) }
    #expect(refused?.code == "case.unknown")
    #expect(refused?.kind == .notFound)
    #expect(try await code { _ = try await registry.entries(of: number, for: officer) } == "case.unknown")
  }
}
