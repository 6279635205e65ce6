import Casework
import Law
import Postgres
import Synchronization

/// The law book as it was last read. It is read when first needed and again after `forget`.
final class LawShelf: Sendable {
  private let state = Mutex((book: LawBook?.none, edition: 0))

  var book: LawBook? { state.withLock { $0.book } }
  var edition: Int { state.withLock { $0.edition } }

  /// Keeps a book, unless the law changed since it was asked for.
  func keep(_ book: LawBook, of edition: Int) { state.withLock { if $0.edition == edition { $0.book = book } } }

  func forget() { state.withLock { $0 = (nil, $0.edition + 1) } }
}

extension Registry {
  /// The law book in force here: the reference data, and what an administrator confirmed or changed.
  ///
  /// - Throws: `law.data` if it does not hold together.
  public func lawBook() async throws -> LawBook {
    if let book = shelf.book { return book }
    let edition = shelf.edition
    let book = try await database.snapshot { db in try db.lawBook() }
    shelf.keep(book, of: edition)
    return book
  }

  /// Tells of changes of the law book, made by whomever. The book is read anew after each.
  public func followLaw() async {
    for await _ in database.listen("ipcase_law") { shelf.forget() }
  }

  /// Records that an administrator confirmed or changed a cell of the law book. Only what is still to be confirmed can
  /// be changed, which of two readings of a text binds,
  /// and amounts that a province may set.
  ///
  /// Every open clock is recomputed in the same transaction. Needs the administrator's connection.
  ///
  /// - Returns: The text before.
  /// - Throws: `law.row-unknown`, `law.verified`, `law.data` if the book would no longer hold together.
  public func change(_ change: LawChange, because reason: Prose, by name: Line, now: Instant) async throws -> String? {
    let previous = try await database.transaction { db in
      try db.execute("select pg_advisory_xact_lock(7047226)")
      let rows = try db.lawRows(changed: true)
      guard LawBook.tables.contains(change.table), let row = rows[change.table]?.first(where: { $0.key == change.row })
      else { throw Refusal(.notFound, "law.row-unknown", field: "row", ["row": .text(change.row)]) }
      // Which of two readings binds is ours to choose, and a province may set its own amounts, even where the text was
      // read.
      let isReading = row.cells["outer_unit"] != nil && ["unit", "outer_unit", "roll"].contains(change.column)
      let isLocal = change.table == "hearing_threshold" && change.column == "amount_yuan"
      guard row.cells["verification"] == "to-confirm" || isReading || isLocal else {
        throw Refusal(.notAllowed, "law.verified", field: "row", ["row": .text(change.row)])
      }
      var changed = rows
      changed[change.table] = try rows[change.table]?.map { other throws(LawFault) in
        other.key == change.row ? try other.changed(change.column, to: change.value) : other
      }
      let book = try LawBook(changed)
      let previous = row.cells[change.column]
      try db.execute(
        """
        insert into law_change (table_name, row_key, column_name, previous, value, reason, changed_by, changed_at)
        values (\(change.table), \(change.row), \(change.column), \(previous), \(change.value), \(reason), \(name),
          \(now)::timestamptz)
        """)
      _ = try db.recomputeClocks(by: book)
      try db.execute("select pg_notify('ipcase_law', '')")
      return previous
    }
    shelf.forget()
    return previous
  }
}

extension Connection {
  /// The law book as the database has it.
  func lawBook() throws -> LawBook { try LawBook(lawRows(changed: true)) }

  /// SHA-256 of the tables and changes, in hexadecimal.
  func lawDigest() throws -> String {
    let whole = (LawBook.tables + ["law_change"]).map { table in
      "(select coalesce(string_agg(t::text, chr(10) order by t::text), '') from \(table) t)"
    }.joined(separator: " || chr(12) || ")
    return try first("select encode(sha256(convert_to(\(trusted: whole), 'UTF8')), 'hex') as digest") {
      try $0["digest"]
    } ?? ""
  }

  /// The rows of the law book, with or without what was changed by hand.
  func lawRows(changed: Bool) throws -> [String: [LawRow]] {
    let changes = try all("select table_name, row_key, column_name, value from law_change order by id") { row in
      LawChange(
        table: try row["table_name"], row: try row["row_key"], column: try row["column_name"], value: try row["value"])
    }
    var tables: [String: [LawRow]] = [:]
    for table in LawBook.tables {
      var bytes: [UInt8] = []
      _ = try copyOut("copy (select * from \(table) order by 1) to stdout (format csv, header)") {
        bytes.append(contentsOf: $0)
      }
      tables[table] = try LawBook.rows(of: table, bytes)
    }
    return changed ? try LawBook.applying(changes, to: tables) : tables
  }
}
