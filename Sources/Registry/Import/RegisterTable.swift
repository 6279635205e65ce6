import Casework
import Law
import Postgres

/// A register as it came in: a heading and lines of cells, from a file of comma-separated values or a sheet.
public struct RegisterTable: Sendable {
  /// A line.
  public struct Record: Sendable {
    /// Its number in the file or the sheet, from 1.
    public let line: Int
    /// Its cells, in order.
    public let cells: [String]
  }

  /// The heading first. Never empty.
  public private(set) var records: [Record]

  /// Reads a file of comma-separated values.
  ///
  /// - Throws: `import.empty`, `import.encoding`, `import.quote`, `import.too-large`.
  public init(csv bytes: [UInt8]) throws(Refusal) {
    records = try CommaSeparated(bytes).records.map { Record(line: $0.line, cells: $0.cells) }
  }

  /// Takes rows of a sheet. What stands above the heading, a title in one cell, is passed over; cells left empty at the end
  /// of a row are filled up.
  ///
  /// - Throws: `import.empty`; `import.two-headings` with the row.
  public init(rows: [(number: Int, cells: [String])], mapping: [String: String?] = [:]) throws(Refusal) {
    func known(_ cells: [String]) -> Int {
      cells.count { cell in mapping.keys.contains(cell) || RegisterColumn(heading: cell) != nil }
    }
    let start =
      rows.prefix(10).firstIndex { known($0.cells) >= 2 }
      ?? rows.firstIndex { row in row.cells.count { !$0.isEmpty } > 1 }
    guard let start else { throw Refusal(.invalid, "import.empty") }
    let body = rows[start...]
    if let second = body.dropFirst().first, known(second.cells) >= 2 {
      throw Refusal(.invalid, "import.two-headings", ["row": .text(String(second.number))])
    }
    let width = body[start].cells.count
    records = body.map { row in
      Record(line: row.number, cells: row.cells + Array(repeating: "", count: max(0, width - row.cells.count)))
    }
  }

  /// The headings as they came in.
  public var heading: [String] { records.first?.cells ?? [] }

  /// The table with the headings of its source put into ours; columns that are mapped to nothing are left out.
  public func mapped(_ mapping: [String: String?]) -> RegisterTable {
    let kept = heading.indices.filter { index in
      if case .some(.none) = mapping[heading[index]] { false } else { true }
    }
    var table = self
    table.records = records.enumerated().map { number, record in
      guard record.cells.count == heading.count else { return record }
      let cells = kept.map { index in
        number == 0 ? (mapping[record.cells[index]] ?? nil) ?? record.cells[index] : record.cells[index]
      }
      return Record(line: record.line, cells: cells)
    }
    return table
  }
}

extension Registry {
  /// What the columns of a source are, by its own headings; `nil` for one that is passed over.
  public func importMapping(of source: String, for officer: Officer) async throws -> [String: String?] {
    let rows = try await database.read(officer.settings) { db in
      try db.all(
        "select heading, field from import_mapping where agency = \(officer.agency) and source = \(source)"
      ) { row in (try row["heading"] as String, try row["field"] as String?) }
    }
    return Dictionary(rows) { $1 }
  }

  /// Remembers what the columns of a source are, in place of what was remembered.
  ///
  /// - Throws: `role.missing`, `import.column-unknown` for one that is none of ours.
  public func remember(_ mapping: [String: String?], of source: String, by officer: Officer) async throws {
    try officer.requireOne(of: [.clerk, .caseOfficer, .statistician])
    let unknown = mapping.values.compactMap { $0 }.filter { RegisterColumn(rawValue: $0) == nil }
    if !unknown.isEmpty {
      throw Refusal(
        .invalid, "import.column-unknown", field: "mapping",
        ["columns": .text(unknown.sorted().joined(separator: ", "))])
    }
    try await database.transaction(officer.settings) { db in
      try db.execute("delete from import_mapping where agency = \(officer.agency) and source = \(source)")
      for (heading, field) in mapping.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          """
          insert into import_mapping (agency, source, heading, field)
          values (\(officer.agency), \(source), \(heading), \(field))
          """)
      }
    }
  }

  /// Takes back an import on which nobody has acted since: nobody sees its files any longer, its figures are taken back,
  /// its keys are free again. What was recorded stays in the docket.
  ///
  /// - Throws: `role.missing`, `import.unknown`, `import.undone`, `import.touched`.
  public func undoImport(_ batch: Int64, by officer: Officer, now: Instant) async throws {
    try officer.requireOne(of: [.clerk, .caseOfficer, .statistician])
    try await database.transaction(officer.settings) { db in
      // A register of a hundred thousand lines is taken back as a whole, figures and all.
      try db.execute("set local statement_timeout = '10min'")
      try db.execute(
        "select import_undo(\(batch), \(officer.id), \(now)::timestamptz)",
        orThrow: [
          "import_unknown": Refusal(.notFound, "import.unknown"),
          "import_undone": Refusal(.notAllowed, "import.undone"),
          "import_touched": Refusal(.notAllowed, "import.touched"),
        ])
    }
  }

  /// The imports of the officer's agency, latest first; at most 200.
  public func imports(for officer: Officer) async throws -> [ImportBatch] {
    try await database.read(officer.settings) { db in
      try db.all(
        """
        select b.id, b.file_name, b.imported_at, o.name as officer, b.undone_at,
          (select count(*)::int from published_source s where s.batch = b.id) as files
        from import_batch b join officer o on o.id = b.officer where b.agency = \(officer.agency)
        order by b.id desc limit 200
        """
      ) { row in
        ImportBatch(
          id: try row["id"], fileName: try row["file_name"], importedAt: try row["imported_at"],
          officer: try row["officer"], files: try row["files"], undoneAt: try row["undone_at"])
      }
    }
  }
}

/// One run of an import.
public struct ImportBatch: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// Name of the file.
  public let fileName: String
  /// When.
  public let importedAt: Instant
  /// Who imported.
  public let officer: String
  /// How many files it made, as far as they can be seen.
  public let files: Int
  /// When it was taken back; `nil` while it stands.
  public let undoneAt: Instant?
}
