import Casework
import Postgres
import TestSupport
import Testing

@Suite(.database) struct RowSecurityTests {
  private let service = TestDatabase.service
  private let number: String
  private let officer: Officer

  init() async throws {
    officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    number = try await Given.caseFile(by: officer).wire
  }

  private func visible(_ table: String, _ settings: Settings = .none) async throws -> Int {
    let rows: [Int] = try await service.read(settings) { db in
      try db.all("select count(*) as n from \(trusted: table)") { row in try row["n"] }
    }
    return rows[0]
  }

  @Test func withoutSettingsNoCaseFileIsSeen() async throws {
    #expect(try await TestDatabase.owner.found("select number as n from case_file") == [number])
    #expect(try await service.found("select number as n from case_file") == [])
  }

  @Test func theAgencyThatHasItAndTheProcuratorateSeeIt() async throws {
    let query: SQL = "select number as n from case_file"
    #expect(try await service.found(query, Settings(["ipcase.agency": "IPB"])) == [number])
    #expect(try await service.found(query, Settings(["ipcase.agency": "PRO"])) == [number])
  }

  @Test(arguments: ["CUL", "PSB", "COU", "GOV", "TWN-GC", "", "ipb", "IPB ", "%", "' or true --"])
  func anotherAgencyDoesNot(agency: String) async throws {
    #expect(try await service.found("select number as n from case_file", Settings(["ipcase.agency": agency])) == [])
  }

  @Test(arguments: ["case_access", "case_file", "party", "proceeding", "entry"])
  func whatBelongsToItIsSeenWithItOnly(table: String) async throws {
    #expect(try await visible(table, Settings(["ipcase.agency": "IPB"])) > 0)
    #expect(try await visible(table, Settings(["ipcase.agency": "CUL"])) == 0)
    #expect(try await visible(table) == 0)
  }

  @Test(arguments: [
    "case_access", "case_file", "party", "ip_right", "goods", "published_source", "import_batch", "proceeding", "entry",
    "referral", "outbox", "idempotency",
  ])
  func aConnectionThatHadSettingsBeforeSeesNothingWithoutThem(table: String) async throws {
    let single = Database(TestDatabase.conninfo, connections: 1, role: "ipcase_service")
    let count: SQL = "select count(*)::text as n from \(trusted: table)"
    let settings = Settings(["ipcase.agency": "IPB", "ipcase.officer": "\(officer.id)"])
    _ = try await single.found(count, settings)
    #expect(try await single.found(count) == ["0"])
  }

  @Test func anAgencyCannotLogForAnother() async throws {
    let refused = try await objection {
      try await service.transaction(Settings(["ipcase.agency": "CUL"])) { db in
        try db.execute(
          """
          insert into case_file (year, ip_type, owner_agency, held_since, summary, respondents, status, lead_source,
            logged_by, logged_at, search_text, grams)
          values (2026, 'patent', 'IPB', '2026-11-20', 's', 'r', 'penalty/lead', 'tip', \(officer.id), '2026-11-20', '',
            '{}')
          """)
      }
    }
    #expect(refused?.first == SQLState.insufficientPrivilege)
  }

  @Test func anAgencyCannotAddToAFileItDoesNotSee() async throws {
    let refused = try await objection {
      try await service.transaction(Settings(["ipcase.agency": "CUL"])) { db in
        try db.execute(
          """
          insert into party (case_file, role, kind, name)
          select id, 'respondent', 'unstated', 'x' from generate_series(1, 9) id
          """
        )
      }
    }
    #expect(refused?.first == SQLState.insufficientPrivilege)
  }

  @Test func aTemporaryTableCannotStandInForTheOneATriggerWrites() async throws {
    let officer = officer.id
    let agencies: [String] = try await service.rehearsal(Settings(["ipcase.agency": "IPB"])) { db in
      try db.script(
        """
        create temp table case_access (agency text, case_file bigint, ground text, since timestamptz,
          constraint case_access_pkey primary key (agency, case_file));
        grant all on case_access to public;
        """)
      try db.execute(
        """
        insert into case_file (year, ip_type, owner_agency, held_since, summary, respondents, status, lead_source,
          logged_by, logged_at, search_text, grams)
        values (2026, 'patent', 'IPB', '2026-11-20', 's', 'r', 'penalty/lead', 'tip', \(officer), '2026-11-20', '',
          '{}')
        """)
      return try db.all(
        """
        select agency from public.case_access where agency = 'IPB'
          and case_file = currval('case_file_id_seq') order by agency
        """
      ) { try $0["agency"] }
    }
    #expect(agencies == ["IPB"])
  }
}
