import Casework
import HTTPTypes
import Hummingbird
import Registry

/// A form with a file (`multipart/form-data`, RFC 7578). The file goes into the store as it comes in; a form that is refused
/// leaves nothing that anything names.
struct Multipart {
  /// The fields that are texts, and `fileName`: what the officer calls the file.
  let form: Form
  /// The file; `nil` if none was chosen.
  let content: StoredContent?

  /// Bytes that the texts of a form may have together.
  private static let textLimit = 1 << 20

  /// Reads a request.
  ///
  /// - Throws: `body.media-type`, `body.malformed`, `body.utf8`, `body.too-large`, `evidence.too-large`.
  init(_ request: Request, into store: ContentStore, limit: Int64 = ContentStore.limit) async throws {
    let type = request.headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("multipart/form-data"), let mark = type.range(of: "boundary=") else {
      throw Refusal(.malformed, "body.media-type", field: "Content-Type")
    }
    let boundary = type[mark.upperBound...].split(separator: ";").first.map(String.init)?.filter { $0 != "\"" } ?? ""
    guard (1...70).contains(boundary.utf8.count) else { throw Refusal(.malformed, "body.malformed") }
    var reader = Reader(boundary: boundary, store: store, limit: limit)
    for try await piece in request.body { try reader.take(piece) }
    (form, content) = try reader.finish()
  }

  /// Takes a body apart as it comes in.
  struct Reader {
    private let delimiter: [UInt8]
    private let store: ContentStore
    private let limit: Int64
    /// What is not yet taken apart. A line end before it makes the first delimiter like all others.
    private var buffer: [UInt8] = [13, 10]
    private var state = State.preamble
    private var fields: [(name: String, value: String)] = []
    private var textLength = 0
    private var content: StoredContent?

    private enum State {
      case preamble
      case head
      case text(name: String, value: [UInt8])
      case file(IncomingContent, isEmpty: Bool)
      case end
    }

    init(boundary: String, store: ContentStore, limit: Int64 = ContentStore.limit) {
      delimiter = Array("\r\n--\(boundary)".utf8)
      (self.store, self.limit) = (store, limit)
    }

    mutating func take(_ piece: ByteBuffer) throws {
      buffer.append(contentsOf: piece.readableBytesView)
      while try step() {}
    }

    mutating func finish() throws -> (Form, StoredContent?) {
      guard case .end = state else { throw Refusal(.malformed, "body.malformed") }
      return (Form(fields), content)
    }

    /// Goes on by one part or one head; `false` if more has to come in first.
    private mutating func step() throws -> Bool {
      switch state {
      case .end:
        buffer.removeAll()
        return false
      case .head:
        guard let end = buffer.firstRange(of: [13, 10, 13, 10]) else {
          if buffer.count > 8192 { throw Refusal(.malformed, "body.malformed") }
          return false
        }
        let head = String(validating: buffer[..<end.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<end.upperBound)
        try begin(head)
        return true
      default: break
      }
      guard let found = buffer.firstRange(of: delimiter) else {
        // The last bytes may be the beginning of a delimiter.
        let safe = buffer.count - delimiter.count
        if safe > 0 {
          try pass(buffer[..<safe])
          buffer.removeSubrange(..<safe)
        }
        return false
      }
      // Two more bytes tell whether another part follows.
      guard buffer.count >= found.upperBound + 2 else { return false }
      try pass(buffer[..<found.lowerBound])
      let after = Array(buffer[found.upperBound..<found.upperBound + 2])
      buffer.removeSubrange(..<(found.upperBound + (after == [45, 45] ? 2 : 0)))
      try endPart()
      state = after == [45, 45] ? .end : .head
      return true
    }

    private mutating func begin(_ head: String?) throws {
      guard let head, let name = Self.parameter("name", of: head) else { throw Refusal(.malformed, "body.utf8") }
      if let fileName = Self.parameter("filename", of: head) {
        guard content == nil else { throw Refusal(.malformed, "body.malformed") }
        // As if the form had asked for it: what the officer calls the file.
        fields.append(("fileName", String(fileName.prefix(200))))
        state = .file(try store.incoming(limit: limit), isEmpty: true)
      } else {
        guard fields.count < Form.limit else { throw Refusal(.malformed, "body.malformed") }
        state = .text(name: name, value: [])
      }
    }

    private mutating func pass(_ bytes: ArraySlice<UInt8>) throws {
      switch state {
      case .text(let name, let value):
        textLength += bytes.count
        if textLength > Multipart.textLimit { throw Refusal(.malformed, "body.too-large", ["limit": .text("1 MB")]) }
        state = .text(name: name, value: value + bytes)
      case .file(let incoming, let isEmpty):
        try bytes.withUnsafeBytes { try incoming.write($0) }
        state = .file(incoming, isEmpty: isEmpty && bytes.isEmpty)
      case .preamble, .head, .end: break
      }
    }

    private mutating func endPart() throws {
      switch state {
      case .text(let name, let value):
        guard let text = String(validating: value, as: UTF8.self) else { throw Refusal(.malformed, "body.utf8") }
        fields.append((name, text))
      // A browser sends an empty file where none was chosen.
      case .file(let incoming, let isEmpty): content = isEmpty ? nil : try incoming.finish()
      case .preamble, .head, .end: break
      }
    }

    /// A parameter of the part's disposition: `name="evidence"`.
    private static func parameter(_ name: String, of head: String) -> String? {
      guard let start = head.range(of: "; \(name)=\"") else { return nil }
      return head[start.upperBound...].firstIndex(of: "\"").map { String(head[start.upperBound..<$0]) }
    }
  }
}
