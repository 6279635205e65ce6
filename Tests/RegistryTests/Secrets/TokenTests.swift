import Secrets
import Testing

@Suite struct TokenTests {
  private func hex(_ bytes: [UInt8]?) -> String? {
    bytes.map { $0.map { String($0, radix: 16) }.map { $0.utf8.count < 2 ? "0" + $0 : $0 }.joined() }
  }

  // FIPS 180-4, and the examples of NIST.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func theDigestIsSHA256(text: String, digest: String) {
    #expect(hex(Digest.sha256(text)) == digest)
    #expect(hex(Digest.sha256(Array(text.utf8))) == digest)
  }

  @Test func aMillionLettersHaveTheirKnownDigest() {
    #expect(
      hex(Digest.sha256(String(repeating: "a", count: 1_000_000)))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func secretsAreTheSameOnlyByteForByte() {
    #expect(Digest.same([1, 2, 3], [1, 2, 3]))
    #expect(Digest.same([], []))
    for other in [[1, 2, 4], [0, 2, 3], [1, 2], [1, 2, 3, 0], []] as [[UInt8]] {
      #expect(!Digest.same([1, 2, 3], other))
    }
  }

  @Test func aTokenIsSixtyFourLowerCaseHexadecimalDigits() throws {
    let tokens = (0..<100).map { _ in Token.random() }
    #expect(Set(tokens.map(\.text)).count == 100)
    for token in tokens {
      #expect(token.text.utf8.count == 64)
      #expect(token.text.allSatisfy { "0123456789abcdef".contains($0) })
      #expect(Token(token.text) == token)
      #expect(token.digest == Digest.sha256(token.text))
    }
  }

  @Test(arguments: [
    "", "abc", String(repeating: "A", count: 64), String(repeating: "a", count: 63), String(repeating: "a", count: 65),
    String(repeating: "g", count: 64), String(repeating: "١", count: 32),
  ])
  func whatIsNoTokenIsNone(text: String) {
    #expect(Token(text) == nil)
  }

  @Test func aDerivedTokenDependsOnThePurposeAndGivesNothingAway() throws {
    let token = Token.random()
    let form = try #require(token.derived(for: "form"))
    #expect(token.derived(for: "form") == form)
    #expect(form != token)
    #expect(token.derived(for: "stream") != form)
    #expect(Token.random().derived(for: "form") != form)
    #expect(form.text.utf8.count == 64)
  }
}
