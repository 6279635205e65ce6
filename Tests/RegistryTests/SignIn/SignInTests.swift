import Casework
import Law
import Registry
import Secrets
import TestSupport
import Testing

@Suite(.database) struct SignInTests {
  private let registry = Registry(TestDatabase.service)
  private let hashing = PasswordHashing(limit: 64)
  private let password = "合-long enough-7"

  private func account(_ login: String = "li.ming") async throws -> Officer {
    let request = try OfficerRequest(
      login: login, name: Line(wire: "黎某"), agency: AgencyCode(wire: "IPB"), roles: [.clerk, .head])
    let owner = Registry(TestDatabase.owner)
    _ = try await owner.addOfficer(request, passwordHash: hashing.hash(password), now: Given.now)
    return try await owner.officer(login: login)
  }

  private func signIn(
    _ login: String = "li.ming", _ password: String? = nil, after seconds: Int = 0, kind: SessionKind = .page
  ) async throws -> (token: Token, session: Session) {
    try await registry.signIn(
      login: login, password: password ?? self.password, kind: kind, hashing: hashing,
      now: Given.now.adding(seconds: seconds))
  }

  @Test func theRightPasswordSignsIn() async throws {
    let officer = try await account()
    let (token, session) = try await signIn()
    #expect(session.officer == officer)
    #expect(session.kind == .page)
    #expect(officer.roles == [.clerk, .head])
    #expect(try await registry.session(token, now: Given.now) == session)
  }

  @Test func aWrongPasswordAndAWrongNameAreAnsweredAlike() async throws {
    _ = try await account()
    let wrongPassword = try await refusal { _ = try await signIn("li.ming", "guess") }
    let wrongName = try await refusal { _ = try await signIn("no.body") }
    #expect(wrongPassword?.code == "sign-in.wrong")
    #expect(wrongPassword?.kind == .unauthenticated)
    #expect(wrongPassword == wrongName)
    for guess in ["", password + " ", String(password.dropLast()), password.uppercased()] {
      #expect(try await code { _ = try await signIn("li.ming", guess, after: 7200) } == "sign-in.wrong")
    }
  }

  @Test func anInactiveOfficerIsRefusedAndOpenSessionsAreWorthNothing() async throws {
    _ = try await account()
    let (token, _) = try await signIn()
    try await District.tamper("update officer set active = false")
    #expect(try await code { _ = try await signIn() } == "sign-in.wrong")
    #expect(try await registry.session(token, now: Given.now) == nil)
  }

  @Test(arguments: ["li.ming", "no.body"]) func afterFiveFailuresTheNameWaitsAndIsFreeAgainLater(
    login: String
  ) async throws {
    _ = try await account()
    for _ in 0..<5 { #expect(try await code { _ = try await signIn(login, "guess") } == "sign-in.wrong") }
    let right = login == "li.ming" ? nil : "sign-in.wrong"
    let throttled = try await refusal { _ = try await signIn(login, after: 29) }
    #expect(throttled?.code == "sign-in.throttled")
    #expect(throttled?.kind == .throttled)
    #expect(throttled?.arguments["seconds"] == .text("2"))
    #expect(try await code { _ = try await signIn(login, after: 30) } == right)
  }

  @Test func eachFurtherFailureWaitsLonger() async throws {
    _ = try await account()
    for _ in 0..<4 { _ = try await code { _ = try await signIn("li.ming", "guess") } }
    var clock = 0
    for wait in [30, 60, 120, 240] {
      #expect(try await code { _ = try await signIn("li.ming", "guess", after: clock) } == "sign-in.wrong")
      #expect(try await code { _ = try await signIn(after: clock + wait - 1) } == "sign-in.throttled")
      clock += wait
    }
    #expect([4, 5, 6, 7, 8, 9, 10, 99].map(SignIn.wait(afterFailures:)) == [0, 30, 60, 120, 240, 480, 900, 900])
  }

  @Test func aSuccessForgetsTheFailuresBefore() async throws {
    _ = try await account()
    for _ in 0..<2 {
      for _ in 0..<4 { #expect(try await code { _ = try await signIn("li.ming", "guess") } == "sign-in.wrong") }
      _ = try await signIn()
    }
  }

  @Test func onlyTheNameThatFailedWaits() async throws {
    _ = try await account()
    _ = try await account("he.mei")
    for _ in 0..<5 { _ = try await code { _ = try await signIn("li.ming", "guess") } }
    _ = try await signIn("he.mei")
    #expect(try await code { _ = try await signIn() } == "sign-in.throttled")
  }

  @Test(arguments: [(SessionKind.page, 12 * 3600), (.token, 30 * 24 * 3600)])
  func aSessionExpires(kind: SessionKind, seconds: Int) async throws {
    _ = try await account()
    let (token, session) = try await signIn(kind: kind)
    #expect(session.expiresAt == Given.now.adding(seconds: seconds))
    #expect(try await registry.session(token, now: session.expiresAt.adding(seconds: -1)) == session)
    #expect(try await registry.session(token, now: session.expiresAt) == nil)
  }

  @Test func signingOutEndsThatSessionOnly() async throws {
    _ = try await account()
    let (first, second) = (try await signIn().token, try await signIn().token)
    try await registry.signOut(first, now: Given.now)
    #expect(try await registry.session(first, now: Given.now) == nil)
    #expect(try await registry.session(second, now: Given.now) != nil)
  }

  @Test func settingAPasswordEndsEverySessionAndTheWait() async throws {
    _ = try await account()
    let (first, second) = (try await signIn().token, try await signIn(kind: .token).token)
    for _ in 0..<5 { _ = try await code { _ = try await signIn("li.ming", "guess") } }
    try await Registry(TestDatabase.owner).resetPassword(
      login: "li.ming", hash: hashing.hash("another one"), now: Given.now)
    for token in [first, second] { #expect(try await registry.session(token, now: Given.now) == nil) }
    #expect(try await code { _ = try await signIn() } == "sign-in.wrong")
    _ = try await signIn("li.ming", "another one")
  }

  @Test func anUnknownTokenStandsForNobody() async throws {
    _ = try await account()
    _ = try await signIn()
    #expect(try await registry.session(Token.random(), now: Given.now) == nil)
  }

  @Test func theSecretIsStoredNowhere() async throws {
    _ = try await account()
    let token = try await signIn().token
    let stored = try await District.look("select encode(digest, 'hex') as value from session")
    #expect(stored.count == 1)
    #expect(stored != [token.text])
  }

  @Test(arguments: ["li\0ming", String(repeating: "e\u{301}", count: 40), String(repeating: "案", count: 10_000), ""])
  func anyOtherTextForANameIsWrongToo(login: String) async throws {
    #expect(try await code { _ = try await signIn(login, "guess") } == "sign-in.wrong")
  }

  @Test func manyTriesAreRefusedRatherThanQueuedForEver() async throws {
    _ = try await account()
    let full = PasswordHashing(limit: 0)
    await #expect(throws: PasswordHashing.Busy.self) {
      try await registry.signIn(login: "li.ming", password: password, kind: .page, hashing: full, now: Given.now)
    }
  }
}
