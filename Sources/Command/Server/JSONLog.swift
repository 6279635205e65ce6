import Foundation
import Law
import Logging

/// Logs as JSON, an object a line, on standard error.
struct JSONLog: LogHandler {
  let label: String
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  init(label: String, level: Logger.Level) { (self.label, logLevel) = (label, level) }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = "{\"at\":\"\(stamp())\",\"level\":\"\(event.level)\",\"logger\":"
    line += quoted(label) + ",\"message\":" + quoted("\(event.message)")
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }
    ) {
      line += ",\(quoted(key)):\(quoted("\(value)"))"
    }
    line += "}\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  private func stamp() -> String { Instant.clock().description }

  private func quoted(_ text: String) -> String {
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: quoted += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: quoted.append(byte)
      }
    }
    quoted.append(UInt8(ascii: "\""))
    return String(decoding: quoted, as: UTF8.self)
  }
}
