import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request and its answer as it comes in, piece by piece.
///
/// Redirections are not followed: the token would go along to wherever they lead.
final class Exchange: NSObject, URLSessionDataDelegate {
  /// What comes in.
  enum Event: Sendable {
    /// The status, and whether the server says that it had done this before.
    case head(status: Int, isReplay: Bool)
    /// A piece of the body.
    case piece(Data)
  }

  private let feed: AsyncThrowingStream<Event, any Error>.Continuation

  private init(_ feed: AsyncThrowingStream<Event, any Error>.Continuation) { self.feed = feed }

  /// Sends `request`; the stream ends with the answer, or throws `URLError`.
  ///
  /// Whoever stops listening ends it; after `deadline` seconds it ends in any case.
  static func send(_ request: URLRequest, deadline: TimeInterval? = nil) -> AsyncThrowingStream<Event, any Error> {
    let (events, feed) = AsyncThrowingStream<Event, any Error>.makeStream()
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    if let deadline { configuration.timeoutIntervalForResource = deadline }
    let session = URLSession(configuration: configuration, delegate: Exchange(feed), delegateQueue: nil)
    let task = session.dataTask(with: request)
    feed.onTermination = { _ in task.cancel() }
    task.resume()
    session.finishTasksAndInvalidate()
    return events
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let head = response as? HTTPURLResponse
    feed.yield(
      .head(
        status: head?.statusCode ?? 0, isReplay: head?.value(forHTTPHeaderField: "Idempotency-Replayed") == "true"))
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    feed.yield(.piece(data))
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    feed.finish(throwing: error)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}
