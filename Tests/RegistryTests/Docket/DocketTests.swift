import Casework
import Postgres
import Registry
import Secrets
import TestSupport
import Testing

@Suite(.database) struct DocketTests {
  @Test func theDocketIsInOrderWithoutGapsAndKeysRise() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: "concluded")
    let entries = try await district.registry.entries(of: number, for: district.prosecutor)
    #expect(entries.map(\.sequence) == Array(1...9))
    #expect(
      entries.map(\.act) == ["register", "draft", "team", "report", "approve", "send", "receive", "file", "conclude"])
    #expect(entries.map(\.agency.rawValue) == Array(repeating: "IPB", count: 6) + ["PSB", "PSB", "PSB"])
    #expect(entries.map(\.kind) == [.penalty] + Array(repeating: .referral, count: 8))
    #expect(entries.map(\.id) == entries.map(\.id).sorted())
    #expect(Set(entries.map(\.digest)).count == 9)
    #expect(entries.allSatisfy { $0.digest.utf8.count == 64 && $0.corrects == nil })
  }

  @Test func aDigestIsTheSHA256OfTheOneBeforeAndTheEntrysFields() async throws {
    let district = try await District()
    let number = try await district.logged()
    try await district.act("verify", of: district.penalty(number), by: district.handler)
    let entries = try await district.registry.entries(of: number, for: district.handler)
    let before = try await District.look(
      "select encode(previous, 'hex') as value from entry order by sequence")
    #expect(before == [String(repeating: "0", count: 64), entries[0].digest])
    // 2026-11-20 10:00 in Shanghai, in microseconds; jsonb prints a blank after a colon.
    let fields = [
      "1", "2", "1", "verify", "", "IPB", "\(district.handler.id)", "2026-11-05", "2026-11-05", "1795140000000000",
      #"{"findings": "线索属实"}"#, "", "", "",
    ].joined(separator: "\u{1F}")
    let previous = try #require(Bytes(sqlText: "\\x" + entries[0].digest))
    let digest = try #require(Digest.sha256(previous.bytes + Array(fields.utf8)))
    #expect(Bytes(digest).hex == entries[1].digest)
  }

  @Test(arguments: ["update entry set act = 'x'", "delete from entry", "truncate entry cascade"])
  func theDatabaseRefusesToChangeWhatWasRecorded(statement: String) async throws {
    let district = try await District()
    let number = try await district.logged()
    await #expect(throws: PostgresError.self) { try await District.tamper(statement) }
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 1)
  }

  @Test(arguments: [
    "update entry set act = 'x'", "delete from entry", "delete from case_file", "delete from case_access",
    "update case_access set ground = 'owner'", "insert into case_access values ('CUL', 1, 'owner', now())",
    "update case_file set summary = 'x'", "update party set name = 'x'", "delete from outbox", "truncate entry",
    "alter table entry disable trigger all", "update referral set reason = 'x'",
    "update idempotency set answer = 'x'",
  ])
  func theServiceMayNotEvenTry(statement: String) async throws {
    let district = try await District()
    _ = try await district.logged()
    let database = TestDatabase.service
    await #expect(throws: PostgresError.self) { try await database.autocommit { try $0.script(statement) } }
  }
}
