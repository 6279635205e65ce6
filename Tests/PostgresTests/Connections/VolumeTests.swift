import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct VolumeTests {
  private let database = Database(TestDatabase.conninfo, connections: 1)

  @Test func aMegabyteComesBack() async throws {
    let text = String(repeating: "知识产权 'IP' \\ ", count: 60_000)
    #expect(text.utf8.count > 1_000_000)
    let row = try await database.read { db in
      try db.first("select \(text)::text as n, octet_length(\(text)::text) as size") { row in
        (text: try row["n"] as String, size: try row["size"] as Int)
      }
    }
    #expect(row?.text == text)
    #expect(row?.size == text.utf8.count)
  }

  @Test func neitherSideWaitsForTheOtherWhenMuchIsQueued() async throws {
    // Both directions far beyond what sockets buffer: a client that did not read while it sends would stand still.
    let wrong = try await database.read { db in
      let promised = try (0..<500).map { number in
        let filler = String(repeating: String(number % 10), count: 10_000)
        return try db.later("select \(number)::int as n, \(filler)::text || repeat('x', 10000) as long") { row in
          let long: String = try row["long"]
          return try row["n"] as Int == number && long == filler + String(repeating: "x", count: 10_000)
        }
      }
      return try promised.filter { try $0.rows() != [true] }.count
    }
    #expect(wrong == 0)
  }

  @Test func manyRowsComeWhole() async throws {
    let sum = try await database.read { db in
      try db.all("select n from generate_series(1, 100000) n") { try $0["n"] as Int }.reduce(0, +)
    }
    #expect(sum == 5_000_050_000)
  }
}
