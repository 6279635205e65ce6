import Secrets
import Testing

@Suite struct PasswordTests {
  private let hashing = PasswordHashing(limit: 8)

  // The vectors of the reference implementation (argon2's src/test.c, version 0x13).
  @Test(arguments: [
    ("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password"),
    ("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "password"),
    ("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94", "differentpassword"),
  ])
  func thePublishedVectorsAreVerified(phc: String, password: String) async throws {
    #expect(try await hashing.verify(password, against: phc))
    #expect(try await !hashing.verify(password + "x", against: phc))
  }

  @Test(arguments: ["a", "", "合-long enough-7", "nul\0inside", String(repeating: "😀", count: 1000)])
  func whatWasHashedIsVerifiedAndNothingElse(password: String) async throws {
    let phc = try await hashing.hash(password)
    #expect(phc.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(phc.split(separator: "$").count == 5)
    #expect(try await hashing.verify(password, against: phc))
    #expect(try await !hashing.verify(password + " ", against: phc))
    #expect(try await !hashing.verify("nul", against: phc))
  }

  @Test func theSamePasswordIsNeverHashedAlike() async throws {
    let (one, other) = (try await hashing.hash("same"), try await hashing.hash("same"))
    #expect(one != other)
  }

  @Test(arguments: ["", "$argon2id$none", "plain", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA"])
  func whatIsNoHashIsVerifiedByNothing(phc: String) async throws {
    #expect(try await !hashing.verify("password", against: phc))
    #expect(try await !hashing.verify("", against: phc))
  }

  @Test func moreThanMayWaitAreRefused() async throws {
    await #expect(throws: PasswordHashing.Busy.self) { try await PasswordHashing(limit: 0).hash("a") }
  }

  @Test func aPlaceInTheLineIsGivenBack() async throws {
    let narrow = PasswordHashing(limit: 1)
    for _ in 0..<3 { #expect(try await !narrow.verify("a", against: "")) }
  }
}
