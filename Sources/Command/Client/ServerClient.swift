import Catalogue
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The server as this program sees it.
struct ServerClient: Sendable {
  /// Where it is.
  let address: ServerAddress
  /// The secret that stands for the officer; without it only signing in is possible.
  let token: String?
  /// The language of its sentences.
  let language: Language
  /// Whether what is sent is told on standard error.
  let isVerbose: Bool

  /// Asks and waits for the whole answer.
  ///
  /// - Throws: `ServerProblem`; `cli.fault.unreachable`, `cli.fault.broken`, `cli.fault.answer`.
  func ask(_ call: Call) async throws -> Answer {
    var bytes = Data()
    let isReplay = try await exchange(call) { bytes.append($0) }
    return Answer(bytes: bytes, isReplay: isReplay)
  }

  /// Asks and hands over the answer line by line as it comes in.
  ///
  /// - Throws: As `ask` does, and what `take` throws.
  func ask(_ call: Call, eachLine take: (Data) throws -> Void) async throws {
    var rest = Data()
    _ = try await exchange(call) { piece in
      rest.append(piece)
      while let end = rest.firstIndex(of: 10) {
        if end > rest.startIndex { try take(Data(rest[rest.startIndex..<end])) }
        rest = Data(rest[rest.index(after: end)...])
      }
    }
    if !rest.isEmpty { try take(rest) }
  }

  /// Sends the call and hands over the pieces of a good answer; tells whether it had been done before.
  private func exchange(_ call: Call, _ take: (Data) throws -> Void) async throws -> Bool {
    let request = try request(for: call)
    if isVerbose { tell(request, call) }
    var (status, isReplay, failure) = (0, false, Data())
    do {
      for try await event in Exchange.send(request) {
        switch event {
        case .head(let code, let replay): (status, isReplay) = (code, replay)
        case .piece(let data) where (200...299).contains(status): try take(data)
        case .piece(let data): failure.append(data)
        }
      }
    } catch let error as URLError {
      throw lost(call, error)
    }
    switch status {
    case 200...299: return isReplay
    case 400...: throw ServerProblem(status: status, body: failure)
    default: throw ClientFault(.internalFault, "answer", ["reason": "HTTP \(status)"])
    }
  }

  private func request(for call: Call) throws -> URLRequest {
    var request = URLRequest(url: try address.url(["api"] + call.path, call.query), timeoutInterval: call.patience)
    request.httpMethod = call.method
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    request.setValue(language.rawValue, forHTTPHeaderField: "Accept-Language")
    if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
    if let key = call.idempotencyKey { request.setValue(key, forHTTPHeaderField: "Idempotency-Key") }
    if let body = call.body {
      request.httpBody = body
      request.setValue(call.contentType, forHTTPHeaderField: "Content-Type")
    }
    return request
  }

  private func tell(_ request: URLRequest, _ call: Call) {
    StandardStream.say("\(call.method) \(request.url?.absoluteString ?? "")")
    if let key = call.idempotencyKey { StandardStream.say("Idempotency-Key: \(key)") }
  }

  /// No answer: either nothing was sent, or nobody knows what became of it.
  private func lost(_ call: Call, _ error: URLError) -> ClientFault {
    if isVerbose { StandardStream.say("\(error.code.rawValue) \(error.localizedDescription)") }
    switch error.code {
    case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet:
      return ClientFault(.unavailable, "unreachable", ["server": address.text])
    default:
      guard let key = call.idempotencyKey else {
        return ClientFault(.unavailable, "broken", ["server": address.text])
      }
      return ClientFault(.unavailable, "broken-write", ["server": address.text, "key": key])
    }
  }
}
