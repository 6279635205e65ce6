import Foundation

/// Where the server is: scheme, host and port, such as `http://127.0.0.1:8080`.
struct ServerAddress: Sendable, Equatable {
  /// The address without a slash at its end.
  let text: String

  /// A server on this machine.
  static let local = "http://127.0.0.1:8080"

  /// - Throws: `cli.fault.address`.
  init(_ text: String) throws(ClientFault) {
    var plain = text.unicodeScalars
    while plain.last == "/" { plain.removeLast() }
    let fault = ClientFault(.usage, "address", ["address": text])
    guard let parts = URLComponents(string: String(plain)), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty, parts.user == nil,
      parts.query == nil, parts.fragment == nil
    else { throw fault }
    self.text = String(plain)
  }

  /// The one named, else the one in `IPCASE_SERVER`, else the one signed in to, else this machine.
  ///
  /// - Throws: `cli.fault.address`.
  static func chosen(_ named: String?, kept: Credentials?) throws(ClientFault) -> ServerAddress {
    let environment = ProcessInfo.processInfo.environment["IPCASE_SERVER"] ?? ""
    return try ServerAddress(named ?? (environment.isEmpty ? kept?.server ?? local : environment))
  }

  /// Whether what is sent there can be read on the way: plain HTTP to another machine.
  var isOpenToOthers: Bool {
    guard let parts = URLComponents(string: text), parts.scheme?.lowercased() == "http" else { return false }
    return !["127.0.0.1", "localhost", "::1", "[::1]"].contains(parts.host ?? "")
  }

  /// The address of a path with its parameters; those without a value are left out.
  ///
  /// - Throws: `cli.fault.address`.
  func url(_ path: [String], _ query: [(name: String, value: String?)]) throws(ClientFault) -> URL {
    var address = text
    for part in path { address += "/" + Self.encoded(part) }
    var separator = "?"
    for (name, value) in query {
      guard let value else { continue }
      address += "\(separator)\(Self.encoded(name))=\(Self.encoded(value))"
      separator = "&"
    }
    guard let url = URL(string: address) else { throw ClientFault(.usage, "address", ["address": text]) }
    return url
  }

  /// Every byte but letters, digits and `-._~` as %XX, so that a plus sign stays one.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
