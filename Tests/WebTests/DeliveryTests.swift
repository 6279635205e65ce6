import Casework
import Foundation
import Handoff
import Law
import Postgres
import Registry
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Notices on their way to other systems: at least once on the wire, once in effect, none lost.
@Suite(.database) struct DeliveryTests {
  private let registry = Registry(TestDatabase.service)

  /// So many notices to the police, each of a file that was sent to them.
  private func notices(_ count: Int, to url: String = "http://exchange.test/") async throws -> Int64 {
    let hook = try await Registry(TestDatabase.owner).addWebhook(
      url, for: AgencyCode(wire: "PSB"), secret: Array(1...32), isPrivate: true, now: Given.now)
    let officer = try await Given.officer("IPB", .clerk)
    let number = try await registry.log(
      Given.request(), once: IdempotencyKey(UUID().uuidString, request: []), by: officer, now: Given.now
    ).value
    try await TestDatabase.owner.transaction { db in
      try db.execute(
        """
        insert into outbox (agency, case_file, entry, kind, sender, number, created_at)
        select 'PSB', c.id, (select max(id) from entry), 'referral.send', 'IPB', c.number, \(Given.now)::timestamptz
        from case_file c, generate_series(1, \(count)) where c.number = \(number)
        """)
    }
    return hook
  }

  private func waiting() async throws -> Int {
    try await TestDatabase.owner.read { db in
      try db.first("select count(*)::int as n from delivery where delivered_at is null") { try $0["n"] as Int } ?? -1
    }
  }

  /// A receiver that looks at the identity, and a line that breaks.
  private final class Receiver: Sendable {
    let taken = Mutex<[String: Int]>([:])
    let isUp = Mutex(true)

    func take(_ message: WebhookMessage) {
      let id = message.headers.first { $0.name == "webhook-id" }?.value ?? ""
      taken.withLock { $0[id, default: 0] += 1 }
    }

    var effects: Int { taken.withLock { $0.count } }
    var messages: Int { taken.withLock { $0.values.reduce(0, +) } }
  }

  private struct Broken: Error {}

  @Test func aNoticeIsWrittenForEveryWebhookOfItsAgencyInTheTransactionOfTheAct() async throws {
    _ = try await notices(3)
    #expect(try await waiting() == 3)
    let other = try await Registry(TestDatabase.owner).addWebhook(
      "https://b.test/", for: AgencyCode(wire: "COU"), secret: Array(1...32), isPrivate: false, now: Given.now)
    #expect(try await waiting() == 3)
    #expect(try await Registry(TestDatabase.owner).webhooks().map(\.waiting) == [3, 0])
    try await Registry(TestDatabase.owner).endWebhook(other, now: Given.now)
    #expect(try await Registry(TestDatabase.owner).webhooks().count == 1)
  }

  /// 1,000 kills at random points: before the message is out, after it arrived and before that is known here, and of the
  /// sender between taking and recording. The clock goes on by itself only here.
  @Test func whateverIsKilledNothingIsLostAndNothingTakenTwice() async throws {
    _ = try await notices(120)
    let receiver = Receiver()
    let random = Mutex(SeededGenerator(seed: 7))
    let kills = Mutex(0)
    @Sendable func chance(_ of: Int) -> Int { random.withLock { Int.random(in: 0..<of, using: &$0) } }
    let deliverer = Deliverer(registry) { _, _, message in
      switch kills.withLock({ $0 }) >= 1000 ? 9 : chance(10) {
      case 0...3:
        kills.withLock { $0 += 1 }
        throw Broken()
      case 4...8:
        receiver.take(message)
        kills.withLock { $0 += 1 }
        throw Broken()
      default:
        receiver.take(message)
        return 200
      }
    }
    let clock = Mutex(Given.now)
    var rounds = 0
    while rounds < 20_000 {
      let left = try await waiting()
      if left == 0, kills.withLock({ $0 }) >= 1000 { break }
      rounds += 1
      let now = clock.withLock { now in
        now = now.adding(seconds: 1801)
        return now
      }
      if kills.withLock({ $0 }) < 1000, chance(4) == 0 {
        // The sender dies with what it took in its hands, some of it already sent.
        for delivery in try await registry.takeDeliveries(limit: 5, now: now) where chance(2) == 0 {
          receiver.take(Deliverer.message(delivery, at: now))
        }
        kills.withLock { $0 += 1 }
      } else {
        _ = try await deliverer.deliver { now }
      }
      if left < 20, kills.withLock({ $0 }) < 1000 { try await more() }
    }
    let sent = try await TestDatabase.owner.read { db in
      try db.first("select count(*)::int as n from outbox where agency = 'PSB'") { try $0["n"] as Int }
    }
    let left = try await waiting()
    #expect(kills.withLock { $0 } >= 1000 && left == 0)
    #expect(receiver.effects == sent, "\(receiver.effects) in effect of \(sent ?? 0), \(receiver.messages) messages")
    #expect(receiver.messages > receiver.effects)
  }

