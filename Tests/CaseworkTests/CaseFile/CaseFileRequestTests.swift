import Casework
import Law
import Testing

@Suite struct CaseFileRequestTests {
  private func refused(_ request: CaseFileRequest, by officer: Officer = Sample.officer(.clerk)) -> Refusal? {
    refusal { () throws(Refusal) in try request.checked(by: officer, on: Sample.today) }
  }

  @Test(arguments: [Role.clerk, .caseOfficer]) func aClerkOrACaseOfficerLogsACase(role: Role) throws {
    #expect(refused(try Sample.caseFile(parties: [Sample.party()]), by: Sample.officer(role)) == nil)
  }

  @Test(arguments: Role.allCases.filter { ![.clerk, .caseOfficer].contains($0) })
  func nobodyElseDoes(role: Role) throws {
    let refused = refused(try Sample.caseFile(parties: [Sample.party()]), by: Sample.officer(role))
    #expect(refused?.code == "role.missing")
    #expect(refused?.arguments["roles"] == .terms(["role.clerk", "role.case-officer"]))
  }

  @Test(arguments: [[], [Party.Role.rightsHolder, .complainant, .thirdParty]])
  func aCaseHasARespondent(roles: [Party.Role]) throws {
    let refused = refused(try Sample.caseFile(parties: roles.map { try Sample.party($0) }))
    #expect(refused?.code == "party.no-respondent")
    #expect(refused?.field == "parties")
  }

  @Test(arguments: [("2026-11-20", nil as String?), ("2026-11-21", "date.future"), ("2026-12", "date.future")])
  func aLeadDoesNotComeFromTheFuture(day: String, code: String?) throws {
    #expect(refused(try Sample.caseFile(parties: [Sample.party()], leadOn: day))?.code == code)
  }

  @Test(arguments: [(200, nil as String?), (201, "list.too-long")])
  func aListHasAtMostTwoHundred(count: Int, code: String?) throws {
    let party = try Sample.party()
    var request = try Sample.caseFile(parties: Array(repeating: party, count: count))
    #expect(refused(request)?.code == code)
    #expect(refused(request)?.field == code.map { _ in "parties" })
    request.parties = [party]
    request.rights = Array(
      repeating: Right(kind: .trademark, number: nil, name: try Line(wire: "灯湖")), count: count)
    #expect(refused(request)?.field == code.map { _ in "rights" })
    request.rights = nil
    let goods = Goods(name: try Line(wire: "衣服"), quantity: nil, unit: nil, value: nil, priceBasis: nil)
    request.goods = Array(repeating: goods, count: count)
    #expect(refused(request)?.field == code.map { _ in "goods" })
  }

  // Check characters computed in Python; the regions do not exist.
  @Test(arguments: [
    (Party.Kind.organisation, "91000000MA00000157", nil as String?),
    (.organisation, "91000000MA00000158", "uscc.check"), (.organisation, "123", "uscc.length"),
    (.naturalPerson, "000000199003070014", nil), (.naturalPerson, "00000019850615002x", nil),
    (.naturalPerson, "000000199003070015", "resident-id.check"),
    (.naturalPerson, "000000199002300014", "resident-id.birth-date"),
    (.unstated, "91000000MA00000157", "party.identity-of-whom"),
  ])
  func aPartysNumberIsCheckedAndItsFieldNamed(kind: Party.Kind, number: String, code: String?) throws {
    let party = try Sample.party(.complainant, kind, number: number)
    let refused = refused(try Sample.caseFile(parties: [Sample.party(), party]))
    #expect(refused?.code == code)
    #expect(refused?.field == code.map { _ in "parties.1.identityNumber" })
  }

  @Test(arguments: [
    (IPType.patent, "202330000001.6" as String?, nil as String?, nil as String?),
    (.patent, "202330000001.7", nil, "patent.check"), (.patent, "2023", nil, "patent.format"),
    (.trademark, "12345678", nil, nil), (.trademark, nil, "灯湖", nil), (.trademark, nil, nil, "right.unnamed"),
  ])
  func aRightsNumberIsCheckedAndItsFieldNamed(kind: IPType, number: String?, name: String?, code: String?) throws {
    var request = try Sample.caseFile(parties: [Sample.party()])
    request.rights = [
      Right(kind: kind, number: try number.map { try Line(wire: $0) }, name: try name.map { try Line(wire: $0) })
    ]
    #expect(refused(request)?.code == code)
    #expect(refused(request)?.field == code.map { _ in "rights.0.number" })
  }

  @Test func theRespondentsAreNamedInOrder() throws {
    let request = try Sample.caseFile(parties: [
      Sample.party(name: "灯湖服饰商行"), Sample.party(.rightsHolder, name: "云岭文化公司"), Sample.party(name: "桂澜鞋店"),
    ])
    #expect(request.respondents == "灯湖服饰商行；桂澜鞋店")
  }

  @Test func loggingBeginsAPenaltyAtItsLead() throws {
    let request = try Sample.caseFile(parties: [Sample.party()])
    let clerk = Sample.officer(of: Sample.culture, .clerk)
    let step = try request.beginning(by: clerk, today: Sample.today, Surroundings())
    let file = NewCaseFile(logging: request, step, by: clerk)
    #expect(file.kind == .penalty)
    #expect(file.state == "lead")
    #expect(file.owner == Sample.culture)
    #expect(file.entries.map(\.act) == ["register"])
    #expect(file.entries.first?.milestone == .lead)
    #expect(file.entries.first?.happenedOn?.description == "2026-11-02")
    #expect(file.entries.first?.facts == ["leadSource": "complaint"])
    #expect(!file.isDemo)
  }
}
