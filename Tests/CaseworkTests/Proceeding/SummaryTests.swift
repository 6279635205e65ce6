import Casework
import Law
import Testing

@Suite struct SummaryTests {
  private let officer = Sample.officer(.caseOfficer)
  private let looked = Surroundings(book: ThresholdLaw.book)

  private func summary(_ state: String, _ known: [String: String] = [:]) -> Proceeding {
    Sample.following(.summary, state, known: known)
  }

  private func decided(
    _ party: String, _ facts: [String: String], _ sanctions: [Sanction]? = nil, respondents: [String] = []
  ) throws -> Refusal? {
    var request = try Sample.request("decide", facts.merging(["document": "当罚1号"]) { $1 })
    request.sanctions = sanctions
    let file = try Sample.file(respondents: respondents)
    return refusal { () throws(Refusal) in
      _ = try summary("heard", ["partyKind": party]).step(request, by: officer, in: file, on: Sample.today, looked)
    }
  }

  @Test func itBeginsAFileOrFollowsAComplaintOrATip() {
    #expect(Procedure.summary.begins)
    #expect(Procedure.summary.leads)
    #expect(Procedure.summary.follows == [.complaint, .tip])
    #expect(officer.beginnings.contains(.summary))
  }

  @Test(arguments: ["partyKind", "officers", "findings"]) func whatIsFoundOnTheSpotIsComplete(fact: String) {
    var facts = ["officers": "甲、乙", "partyKind": "organisation", "findings": "使用他人商标的招牌"]
    facts[fact] = nil
    let refused = Sample.refused(opening: .summary, facts, by: officer)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test func twoOfficersWithCertificatesComeToTheSpot() {
    let facts = ["officers": "甲、乙", "partyKind": "organisation", "findings": "使用他人商标的招牌"]
    let alone = Sample.refused(opening: .summary, facts.merging(["officers": "甲"]) { $1 }, by: officer)
    #expect(alone?.code == "fact.officers")
    let refused = Sample.refused(opening: .summary, facts, by: officer, Surroundings(certified: ["甲"]))
    #expect(refused?.code == "officer.no-certificate")
    #expect(refused?.arguments["names"] == .text("乙"))
    #expect(Sample.refused(opening: .summary, facts, by: officer, Surroundings(certified: ["甲", "乙"])) == nil)
  }

  @Test func thePartyIsHeardBeforeTheDecision() {
    let refused = Sample.refused(
      summary("opened"), "decide", ["document": "当罚1号", "fine": "100"], by: officer)
    #expect(refused?.code == "act.not-now")
    #expect(Sample.refused(summary("opened"), "hear", [:], by: officer)?.field == "facts.statement")
  }

  // 行政处罚法 art. 51: 200 yuan for a natural person, 3,000 for an organisation, the figure included.
  @Test(
    arguments: [
      ("natural-person", "200", nil), ("natural-person", "200.01", "200.00"), ("natural-person", "3000", "200.00"),
      ("organisation", "3000", nil), ("organisation", "3000.01", "3000.00"), ("organisation", "200", nil),
    ] as [(String, String, String?)])
  func aFineOnTheSpotHasALimitThatGoesByTheParty(party: String, fine: String, most: String?) throws {
    let refused = try decided(party, ["fine": fine])
    #expect(refused?.code == (most == nil ? nil : "summary.above-limit"))
    #expect(refused?.citation?.key == (most == nil ? nil : "penalty-law@51"))
    #expect(refused?.arguments["most"] == most.map(Refusal.Argument.text))
  }

  @Test func aWarningNeedsNoFine() throws {
    #expect(try decided("natural-person", ["otherPenalties": "warning"]) == nil)
    #expect(try decided("natural-person", [:])?.code == "decision.empty")
    #expect(try decided("natural-person", ["otherPenalties": "closure"])?.code == "fact.choice")
  }

  @Test func nothingIsConfiscatedOnTheSpot() throws {
    #expect(try decided("organisation", ["confiscated": "100"])?.code == "fact.unknown")
    let names = ["甲公司", "乙公司"]
    let party = try Line(wire: "甲公司")
    let goods = [Sanction(party: party, kind: .goods, details: try Line(wire: "标签"))]
    #expect(try decided("organisation", [:], goods, respondents: names)?.code == "summary.other-penalty")
    let warning = [Sanction(party: party, kind: .warning)]
    #expect(try decided("organisation", [:], warning, respondents: names) == nil)
  }

  @Test func eachFineOfSeveralHasTheLimitForItself() throws {
    let names = ["甲公司", "乙公司"]
    func fines(_ first: String, _ second: String) throws -> [Sanction] {
      try [
        Sanction(party: Line(wire: names[0]), kind: .fine, amount: Yuan(wire: first)),
        Sanction(party: Line(wire: names[1]), kind: .fine, amount: Yuan(wire: second)),
      ]
    }
    #expect(try decided("organisation", [:], fines("2000", "3000"), respondents: names) == nil)
    let refused = try decided("organisation", [:], fines("2000", "3001"), respondents: names)
    #expect(refused?.code == "summary.above-limit")
  }

  @Test func aLawBookThatNobodyReadSetsNoLimit() {
    let refused = Sample.refused(
      summary("heard", ["partyKind": "natural-person"]), "decide", ["document": "当罚1号", "fine": "9999"], by: officer)
    #expect(refused == nil)
  }

  @Test func thePartyIsToldThatReviewComesBeforeASuit() {
    let refused = Sample.refused(summary("decided"), "serve", ["reviewFirstTold": "no"], by: officer)
    #expect(refused?.code == "summary.review-untold")
    #expect(refused?.citation?.key == "administrative-review-law@23")
    #expect(Sample.refused(summary("decided"), "serve", ["reviewFirstTold": "yes"], by: officer) == nil)
  }

  // 程序规定 art. 72: up to 100 yuan; up to 200 or 3,000 where it would be hard to collect later; in a remote area any.
  @Test(
    arguments: [
      ("organisation", "small", "100", nil), ("organisation", "small", "101", "100.00"),
      ("natural-person", "hard-later", "200", nil), ("natural-person", "hard-later", "201", "200.00"),
      ("organisation", "hard-later", "3000", nil), ("organisation", "remote", "3000", nil),
    ] as [(String, String, String, String?)])
  func aFineIsCollectedOnTheSpotOnAGroundThatFits(party: String, ground: String, fine: String, most: String?) {
    let served = summary("served", ["partyKind": party, "fine": "\(fine).00"])
    let refused = Sample.refused(
      served, "collect", ["collectionGround": ground, "collected": fine], by: officer, looked)
    #expect(refused?.code == (most == nil ? nil : "summary.collection-limit"))
    #expect(refused?.arguments["most"] == most.map(Refusal.Argument.text))
  }

  @Test(arguments: ["99.99", "100.01", "0"]) func whatIsCollectedIsTheFine(collected: String) {
    let served = summary("served", ["partyKind": "organisation", "fine": "100.00"])
    let refused = Sample.refused(
      served, "collect", ["collectionGround": "small", "collected": collected], by: officer, looked)
    #expect(refused?.code == "summary.not-the-fine")
    #expect(refused?.arguments["fine"] == .text("100.00"))
  }

  @Test func nothingIsCollectedForAWarning() {
    let refused = Sample.refused(
      summary("served", ["otherPenalties": "warning"]), "collect", ["collectionGround": "small", "collected": "10"],
      by: officer)
    #expect(refused?.code == "summary.not-the-fine")
  }

  @Test func aFileThatWasNotHandedInIsNotClosed() {
    let refused = Sample.refused(
      summary("banked", ["fine": "100.00", "collected": "100.00"]), "close",
      ["ground": "performed"], by: officer)
    #expect(refused?.code == "summary.not-archived")
    #expect(refused?.citation?.key == "samr-procedure@70")
  }

  @Test func aFineThatIsNotCollectedOnTheSpotIsExecuted() throws {
    let served = summary("served", ["archivedBy": "丙", "fine": "1000.00"])
    let performed = ["ground": "performed"]
    #expect(Sample.refused(served, "close", performed, by: officer)?.code == "summary.fine-unpaid")
    let open = try Sample.file(others: [Sibling(id: 5, kind: .execution, state: "payable")])
    #expect(Sample.refused(served, "close", performed, by: officer, in: open)?.code == "execution.unfinished")
    let over = try Sample.file(others: [Sibling(id: 5, kind: .execution, state: "closed")])
    #expect(Sample.refused(served, "close", performed, by: officer, in: over) == nil)
    let warning = summary("served", ["archivedBy": "丙", "otherPenalties": "warning"])
    #expect(Sample.refused(warning, "close", performed, by: officer) == nil)
  }

  @Test func nothingIsDecidedWhileAReferralIsOpen() throws {
    let refused = Sample.refused(
      summary("heard", ["partyKind": "organisation"]), "decide", ["document": "当罚1号", "fine": "100"], by: officer,
      in: try Sample.file(openReferral: "sent"))
    #expect(refused?.code == "referral.out")
  }

  @Test func whatWentOnInOrdinaryProcedureIsOver() {
    #expect(Sample.refused(summary("opened"), "convert", [:], by: officer)?.field == "facts.reason")
    let refused = Sample.refused(summary("converted"), "hear", ["statement": "无"], by: officer)
    #expect(refused?.code == "act.ended")
  }
}
