import Foundation
import Handoff
import Web

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif
#if canImport(Glibc)
  import Glibc
#endif

/// Sends messages to other systems over HTTP. Redirections are not followed, and addresses of private networks are refused
/// unless the webhook allows them.
struct WebhookSender: Sendable {
  /// Why a message was not sent.
  enum Fault: String, Error, CustomStringConvertible {
    case address = "the address is none"
    case unknownHost = "the host is not known"
    case privateAddress = "the host is in a private network, which this webhook does not allow"
    case noAnswer = "no answer"

    var description: String { rawValue }
  }

  /// Sends one; the status of the answer.
  @Sendable func send(_ url: String, _ isPrivate: Bool, _ message: WebhookMessage) async throws -> Int {
    let request = try Self.request(url, isPrivate, message.headers, .bytes(message.body))
    for try await case .head(let status, _) in Exchange.send(request, deadline: 30) { return status }
    throw Fault.noAnswer
  }

  /// Sends what goes to another instance; the status of the answer, and its first megabyte.
  @Sendable func carry(_ message: Carrier.Message) async throws -> (status: Int, body: [UInt8]) {
    let request = try Self.request(message.url, message.isPrivate, message.headers, message.content)
    var (answered, body): (Int?, [UInt8]) = (nil, [])
    for try await event in Exchange.send(request, deadline: 3600) {
      switch event {
      case .head(let status, _): answered = status
      case .piece(let bytes): body += bytes.prefix(max(0, (1 << 20) - body.count))
      }
    }
    guard let answered else { throw Fault.noAnswer }
    return (answered, body)
  }

  private static func request(
    _ url: String, _ isPrivate: Bool, _ headers: [(name: String, value: String)], _ content: Bag.Content
  ) throws -> URLRequest {
    guard let address = URL(string: url), let host = address.host else { throw Fault.address }
    let found = addresses(of: host)
    if found.isEmpty { throw Fault.unknownHost }
    if !isPrivate, found.contains(where: PrivateAddress.contains) { throw Fault.privateAddress }
    var request = URLRequest(url: address, timeoutInterval: 15)
    request.httpMethod = "POST"
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    switch content {
    case .bytes(let bytes): request.httpBody = Data(bytes)
    case .file(let path, _):
      request.httpBodyStream = InputStream(fileAtPath: path)
    }
    return request
  }

  /// The addresses of a host, as bytes.
  static func addresses(of host: String) -> [[UInt8]] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let plain = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    guard getaddrinfo(plain, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var (addresses, next): ([[UInt8]], UnsafeMutablePointer<addrinfo>?) = ([], list)
    while let info = next?.pointee {
      switch info.ai_family {
      case AF_INET:
        info.ai_addr?.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
          addresses.append(withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) })
        }
      case AF_INET6:
        info.ai_addr?.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
          addresses.append(withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0) })
        }
      default: break
      }
      next = info.ai_next
    }
    return addresses
  }
}
