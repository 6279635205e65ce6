import Foundation
import Law
import Testing

@Suite struct ThresholdTests {
  @Test func everyFigureOfEveryVersionDividesWhatReachesItFromWhatDoesNot() throws {
    let screen = Screen(try ShippedBook.book().thresholds)
    let lines = try ShippedBook.records(of: "Tests/LawTests/Expected/thresholds.csv").dropFirst()
    #expect(lines.count > 900)
    for line in lines {
      let facts = try JSONDecoder().decode(ScreenFacts.self, from: Data(line[1].utf8))
      let findings = screen.findings(facts, on: try #require(facts.asOf))
      let found = findings.map { [line[0], $0.result.rawValue, $0.tier.map(String.init) ?? ""] }
      #expect(found == [[line[0], line[2], line[3]]])
    }
  }
}
