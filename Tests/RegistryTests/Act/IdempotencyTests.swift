import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct IdempotencyTests {
  @Test(arguments: [
    ("12345678", true), (String(repeating: "k", count: 80), true), ("!~abc-_.", true), ("1234567", false), ("", false),
    (String(repeating: "k", count: 81), false), ("1234 5678", false), ("钥匙钥匙钥匙钥匙", false), ("1234567\0", false),
    ("1234567\n", false),
  ])
  func aKeyHasEightToEightyPrintableCharacters(key: String, isKey: Bool) async throws {
    let refused = try await refusal { _ = try IdempotencyKey(key, request: []) }
    #expect(refused?.code == (isKey ? nil : "idempotency.key"))
    #expect(refused?.field == (isKey ? nil : "Idempotency-Key"))
  }

  @Test func aCaseSentTwiceIsLoggedOnce() async throws {
    let district = try await District()
    let request = try Given.request()
    let once = try Given.once("the-same-key")
    let first = try await district.registry.log(request, once: once, by: district.handler, now: Given.now)
    let second = try await district.registry.log(request, once: once, by: district.handler, now: Given.now)
    #expect(first.value == second.value)
    #expect(!first.isReplay)
    #expect(second.isReplay)
    #expect(try await district.registry.count(CaseFileFilter(limit: 5), for: district.handler) == 1)
  }

  @Test func aCaseSentTwiceAtOnceIsLoggedOnce() async throws {
    let district = try await District()
    let request = try Given.request()
    let once = try Given.once("the-same-key")
    for _ in 0..<5 {
      async let left = district.registry.log(request, once: once, by: district.handler, now: Given.now)
      async let right = district.registry.log(request, once: once, by: district.handler, now: Given.now)
      let (one, other) = try await (left, right)
      #expect(one.value == other.value)
    }
    #expect(try await district.registry.count(CaseFileFilter(limit: 5), for: district.handler) == 1)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func anActSentTwiceIsDoneOnce() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let once = try Given.once("the-same-key")
    let first = try await district.act("verify", of: penalty, by: district.handler, revision: 1, once: once)
    let second = try await district.act("verify", of: penalty, by: district.handler, revision: 1, once: once)
    #expect(first == second)
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 2)
  }

  @Test func anActSentTwiceAtOnceIsDoneOnce() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let once = try Given.once("the-same-key")
    async let left = district.act("verify", of: penalty, by: district.handler, revision: 1, once: once)
    async let right = district.act("verify", of: penalty, by: district.handler, revision: 1, once: once)
    let (one, other) = try await (left, right)
    #expect(one == other)
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 2)
  }

  @Test func aDraftSentTwiceOrTwiceAtOnceIsDoneOnce() async throws {
    let district = try await District()
    let number = try await district.logged()
    let request = try district.request()
    let once = try Given.once("the-same-key")
    async let left = district.registry.draft(request, of: number, once: once, by: district.handler, now: Given.now)
    async let right = district.registry.draft(request, of: number, once: once, by: district.handler, now: Given.now)
    let (one, other) = try await (left, right)
    #expect(one.value == other.value)
    #expect(one.isReplay != other.isReplay)
    let third = try await district.registry.draft(
      request, of: number, once: once, by: district.handler, now: Given.now)
    #expect(third.isReplay)
    #expect(third.value == one.value)
    #expect(try await district.registry.referrals(.outbox, for: district.handler).count == 1)
  }

  @Test func aKeyUsedForAnotherRequestIsRefused() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let key = "the-same-key"
    let (first, second) = (try IdempotencyKey(key, request: [1]), try IdempotencyKey(key, request: [2]))
    let handler = district.handler
    try await district.act("verify", of: penalty, by: handler, once: first)
    let requests: [() async throws -> Void] = [
      { _ = try await district.registry.log(Given.request(), once: second, by: handler, now: Given.now) },
      { try await district.act("file", of: penalty, by: handler, once: second) },
      {
        _ = try await district.registry.draft(district.request(), of: number, once: second, by: handler, now: Given.now)
      },
    ]
    for request in requests {
      let refused = try await refusal(request)
      #expect(refused?.code == "idempotency.reused")
      #expect(refused?.field == "Idempotency-Key")
    }
    #expect(try await district.registry.entries(of: number, for: handler).count == 2)
    #expect(try await district.registry.count(CaseFileFilter(limit: 5), for: handler) == 1)
  }

  @Test func aKeyIsAnOfficersOwn() async throws {
    let district = try await District()
    let once = try Given.once("the-same-key")
    let first = try await district.registry.log(Given.request(), once: once, by: district.handler, now: Given.now)
    let second = try await district.registry.log(Given.request(), once: once, by: district.clerk, now: Given.now)
    #expect(first.value != second.value)
    #expect(!second.isReplay)
  }

  @Test func aRefusedRequestDoesNotUseItsKeyUp() async throws {
    let district = try await District()
    let penalty = try await district.penalty(district.logged())
    let once = try Given.once("the-same-key")
    #expect(
      try await code { try await district.act("verify", of: penalty, by: district.handler, revision: 9, once: once) }
        == "case.stale")
    let entry = try await district.act("verify", of: penalty, by: district.handler, revision: 1, once: once)
    #expect(entry.sequence == 2)
  }
}
