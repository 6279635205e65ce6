import Casework
import Postgres
import TestSupport
import Testing

@Suite(.database) struct EntryTests {
  private let owner = TestDatabase.owner

  init() async throws { _ = try await Given.caseFile(by: Given.officer("IPB", .clerk, .caseOfficer)) }

  @Test(arguments: [
    "update entry set act = 'other'", "update entry set digest = digest", "delete from entry", "truncate entry cascade",
    "update entry set happened_from = null, happened_to = null where sequence = 1",
  ])
  func whatIsRecordedStaysAlsoForTheOwner(statement: String) async throws {
    let before = try await Fingerprint.of(owner).rows["entry"]
    let refused = try await objection { try await owner.run(statement) }
    #expect(refused == [SQLState.integrityConstraintViolation, "entry_stays"])
    #expect(try await Fingerprint.of(owner).rows["entry"] == before)
    #expect(before?.hasPrefix("0 ") == false)
  }

  @Test(arguments: [0, -1, 9]) func aSequenceHasNoGap(sequence: Int) async throws {
    let refused = try await objection {
      try await owner.run(EntryChainTests.insert("\(sequence), 'note', null, null, null, '{}', null, null, null"))
    }
    #expect(refused == [SQLState.integrityConstraintViolation, "entry_sequence"])
  }

  @Test func aSequenceIsNotTakenTwice() async throws {
    let refused = try await objection {
      try await owner.run(EntryChainTests.insert("1, 'note', null, null, null, '{}', null, null, null"))
    }
    #expect(refused == ["23505", "entry_sequence"])
  }

  @Test func anEntryIsCorrectedOnce() async throws {
    let next = try await owner.found("select (max(sequence) + 1)::text as n from entry")[0]
    let first = "(select min(id) from entry)"
    try await owner.run(EntryChainTests.insert("\(next), 'correct', null, null, null, '{}', null, null, \(first)"))
    let refused = try await objection {
      try await owner.run(
        EntryChainTests.insert("\(next) + 1, 'correct', null, null, null, '{}', null, null, \(first)"))
    }
    #expect(refused == ["23505", "entry_corrected_once"])
  }
}
