import Casework
import Foundation
import Handoff
import Hummingbird
import Law
import Registry
import Secrets

/// `/api/referrals/{id}/packages` and `/api/packages`: sealing, fetching, taking in, and the receipt that goes back.
struct Packages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.post("referrals/{id}/packages", use: create)
    routes.post("packages", use: take).get("packages/{id}", use: show).get("packages/{id}/file", use: file)
    routes.post("packages/{id}/receipt", use: record)
    routes.get("arrivals", use: arrivals).post("arrivals/{name}", use: takeArrival)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    guard let id = Int64(try context.part("id")) else { throw Refusal(.notFound, "referral.unknown") }
    let done = try await site.seal(id, once: request.once(Body(request)), by: officer, context)
    let package = try await site.registry.package(done.value, for: officer)
    return .created(JSON.object { $0.fields(of: package) }, at: "/api/packages/\(package.id)", replayed: done.isReplay)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let package = try await site.registry.package(context.package(), for: context.officer())
    return .json(JSON.object { $0.fields(of: package) })
  }

  @Sendable func file(_ request: Request, _ context: Context) async throws -> Response {
    let package = try await site.registry.package(context.package(), for: context.officer())
    return try .download(
      package.file.digest, "application/zip", named: "\(package.number)-\(package.receiver.rawValue).zip",
      from: site.desk.store)
  }

  /// The body is the package, as it was sealed.
  @Sendable func take(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .intake)
    let incoming = try site.desk.store.incoming(limit: ContentStore.packageLimit)
    for try await piece in request.body { try piece.withUnsafeReadableBytes { try incoming.write($0) } }
    let taken = try await site.take(incoming.finish(), by: officer, context)
    return .created(
      JSON.object { json in
        json.field("number", taken.number.wire)
        json.field("receipt", taken.receipt)
      }, at: "/api/cases/\(taken.number)", replayed: taken.isReplay)
  }

  /// What another instance delivered and nobody took in yet.
  @Sendable func arrivals(_ request: Request, _ context: Context) async throws -> Response {
    let arrivals = try await site.registry.arrivals(for: context.officer())
    return .json(
      JSON.object { json in
        json.list("arrivals", arrivals) { json, arrival in
          json.object { json in
            json.field("name", arrival.name)
            json.field("sender", arrival.sender.rawValue)
            json.field("size", arrival.content.size)
            json.field("arrivedAt", arrival.arrivedAt)
          }
        }
      })
  }

  @Sendable func takeArrival(_ request: Request, _ context: Context) async throws -> Response {
    let taken = try await site.takeArrival(context.part("name"), by: context.officer(), context)
    return .created(
      JSON.object { json in
        json.field("number", taken.number.wire)
        json.field("receipt", taken.receipt)
      }, at: "/api/cases/\(taken.number)", replayed: taken.isReplay)
  }

  @Sendable func record(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    try await site.record(receipt: body.decode(Sent.self).receipt, of: context.package(), by: officer, context)
    let package = try await site.registry.package(context.package(), for: officer)
    return .json(JSON.object { $0.fields(of: package) }, status: .created)
  }

  private struct Sent: Decodable {
    let receipt: String
  }
}

