import Casework
import Law
import Testing

@Suite struct OpeningTests {
  private let officer = Sample.officer(.clerk, .caseOfficer)
  private static let complaint: [String: String] = [
    "complainant": "消费者庚", "capacity": "consumer", "claim": "退货退款", "forDailyUse": "yes", "intake": "counter",
  ]
  private static let publicity = ["decidedOn": "2026-11-02"]

  private func beginning(
    _ kind: ProceedingKind, _ facts: [String: String]? = nil, by officer: Officer? = nil, on day: String = "2026-11-02"
  ) throws -> Refusal? {
    var request = try Sample.caseFile(parties: [Sample.party()], leadOn: day)
    request.proceeding = OpeningRequest(kind: kind, facts: facts)
    let (asked, officer) = (request, officer ?? self.officer)
    return refusal { () throws(Refusal) in
      _ = try asked.beginning(by: officer, today: Sample.today, Surroundings())
    }
  }

  /// The refusal that an opening meets in a file at revision 3.
  private func opening(
    _ kind: ProceedingKind, _ facts: [String: String]? = nil, from origin: Proceeding? = nil, key: Int64? = nil,
    by officer: Officer? = nil, in file: CaseFileState? = nil, on day: String? = "2026-11-05", revision: Int? = nil
  ) throws -> Refusal? {
    let request = OpeningRequest(
      kind: kind, happenedOn: try day.map { try When(wire: $0) }, facts: facts, origin: key ?? origin?.id,
      revision: revision)
    let (file, officer) = (try file ?? Sample.file(), officer ?? self.officer)
    return refusal { () throws(Refusal) in
      _ = try request.opening(in: file, by: officer, today: Sample.today, Surroundings(origin: origin))
    }
  }

  private func penalty(_ state: String = "service", latest: String? = nil) -> Proceeding {
    Proceeding(
      id: 9, kind: .penalty, state: state, agency: Sample.bureau, receiver: nil, handledBy: [],
      latestDay: latest.flatMap { Day($0) }, known: ["outcome": "penalty", "fine": "1000.00"])
  }

  // In a new file.

  @Test func aFileBeginsWithWhatCanBegin() throws {
    #expect(try beginning(.complaint, Self.complaint) == nil)
    #expect(try beginning(.penalty) == nil)
  }

