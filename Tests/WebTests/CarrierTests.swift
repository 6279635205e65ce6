import Casework
import Foundation
import HTTPTypes
import Handoff
import Law
import Postgres
import Registry
import Secrets
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Two instances, each with a database, a store and keys of its own: what the bureau seals reaches the police over there, once.
@Suite(.database) struct CarrierTests {
  /// A clock that goes only when it is moved.
  private final class Clock: Sendable {
    private let instant = Mutex(Given.now)
    @Sendable func now() -> Instant { instant.withLock { $0 } }
    func move(seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
  }

  private struct Broken: Error {}

  private struct Instance {
    let client: Client
    let owner = TestDatabase.owner

    init(_ clock: Clock) async throws {
      client = try await Client(
        in: URL.temporaryDirectory.appending(path: "ipcase-test-\(UUID().uuidString)"), clock: clock.now)
    }

    /// Trusts the key with which `other` signs for an agency.
    func trust(_ other: Instance, as agency: String) async throws {
      let code = try AgencyCode(wire: agency)
      let key = try other.client.site.desk.ring.key(of: code).verifying
      try await Registry(owner).trust(key, of: code, now: Given.now)
    }

    func count(_ table: String) async throws -> Int {
      try await owner.read { db in
        try db.first("select count(*)::int as n from \(trusted: table)") { try $0["n"] as Int } ?? -1
      }
    }
  }

  private struct Pair: Sendable {
    let clock: Clock
    let bureau: Instance
    let police: Instance
    let sealed: [(referral: SealableReferral, package: Int, name: String)]
    let officer: Client

