import Casework
import Foundation
import Hummingbird

/// `/static/{file}`: the style sheet and the icon, read once when the service starts.
struct StaticFiles {
  private static let types = ["css": "text/css; charset=utf-8", "svg": "image/svg+xml"]
  private let files: [String: (type: String, bytes: ByteBuffer)]

  init() {
    let folder = Bundle.module.bundleURL.appending(path: "Static")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let read = names.compactMap { name -> (String, (type: String, bytes: ByteBuffer))? in
      guard let type = Self.types[String(name.split(separator: ".").last ?? "")],
        let data = try? Data(contentsOf: folder.appending(path: name))
      else { return nil }
      return (name, (type, ByteBuffer(bytes: data)))
    }
    files = Dictionary(uniqueKeysWithValues: read)
  }

  func add(to routes: RouterGroup<Context>) {
    routes.get("static/{file}", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) throws -> Response {
    guard let file = files[try context.part("file")] else { throw Refusal(.notFound, "path.unknown") }
    return Response(
      status: .ok, headers: [.contentType: file.type, .cacheControl: "no-cache"],
      body: .init(byteBuffer: file.bytes))
  }
}