  @Test(arguments: ProceedingKind.allCases) func aFileBeginsWithNothingElse(kind: ProceedingKind) throws {
    guard let procedure = kind.procedure, !procedure.begins, kind != .referral else { return }
    let kinds =
      switch procedure.conduct {
      case .owner(let kinds), .anyOf(let kinds): kinds
      }
    let first = try #require(kinds.sorted { $0.rawValue < $1.rawValue }.first)
    let officer = Officer(
      id: 7, login: "ce.shi", name: "测试员", agency: Sample.bureau, agencyKind: first, roles: Set(Role.allCases))
    let refused = try beginning(kind, by: officer)
    #expect(refused?.code == (procedure.needsOrigin ? "proceeding.needs-origin" : "proceeding.begins-not"))
    #expect(refused?.field == "proceeding.kind")
    #expect(
      refused?.arguments["origins"] == .terms(procedure.follows.map { "proceeding.\($0.rawValue)" }.sorted()))
  }

  @Test func whatIsWrongWithTheFirstProceedingIsBlamedBelowIt() throws {
    var facts = Self.complaint
    facts["claim"] = nil
    let missing = try beginning(.complaint, facts)
    #expect(missing?.code == "fact.missing")
    #expect(missing?.field == "proceeding.facts.claim")
    let role = try beginning(.complaint, Self.complaint, by: Sample.officer(.reviewer))
    #expect(role?.code == "role.missing")
  }

  // In a file there is.

  @Test func whatMustFollowFromSomethingSaysFromWhat() throws {
    let none = try opening(.publicity, Self.publicity)
    #expect(none?.code == "proceeding.needs-origin")
    #expect(none?.field == "origin")
    #expect(none?.arguments["origins"] == .terms(["proceeding.penalty", "proceeding.summary"]))
    // A key of a proceeding of another file, or of none, was not found.
    #expect(try opening(.complaint, Self.complaint, key: 77)?.code == "proceeding.needs-origin")
    #expect(try opening(.publicity, Self.publicity, from: penalty()) == nil)
  }

  @Test func whatFollowsFromTheWrongThingIsRefused() throws {
    let tip = Proceeding(id: 9, kind: .tip, state: "filed", agency: Sample.bureau, receiver: nil, handledBy: [])
    let refused = try opening(.publicity, Self.publicity, from: tip)
    #expect(refused?.code == "proceeding.origin")
    #expect(refused?.field == "origin")
    #expect(refused?.arguments["kind"] == .term("proceeding.publicity"))
    // What stands by itself follows from what it can follow from, or from nothing.
    #expect(try opening(.complaint, Self.complaint, from: penalty())?.code == "proceeding.origin")
    #expect(try opening(.complaint, Self.complaint) == nil)
  }

  @Test func anotherKindOfAgencyDoesNotOpenIt() throws {
    let police = Sample.officer(of: Sample.police, .clerk, .caseOfficer, .head)
    let refused = try opening(.publicity, Self.publicity, from: penalty(), by: police)
    #expect(refused?.code == "proceeding.not-ours")
    #expect(refused?.kind == .forbidden)
    #expect(refused?.arguments["agency"] == .agency(Sample.police))
    #expect(refused?.citation?.key == "publicity-provisions-2025@2")
    #expect(
      try opening(.civil, ["courtCaseNumber": "（2026）粤0605民初1号"], by: officer)?.code == "proceeding.not-ours")
  }

  @Test func anAgencyOfTheRightKindThatHasNotTheFileDoesNotEither() throws {
    let culture = Sample.officer(of: Sample.culture, .clerk, .caseOfficer, .head)
    let refused = try opening(.publicity, Self.publicity, from: penalty(), by: culture)
    #expect(refused?.code == "case.not-yours")
    #expect(refused?.arguments["agency"] == .agency(Sample.bureau))
  }

  @Test func anOfficerWithoutTheRoleDoesNot() throws {
    let refused = try opening(.publicity, Self.publicity, from: penalty(), by: Sample.officer(.head))
    #expect(refused?.code == "role.missing")
    #expect(refused?.arguments["roles"] == .terms(["role.clerk", "role.case-officer"]))
  }

  @Test func aReferralHasAFormOfItsOwn() throws {
    let refused = try opening(.referral, from: penalty())
    #expect(refused?.code == "proceeding.own-form")
    #expect(refused?.field == "kind")
  }

  @Test(arguments: [ProceedingKind.inspection, .credit]) func whatIsOnlyRecordedIsNotOpened(kind: ProceedingKind) throws
  {
    let refused = try opening(kind)
    #expect(refused?.code == "proceeding.recorded")
    #expect(refused?.field == "kind")
    #expect(refused?.kind == .notAllowed)
  }

  @Test(
    arguments: [
      ("2026-11-20", nil), ("2026-11-21", "date.future"), ("2026-11", nil), ("2026-12", "date.future"), (nil, nil),
    ] as [(String?, String?)])
  func itIsNotOpenedInTheFuture(day: String?, code: String?) throws {
    let refused = try opening(.complaint, Self.complaint, on: day)
    #expect(refused?.code == code)
    #expect(refused?.field == code.map { _ in "happenedOn" })
  }

  @Test func itIsOpenedTodayWhereNoDayIsGiven() throws {
    let request = OpeningRequest(kind: .complaint, facts: Self.complaint)
    let step = try request.opening(in: Sample.file(), by: officer, today: Sample.today, Surroundings())
    #expect(step.happenedOn.description == "2026-11-20")
    #expect(step.to == "received")
    #expect(step.rule.act == "register")
  }

  @Test(
    arguments: [
      ("2026-11-04", "date.before-last-act"), ("2026-11-05", nil), ("2026-11", nil),
      ("2026-10", "date.before-last-act"),
    ] as [(String, String?)])
  func itIsNotOpenedBeforeTheLatestActOfWhatItFollowsFrom(day: String, code: String?) throws {
    let refused = try opening(
      .publicity, ["decidedOn": "2026-10-20"], from: penalty(latest: "2026-11-05"), on: day)
    #expect(refused?.code == code)
    #expect(refused?.arguments["day"] == code.map { _ in .text("2026-11-05") })
  }

  @Test(arguments: [(2, "case.stale" as String?), (3, nil), (nil as Int?, nil)])
  func anOpeningOnAnotherRevisionIsStale(seen: Int?, code: String?) throws {
    let refused = try opening(.complaint, Self.complaint, revision: seen)
    #expect(refused?.code == code)
    #expect(refused?.kind == code.map { _ in .stale })
  }

  @Test func aFactThatTheOpeningDoesNotKnowIsRefused() throws {
    let refused = try opening(.complaint, Self.complaint.merging(["fine": "1"]) { $1 })
    #expect(refused?.code == "fact.unknown")
    #expect(refused?.field == "facts.fine")
  }

  @Test func whatIsOfferedIsWhatCanBeOpened() throws {
    let alone = try Sample.file(others: [Sibling(id: 9, kind: .penalty, state: "service")])
    let offered = alone.openings(for: officer)
    #expect(offered.first { $0.kind == .publicity }?.origins.map(\.id) == [9])
    #expect(offered.contains { $0.kind == .complaint })
    // Nothing to follow from, another kind of agency, a form of its own.
    for kind in [ProceedingKind.repair, .civil, .criminal, .referral, .inspection] {
      #expect(!offered.contains { $0.kind == kind }, "\(kind)")
    }
    #expect(alone.openings(for: Sample.officer(.auditor)).isEmpty)
    let court = Sample.officer(of: Sample.court, .clerk, .caseOfficer)
    #expect(alone.openings(for: court).contains { $0.kind == .civil })
    #expect(!alone.openings(for: court).contains { $0.kind == .publicity })
  }
}

