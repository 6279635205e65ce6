import Postgres

extension Database {
  /// Makes a table `note (id, words)` for the test to write to.
  func makeNotes() async throws {
    try await autocommit { db in
      try db.script(
        "create table note (id int not null, words text, constraint note_pkey primary key (id),"
          + " constraint note_short check (length(words) < 20))")
    }
  }

  /// The ids in `note`, in order.
  func notes() async throws -> [Int] {
    try await read { db in try db.all("select id from note order by id") { try $0["id"] } }
  }

  /// The number of the server process behind the connection that is lent out next.
  func backend() async throws -> Int {
    try await read { db in try db.backend() }
  }
}

extension Connection {
  /// The number of the server process behind this connection.
  func backend() throws -> Int {
    try first("select pg_backend_pid() as pid") { try $0["pid"] } ?? 0
  }

  /// Queues a row for `note`.
  func note(_ id: Int, _ words: String? = nil, orThrow: [String: any Error] = [:]) throws {
    try execute("insert into note (id, words) values (\(id), \(words))", orThrow: orThrow)
  }
}
