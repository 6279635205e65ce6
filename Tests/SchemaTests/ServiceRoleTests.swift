import Postgres
import TestSupport
import Testing

@Suite(.database) struct ServiceRoleTests {
  private let owner = TestDatabase.owner
  private let service = TestDatabase.service

  /// `case_file` and every table with a column that points at one.
  private static let caseTables: SQL =
    """
    select c.oid, c.relname, c.relrowsecurity from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (c.relname = 'case_file'
      or exists (select from pg_attribute where attrelid = c.oid and attname = 'case_file' and not attisdropped))
    """

  @Test func everyTableOfACaseFileHasRowLevelSecurity() async throws {
    let open: SQL = "select relname::text as n from (\(Self.caseTables)) t where not relrowsecurity"
    #expect(try await owner.found(open) == [])
    try await owner.run("create table bare (case_file bigint)")
    #expect(try await owner.found(open) == ["bare"])
  }

  @Test func theseAreTheTablesOfACaseFile() async throws {
    let tables = try await owner.found("select relname::text as n from (\(Self.caseTables)) t order by 1")
    #expect(
      tables == [
        "campaign_case", "case_access", "case_file", "clock", "clock_pause", "custody", "entry", "evidence", "goods",
        "ip_right",
        "ledger_line", "outbox", "package", "package_receipt", "package_received", "paper", "party", "proceeding",
        "published_source", "referral", "sanction",
        "screening",
        "screening_reason", "share", "tally",
      ])
  }

  @Test func theRoleHasNoPowersOfItsOwn() async throws {
    let powers = try await owner.found(
      """
      select concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls) as n
      from pg_roles where rolname = 'ipcase_service'
      """)
    #expect(powers == ["f f f f f"])
    let makes: SQL = "select has_schema_privilege('ipcase_service', 'public', 'create')::text as n"
    #expect(try await owner.found(makes) == ["false"])
    let memberships: SQL =
      "select roleid::regrole::text as n from pg_auth_members where member = 'ipcase_service'::regrole"
    #expect(try await owner.found(memberships) == [])
  }

  @Test func theRoleOwnsNothing() async throws {
    let owned: SQL =
      """
      select relname::text as n from pg_class where relowner = 'ipcase_service'::regrole
      union all select proname from pg_proc where proowner = 'ipcase_service'::regrole
      """
    #expect(try await owner.found(owned) == [])
    try await owner.run("create table bare (); alter table bare owner to ipcase_service")
    #expect(try await owner.found(owned) == ["bare"])
  }

  @Test(arguments: ["delete", "truncate", "references", "trigger"])
  func theRoleHasNoSuchRightToATableOfACaseFile(right: String) async throws {
    let permitted: SQL =
      "select relname::text as n from (\(Self.caseTables)) t where has_table_privilege('ipcase_service', oid, \(right))"
    #expect(try await owner.found(permitted) == [])
    try await owner.run("grant \(right) on goods to ipcase_service")
    #expect(try await owner.found(permitted) == ["goods"])
  }

  @Test(arguments: ["entry", "case_access", "party", "ip_right", "goods", "published_source", "outbox", "migration"])
  func theRoleCannotUpdateAColumnOf(table: String) async throws {
    let permitted: SQL =
      "select \(table)::text as n where has_any_column_privilege('ipcase_service', \(table)::text, 'update')"
    #expect(try await owner.found(permitted) == [])
  }

  @Test(arguments: [
    "agency", "town", "ip_type", "instrument", "offence", "proceeding_kind", "migration", "case_access",
  ])
  func theRoleOnlyReads(table: String) async throws {
    let permitted: SQL =
      """
      select right_to as n from unnest(array['insert', 'update', 'delete', 'truncate', 'select']) right_to
      where has_table_privilege('ipcase_service', \(table)::text, right_to)
      """
    #expect(try await owner.found(permitted) == ["select"])
  }

  @Test(arguments: [
    "delete from entry", "truncate entry", "update entry set act = 'other'", "delete from case_file",
    "update case_file set summary = 'other'", "insert into case_access values ('IPB', 1, 'owner', '2026-11-20')",
    "update agency set kind = 'police'", "alter table case_file disable row level security",
    "alter table entry disable trigger entry_stays", "create table mine ()",
  ])
  func theServerRefusesIt(statement: String) async throws {
    let refused = try await objection { try await service.run(statement) }
    #expect(refused?.first == SQLState.insufficientPrivilege)
  }
}
