import Casework
import Catalogue
import Testing

/// What the machines refuse, ask for and impose has its words in both languages.
@Suite struct RequirementTermTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.load() }

  @Test(arguments: ProceedingKind.allCases) func everyRequirementOfEveryActHasASentence(kind: ProceedingKind) {
    for rule in kind.procedure?.acts ?? [] {
      for requirement in rule.requires { sentence(requirement.code, "\(kind.rawValue) \(rule.act)") }
    }
  }

  @Test(arguments: ProceedingKind.allCases) func everyArticleOfEveryActHasAnInstrumentWithAName(kind: ProceedingKind) {
    let acts = kind.procedure?.acts ?? []
    let citations =
      acts.compactMap(\.citation) + acts.flatMap(\.requires).compactMap(\.citation)
      + [kind.procedure?.suspension].compactMap(\.self)
    for citation in citations {
      for language in Language.allCases {
        #expect(!catalogue.printed(citation, in: language).contains("⟦"), "\(kind.rawValue): \(citation.key)")
      }
    }
  }

  @Test(arguments: ProceedingKind.allCases) func everyOpeningHasItsTermsFactsAndChoices(kind: ProceedingKind) {
    guard let opening = kind.procedure?.opening else { return }
    term("act.\(kind.rawValue).\(opening.act)")
    for fact in opening.facts {
      term("fact.\(fact.name)")
      guard case .choice(let choices) = fact.form else { continue }
      for choice in choices { term("choice.\(fact.name).\(choice)") }
    }
  }

  @Test func everyKindOfPenaltyAndEveryLineOfTheLedgerHasItsTerm() {
    for kind in Sanction.Kind.allCases { term("sanction.\(kind.rawValue)") }
    for code in LedgerLine.Code.allCases { term("ledger.\(code.rawValue)") }
    for name in ["sanctions", "addedParties", "addedRights", "addedGoods"] { term("fact.\(name)") }
    for amount in ["turnover", "gainsGross", "gainsNet", "gainsUnstated", "goodsValue"] { term("fact.\(amount)") }
  }

  @Test func whatTheFrameRefusesHasASentence() {
    let codes = [
      "proceeding.begins-not", "proceeding.needs-origin", "proceeding.origin", "proceeding.not-ours",
      "proceeding.own-form", "proceeding.recorded", "proceeding.suspended", "proceeding.not-receiver",
      "officer.no-certificate", "fact.day", "fact.panel", "fact.needed", "fact.day-past", "fact.day-future",
      "clock.wait", "supplement.empty", "sanction.party", "sanction.amount", "sanction.no-amount", "sanction.details",
      "sanction.not-here", "sanction.twice",
    ]
    for code in codes { sentence(code, "") }
  }

  /// Both languages, neither of them the other's.
  private func sentence(_ code: String, _ place: String) {
    let key = "refusals.\(code)"
    #expect(catalogue.has(key), "\(code) \(place)")
    guard catalogue.has(key) else { return }
    let (chinese, english) = (catalogue.text(key, in: .chinese), catalogue.text(key, in: .english))
    #expect(chinese != english && chinese.hasSuffix("。") && english.hasSuffix("."), "\(code) \(place)")
  }

  private func term(_ key: String) { #expect(catalogue.has(key), "\(key)") }
}
