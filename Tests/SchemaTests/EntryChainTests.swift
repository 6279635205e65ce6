import Casework
import Postgres
import TestSupport
import Testing

@Suite(.database) struct EntryChainTests {
  private let owner = TestDatabase.owner

  /// Appends an entry to the first case file, by hand: no act of the program makes all these shapes.
  static func insert(_ values: String, at instant: String = "2026-11-20 10:00:00+08") -> String {
    """
    insert into entry (case_file, proceeding, agency, officer, recorded_at, sequence, act, milestone, happened_from,
      happened_to, facts, fine_fen, confiscated_fen, corrects)
    select p.case_file, p.id, p.agency, o.id, '\(instant)', \(values)
    from proceeding p, officer o where p.case_file = (select min(id) from case_file)
      and o.id = (select min(id) from officer)
    """
  }

  init() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    _ = try await Given.caseFile(by: officer)
    let logged = try await owner.found("select max(sequence)::text as n from entry")[0]
    let shapes = [
      ("'note', null, null, null, '{}', null, null, null", "2026-11-20 10:00:00+08"),
      (
        #"'decide', 'decided', '2026-11-01', '2026-11-30', '{"b": "当事人 🙂 \u001f \"x\"", "a": [1]}', 0, 7, null"#,
        "2026-11-20 10:00:00.000001+08"
      ),
      (
        #"'serve', 'served', '2000-02-29', '2000-02-29', '{"n": 1.50}', 100000000000000, null, null"#,
        "1999-12-31 23:59:59.999999Z"
      ),
      ("'correct', null, null, null, '[]', null, 0, (select min(id) from entry)", "2026-11-20 00:00:00.5+08"),
    ]
    for (index, (values, instant)) in shapes.enumerated() {
      try await owner.run(Self.insert("\(logged) + \(index + 1), \(values)", at: instant))
    }
    _ = try await Given.caseFile(by: officer)
  }

  private func links() async throws -> [ChainLink] {
    try await owner.read { db in try db.all(ChainLink.query, ChainLink.init) }
  }

  @Test func everyDigestIsTheSHA256OfThePreviousOneAndTheFields() async throws {
    let links = try await links()
    #expect(links.count >= 6)
    for link in links {
      #expect(link.digest.hex == (try SHA256Sum.hex(link.preimage)), "\(link.fields)")
    }
  }

  @Test func eachEntryHoldsTheDigestOfTheOneBeforeInItsFile() async throws {
    var before: ChainLink?
    for link in try await links() {
      if let last = before, last.caseFile == link.caseFile {
        #expect(link.sequence == last.sequence + 1)
        #expect(link.previous == last.digest)
      } else {
        #expect(link.sequence == 1)
        #expect(link.previous == Bytes([UInt8](repeating: 0, count: 32)))
      }
      before = link
    }
    #expect(before != nil)
  }

  @Test func aDigestGivenByTheWriterIsNotTaken() async throws {
    try await owner.run(
      """
      insert into entry (case_file, proceeding, agency, officer, recorded_at, sequence, act, facts, previous, digest)
      select case_file, proceeding, agency, officer, recorded_at, sequence + 1, 'note', '{}', '\\x00', '\\x00'
      from entry order by case_file, sequence desc limit 1
      """)
    let last = try #require(try await links().filter { $0.caseFile == 1 }.last)
    #expect(last.digest.hex == (try SHA256Sum.hex(last.preimage)))
  }

  @Test func anEntryThatWasTamperedWithNoLongerFits() async throws {
    // As somebody could who owns the server.
    try await owner.run(
      """
      alter table entry disable trigger entry_stays;
      update entry set fine_fen = 1 where fine_fen = 0;
      alter table entry enable trigger entry_stays
      """)
    let broken = try await links().filter { try $0.digest.hex != SHA256Sum.hex($0.preimage) }
    #expect(broken.map { $0.fields[3] } == ["decide"])
  }
}
