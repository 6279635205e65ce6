import Casework
import Postgres
import TestSupport
import Testing

/// The view by which lists and searches read: it shows what row-level security shows.
@Suite(.database) struct SeenCaseFileTests {
  private let owner = TestDatabase.owner
  private let number: String

  init() async throws {
    number = try await Given.caseFile(by: Given.officer("IPB", .clerk, .caseOfficer)).wire
  }

  @Test(arguments: ["IPB", "PRO", "CUL", "PSB", "TWN-GC", "", "ipb", "IPB ", "' or true --"])
  func anAgencySeesInItWhatItSeesInTheTable(agency: String) async throws {
    let settings = Settings(["ipcase.agency": agency])
    let table = try await TestDatabase.service.found("select number as n from case_file", settings)
    #expect(try await TestDatabase.service.found("select number as n from seen_case_file", settings) == table)
    #expect(table == (["IPB", "PRO"].contains(agency) ? [number] : []))
  }

  @Test func withoutSettingsNobodySeesAnything() async throws {
    #expect(try await TestDatabase.service.found("select number as n from seen_case_file") == [])
    #expect(try await owner.found("select number as n from seen_case_file") == [])
  }

  @Test func nothingIsWrittenThroughIt() async throws {
    let refused = try await objection {
      try await TestDatabase.service.transaction(Settings(["ipcase.agency": "IPB"])) { db in
        try db.execute("update seen_case_file set revision = 9")
      }
    }
    #expect(refused != nil)
  }

  @Test func theListOfAgenciesFollowsTheAccessRows() async throws {
    let seen: SQL = "select array_to_string(array(select unnest(seen_by) order by 1), ' ') as n from case_file"
    #expect(try await owner.found(seen) == ["IPB PRO"])
    try await owner.run("insert into case_access values ('CUL', 1, 'share', '2026-11-20', '2026-11-20')")
    #expect(try await owner.found(seen) == ["CUL IPB PRO"])
    try await owner.run("update case_access set agency = 'AGR' where agency = 'CUL'")
    #expect(try await owner.found(seen) == ["AGR IPB PRO"])
    try await owner.run("update case_access set ground = 'former-owner' where agency = 'AGR'")
    try await owner.run("delete from case_access where agency in ('AGR', 'PRO')")
    #expect(try await owner.found(seen) == ["IPB"])
    try await owner.run("update case_file set simple = true; update case_file set simple = false")
    #expect(try await owner.found(seen) == ["IPB PRO"])
  }

  @Test func whoeverLogsAFileDoesNotChooseWhoSeesIt() async throws {
    let seen: [String] = try await TestDatabase.service.rehearsal(Settings(["ipcase.agency": "IPB"])) { db in
      try db.execute(
        """
        insert into case_file (year, ip_type, owner_agency, held_since, summary, respondents, status, lead_source,
          logged_by, logged_at, search_text, grams, simple, seen_by)
        values (2026, 'patent', 'IPB', '2026-11-20', 's', 'r', 'penalty/lead', 'tip', 1, '2026-11-20', '', '{}', true,
          '{CUL,PRO}')
        """)
      return try db.all("select seen_by::text as n from case_file where id = currval('case_file_id_seq')") {
        try $0["n"]
      }
    }
    #expect(seen == ["{IPB}"])
  }
}
