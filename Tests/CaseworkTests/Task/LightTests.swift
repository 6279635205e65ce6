import Casework
import Law
import Testing

@Suite struct LightTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// A demand to be answered by 2026-11-20, looked at on several days.
  @Test(arguments: [
    ("2026-11-12", Light.green), ("2026-11-13", .amber), ("2026-11-20", .amber), ("2026-11-21", .red),
  ])
  func anOpenDemandTurnsAmberSevenDaysBeforeItsEndAndRedAfterIt(today: String, light: Light) throws {
    for state in ["issued", "received"] {
      #expect(Light(task: state, due: try day("2026-11-20"), on: try day(today)) == light, "\(state)")
    }
  }

  @Test func anAnswerSentBackIsAmberUntilItIsOverdue() throws {
    #expect(Light(task: "sent-back", due: try day("2026-12-31"), on: try day("2026-11-20")) == .amber)
    #expect(Light(task: "sent-back", due: try day("2026-11-19"), on: try day("2026-11-20")) == .red)
    #expect(Light(task: "sent-back", due: nil, on: try day("2026-11-20")) == .amber)
  }

  @Test(arguments: ["replied", "closed", "withdrawn"])
  func whatIsAnsweredOrOverIsGreenHoweverLate(state: String) throws {
    #expect(Light(task: state, due: try day("2026-01-01"), on: try day("2026-11-20")) == .green)
  }

  @Test func withoutALastDayThereIsTime() throws {
    #expect(Light(task: "issued", due: nil, on: try day("2026-11-20")) == .green)
  }

  @Test(
    arguments: [
      (nil, "2025-12-24", Light.amber), (nil, "2025-12-23", .green), (99, "2025-12-31", .amber),
      (99, "2026-01-01", .red),
      (nil, "2026-01-01", .red), (100, "2026-01-01", .green), (100, "2025-06-01", .green),
    ] as [(Int?, String, Light)])
  func aTaskOfThePlanIsGreenOnceAllIsDone(progress: Int?, today: String, light: Light) throws {
    #expect(Light(progress: progress, due: try day("2025-12-31"), on: try day(today)) == light)
  }
}
