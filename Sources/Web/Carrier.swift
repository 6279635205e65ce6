import Casework
import Foundation
import Handoff
import Law
import Registry

/// Carries packages to other instances, asks for their receipts, and compares accounts with them.
///
/// What is taken and not answered for, because this process died or the other did, is due again after ten minutes. The
/// other side keeps a package by its name, so it has it once however often it comes.
public struct Carrier: Sendable {
  /// What goes to another instance.
  public struct Message: Sendable {
    /// The address of that instance, and the path there.
    public let url: String
    /// Whether an address of a private network is allowed.
    public let isPrivate: Bool
    /// The headers.
    public let headers: [(name: String, value: String)]
    /// What is sent.
    public let content: Bag.Content
  }

  /// Sends one message; the status of the answer and its body.
  public typealias Transport = @Sendable (Message) async throws -> (status: Int, body: [UInt8])

  private struct Answer: Decodable {
    let arrival: String?
    let receipt: String?
    let statement: String?
  }

  /// The other instance does not take it.
  private struct Refused: Error, CustomStringConvertible {
    let description: String
  }

  private let site: Site
  private let send: Transport

  /// Parcels taken at once.
  public static let batch = 20

  /// Carries what leaves `site` by `send`.
  public init(_ site: Site, by send: @escaping Transport) { (self.site, self.send) = (site, send) }

  /// Delivers what is due and asks for the receipts that are due; how many parcels were tried.
  public func carry(now: @escaping @Sendable () -> Instant) async throws -> Int {
    let parcels = try await site.registry.takeParcels(limit: Self.batch, now: now())
    // Side by side: an instance that is slow keeps no other waiting.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for own in Dictionary(grouping: parcels, by: \.peer.url).values {
        group.addTask { for parcel in own { try await carry(parcel, now) } }
      }
      try await group.waitForAll()
    }
    return parcels.count
  }

  private func carry(_ parcel: Parcel, _ now: @Sendable () -> Instant) async throws {
    do {
      if parcel.hasArrived { try await ask(parcel, now) } else { try await deliver(parcel, now) }
    } catch let error where !Task.isCancelled {
      let next = now().adding(seconds: Self.pause(after: parcel.attempts))
      try await site.registry.failed(parcel, saying: "\(error)", now: now(), next: next)
    }
  }

  /// Compares the accounts of the days before today with every instance with which that was not yet done.
  ///
  /// - Throws: What an instance that could not be asked gives for a reason, once all the others were asked.
  public func reconcile(now: Instant) async throws {
    let due = try await site.registry.accountsDue(on: now.day())
    var failure: (any Error)?
    for (peer, pairs) in Dictionary(grouping: due, by: \.peer.id) {
      do {
        for (other, own) in pairs { try await compare(own, with: other, now) }
        try await site.registry.compared(with: peer, on: now.day())
      } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func compare(_ own: AgencyCode, with other: Peer, _ now: Instant) async throws {
    let line = try await site.account(of: own, with: other.agency, at: now)
    let answer = try await post("statements", [:], ["statement": line], to: other)
    guard let text = answer.statement, let theirs = SignedLine<AccountStatement>(line: text) else {
      throw Refused(description: "exchange.malformed")
    }
    try await site.compare(theirs, for: own, at: now)
  }

  private func deliver(_ parcel: Parcel, _ now: () -> Instant) async throws {
    let line = try statement(.deliver, parcel, now())
    let content = Bag.Content.file(site.desk.store.path(of: parcel.digest), digest: parcel.digest)
    let answer = try await post("packages", [Peers.statementHeader: line], content, "application/zip", to: parcel.peer)
    guard let text = answer.arrival, let signed = SignedLine<ParcelStatement>(line: text),
      signed.statement.purpose == .arrived, signed.statement.package == parcel.name,
      signed.statement.sha256 == parcel.digest,
      signed.isSigned(by: try await site.registry.keys(of: [parcel.peer.agency]).map(\.key))
    else { throw Refused(description: "peer.arrival") }
    try await site.registry.arrived(parcel, line: text, now: now(), next: now())
  }

  private func ask(_ parcel: Parcel, _ now: () -> Instant) async throws {
    let answer = try await post(
      "receipts", [:], ["statement": statement(.ask, parcel, now())], to: parcel.peer)
    guard let text = answer.receipt else { throw Refused(description: "no receipt yet") }
    guard let receipt = Receipt(line: text), receipt.statement.package == parcel.name,
      receipt.isSigned(by: try await site.registry.keys(of: [parcel.peer.agency]).map(\.key))
    else { throw Refused(description: "receipt.signature") }
    try await site.registry.record(receipt: text, of: parcel.package, from: parcel.sender, now: now())
  }

  private func statement(_ purpose: ParcelStatement.Purpose, _ parcel: Parcel, _ now: Instant) throws -> String {
    try SignedLine(
      ParcelStatement(
        purpose, package: parcel.name, sha256: parcel.digest, size: parcel.size, sender: parcel.sender.rawValue,
        receiver: parcel.peer.agency.rawValue, at: now.description),
      signedBy: site.desk.ring.key(of: parcel.sender)
    ).line
  }

  private func post(
    _ path: String, _ headers: [String: String], _ fields: [String: String], to peer: Peer
  ) async throws -> Answer {
    try await post(path, headers, .bytes(Array(JSONEncoder().encode(fields))), "application/json", to: peer)
  }

  private func post(
    _ path: String, _ headers: [String: String], _ content: Bag.Content, _ type: String, to peer: Peer
  ) async throws -> Answer {
    let base = peer.url.hasSuffix("/") ? String(peer.url.dropLast()) : peer.url
    let all = [("Content-Type", type)] + headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let (status, body) = try await send(
      Message(url: "\(base)/api/peer/\(path)", isPrivate: peer.isPrivate, headers: all, content: content))
    guard (200...299).contains(status) else { throw Refused(description: "HTTP \(status)") }
    return try JSONDecoder().decode(Answer.self, from: Data(body))
  }

  /// Seconds until the next attempt: 2, 4, 8 … at most 300.
  static func pause(after attempts: Int) -> Int { min(300, 1 << min(9, attempts)) }
}
