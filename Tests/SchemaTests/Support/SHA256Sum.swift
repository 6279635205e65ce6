import Foundation

/// SHA-256 as coreutils compute it: neither PostgreSQL's nor the program's own.
enum SHA256Sum {
  /// The digest of `bytes` in lower-case hexadecimal.
  static func hex(_ bytes: [UInt8]) throws -> String {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // An entry is far smaller than a pipe's buffer, so this does not wait for the reader.
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try input.fileHandleForWriting.close()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: text.prefix(64), as: UTF8.self)
  }
}
