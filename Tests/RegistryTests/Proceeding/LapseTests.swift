import Casework
import Law
import Registry
import TestSupport
import Testing

/// A seizure of 2026-11-05 lasts thirty days: 2026-12-05 is the last (行政强制法第二十五条).
@Suite(.database) struct LapseTests {
  private func seized(_ district: District) async throws -> (number: CaseNumber, measure: Int64) {
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let measure = try await district.open(
      .measure, District.seizure, in: number, from: penalty, by: district.handler)
    return (number, measure)
  }

  @Test(arguments: [
    ("2026-11-20T10:00:00+08:00", "in-force"), ("2026-12-05T23:59:59+08:00", "in-force"),
    ("2026-12-06T00:00:01+08:00", "lapsed"), ("2027-06-01T10:00:00+08:00", "lapsed"),
  ])
  func aMeasureLapsesByItselfWhenItsTimeIsUp(instant: String, state: String) async throws {
    let district = try await District()
    let (number, measure) = try await seized(district)
    let now = try #require(Instant(instant))
    let found = try await district.registry.proceeding(measure, for: district.handler).0
    #expect(found.state == "in-force")
    #expect(found.state(at: now) == state)
    let file = try await district.registry.caseFile(number, for: district.handler)
    #expect(file.proceedings.map { $0.state(at: now) } == ["lead", state])
    let breaches = try await Registry(TestDatabase.owner).examine(now: now)
    #expect(breaches.map(\.rule) == (state == "lapsed" ? ["lapsed"] : []))
    #expect(breaches.allSatisfy { $0.number == number })
  }

  @Test func whatHasLapsedIsOnlyGivenBack() async throws {
    let district = try await District()
    let (_, measure) = try await seized(district)
    let later = try #require(Instant("2026-12-10T10:00:00+08:00"))
    let longer = ["extension": "P7-head", "reason": "案情复杂", "document": "延强1号"]
    let refused = try await refusal {
      try await district.act("extend", longer, of: measure, by: district.head, on: "2026-12-10", at: later)
    }
    #expect(refused?.code == "measure.lapsed")
    #expect(refused?.citation?.key == "administrative-compulsion-law@25")
    let back = ["liftGround": "expired", "document": "解强1号", "returned": "标签一箱"]
    try await district.act("lift", back, of: measure, by: district.handler, on: "2026-12-10", at: later)
    let lifted = try await district.registry.proceeding(measure, for: district.handler).0
    #expect(lifted.state(at: later) == "lifted")
    #expect(lifted.lapsesAt == nil)
    #expect(try await Registry(TestDatabase.owner).examine(now: later).isEmpty)
  }

  @Test func anExtensionInTimeMovesTheDayOnWhichItLapses() async throws {
    let district = try await District()
    let (_, measure) = try await seized(district)
    let longer = ["extension": "P7-head", "reason": "案情复杂", "document": "延强1号"]
    try await district.act("extend", longer, of: measure, by: district.head, on: "2026-11-20")
    let found = try await district.registry.proceeding(measure, for: district.handler).0
    // Thirty days more: 2027-01-04 is the last.
    #expect(found.state(at: try #require(Instant("2027-01-04T23:59:59+08:00"))) == "extended")
    #expect(found.state(at: try #require(Instant("2027-01-05T00:00:01+08:00"))) == "lapsed")
  }
}
