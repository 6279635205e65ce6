import Casework
import Catalogue
import Foundation
import Testing

@Suite struct TermTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.load() }

  @Test func everyCaseOfEveryEnumHasItsTerm() {
    expect("ip-type", IPType.self)
    expect("lead-source", LeadSource.self)
    expect("channel", Channel.self)
    expect("town", Town.self)
    expect("party-role", Party.Role.self)
    expect("party-kind", Party.Kind.self)
    expect("price-basis", Goods.PriceBasis.self)
    expect("agency-kind", Agency.Kind.self)
    expect("role", Role.self)
    expect("proceeding", ProceedingKind.self)
    expect("basis", ReferralBasis.self)
    expect("milestone", Milestone.self)
  }

  @Test func everyAmountHasItsTerm() {
    let amounts = Amounts(turnover: nil, gainsGross: nil, gainsNet: nil, gainsUnstated: nil, goodsValue: nil)
    expect("amount", Mirror(reflecting: amounts).children.compactMap(\.label))
  }

  @Test(arguments: ProceedingKind.allCases) func everyStateAndActOfEveryProcedureHasItsTerm(kind: ProceedingKind) {
    let procedure = kind.procedure
    let rules = procedure?.rules ?? []
    let states = rules.flatMap { $0.from } + (procedure?.states ?? [])
    expect("state.\(kind.rawValue)", Set(states.isEmpty ? ["recorded"] : states))
    expect("act.\(kind.rawValue)", ["import"] + rules.map(\.act))
  }

  @Test func whatIsRecordedOutsideTheMachinesHasItsTerm() {
    expect("act.penalty", ["register"])
    expect("act.referral", ["draft"])
    // An import takes a referral in as recorded, not at a state of its machine.
    expect("state.referral", ["recorded"])
    expect("fact", ["receivingAgency", "offence", "basis", "reason", "leadSource", "source"])
  }

  @Test func everyFactAndChoiceOfEveryActHasItsTerm() {
    for fact in ProceedingKind.allCases.flatMap({ $0.procedure?.rules ?? [] }).flatMap(\.facts) {
      expect("fact", [fact.name])
      if case .choice(let choices) = fact.form { expect("choice.\(fact.name)", choices) }
    }
  }

  @Test func everyInstrumentHasItsShortName() throws {
    let text = try String(contentsOf: Checkout.root.appending(path: "Schema/Reference/instrument.csv"), encoding: .utf8)
    let keys = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { $0.split(separator: ",").first }
    #expect(keys.count > 10)
    expect("instrument", keys.map(String.init))
  }

  private func expect<T: RawRepresentable & CaseIterable>(_ section: String, _: T.Type) where T.RawValue == String {
    expect(section, T.allCases.map(\.rawValue))
  }

  private func expect(_ section: String, _ names: some Sequence<String>) {
    for name in names { #expect(catalogue.has("\(section).\(name)"), "\(section).\(name)") }
  }
}
