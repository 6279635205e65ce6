import Foundation

/// A password as it comes in: from the terminal without echo, or as the first line of standard input.
enum Password {
  /// Bytes that a password may have at most.
  private static let limit = 1024

  /// Asks for the password.
  ///
  /// - Throws: `cli.fault.password` if there is none or it is no UTF-8; `cli.fault.cancelled` for Ctrl-C.
  static func read(prompt: String) throws(ClientFault) -> String {
    let bytes = isatty(STDIN_FILENO) == 1 ? try typed(prompt) : firstLine()
    guard !bytes.isEmpty, bytes.count <= limit, let password = String(validating: bytes, as: UTF8.self) else {
      throw ClientFault(.usage, "password")
    }
    return password
  }

  private static func firstLine() -> [UInt8] {
    var line: [UInt8] = []
    while line.count <= limit, let byte = nextByte(), byte != 10 { line.append(byte) }
    if line.last == 13 { line.removeLast() }
    return line
  }

  /// Reads byte by byte with echo and signals off, so that whatever is typed, the terminal is put right again.
  private static func typed(_ prompt: String) throws(ClientFault) -> [UInt8] {
    try? StandardStream.error.write(Array("\(prompt) ".utf8))
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      StandardStream.say("")
    }
    var line: [UInt8] = []
    while let byte = nextByte() {
      switch byte {
      case 10, 13, 4: return line
      case 3: throw ClientFault(.usage, "cancelled")
      case 8, 127: dropLastScalar(of: &line)
      case 21: line = []
      default: if line.count <= limit { line.append(byte) }
      }
    }
    return line
  }

  private static func nextByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  private static func dropLastScalar(of line: inout [UInt8]) {
    while let byte = line.popLast(), byte & 0xC0 == 0x80 {}
  }
}
