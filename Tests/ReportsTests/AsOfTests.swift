import Casework
import Law
import Registry
import Reports
import TestSupport
import Testing

/// A report as of an instant is the same whatever is done later: hundreds of acts, supplements and corrections by chance,
/// the days closed or not.
@Suite(.database) struct AsOfTests {
  /// Numbers that look like chance and are the same each time (xorshift).
  private struct Chance: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private typealias File = (penalty: Int64, number: CaseNumber)

  /// How many acts are tried; a refused one counts.
  private static let acts = 300

  /// Does something by chance to one of the files, or logs another.
  private func act(_ year: TinyYear, _ files: inout [File], _ chance: inout Chance, at now: Instant) async throws {
    let day =
      "2026-\(["08", "09", "10", "11"].randomElement(using: &chance) ?? "11")-\(Int.random(in: 10...19, using: &chance))"
    let file = files.randomElement(using: &chance)
    do {
      switch Int.random(in: 0..<10, using: &chance) {
      case 0, 1:
        files.append(
          try await year.logged(
            year.bureau, [.trademark, .patent, .copyright].randomElement(using: &chance) ?? .trademark, day, at: now))
      case 2:
        guard let file else { return }
        try await year.decide(
          file, filed: day, decided: day, ["fine": String(Int.random(in: 1...2000, using: &chance))], at: now)
      case 3, 4:
        guard let file else { return }
        var more = try SupplementRequest(
          amounts: Given.amounts(goodsValue: String(Int.random(in: 0...9999, using: &chance))),
          reason: Prose(wire: "查明"))
        more.matter = Matter.allCases.randomElement(using: &chance)
        more.flags = CaseFlag.allCases.filter { _ in Bool.random(using: &chance) }
        _ = try await year.registry.supplement(more, to: file.number, once: Given.once(), by: year.bureau, now: now)
      default:
        guard let file else { return }
        let entries = try await year.registry.entries(of: file.number, for: year.bureau)
        guard let entry = entries.randomElement(using: &chance) else { return }
        let money = entry.act == "decide" && Bool.random(using: &chance)
        let request = CorrectionRequest(
          happenedOn: money ? nil : try When(wire: day),
          facts: money ? ["fine": String(Int.random(in: 1...3000, using: &chance))] : nil, reason: try Prose(wire: "更正")
        )
        let officer = entry.act == "decide" ? year.head : entry.act == "agree" ? year.reviewer : year.bureau
        _ = try await year.registry.correct(
          entry.sequence, of: file.number, request, once: Given.once(), by: officer, now: now)
      }
    } catch is Refusal {}
  }

  @Test func whatWasRunIsRunAgainTheSameAfterHundredsOfActs() async throws {
    let year = try await TinyYear()
    var (files, chance): ([File], Chance) = ([], Chance())
    var kept: [(period: ReportPeriod, run: ReportRun)] = []
    let form = try #require(ReportShelf()["district-monthly"])
    var now = Given.now
    for step in 1...Self.acts {
      now = Given.now.adding(seconds: step * 1800)
      try await act(year, &files, &chance, at: now)
      if step % 60 == 0 {
        let period = try #require(ReportPeriod(step % 120 == 0 ? "2026-10" : "2026-11"))
        kept.append(
          (period, try await year.registry.run(form, period, asOf: now, scope: .district, for: year.bureau, now: now)))
      }
      if step == 150 { try await year.registry.closeTallies(through: now.day().adding(days: -1)) }
    }
    let owner = Registry(TestDatabase.owner)
    #expect(files.count > 20)
    #expect(try await owner.recount() == [])
    try await year.registry.closeTallies(through: now.day())
    #expect(try await owner.brokenSums() == 0)
    for (period, run) in kept {
      let again = try await year.registry.run(
        form, period, asOf: run.asOf, scope: .district, for: year.bureau, now: now.adding(seconds: 60))
      #expect(again == run)
    }
    #expect(try await owner.examine(now: now).filter { $0.rule != "lapsed" } == [])
  }
}