@Suite struct BadActTests {
  private let head = Sample.officer(.head)

  @Test(arguments: ["decision", "service", "publication"]) func aCaseIsDecidedOnce(state: String) {
    let refused = Sample.refused(
      Sample.penalty(state), "decide", ["outcome": "penalty", "fine": "1"], by: head)
    #expect(refused?.code == "act.not-now")
    #expect(refused?.kind == .notAllowed)
    #expect(refused?.citation?.key == "samr-procedure@60")
    let allowed = LawfulAct.allowed(OrdinaryProcedure.acts, in: state).map { "act.penalty.\($0)" }
    #expect(!allowed.isEmpty)
    #expect(refused?.arguments["allowed"] == .terms(allowed))
  }

  @Test func aSuspendedCaseIsResumedFirst() {
    let suspended = Sample.penalty("investigation", pausedFor: [.suspension])
    let refused = Sample.refused(suspended, "conclude", ["proposal": "建议处罚"], by: Sample.officer(.caseOfficer))
    #expect(refused?.code == "proceeding.suspended")
    #expect(refused?.kind == .notAllowed)
    #expect(refused?.arguments["act"] == .term("act.penalty.resume"))
    #expect(refused?.citation?.key == "samr-procedure@46")
    #expect(Sample.refused(suspended, "resume", ["pause": "suspension"], by: Sample.officer(.caseOfficer)) == nil)
    #expect(Sample.refused(suspended, "terminate", ["reason": "当事人注销"], by: head) == nil)
    // Time that does not count for another reason stops no act.
    let appraised = Sample.penalty("investigation", pausedFor: [.appraisal])
    #expect(Sample.refused(appraised, "conclude", ["proposal": "建议处罚"], by: Sample.officer(.caseOfficer)) == nil)
  }

  /// 中止 is the law's word of some procedures only; each of them says by which article, and how it goes on.
  @Test(arguments: ProceedingKind.allCases) func whateverCanBeSuspendedNamesTheArticle(kind: ProceedingKind) {
    guard let procedure = kind.procedure else { return }
    let pausing = procedure.rules.filter { rule in
      rule.facts.contains { fact in
        guard fact.name == "pause", case .choice(let choices) = fact.form else { return false }
        return choices.contains("suspension")
      }
    }
    guard !pausing.isEmpty else { return }
    #expect(procedure.suspension != nil)
    #expect(pausing.contains { $0.act == "resume" })
  }

  @Test(arguments: [("verify", "lead", "findings"), ("serve", "decision", "mode"), ("close", "service", "ground")])
  func anActWithoutItsPapersNamesWhatIsMissing(act: String, state: String, fact: String) {
    let officer = Sample.officer(.caseOfficer, .clerk, .head)
    let refused = Sample.refused(Sample.penalty(state), act, [:], by: officer)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }
}
