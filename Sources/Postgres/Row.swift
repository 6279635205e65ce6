import CLibPQ

/// The answer to one statement; owns libpq's result and frees it.
final class Reply {
  let handle: OpaquePointer
  let query: String
  let names: [String]
  let isAmbiguous: Bool
  /// Where the last lookup found its column: rows are mostly read in column order, so the next one is tried first.
  private var next = 0

  init(_ handle: OpaquePointer, query: String) {
    self.handle = handle
    self.query = query
    names = (0..<PQnfields(handle)).map { PQfname(handle, $0).map { String(cString: $0) } ?? "" }
    isAmbiguous = Set(names).count < names.count
  }

  deinit { PQclear(handle) }

  func position(of column: String) -> Int32? {
    if next < names.count, names[next] == column {
      next += 1
      return Int32(next - 1)
    }
    guard let found = names.firstIndex(of: column) else { return nil }
    next = found + 1
    return Int32(found)
  }
}

/// One row of an answer. Columns are read by name, so their order in the query does not matter.
///
/// A row is valid while it is being decoded; it cannot leave the transaction.
public struct Row {
  let reply: Reply
  let index: Int32

  /// The value of `column`, which must be present, not null, and of the inferred type.
  public subscript<T: Column>(_ column: String) -> T {
    get throws(PostgresError) {
      guard let value: T = try self[column] else { throw failure(column, "is null") }
      return value
    }
  }

  /// The value of `column`, or `nil` where it is null.
  public subscript<T: Column>(_ column: String) -> T? {
    get throws(PostgresError) {
      guard let position = reply.position(of: column) else { throw failure(column, "is not in the answer") }
      if reply.isAmbiguous, reply.names.filter({ $0 == column }).count > 1 {
        throw failure(column, "is in the answer twice")
      }
      if PQgetisnull(reply.handle, index, position) == 1 { return nil }
      let length = Int(PQgetlength(reply.handle, index, position))
      guard let bytes = PQgetvalue(reply.handle, index, position) else { return nil }
      let text = String(
        decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
      guard let value = T(sqlText: text) else { throw failure(column, "is no \(T.self)") }
      return value
    }
  }

  private func failure(_ column: String, _ problem: String) -> PostgresError {
    .decoding(column: column, problem: problem, query: reply.query)
  }
}
