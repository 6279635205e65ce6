import Casework
import Catalogue
import Testing

/// Every code of the plan that people read has its word.
@Suite struct PlanTermTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.load() }

  @Test func everyCaseHasItsTerm() {
    expect("light", Light.self)
    expect("conference.state", ConferenceTask.State.self)
    expect("conference.act", ConferenceTask.Act.self)
    expect("pages.plan.comparison", PlanTarget.Comparison.self)
    expect("pages.plan.measure", PlanTarget.Measure.self)
    expect("pages.plan.unit", PlanTarget.Unit.self)
  }

  private func expect<T: RawRepresentable & CaseIterable>(_ section: String, _: T.Type) where T.RawValue == String {
    for term in T.allCases { #expect(catalogue.has("\(section).\(term.rawValue)"), "\(section).\(term.rawValue)") }
  }
}
