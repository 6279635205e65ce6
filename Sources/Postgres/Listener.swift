import CLibPQ
import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What comes from a channel.
public enum Notice: Sendable, Equatable {
  /// Listening has begun, or begun again after the connection was lost: notices may have been missed before it.
  case listening
  /// The connection was lost; `listening` follows when it is back.
  case lost
  /// Somebody said `notify channel, 'payload'` and committed.
  case notified(String)
}

extension Database {
  /// Listens on `channel` over a connection of its own, until the stream is given up.
  ///
  /// - Parameter channel: An identifier the program made, never input.
  public func listen(_ channel: String) -> AsyncStream<Notice> {
    let (conninfo, session) = (conninfo, session)
    return AsyncStream { stream in
      let ear = Ear()
      stream.onTermination = { _ in ear.stop() }
      DispatchQueue(label: "postgres.listener").async {
        while !ear.isStopped {
          if let connection = try? Connection(conninfo, session: session) {
            do {
              try connection.script("listen \(channel)")
              stream.yield(.listening)
              ear.follow(connection) { stream.yield(.notified($0)) }
            } catch {}
            if !ear.isStopped { stream.yield(.lost) }
          }
          ear.rest(milliseconds: 500)
        }
        stream.finish()
        ear.close()
      }
    }
  }
}

/// A thread's way of waiting for a server and for the word to stop.
private struct Ear: Sendable {
  private let reading: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
  }

  var isStopped: Bool { Poll.isReadable(reading) }

  func stop() { _ = [UInt8(1)].withUnsafeBytes { write(writing, $0.baseAddress, 1) } }

  func rest(milliseconds: Int32) { _ = Poll.readable(reading, reading, milliseconds: milliseconds) }

  func close() {
    #if canImport(Glibc)
      _ = (Glibc.close(reading), Glibc.close(writing))
    #else
      _ = (Darwin.close(reading), Darwin.close(writing))
    #endif
  }

  /// Passes notices on until the connection breaks or the word to stop comes.
  func follow(_ connection: Connection, _ pass: (String) -> Void) {
    while !isStopped {
      // First what came with an earlier answer, then what comes.
      while let notice = PQnotifies(connection.handle) {
        pass(String(cString: notice.pointee.extra))
        PQfreemem(notice)
      }
      _ = Poll.readable(PQsocket(connection.handle), reading, milliseconds: -1)
      guard PQconsumeInput(connection.handle) == 1 else { return }
    }
  }
}
