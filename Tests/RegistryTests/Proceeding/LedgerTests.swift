import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct LedgerTests {
  private static let shop = "灯湖服饰商行"
  private static let store = "桂澜鞋店"

  private func decide(
    _ sanctions: [Sanction]?, _ facts: [String: String] = ["outcome": "penalty"], of penalty: Int64,
    in district: District
  ) async throws -> Entry {
    let request = ActRequest(
      act: "decide", happenedOn: try When(wire: "2026-11-05"), facts: facts, sanctions: sanctions, revision: nil)
    return try await district.registry.act(
      penalty, request, once: Given.once(), by: district.head, now: Given.now
    ).value
  }

  private func several() throws -> [Sanction] {
    let (shop, store) = (try Line(wire: Self.shop), try Line(wire: Self.store))
    return [
      Sanction(party: shop, kind: .fine, amount: try Yuan(wire: "12000")),
      Sanction(party: shop, kind: .gains, amount: try Yuan(wire: "300.50")),
      Sanction(
        party: shop, kind: .goods, amount: try Yuan(wire: "800"), quantity: try Quantity(wire: "12.5"),
        details: try Line(wire: "运动鞋")), Sanction(party: store, kind: .warning),
      Sanction(party: store, kind: .fine, amount: try Yuan(wire: "3000")),
    ]
  }

  @Test func aDecisionOnSeveralPartiesIsInTheLedgerLineByLine() async throws {
    let district = try await District()
    let (number, penalty) = try await district.noticed(Self.shop, Self.store)
    let entry = try await decide(several(), of: penalty, in: district)
    #expect(entry.facts["fine"] == "15000.00")
    #expect(entry.facts["confiscated"] == "300.50")
    let lines = try await district.registry.ledger(of: number, for: district.handler)
    #expect(lines.map(\.code) == [.fineImposed, .gains, .goods, .fineImposed])
    #expect(lines.map(\.party) == [Self.shop, Self.shop, Self.shop, Self.store])
    #expect(lines.map(\.amount?.value) == [1_200_000, 30_050, 80_000, 300_000])
    #expect(lines[2].quantity.flatMap { Double($0) } == 12.5)
    #expect(
      try await District.look("select kind || ' ' || party as value from sanction order by id") == [
        "fine \(Self.shop)", "gains \(Self.shop)", "goods \(Self.shop)", "warning \(Self.store)", "fine \(Self.store)",
      ])
    // The totals are those that reports count.
    #expect(
      try await District.look("select concat(fine_fen, '/', confiscated_fen) as value from entry where act = 'decide'")
        == ["1500000/30050"])
    #expect(try await district.registry.ledger(of: number, for: district.culture).isEmpty)
    #expect(try await district.registry.ledger(of: number, for: district.prosecutor) == lines)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aSanctionOnSomebodyElseIsRefusedAndLeavesNoTrace() async throws {
    let district = try await District()
    let (number, penalty) = try await district.noticed(Self.shop)
    let refused = try await refusal { _ = try await decide(several(), of: penalty, in: district) }
    #expect(refused?.code == "sanction.party")
    #expect(refused?.field == "sanctions.3.party")
    #expect(try await District.look("select count(*)::text as value from sanction") == ["0"])
    #expect(try await district.registry.ledger(of: number, for: district.handler).isEmpty)
    // A party found meanwhile is added first, and can be punished then.
    let more = SupplementRequest(
      parties: [
        Party(role: .respondent, kind: .organisation, name: try Line(wire: Self.store), identityNumber: nil)
      ], reason: try Prose(wire: "共同经营"))
    _ = try await district.registry.supplement(
      more, to: number, once: Given.once(), by: district.handler, now: Given.now)
    let request = ActRequest(
      act: "decide", happenedOn: try When(wire: "2026-11-20"), facts: ["outcome": "penalty"],
      sanctions: try several(), revision: nil)
    _ = try await district.registry.act(penalty, request, once: Given.once(), by: district.head, now: Given.now)
    #expect(try await district.registry.ledger(of: number, for: district.handler).count == 4)
  }

  @Test func whatIsPaidFollowsWhatWasImposed() async throws {
    let district = try await District()
    let (number, penalty) = try await district.noticed(Self.shop)
    _ = try await decide(
      nil, ["outcome": "penalty", "fine": "12000", "confiscated": "300.50"], of: penalty, in: district)
    try await district.act("serve", of: penalty, by: district.handler)
    let execution = try await district.open(
      .execution, ["servedOn": "2026-11-05", "fineDue": "12000", "gainsDue": "300.50", "payer": Self.shop], in: number,
      from: penalty, by: district.handler)
    try await district.act(
      "pay", ["paid": "4000", "unpaid": "8000"], of: execution, by: district.handler, on: "2026-11-10")
    try await district.act(
      "refund", ["refunded": "150", "recipients": "消费者庚"], of: execution, by: district.handler, on: "2026-11-11")
    try await district.act(
      "perform", ["paid": "8000", "gainsPaid": "300.50"], of: execution, by: district.handler, on: "2026-11-12")
    try await district.act(
      "dispose", ["disposed": "拍卖", "proceeds": "88"], of: execution, by: district.handler, on: "2026-11-13")
    let lines = try await district.registry.ledger(of: number, for: district.handler)
    #expect(
      lines.map { "\($0.code.rawValue) \($0.amount?.yuan ?? "-")" } == [
        "C1 300.50", "F1 12000.00", "F2 4000.00", "R1 150.00", "F2 8000.00", "C4 88.00",
      ])
    let imposed = lines.filter { $0.code == .fineImposed }.compactMap(\.amount?.value).reduce(0, +)
    let paid = lines.filter { $0.code == .finePaid }.compactMap(\.amount?.value).reduce(0, +)
    #expect(imposed == paid)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }
}
