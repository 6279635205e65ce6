import Casework
import HTTPTypes
import Handoff
import Hummingbird
import Law
import Registry

/// `/api/peer`: what another instance sends and asks. Nobody is signed in; each request stands on the signature of an
/// agency whose key is trusted here.
struct Peers {
  let site: Site

  /// The header of the signed statement that comes before a package.
  static let statementHeader = "IPCase-Statement"
  /// Seconds by which the clocks of two instances may differ, or a statement be older.
  private static let freshness = 2 * 86_400

  func add(to routes: RouterGroup<Context>) {
    routes.post("packages", use: deliver).post("receipts", use: receipt).post("statements", use: statement)
  }

  /// Takes a package into the store: it waits for an officer of the receiver. The same one again gets the same answer.
  @Sendable func deliver(_ request: Request, _ context: Context) async throws -> Response {
    let asked = try await asked(request.headers[.parcelStatement] ?? "", .deliver, context)
    let said = asked.statement
    guard (1...ContentStore.packageLimit).contains(said.size) else { throw Refusal(.invalid, "peer.statement") }
    let incoming = try site.desk.store.incoming(limit: said.size)
    for try await piece in request.body { try piece.withUnsafeReadableBytes { try incoming.write($0) } }
    let stored = try incoming.finish()
    guard stored.digest == said.sha256, stored.size == said.size else { throw Refusal(.invalid, "peer.incomplete") }
    do {
      let package = try SealedPackage(site.desk.store.path(of: stored.digest))
      try package.requireSigned(by: try await site.registry.keys(of: [asked.sender]).map(\.key))
      guard package.digest == said.package, package.info["Receiver"] == asked.receiver.logName else {
        throw Refusal(.invalid, "peer.statement")
      }
    } catch let fault as PackageFault {
      throw Refusal(.invalid, fault.kind.rawValue, field: "file", ["file": .text(fault.file)])
    }
    var arrived = said
    (arrived.purpose, arrived.at) = (.arrived, context.now.description)
    let line = try SignedLine(arrived, signedBy: site.desk.ring.key(of: asked.receiver)).line
    let kept = try await site.registry.keep(
      stored, named: said.package, from: asked.sender, to: asked.receiver, line: line, now: context.now)
    return .json(JSON.object { $0.field("arrival", kept) }, status: .created)
  }

  /// The receipt of a package, once an officer took it in.
  @Sendable func receipt(_ request: Request, _ context: Context) async throws -> Response {
    let body = try (try await Body(request)).decode(Sent.self)
    let asked = try await asked(body.statement, .ask, context)
    let receipt = try await site.registry.receipt(
      of: asked.statement.package, from: asked.sender, to: asked.receiver)
    return .json(JSON.object { $0.field("receipt", receipt) })
  }

  /// Compares another instance's statement of account with what is on record here, and answers with our own.
  @Sendable func statement(_ request: Request, _ context: Context) async throws -> Response {
    let body = try (try await Body(request)).decode(Sent.self)
    guard let theirs = SignedLine<AccountStatement>(line: body.statement.trimmingBlanks),
      let own = AgencyCode(rawValue: theirs.statement.other), let other = AgencyCode(rawValue: theirs.statement.agency)
    else { throw Refusal(.invalid, "exchange.malformed", field: "statement") }
    try await site.compare(theirs, for: own, at: context.now)
    let line = try await site.account(of: own, with: other, at: context.now)
    return .json(JSON.object { $0.field("statement", line) })
  }

  private struct Sent: Decodable {
    let statement: String
  }

  private struct Asked {
    let statement: ParcelStatement
    let sender: AgencyCode
    let receiver: AgencyCode
  }

  /// - Throws: `peer.statement` for one that is none, is old, or names agencies that are not here; `peer.signature`.
  private func asked(_ line: String, _ purpose: ParcelStatement.Purpose, _ context: Context) async throws -> Asked {
    guard let signed = SignedLine<ParcelStatement>(line: line.trimmingBlanks), signed.statement.purpose == purpose,
      let sender = AgencyCode(rawValue: signed.statement.sender), site.directory[sender] != nil,
      let receiver = AgencyCode(rawValue: signed.statement.receiver), site.directory[receiver] != nil,
      let at = Instant(signed.statement.at),
      at.adding(seconds: Self.freshness) >= context.now, at <= context.now.adding(seconds: Self.freshness)
    else { throw Refusal(.invalid, "peer.statement") }
    guard signed.isSigned(by: try await site.registry.keys(of: [sender]).map(\.key)) else {
      throw Refusal(.forbidden, "peer.signature")
    }
    return Asked(statement: signed.statement, sender: sender, receiver: receiver)
  }
}

extension HTTPField.Name {
  /// The signed statement that comes before a package.
  static let parcelStatement = Self(Peers.statementHeader)!
}
