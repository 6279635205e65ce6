import Hummingbird

/// `/health`, `/ready` and `/metrics`, for whoever watches over the service.
struct Health {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("health", use: health).get("ready", use: ready).get("metrics", use: metrics)
  }

  /// The process lives.
  @Sendable func health(_ request: Request, _ context: Context) -> Response {
    .json(JSON.object { $0.field("status", "ok") })
  }

  /// The process can do its work: the database answers.
  @Sendable func ready(_ request: Request, _ context: Context) async throws -> Response {
    try await site.registry.ping()
    return .json(JSON.object { $0.field("status", "ready") })
  }

  @Sendable func metrics(_ request: Request, _ context: Context) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
      body: .init(byteBuffer: ByteBuffer(string: site.prometheus.text)))
  }
}