    /// What the bureau's instance sends reaches the routes of the police's.
    @Sendable func send(_ message: Carrier.Message) async throws -> (status: Int, body: [UInt8]) {
      let bytes: [UInt8] =
        switch message.content {
        case .bytes(let bytes): bytes
        case .file(let path, _): Array(try Data(contentsOf: URL(filePath: path)))
        }
      var headers: HTTPFields = [:]
      for (name, value) in message.headers where name != "Content-Type" {
        headers[try #require(HTTPField.Name(name))] = value
      }
      let type = message.headers.first { $0.name == "Content-Type" }?.value
      let path = try #require(URL(string: message.url)?.path)
      let answer = try await police.client.send(.post, path, type, bytes, headers)
      return (answer.status, answer.bytes)
    }

    var carrier: Carrier { Carrier(bureau.client.site) { try await send($0) } }

    /// Takes in what arrived, by an officer of the police.
    func takeArrivals() async throws -> [String] {
      let list = try await officer.get("/api/arrivals").object["arrivals"] as? [[String: Any]] ?? []
      var receipts: [String] = []
      for name in list.compactMap({ $0["name"] as? String }) {
        async let left = officer.post("/api/arrivals/\(name)", json: "{}")
        async let right = officer.post("/api/arrivals/\(name)", json: "{}")
        let answers = try await [left, right].filter { $0.status == 201 }
        receipts.append(try #require(answers.first?["receipt"]))
        #expect(Set(answers.compactMap { $0["receipt"] }).count == 1)
      }
      return receipts
    }
  }

  /// The bureau's instance has the test's database and seals so many packages; the police's has another database.
  private func pair(sealing count: Int = 1, _ body: @escaping @Sendable (Pair) async throws -> Void) async throws {
    let clock = Clock()
    let bureau = try await Instance(clock)
    _ = try await Registry(bureau.owner).addPeer(
      "http://police.test/", of: AgencyCode(wire: "PSB"), isPrivate: true, now: Given.now)
    var sealed: [(referral: SealableReferral, package: Int, name: String)] = []
    for number in 0..<count {
      let referral = try await SealableReferral(by: bureau.client, as: "ipb.\(number)")
      try await referral.client.act("send", of: referral.referral)
      let answer = try await referral.seal()
      sealed.append(
        (referral, try #require(answer.object["id"] as? Int, "\(answer.body)"), try #require(answer["name"])))
    }
    let packages = sealed
    try await TestDatabase.provide {
      let police = try await Instance(clock)
      try await police.trust(bureau, as: "IPB")
      try await bureau.trust(police, as: "PSB")
      let officer = try await police.client.signedIn(Given.officer("PSB", .clerk))
      try await body(Pair(clock: clock, bureau: bureau, police: police, sealed: packages, officer: officer))
    }
  }

  @Test func aPackageGoesOverByItselfAndItsReceiptComesBack() async throws {
    try await pair { pair in
      let (sent, package, name) = pair.sealed[0]
      #expect(try await pair.carrier.carry(now: pair.clock.now) == 1)
      #expect(try await pair.bureau.count("parcel where arrived_at is not null") == 1)
      let waiting = try await pair.officer.get("/api/arrivals").object["arrivals"] as? [[String: Any]]
      #expect(waiting?.map { $0["name"] as? String } == [name])
      // Nobody took it in yet: no receipt, and it is asked for again later.
      #expect(try await pair.carrier.carry(now: pair.clock.now) == 1)
      #expect(try await pair.carrier.carry(now: pair.clock.now) == 0)
      #expect(try await pair.bureau.count("package_receipt") == 0)
      let receipts = try await pair.takeArrivals()
      pair.clock.move(seconds: 600)
      #expect(try await pair.carrier.carry(now: pair.clock.now) == 1)
      let known = try await sent.client.get("/api/packages/\(package)")
      #expect(known["receipt"] == receipts[0])
      pair.clock.move(seconds: 86_400)
      #expect(try await pair.carrier.carry(now: pair.clock.now) == 0)
    }
  }

  @Test func theCaseChangesHandsWhenTheReceiptIsRecordedAndNotBefore() async throws {
    try await pair { pair in
      let (sent, package, _) = pair.sealed[0]
      let refused = try await sent.client.post(
        "/api/proceedings/\(sent.referral)/acts", json: Client.act("acknowledge", on: "2026-11-20", [:]))
      #expect(refused["type"] == "referral.no-receipt")
      _ = try await pair.carrier.carry(now: pair.clock.now)
      let receipt = try await pair.takeArrivals()[0]
      #expect(try await sent.client.get("/api/cases/\(sent.number)")["owner"] == "IPB")
      let body = String(decoding: try JSONEncoder().encode(["receipt": receipt]), as: UTF8.self)
      for _ in 1...2 {
        #expect(try await sent.client.post("/api/packages/\(package)/receipt", json: body).status == 201)
      }
      #expect(try await sent.client.get("/api/cases/\(sent.number)")["owner"] == "PSB")
      let entries = try await sent.client.get("/api/cases/\(sent.number)/entries").object["entries"] as? [[String: Any]]
      #expect(entries?.filter { $0["act"] as? String == "acknowledge" }.count == 1)
      let rules = try await sent.client.get("/api/cases/\(sent.number)/clocks").object["clocks"] as? [[String: Any]]
      let running = rules?.filter { $0["state"] as? String != "satisfied" && $0["state"] as? String != "ended" }
      let names = Set((running ?? []).compactMap { $0["rule"] as? String })
      #expect(names.isSuperset(of: ["R6", "R7a", "R8"]))
    }
  }

  /// 1,000 kills: of the sender with parcels in its hands, of the line before the message and after it, of the sender
  /// before it could record the answer.
  @Test func whateverIsKilledEveryPackageIsThereOnceAndBothSidesSayTheSame() async throws {
    try await pair(sealing: 4) { pair in
      let random = Mutex(SeededGenerator(seed: 11))
      let kills = Mutex(0)
      @Sendable func chance(_ of: Int) -> Int { random.withLock { Int.random(in: 0..<of, using: &$0) } }
      let carrier = Carrier(pair.bureau.client.site) { message in
        let isDone = kills.withLock { $0 >= 1000 }
        switch isDone ? 9 : chance(10) {
        case 0...5:
          kills.withLock { $0 += 1 }
          throw Broken()
        case 6...7:
          _ = try await pair.send(message)
          kills.withLock { $0 += 1 }
          throw Broken()
        // Until the kills are through, nobody learns that a parcel is there or has a receipt.
        case 8 where !isDone, 9 where !isDone:
          _ = try await pair.send(message)
          kills.withLock { $0 += 1 }
          return (200, Array("{".utf8))
        default: return try await pair.send(message)
        }
      }
      var rounds = 0
      while kills.withLock({ $0 }) < 1000 || rounds % 4 != 0 {
        rounds += 1
        pair.clock.move(seconds: 601)
        if chance(5) == 0 {
          // The sender dies with what it took.
          let taken = try await pair.bureau.client.site.registry.takeParcels(limit: 2, now: pair.clock.now())
          kills.withLock { $0 += taken.count }
        } else {
          _ = try await carrier.carry(now: pair.clock.now)
        }
        // The officers of the police go on with their work.
        if rounds == 100 { _ = try await pair.takeArrivals() }
      }
      for _ in 1...3 {
        pair.clock.move(seconds: 601)
        _ = try await carrier.carry(now: pair.clock.now)
      }
      #expect(kills.withLock { $0 } >= 1000)
      #expect(try await pair.bureau.count("package_receipt") == 4)
      #expect(try await pair.police.count("arrival") == 4)
      #expect(try await pair.police.count("package_received") == 4)
      #expect(try await pair.police.count("case_file") == 4)
      try await carrier.reconcile(now: pair.clock.now())
      #expect(try await pair.bureau.count("exchange where own_count = 4 and own_digest = their_digest") == 1)
      #expect(try await pair.police.count("exchange where own_count = 4 and own_digest = their_digest") == 1)
    }
  }

  @Test func aDifferenceOfAccountsStandsOnBothBoards() async throws {
    try await pair { pair in
      _ = try await pair.carrier.carry(now: pair.clock.now)
      // A day later nobody has taken it in.
      pair.clock.move(seconds: 86_400)
      try await pair.carrier.reconcile(now: pair.clock.now())
      let sent =
        try await pair.sealed[0].referral.client.get("/api/exchanges").object["comparisons"] as? [[String: Any]]
      #expect(sent?.first?["same"] as? Bool == false && sent?.first?["own"] as? Int == 1)
      let there = try await pair.officer.get("/api/exchanges").object["comparisons"] as? [[String: Any]]
      #expect(there?.first?["same"] as? Bool == false && there?.first?["theirs"] as? Int == 1)
      // Once a day is enough.
      #expect(try await pair.bureau.client.site.registry.accountsDue(on: pair.clock.now().day()).isEmpty)
      #expect(
        try await pair.bureau.client.site.registry.accountsDue(on: pair.clock.now().day().adding(days: 1)).count == 1)
    }
  }

  @Test(arguments: ["none", "stranger", "other-purpose", "other-bytes", "lost-key", "old"])
  func whatIsNotUnderTheSendersHandIsRefused(fault: String) async throws {
    try await pair { pair in
      let ring = pair.bureau.client.site.desk.ring
      let code = try AgencyCode(wire: "IPB")
      if fault == "lost-key" {
        try await Registry(pair.police.owner).distrust(ring.key(of: code).verifying, of: code, now: Given.now)
      }
      let carrier = Carrier(pair.bureau.client.site) { message in
        var headers = message.headers.filter { $0.name != Peers.statementHeader }
        let line = message.headers.first { $0.name == Peers.statementHeader }?.value ?? ""
        var said = try #require(SignedLine<ParcelStatement>(line: line)).statement
        switch fault {
        case "other-purpose": said.purpose = .ask
        case "other-bytes": said.sha256 = String(repeating: "0", count: 64)
        case "old": said.at = Given.now.adding(seconds: -3 * 86_400).description
        default: break
        }
        let key = fault == "stranger" ? try SigningKey.random() : try ring.key(of: code)
        if fault != "none" { headers.append((Peers.statementHeader, try SignedLine(said, signedBy: key).line)) }
        let answer = try await pair.send(
          Carrier.Message(url: message.url, isPrivate: true, headers: headers, content: message.content))
        #expect([403, 422].contains(answer.status))
        return answer
      }
      _ = try await carrier.carry(now: pair.clock.now)
      #expect(try await pair.police.count("arrival") == 0)
      #expect(try await pair.bureau.count("parcel where arrived_at is null and answer like 'HTTP 4%'") == 1)
    }
  }

  @Test func whoAsksForAReceiptUnderAnotherNameLearnsNothing() async throws {
    try await pair { pair in
      _ = try await pair.carrier.carry(now: pair.clock.now)
      _ = try await pair.takeArrivals()
      let statement = ParcelStatement(
        .ask, package: pair.sealed[0].name, sha256: "", size: 1, sender: "CUL", receiver: "PSB",
        at: Given.now.description)
      let ring = pair.bureau.client.site.desk.ring
      for key in [try ring.key(of: AgencyCode(wire: "IPB")), try ring.key(of: AgencyCode(wire: "CUL"))] {
        let line = try SignedLine(statement, signedBy: key).line
        let body = String(decoding: try JSONEncoder().encode(["statement": line]), as: UTF8.self)
        #expect(try await pair.police.client.post("/api/peer/receipts", json: body).status == 403)
      }
    }
  }
}
