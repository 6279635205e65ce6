import Casework
import Foundation

/// A file named on the command line; `-` is standard input.
struct InputFile: Sendable {
  /// The path as given.
  let path: String

  /// Its name without folders, for the record.
  var name: String {
    path == "-" ? "stdin.csv" : path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  }

  /// Its bytes.
  ///
  /// - Throws: `cli.fault.file`.
  func bytes() throws(ClientFault) -> Data {
    do {
      if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw ClientFault(.notFound, "file", ["file": path])
    }
  }

  /// The request it holds as JSON.
  ///
  /// - Throws: `body.malformed`, `body.field`, `body.field-missing`, and what a value is refused for.
  func request<T: Decodable>(_ type: T.Type) throws -> T {
    let bytes = try bytes()
    do {
      return try JSONDecoder().decode(type, from: bytes)
    } catch {
      throw Refusal(unreadable: error)
    }
  }
}
