import Postgres
import Schema
import TestSupport
import Testing

/// Rules for definitions. Each test also breaks the rule once, to see that breaking it shows.
@Suite(.database) struct DictionaryTests {
  private let owner = TestDatabase.owner

  private func expectNone(_ query: SQL, but broken: [String], after script: String) async throws {
    #expect(try await owner.found(query) == [])
    try await owner.run(script)
    #expect(try await owner.found(query) == broken)
  }

  @Test func everyTableAndEveryColumnHasAComment() async throws {
    try await expectNone(
      """
      select c.relname || coalesce('.' || a.attname, '') as n
      from pg_class c
        join (select attrelid, attnum, attname from pg_attribute where attnum > 0 and not attisdropped
          union all select oid, 0, null from pg_class) a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and trim(coalesce(case a.attnum when 0 then obj_description(c.oid) else col_description(c.oid, a.attnum) end, ''))
          = ''
      order by 1
      """, but: ["bare", "bare.code", "bare.words"],
      after: "create table bare (code int, words text); comment on column bare.words is ' '")
  }

  @Test func everyFunctionHasAComment() async throws {
    try await expectNone(
      """
      select proname::text as n from pg_proc
      where pronamespace = 'public'::regnamespace and obj_description(oid, 'pg_proc') is null
      """, but: ["bare"], after: "create function bare() returns int language sql as 'select 1'")
  }

  @Test func everyConstraintHasANameOfOurOwnMaking() async throws {
    let migrations = try Migration.all().map(\.text).joined(separator: "\n")
    let names: SQL =
      """
      select conname::text as n from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')
        and conrelid <> 'migration'::regclass
      order by 1
      """
    let unwritten = { (name: String) in !migrations.contains("constraint \(name) ") }
    let made = try await owner.found(names)
    #expect(made.count > 50)
    #expect(made.filter(unwritten) == [])
    try await owner.run(
      "create table bare (code text primary key, agency text references agency, n int unique check (n > 0))")
    #expect(
      try await owner.found(names).filter(unwritten)
        == ["bare_agency_fkey", "bare_n_check", "bare_n_key", "bare_pkey"])
  }

  @Test func aConstraintsNameBeginsWithItsTable() async throws {
    try await expectNone(
      """
      select conname::text as n from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')
        and not starts_with(conname, (select relname from pg_class where oid = conrelid) || '_')
      """, but: ["positive"], after: "create table bare (n int, constraint positive check (n > 0))")
  }

  @Test func noTwoConstraintsShareAName() async throws {
    try await expectNone(
      """
      select conname::text as n from pg_constraint where connamespace = 'public'::regnamespace
      group by conname having count(*) > 1
      """, but: ["town_pkey"], after: "create table bare (n int, constraint town_pkey check (n > 0))")
  }

  @Test func everyForeignKeyHasAnIndexThatBeginsWithItsColumns() async throws {
    try await expectNone(
      """
      select c.conname::text as n from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
        and not exists (
          select from pg_index i
          where i.indrelid = c.conrelid and i.indisvalid
            -- What is null refers to nothing.
            and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)',
              (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]))) and i.indexprs is null
            and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
            and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] <@ c.conkey)
      order by 1
      """, but: ["bare_agency", "bare_town"],
      after: """
        create table bare (n int, agency text, town text, officer bigint,
          constraint bare_agency foreign key (agency) references agency,
          constraint bare_town foreign key (town) references town,
          constraint bare_officer foreign key (officer) references officer);
        create index on bare (n, agency);
        create index on bare (town) where n > 0;
        create index on bare (officer, n);
        """)
  }

  @Test func everyTableHasAPrimaryKey() async throws {
    try await expectNone(
      """
      select relname::text as n from pg_class c
      where relnamespace = 'public'::regnamespace and relkind = 'r'
        and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p')
      """, but: ["bare"], after: "create table bare (n int)")
  }
}
