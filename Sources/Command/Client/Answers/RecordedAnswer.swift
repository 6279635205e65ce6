/// The key of what was recorded.
struct RecordedAnswer: Decodable, Sendable {
  /// The key.
  let id: Int
}
