import Foundation

/// One numbered file of `Migrations/`: forward only, never edited once applied.
public struct Migration: Sendable, Equatable {
  /// Position, from 1, without gaps.
  public let number: Int
  /// The noun of the file name.
  public let name: String
  /// The SQL.
  public let text: String

  /// All migrations in order.
  ///
  /// - Throws: `SchemaProblem.unknownFile` for a file whose name is no `NNNN_noun.sql` or breaks the sequence.
  public static func all() throws -> [Migration] {
    let folder = Bundle.module.bundleURL.appending(path: "Migrations")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.enumerated().map { index, file in
      let parts = file.split(separator: "_", maxSplits: 1)
      guard parts.count == 2, parts[0].utf8.count == 4, Int(parts[0]) == index + 1, parts[1].hasSuffix(".sql") else {
        throw SchemaProblem.unknownFile(file)
      }
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return Migration(number: index + 1, name: String(parts[1].dropLast(4)), text: text)
    }
  }
}

/// Why a database and this program do not fit each other.
public enum SchemaProblem: Error, Sendable, Equatable {
  /// `Migrations/` holds a file that is no migration.
  case unknownFile(String)
  /// Migrations are missing in the database.
  case behind(missing: Int)
  /// The database has migrations that this program does not know.
  case ahead(known: Int, applied: Int)
  /// A migration that was applied has another text here.
  case altered(number: Int)
}
