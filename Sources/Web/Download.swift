import Foundation
import HTTPTypes
import Hummingbird
import Registry

extension Response {
  /// A file of the store, to be kept and not to be shown or run in place, whatever it holds.
  ///
  /// - Throws: The system's error if the store has lost it.
  static func download(
    _ digest: String, _ type: String, named name: String, from store: ContentStore
  ) throws -> Response {
    let file = try FileHandle(forReadingFrom: URL(filePath: store.path(of: digest)))
    var headers: HTTPFields = [.contentType: type, .cacheControl: "private, no-store"]
    headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name.percentEncoded)"
    let body = ResponseBody { writer in
      while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  /// A PDF, shown by the browser.
  static func pdf(_ bytes: [UInt8], named name: String) -> Response {
    var headers: HTTPFields = [.contentType: "application/pdf", .cacheControl: "private, no-store"]
    headers[.contentDisposition] = "inline; filename*=UTF-8''\(name.percentEncoded)"
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
