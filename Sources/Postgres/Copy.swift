import CLibPQ

extension Connection {
  /// Sends rows in PostgreSQL's CSV or text format to `copy … from stdin`; returns how many the server took.
  ///
  /// Waits for everything queued first, and runs in the transaction that is open.
  public func copyIn(_ statement: String, _ chunks: some Sequence<[UInt8]>) throws -> Int {
    try outsidePipeline { () throws(PostgresError) in
      try startCopy(statement, expecting: PGRES_COPY_IN)
      for chunk in chunks {
        let sent = chunk.withUnsafeBytes { bytes in
          PQputCopyData(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard sent == 1 else { throw lost() }
      }
      guard PQputCopyEnd(handle, nil) == 1 else { throw lost() }
      return try endCopy(statement)
    }
  }

  /// Hands each line of `copy … to stdout` to `receive`; returns how many there were.
  public func copyOut(_ statement: String, _ receive: ([UInt8]) -> Void) throws -> Int {
    try outsidePipeline { () throws(PostgresError) in
      try startCopy(statement, expecting: PGRES_COPY_OUT)
      while true {
        var line: UnsafeMutablePointer<CChar>?
        let length = PQgetCopyData(handle, &line, 0)
        guard length >= 0, let line else { break }
        receive(Array(UnsafeRawBufferPointer(start: line, count: Int(length))))
        PQfreemem(line)
      }
      return try endCopy(statement)
    }
  }

  private func startCopy(_ statement: String, expecting status: ExecStatusType) throws(PostgresError) {
    guard let result = PQexec(handle, statement) else { throw lost() }
    defer { PQclear(result) }
    guard PQresultStatus(result) == status else { throw failure(result, query: statement) }
  }

  private func endCopy(_ statement: String) throws(PostgresError) -> Int {
    var rows = 0
    var problem: PostgresError?
    while let result = PQgetResult(handle) {
      if PQresultStatus(result) == PGRES_COMMAND_OK {
        rows = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
      } else if problem == nil {
        problem = failure(result, query: statement)
      }
      PQclear(result)
    }
    if let problem { throw problem }
    return rows
  }
}
