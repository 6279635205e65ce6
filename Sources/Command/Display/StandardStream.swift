import Foundation

/// Standard output, for data, or standard error, for talk.
enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Whether a person reads it.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Cells of a line of the terminal; `nil` if it is none. `COLUMNS` is heeded.
  var width: Int? {
    guard isTerminal else { return nil }
    if let chosen = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), chosen > 0 { return chosen }
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether colours are welcome: on a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
  var hasColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Writes all of the bytes.
  ///
  /// - Throws: `cli.fault.unwritable`.
  func write(_ bytes: [UInt8]) throws(ClientFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(rawValue, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw ClientFault(.internalFault, "unwritable", ["reason": String(cString: strerror(errno))])
      }
    }
  }

  /// Prints a line; what cannot be printed on standard error is lost, as there is nobody left to tell.
  static func say(_ line: String) { try? error.write(Array("\(line)\n".utf8)) }
}
