import Casework
import Law
import Postgres
import Registry
import TestSupport
import Testing

/// Agencies that take part in a file without having it.
@Suite(.database) struct ParticipationTests {
  /// The procuratorate's head, and a file of the bureau's in which they gave the culture bureau an opinion.
  private func informed(_ district: District) async throws -> (number: CaseNumber, opinion: Int64, prosecutor: Officer)
  {
    let prosecutor = try await Given.officer("PRO", .caseOfficer, .head, login: "pro.head")
    let number = try await district.logged()
    #expect(
      try await code { _ = try await district.registry.caseFile(number, for: district.culture) } == "case.unknown")
    let opinion = try await district.open(.opinion, District.opinion, in: number, by: prosecutor)
    // Proposed is not delivered.
    #expect(
      try await code { _ = try await district.registry.caseFile(number, for: district.culture) } == "case.unknown")
    #expect(try await district.registry.notices(after: 0, limit: 9, for: district.culture).isEmpty)
    try await district.act(
      "deliver", ["document": "检建1号", "replyBy": "2026-12-20"], of: opinion, by: prosecutor, on: "2026-11-06")
    return (number, opinion, prosecutor)
  }

  @Test func whoIsInformedSeesTheFileFromThenOnAndIsTold() async throws {
    let district = try await District()
    let (number, _, _) = try await informed(district)
    let seen = try await district.registry.caseFile(number, for: district.culture)
    #expect(seen.head.owner == district.handler.agency)
    #expect(seen.proceedings.last?.receiver == district.culture.agency)
    #expect(try await district.registry.entries(of: number, for: district.culture).count == 3)
    let notices = try await district.registry.notices(after: 0, limit: 9, for: district.culture)
    #expect(notices.map(\.kind) == ["opinion.deliver"])
    #expect(notices.map(\.number) == [number])
    #expect(notices.map(\.agency.rawValue) == ["PRO"])
    // Nobody else is.
    let farming = try await Given.officer("AGR", .caseOfficer)
    for other in [farming, district.police] {
      #expect(try await code { _ = try await district.registry.caseFile(number, for: other) } == "case.unknown")
      #expect(try await district.registry.notices(after: 0, limit: 9, for: other).isEmpty)
    }
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func whoIsAskedAnswersAndTheOthersLearnOfIt() async throws {
    let district = try await District()
    let (number, opinion, prosecutor) = try await informed(district)
    let work = try await district.registry.work(limit: 9, for: district.culture)
    #expect(work.files.map(\.file.number) == [number])
    #expect(work.files.first?.acts.map(\.act) == ["acknowledge", "reply"])
    let reply = ["reply": "已经整改", "opinionAction": "corrected"]
    let owners = try await code {
      try await district.act("reply", reply, of: opinion, by: district.handler, on: "2026-11-10")
    }
    #expect(owners == "proceeding.not-receiver")
    let entry = try await district.act("reply", reply, of: opinion, by: district.culture, on: "2026-11-10")
    #expect(entry.agency == district.culture.agency)
    #expect(entry.sequence == 4)
    let told = try await district.registry.notices(after: 0, limit: 9, for: prosecutor).map(\.kind)
    #expect(told == ["opinion.reply"])
    #expect(try await district.clocks(number).last == "V-reply 2026-12-20 satisfied 2026-11-10")
    #expect(try await district.registry.caseFile(number, for: district.handler).head.owner.rawValue == "IPB")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func whoIsInformedDoesNothingElse() async throws {
    let district = try await District()
    let (number, opinion, _) = try await informed(district)
    let penalty = try await district.penalty(number)
    let culture = try await Given.officer("CUL", .clerk, .caseOfficer, .reviewer, .head, login: "cul.all")
    #expect(try await code { try await district.act("verify", of: penalty, by: culture) } == "case.not-yours")
    let refused = try await code {
      try await district.act(
        "report", ["movedTo": "市文化局", "reason": "逾期未回复"], of: opinion, by: culture, on: "2026-11-07")
    }
    #expect(refused == "case.not-yours")
    for (kind, facts) in [(ProceedingKind.measure, District.seizure), (.complaint, District.complaint)] {
      let opened = try await code {
        try await district.open(kind, facts, in: number, from: kind == .measure ? penalty : nil, by: culture)
      }
      #expect(opened == "case.not-yours", "\(kind)")
    }
    let more = SupplementRequest(
      amounts: Amounts(
        turnover: try Yuan(wire: "1"), gainsGross: nil, gainsNet: nil, gainsUnstated: nil, goodsValue: nil),
      reason: try Prose(wire: "x"))
    let added = try await code {
      _ = try await district.registry.supplement(more, to: number, once: Given.once(), by: culture, now: Given.now)
    }
    #expect(added == "case.not-yours")
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 3)
  }

  // Past the program, as the service, for an agency that was informed.

  @Test func evenBySQLItDoesNotHandTheFileOver() async throws {
    let district = try await District()
    _ = try await informed(district)
    for owner in ["CUL", "AGR"] {
      let said = try await District.objection(
        to: "update case_file set owner_agency = '\(owner)', held_since = now() where id = 1", by: district.culture)
      #expect(said == ["42501", "case_file_owner_stays"], "\(owner)")
    }
    #expect(try await District.look("select owner_agency as value from case_file") == ["IPB"])
  }

  @Test(arguments: [
    """
    insert into proceeding (case_file, kind, state, agency, since)
    values (1, 'complaint', 'received', 'IPB', '2026-11-20')
    """,
    """
    insert into sanction (case_file, proceeding, entry, party, kind, amount_fen)
    values (1, 1, 1, '灯湖服饰商行', 'fine', 100)
    """,
    "insert into party (case_file, role, kind, name) values (1, 'respondent', 'unstated', '某某')",
    "update entry set act = 'x' where case_file = 1", "update proceeding set agency = 'CUL' where case_file = 1",
    "delete from share",
  ])
  func evenBySQLItDoesNotActForTheOwner(statement: String) async throws {
    let district = try await District()
    _ = try await informed(district)
    #expect(try await District.objection(to: statement, by: district.culture)?.first == "42501")
  }

  @Test func evenBySQLItDoesNotMoveTheOwnersProceeding() async throws {
    let district = try await District()
    _ = try await informed(district)
    _ = try await District.objection(
      to: "update proceeding set state = 'closed' where case_file = 1 and kind = 'penalty'", by: district.culture)
    #expect(try await District.look("select state as value from proceeding where kind = 'penalty'") == ["lead"])
  }

  @Test(arguments: [
    """
    insert into proceeding (case_file, kind, state, agency, since)
    values (1, 'complaint', 'received', 'AGR', '2026-11-20')
    """,
    "insert into share (case_file, agency, entry, since) values (1, 'AGR', 1, '2026-11-20')",
    """
    insert into ledger_line (case_file, proceeding, entry, code, amount_fen) values (1, 1, 1, 'F2', 100)
    """,
  ])
  func aStrangerWritesNothing(statement: String) async throws {
    let district = try await District()
    _ = try await district.logged()
    let farming = try await Given.officer("AGR", .caseOfficer)
    #expect(try await District.objection(to: statement, by: farming)?.first == "42501")
  }

  @Test func aStrangerAppendsNoEntryAndMovesNothing() async throws {
    let district = try await District()
    let number = try await district.logged()
    let farming = try await Given.officer("AGR", .caseOfficer)
    let said = try await District.objection(
      to: """
        insert into entry (case_file, sequence, proceeding, act, agency, officer, recorded_at, facts)
        values (1, 2, 1, 'verify', 'AGR', \(farming.id), '2026-11-20', '{}')
        """, by: farming)
    #expect(said != nil)
    for change in [
      "update case_file set owner_agency = 'AGR', held_since = now()", "update proceeding set state = 'closed'",
      "update clock set outcome = null",
    ] {
      _ = try await District.objection(to: change, by: farming)
    }
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 1)
    #expect(
      try await District.look("select owner_agency || ' ' || state as value from case_file, proceeding") == ["IPB lead"]
    )
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  // Conductors.

  private static let suit = ["courtCaseNumber": "（2026）粤0605民初1号", "trialTrack": "summary"]

  @Test func aCourtConductsItsCaseInAFileThatItDoesNotHave() async throws {
    let district = try await District()
    let court = try await Given.officer("COU", .clerk, .caseOfficer)
    var request = try Given.request()
    request.proceeding = OpeningRequest(
      kind: .mediation,
      facts: ["track": "court-before", "mediationMatter": "商标侵权赔偿", "entrustingCourt": "COU"])
    let number = try await Given.caseFile(by: district.handler, request)
    #expect(try await district.registry.notices(after: 0, limit: 9, for: court).map(\.kind) == ["mediation.request"])
    let mediation = try await district.registry.caseFile(number, for: court).proceedings[0].id
    let suit = try await district.open(.civil, Self.suit, in: number, from: mediation, by: court)
    let file = try await district.registry.caseFile(number, for: district.handler)
    #expect(file.head.owner.rawValue == "IPB")
    #expect(file.proceedings.map(\.agency.rawValue) == ["IPB", "COU"])
    #expect(file.head.kind == .civil)
    let byOwner = try await code {
      try await district.act("judge", [:], of: suit, by: district.handler, on: "2026-11-06")
    }
    #expect(byOwner == "case.not-yours")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aCourtThatMayNotSeeTheFileOpensNothingInIt() async throws {
    let district = try await District()
    let number = try await district.logged()
    let court = try await Given.officer("COU", .clerk, .caseOfficer)
    #expect(
      try await code { try await district.open(.civil, Self.suit, in: number, by: court) } == "case.unknown")
  }

  // After the file has gone to the police.

  @Test func theAgencyThatTookAMeasureStillLiftsItWhenThePoliceHaveTheFile() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let measure = try await district.open(
      .measure, District.seizure, in: number, from: penalty, by: district.handler)
    _ = try await district.referral(number, to: "received")
    try await district.act(
      "lift", ["liftGround": "unrelated", "document": "解强1号", "returned": "标签一箱"], of: measure,
      by: district.handler, on: "2026-11-10")
    #expect(try await district.registry.proceeding(measure, for: district.handler).0.state == "lifted")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func anAgencyThatHandedTheFileOverOpensNoMoreInItOrIsToldWhyNot() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: "received")
    let facts = ["track": "administrative-other", "mediationMatter": "商标侵权赔偿"]
    // Granted or refused: an error of the database is neither.
    let refused = try await refusal {
      try await district.open(.mediation, facts, in: number, by: district.handler)
    }
    #expect(refused == nil || refused?.kind == .forbidden)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }
}
