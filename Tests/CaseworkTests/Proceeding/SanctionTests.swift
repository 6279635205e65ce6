import Casework
import Law
import Testing

@Suite struct SanctionTests {
  private static let shop = "灯湖服饰商行"
  private static let store = "桂澜鞋店"

  private static func sanction(
    _ kind: Sanction.Kind, _ amount: String? = nil, on party: String = Self.shop, quantity: String? = nil,
    details: String? = nil
  ) throws -> Sanction {
    Sanction(
      party: try Line(wire: party), kind: kind, amount: try amount.map { try Yuan(wire: $0) },
      quantity: try quantity.map { try Quantity(wire: $0) }, details: try details.map { try Line(wire: $0) })
  }

  private func request(
    _ sanctions: [Sanction]?, _ facts: [String: String] = ["outcome": "penalty"], act: String = "decide"
  ) throws -> ActRequest {
    ActRequest(act: act, happenedOn: try When(wire: "2026-11-05"), facts: facts, sanctions: sanctions, revision: nil)
  }

  /// The step of a decision on two respondents.
  private func decided(_ sanctions: [Sanction], _ facts: [String: String] = ["outcome": "penalty"]) throws -> Step {
    try Sample.penalty("notice").step(
      request(sanctions, facts), by: Sample.officer(.head), in: Sample.file(respondents: [Self.shop, Self.store]),
      on: Sample.today)
  }

  private func refused(
    _ sanctions: [Sanction], _ facts: [String: String] = ["outcome": "penalty"]
  ) throws -> Refusal? {
    let asked = try request(sanctions, facts)
    let file = try Sample.file(respondents: [Self.shop, Self.store])
    return refusal { () throws(Refusal) in
      _ = try Sample.penalty("notice").step(asked, by: Sample.officer(.head), in: file, on: Sample.today)
    }
  }

  @Test func severalPenaltiesOnSeveralPartiesAddUpToTheFineAndTheGainsOfTheDecision() throws {
    let sanctions = [
      try Self.sanction(.fine, "12000"), try Self.sanction(.gains, "300.50"),
      try Self.sanction(.fine, "3000.25", on: Self.store), try Self.sanction(.warning, on: Self.store),
      try Self.sanction(.goods, "800", quantity: "40"),
    ]
    let step = try decided(sanctions)
    #expect(step.facts["fine"] == "15000.25")
    #expect(step.facts["confiscated"] == "300.50")
    #expect(step.fine == Fen(1_500_025))
    #expect(step.confiscated == Fen(30_050))
    #expect(step.sanctions == sanctions)
    #expect(step.to == "decision")
  }

  @Test func aWarningByItselfIsAPenaltyWithoutAFine() throws {
    let step = try decided([Self.sanction(.warning)])
    #expect(step.facts["fine"] == nil && step.facts["confiscated"] == nil)
    #expect(step.fine == nil && step.confiscated == nil)
    #expect(step.ledger.isEmpty)
  }

  @Test(arguments: ["灯湖", "灯湖服饰商行 分店", "晨桥公司"]) func onlyARespondentIsPunished(name: String) throws {
    let refused = try refused([Self.sanction(.fine, "100"), Self.sanction(.fine, "100", on: name)])
    #expect(refused?.code == "sanction.party")
    #expect(refused?.field == "sanctions.1.party")
    #expect(refused?.arguments["party"] == .text(name))
  }

  @Test(
    arguments: [
      (.fine, nil, nil, nil, "sanction.amount", "amount"), (.fine, "0", nil, nil, "sanction.amount", "amount"),
      (.fine, "0.01", nil, nil, nil, nil), (.gains, nil, "3", "货款", "sanction.amount", "amount"),
      (.gains, "1", nil, nil, nil, nil), (.goods, nil, nil, nil, "sanction.details", "details"),
      (.goods, nil, "40", nil, nil, nil), (.goods, "800", nil, nil, nil, nil), (.tools, nil, nil, "烫标机一台", nil, nil),
      (.tools, nil, nil, nil, "sanction.details", "details"), (.warning, "1", nil, nil, "sanction.no-amount", "amount"),
      (.warning, nil, nil, nil, nil, nil), (.criticism, "1", nil, nil, "sanction.no-amount", "amount"),
      (.suspension, "1", nil, nil, "sanction.no-amount", "amount"), (.closure, nil, nil, nil, nil, nil),
      (.closure, "1", nil, nil, "sanction.no-amount", "amount"),
      (.other, nil, nil, nil, "sanction.details", "details"), (.other, nil, nil, "暂停受理申请", nil, nil),
      (.restriction, nil, nil, nil, "sanction.details", "details"),
      (.employmentBan, nil, nil, nil, "sanction.details", "details"),
      (.licenceSuspension, nil, nil, nil, "sanction.details", "details"),
      (.revocation, nil, nil, nil, "sanction.details", "details"), (.revocation, nil, nil, "营业执照", nil, nil),
      (.downgrade, nil, nil, nil, "sanction.details", "details"),
    ] as [(Sanction.Kind, String?, String?, String?, String?, String?)])
  func eachKindSaysWhatItNeeds(
    kind: Sanction.Kind, amount: String?, quantity: String?, details: String?, code: String?, field: String?
  ) throws {
    let refused = try refused([Self.sanction(kind, amount, quantity: quantity, details: details)])
    #expect(refused?.code == code)
    #expect(refused?.field == field.map { "sanctions.0.\($0)" })
  }

