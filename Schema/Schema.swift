import Foundation
import Postgres

/// The database's definition and reference data, and the way there.
public enum Schema {
  /// Brings the database up to date in one transaction: pending migrations, then reference data.
  ///
  /// Concurrent callers wait for each other. Run again, it changes nothing.
  ///
  /// - Parameters:
  ///   - database: Connected as the owner of the schema.
  ///   - appliedAt: What the record of applied migrations says, as PostgreSQL reads a `timestamptz`.
  /// - Returns: The numbers of the migrations applied.
  /// - Throws: `SchemaProblem`, `PostgresError`.
  public static func migrate(_ database: Database, appliedAt: String) async throws -> [Int] {
    let migrations = try Migration.all()
    return try await database.transaction { db in
      try db.script(
        """
        select pg_advisory_xact_lock(7047225);
        create table if not exists migration (
          number int not null, name text not null, text text not null, applied_at timestamptz not null,
          constraint migration_pkey primary key (number));
        comment on table migration is 'Migrations applied, with their text as it was.';
        comment on column migration.number is 'Position in the sequence.';
        comment on column migration.name is 'Noun of the file name.';
        comment on column migration.text is 'The SQL that was run.';
        comment on column migration.applied_at is 'When.'
        """)
      let applied = try compare(migrations, db)
      for migration in migrations.dropFirst(applied) {
        try db.script(migration.text)
        try db.execute(
          """
          insert into migration (number, name, text, applied_at)
          values (\(migration.number), \(migration.name), \(migration.text), \(appliedAt)::timestamptz)
          """)
      }
      try db.script("grant select on migration to ipcase_service")
      try Reference.load(db)
      // The tally counts by indicators, which are reference data: one that is new counts what was entered before.
      try db.script("set local statement_timeout = 0; select tally_fill()")
      return migrations.dropFirst(applied).map(\.number)
    }
  }

  /// Checks that the database is what this program was made for.
  ///
  /// - Throws: `SchemaProblem`, `PostgresError`.
  public static func check(_ database: Database) async throws {
    let migrations = try Migration.all()
    try await database.snapshot { db in
      let exists = try db.first("select to_regclass('migration') is not null as found") { try $0["found"] as Bool }
      let applied = exists == true ? try compare(migrations, db) : 0
      guard applied == migrations.count else { throw SchemaProblem.behind(missing: migrations.count - applied) }
    }
  }

  /// How many migrations are applied; each must have the text it has here.
  private static func compare(_ migrations: [Migration], _ db: Connection) throws -> Int {
    let applied = try db.all("select number, text from migration order by number") { row in
      (number: try row["number"] as Int, text: try row["text"] as String)
    }
    guard applied.count <= migrations.count else {
      throw SchemaProblem.ahead(known: migrations.count, applied: applied.count)
    }
    for (migration, row) in zip(migrations, applied) where migration.text != row.text || migration.number != row.number
    {
      throw SchemaProblem.altered(number: row.number)
    }
    return applied.count
  }

  /// The published cases for demonstration, as CSV.
  ///
  /// - Throws: Foundation's error if the file was taken away.
  public static func demonstrationRegister() throws -> [UInt8] {
    Array(try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Demo/register.csv")))
  }

  /// The reference data of a table as they come with the program, as CSV.
  ///
  /// - Throws: Foundation's error if the file was taken away.
  public static func reference(_ table: String) throws -> [UInt8] { try Reference.file(table) }
}