  private func more() async throws {
    try await TestDatabase.owner.transaction { db in
      try db.execute(
        """
        insert into outbox (agency, case_file, entry, kind, sender, number, created_at)
        select agency, case_file, entry, kind, sender, number, created_at from outbox
        where agency = 'PSB' order by id limit 40
        """)
    }
  }

  @Test func aSystemThatIsDownIsAskedOnceAndNotForEachNotice() async throws {
    let hook = try await notices(500)
    let tries = Mutex(0)
    let down = Deliverer(registry) { _, _, _ in
      tries.withLock { $0 += 1 }
      throw Broken()
    }
    _ = try await down.deliver { Given.now }
    #expect(tries.withLock { $0 } == 1)
    #expect(try await down.deliver { Given.now } == 0)
    // Once it answers, all of it goes out at once.
    let receiver = Receiver()
    let up = Deliverer(registry) { _, _, message in
      receiver.take(message)
      return 204
    }
    var rounds = 0
    while try await up.deliver(now: { Given.now.adding(seconds: 31) }) > 0 { rounds += 1 }
    #expect(receiver.effects == 500 && receiver.messages == 500)
    #expect(try await waiting() == 0 && rounds <= 4)
    #expect(hook > 0)
  }

  @Test func aNoticeThatIsRefusedDoesNotHoldUpTheOthers() async throws {
    _ = try await notices(20)
    let receiver = Receiver()
    let picky = Deliverer(registry) { _, _, message in
      if message.headers.contains(where: { $0.name == "webhook-id" && $0.value == "notice_1" }) { return 422 }
      receiver.take(message)
      return 200
    }
    _ = try await picky.deliver { Given.now }
    #expect(receiver.effects == 19)
    #expect(try await waiting() == 1)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 4), (5, 16), (6, 30), (90, 30)])
  func thePauseDoublesUpToHalfAMinute(attempts: Int, seconds: Int) {
    #expect(Deliverer.pause(after: attempts) == seconds)
  }

  @Test func anAnswerThatIsNoSuccessIsNone() async throws {
    _ = try await notices(1)
    for status in [301, 400, 500] {
      _ = try await Deliverer(registry) { _, _, _ in status }.deliver { Given.now.adding(seconds: 9999) }
      #expect(try await waiting() == 1)
      try await TestDatabase.owner.transaction { try $0.execute("update delivery set due_at = created_at from outbox") }
    }
  }

  @Test func theBoardSaysThatNoticesWait() async throws {
    _ = try await notices(2)
    let page = try await Client().browsing(Given.officer("PSB", .clerk))
    #expect(try await page.get("/handoffs").body.contains("有2件通知尚未送达"))
    let other = try await Client().browsing(Given.officer("CUL", .clerk))
    #expect(try await !other.get("/handoffs").body.contains("尚未送达"))
  }
}

/// Standard Webhooks: the vector that its reference libraries are tested with.
struct WebhookMessageTests {
  @Test func theSignatureIsThatOfTheReferenceLibraries() throws {
    let secret = try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let message = WebhookMessage(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8),
      secret: Array(secret))
    let signature = message.headers.first { $0.name == "webhook-signature" }?.value
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    #expect(WebhookMessage.text(of: Array(secret)) == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
  }

  @Test(arguments: [
    ([127, 0, 0, 1], true), ([10, 1, 2, 3], true), ([172, 16, 0, 1], true), ([172, 32, 0, 1], false),
    ([192, 168, 1, 1], true), ([169, 254, 169, 254], true), ([100, 64, 0, 1], true), ([100, 128, 0, 1], false),
    ([0, 0, 0, 0], true), ([224, 0, 0, 1], true), ([8, 8, 8, 8], false), ([], true),
  ])
  func whatIsPrivateIsNobodysOutside(address: [UInt8], isPrivate: Bool) {
    #expect(PrivateAddress.contains(address) == isPrivate)
    guard address.count == 4 else { return }
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + address
    #expect(PrivateAddress.contains(mapped) == isPrivate)
    #expect(PrivateAddress.contains([0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + address) == isPrivate)
  }

  @Test(arguments: [("fd", true), ("fc", true), ("20", false), ("ff", true)])
  func theNewNetHasItsOwn(first: String, isPrivate: Bool) {
    let address = [UInt8(first, radix: 16) ?? 0, 1] + [UInt8](repeating: 0, count: 13) + [1]
    #expect(PrivateAddress.contains(address) == isPrivate)
    #expect(PrivateAddress.contains([UInt8](repeating: 0, count: 15) + [1]))
    #expect(PrivateAddress.contains([0xFE, 0x80] + [UInt8](repeating: 0, count: 13) + [1]))
  }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
