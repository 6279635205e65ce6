import Casework
import Catalogue
import Testing

@Suite struct InspectionTermTests {
  @Test func everyCaseOfARandomInspectionHasItsTerm() throws {
    let catalogue = try Catalogue.load()
    let terms =
      InspectionPlan.Scope.allCases.map { "scope.\($0.rawValue)" }
      + InspectionPlan.Kind.allCases.map { "kind.\($0.rawValue)" }
      + InspectionPlan.State.allCases.map { "state.\($0.rawValue)" }
      + InspectionResult.Category.allCases.map { "category.\($0.rawValue)" }
      + ["name", "identityNumber", "group", "certificate"].map { "column.\($0)" }
    for term in terms { #expect(catalogue.has("inspection.\(term)"), "\(term)") }
  }
}