extension Site {
  /// Takes a package in that an agency known here sealed for the officer's agency.
  ///
  /// - Throws: What is wrong with it, as `package.*`; `package.not-ours`; what `Registry.take` throws.
  func take(_ stored: StoredContent, by officer: Officer, _ context: Context) async throws -> TakenPackage {
    do {
      let package = try SealedPackage(desk.store.path(of: stored.digest))
      let signer = package.info["Signer"].flatMap(AgencyCode.init(logName:))
      guard let signer else { throw PackageFault(.malformed, "bag-info.txt") }
      try package.requireSigned(by: try await registry.keys(of: [signer]).map(\.key))
      let packed = try JSONDecoder().decode(PackagedCase.self, from: Data(package.bytes("case.json")))
      guard packed.sender == signer, packed.receiver == officer.agency,
        packed.receiver.logName == package.info["Receiver"]
      else { throw Refusal(.notAllowed, "package.not-ours", ["agency": .agency(packed.receiver)]) }
      var files: [String: StoredContent] = [:]
      for path in packed.evidence.compactMap(\.path) {
        let incoming = try desk.store.incoming()
        try package.read(path) { try incoming.write($0) }
        files[path] = try incoming.finish()
      }
      let key = try desk.ring.key(of: officer.agency)
      let (now, name) = (context.now, package.digest)
      guard let day = package.info["Bagging-Date"].flatMap({ Day($0) }) else {
        throw PackageFault(.malformed, "bag-info.txt")
      }
      return try await registry.take(packed, named: name, sealedOn: day, files, by: officer, now: now) { number in
        try Receipt(
          ReceiptStatement(
            package: name, receiver: officer.agency.rawValue, number: number.wire, officer: officer.name,
            at: now.description), signedBy: key
        ).line
      }
    } catch let fault as PackageFault {
      throw Refusal(.invalid, fault.kind.rawValue, field: "file", ["file": .text(fault.file)])
    } catch is DecodingError {
      throw Refusal(.invalid, PackageFault.Kind.malformed.rawValue, field: "file", ["file": .text("case.json")])
    }
  }

  /// Takes in a package that another instance delivered.
  ///
  /// - Throws: `package.unknown`, what `take` throws.
  func takeArrival(_ name: String, by officer: Officer, _ context: Context) async throws -> TakenPackage {
    guard let arrival = try await registry.arrivals(for: officer).first(where: { $0.name == name }) else {
      throw Refusal(.notFound, "package.unknown")
    }
    return try await take(arrival.content, by: officer, context)
  }

  /// Records a receipt that the receiver of a package signed, and with it the receipt of the case where it was sent.
  ///
  /// - Throws: `package.unknown`, `receipt.malformed`, `receipt.other` for one of another package, `receipt.signature`;
  ///   what the act of receipt is refused for.
  func record(receipt line: String, of id: Int64, by officer: Officer, _ context: Context) async throws {
    let package = try await registry.package(id, for: officer)
    try officer.requireOne(of: .intake)
    guard let receipt = Receipt(line: line.trimmingBlanks) else {
      throw Refusal(.invalid, "receipt.malformed", field: "receipt")
    }
    guard receipt.statement.package == package.name, receipt.statement.receiver == package.receiver.rawValue else {
      throw Refusal(.invalid, "receipt.other", field: "receipt")
    }
    guard receipt.isSigned(by: try await registry.keys(of: [package.receiver]).map(\.key)) else {
      throw Refusal(.invalid, "receipt.signature", field: "receipt")
    }
    try await registry.record(receipt: receipt.line, of: package.id, from: officer.agency, now: context.now)
    let (referral, _) = try await registry.proceeding(package.referral, for: officer)
    guard referral.state == "sent", let at = Instant(receipt.statement.at) else { return }
    let act = ActRequest(
      act: "acknowledge", happenedOn: When(PartialDay(min(at, context.now).day())),
      facts: ["time": min(at, context.now).minute, "receipt": "\(package.receiver) \(receipt.statement.number)"],
      revision: nil)
    let key = try IdempotencyKey("receipt-\(package.name.prefix(32))", request: Array(package.name.utf8))
    _ = try await registry.act(package.referral, act, once: key, by: officer, now: context.now)
  }
}

extension Context {
  /// The key of a package in the path.
  ///
  /// - Throws: `package.unknown`.
  func package() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "package.unknown") }
    return id
  }
}

extension JSON {
  mutating func fields(of package: Package) {
    field("id", package.id)
    field("number", package.number.wire)
    field("referral", package.referral)
    field("name", package.name)
    field("size", package.file.size)
    field("sha256", package.file.digest)
    field("agency", package.agency.rawValue)
    field("receiver", package.receiver.rawValue)
    field("sealedAt", package.sealedAt)
    field("receipt", package.receipt)
  }
}
