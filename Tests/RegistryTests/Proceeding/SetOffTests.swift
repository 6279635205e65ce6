import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct SetOffTests {
  @Test func aFileKnowsWhatItWasFinedAndWhetherACourtFinedIt() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penaltyToDecide(number)
    #expect(try await district.registry.state(of: number, for: district.head).fined == .zero)
    try await district.act("decide", of: penalty, by: district.head)
    let decided = try await district.registry.state(of: number, for: district.head)
    // The fine of 12,000 yuan, without the gains of 300.50.
    #expect(decided.fined == Fen(1_200_000))
    #expect(!decided.isCourtFined)
    try await District.tamper(
      """
      insert into proceeding (case_file, kind, state, agency, since, facts)
      values (1, 'criminal-trial', 'judged', 'COU', '2026-11-20', '{"criminalFine":"50000"}')
      """)
    #expect(try await district.registry.state(of: number, for: district.head).isCourtFined)
    // A judgment without one says nothing, or nought.
    for facts in ["{}", #"{"criminalFine":"0"}"#] {
      try await District.tamper("update proceeding set facts = '\(facts)' where kind = 'criminal-trial'")
      #expect(try await !district.registry.state(of: number, for: district.head).isCourtFined)
    }
  }
}
