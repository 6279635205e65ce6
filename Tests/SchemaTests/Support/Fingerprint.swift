import Postgres

/// What a database is, as far as tests compare it: to be equal means that nothing was changed.
struct Fingerprint: Equatable {
  /// The rows of each table, with the transaction that wrote each.
  let rows: [String: String]
  /// Definitions, comments and rights, one a line.
  let definitions: [String]

  /// Reads the fingerprint of `database`.
  static func of(_ database: Database) async throws -> Fingerprint {
    try await database.snapshot { db in
      var rows: [String: String] = [:]
      for table in try db.tables() {
        rows[table] = try db.rowsWithWriters(of: table)
      }
      return Fingerprint(rows: rows, definitions: try db.definitions())
    }
  }
}

extension Connection {
  /// The tables of schema `public`.
  func tables() throws -> [String] {
    try all(
      "select relname::text as n from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1"
    ) { try $0["n"] }
  }

  /// A hash of all rows of `table`, each with the transaction that wrote it: also an update to the same values shows.
  func rowsWithWriters(of table: String) throws -> String {
    try first(
      """
      select count(*) || ' ' || coalesce(md5(string_agg(line, e'\\n' order by line)), '') as n
      from (select t.xmin::text || ' ' || t::text as line from \(trusted: table) t) lines
      """
    ) { try $0["n"] } ?? ""
  }

  /// Everything that migrations define, as PostgreSQL prints it.
  func definitions() throws -> [String] {
    try all(
      """
      select line from (
        select format('%s.%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as line
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        union all
        select format('%s %s', conname, pg_get_constraintdef(oid)) from pg_constraint
        where connamespace = 'public'::regnamespace
        union all
        select indexdef from pg_indexes where schemaname = 'public'
        union all
        select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
        union all
        select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
        union all
        select format('%s %s %s %s %s', tablename, policyname, cmd, qual, with_check) from pg_policies
        union all
        select format('%s %s %s', relname, relrowsecurity, relacl) from pg_class
        where relnamespace = 'public'::regnamespace
        union all
        select format('%s %s %s', objoid::regclass, objsubid, description) from pg_description
        where classoid = 'pg_class'::regclass and objoid in
          (select oid from pg_class where relnamespace = 'public'::regnamespace)
      ) everything
      order by line
      """
    ) { try $0["line"] }
  }
}
