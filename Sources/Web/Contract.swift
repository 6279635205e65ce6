import Foundation
import Hummingbird
import Yams

/// `/api/openapi.json`: the contract of the API, OpenAPI 3.1, written by hand as YAML.
struct Contract {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("openapi.json", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) -> Response {
    .json(site.contract)
  }

  /// The contract as JSON.
  ///
  /// - Throws: If the file is gone or is no YAML.
  static func json() throws -> ByteBuffer {
    let file = Bundle.module.bundleURL.appending(path: "openapi.yaml")
    let document = try Yams.load(yaml: String(contentsOf: file, encoding: .utf8)) ?? [:]
    return ByteBuffer(bytes: try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys]))
  }
}