  @Test(arguments: ["fine", "confiscated"]) func aSumBesideThePenaltiesOneByOneIsRefused(fact: String) throws {
    let refused = try refused([Self.sanction(.fine, "100")], ["outcome": "penalty", fact: "100"])
    #expect(refused?.code == "sanction.twice")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test func onlyADecisionImposes() throws {
    let request = try request([Self.sanction(.fine, "100")], ["findings": "属实"], act: "verify")
    let refused = refusal { () throws(Refusal) in
      _ = try Sample.penalty("lead").step(
        request, by: Sample.officer(.caseOfficer), in: Sample.sure { try Sample.file(respondents: [Self.shop]) },
        on: Sample.today)
    }
    #expect(refused?.code == "sanction.not-here")
    #expect(refused?.field == "sanctions")
  }

  @Test(arguments: ["no-penalty", "not-proven", "to-other-agency"])
  func aDecisionThatIsNoPenaltyImposesNone(outcome: String) throws {
    let refused = try refused([Self.sanction(.warning)], ["outcome": outcome])
    #expect(refused?.code == "decision.no-penalty")
    #expect(refused?.field == "facts.sanctions")
  }

  @Test func moreThanTwoHundredAreTooMany() throws {
    let one = try Self.sanction(.fine, "1")
    #expect(try refused(Array(repeating: one, count: 200)) == nil)
    let tooMany = try refused(Array(repeating: one, count: 201))
    #expect(tooMany?.code == "list.too-long")
    #expect(tooMany?.field == "sanctions")
  }

  /// One trillion yuan is the most that can be kept; a sum above it must not vanish.
  @Test func aSumThatCannotBeKeptIsRefusedAndNotLeftOut() throws {
    let most = try Self.sanction(.fine, "1000000000000")
    #expect(try refused([most]) == nil)
    let above = try refused([most, Self.sanction(.fine, "0.01", on: Self.store)])
    #expect(above?.kind == .invalid)
  }

  @Test func whatTheDocketKeepsIsReadBackWhateverTheNamesHold() throws {
    let odd = ["店\u{301}铺 \"乙\" / ；、,{party}", "😀|\\t<b>&amp;", "O'Brien & 张 — 'x'"]
    let sanctions = try odd.map { name in
      Sanction(
        party: try Line(wire: name), kind: .goods, amount: try Yuan(wire: "1.05"),
        quantity: try Quantity(wire: "12.125"), details: try Line(wire: "\(name) 一批"))
    }
    let request = try request(sanctions)
    let step = try Sample.penalty("notice").step(
      request, by: Sample.officer(.head), in: Sample.file(respondents: odd), on: Sample.today)
    let kept = try #require(step.facts["sanctions"])
    #expect(kept.split(separator: "\u{1e}").map { Sanction(kept: String($0)) } == sanctions)
    let bare = try decided([Self.sanction(.warning)])
    #expect(Sanction(kept: try #require(bare.facts["sanctions"])) == bare.sanctions.first)
  }

  @Test(arguments: [
    "", "甲\u{1f}fine\u{1f}1", "甲\u{1f}fee\u{1f}\u{1f}\u{1f}", "\u{1f}fine\u{1f}1\u{1f}\u{1f}",
    "甲\u{1f}fine\u{1f}约5万\u{1f}\u{1f}", "甲\u{1f}goods\u{1f}\u{1f}many\u{1f}",
  ])
  func whatTheDocketCannotHaveKeptIsNone(text: String) {
    #expect(Sanction(kept: text) == nil)
  }

  @Test func moneyAndGoodsMakeLinesOfTheLedgerByKindAndParty() throws {
    let step = try decided([
      Self.sanction(.fine, "12000"), Self.sanction(.gains, "300.50"),
      Self.sanction(.goods, "800", quantity: "40"), Self.sanction(.tools, nil, on: Self.store, details: "烫标机"),
      Self.sanction(.warning, on: Self.store), Self.sanction(.fine, "3000", on: Self.store),
      Self.sanction(.closure, on: Self.store),
    ])
    #expect(
      step.ledger == [
        LedgerLine(.fineImposed, party: Self.shop, amount: Fen(1_200_000)),
        LedgerLine(.gains, party: Self.shop, amount: Fen(30_050)),
        LedgerLine(.goods, party: Self.shop, amount: Fen(80_000), quantity: "40"),
        LedgerLine(.tools, party: Self.store, amount: nil),
        LedgerLine(.fineImposed, party: Self.store, amount: Fen(300_000)),
      ])
  }

  @Test func aSumGivenWithoutPartiesMakesALineOfNobodyInParticular() throws {
    let step = try Sample.penalty("notice").step(
      request(nil, ["outcome": "penalty", "fine": "12000", "confiscated": "300"]), by: Sample.officer(.head),
      in: Sample.file(respondents: [Self.shop]), on: Sample.today)
    #expect(
      step.ledger == [LedgerLine(.gains, amount: Fen(30_000)), LedgerLine(.fineImposed, amount: Fen(1_200_000))])
  }

  @Test func aDecisionOnTheSpotImposesOneByOneToo() throws {
    let summary = Proceeding(
      id: 1, kind: .summary, state: "heard", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["partyKind": "organisation", "officers": "甲、乙"])
    let step = try summary.step(
      request([Self.sanction(.fine, "500")], ["document": "当罚1号"]), by: Sample.officer(.caseOfficer),
      in: Sample.file(respondents: [Self.shop]), on: Sample.today)
    #expect(step.facts["fine"] == "500.00")
    #expect(step.ledger == [LedgerLine(.fineImposed, party: Self.shop, amount: Fen(50_000))])
  }
}
