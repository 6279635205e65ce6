import Casework
import Law
import Postgres

/// What became of one line of an import.
public struct LineOutcome: Sendable {
  /// The line of the file on which it began, from 1; the heading is line 1.
  public let line: Int
  /// The source's key, as far as it could be read.
  public let key: String
  /// The number of the case file that it became; `nil` in a rehearsal, whose numbers nobody gets.
  public internal(set) var number: CaseNumber?
  /// Why it was not imported; empty if it was.
  public let faults: [CellFault]

  /// Whether it became a case file.
  public var isImported: Bool { faults.isEmpty }
}

/// What became of an import. Imported and rejected lines add up to the lines read, always.
public struct ImportOutcome: Sendable {
  /// Key of the batch, by which it can be taken back; `nil` for a rehearsal.
  public let batch: Int64?
  /// One for each line read, in order.
  public let lines: [LineOutcome]

  /// Lines read, without the heading.
  public var read: Int { lines.count }
  /// Lines that became case files.
  public var imported: Int { lines.count { $0.isImported } }
  /// Lines that did not.
  public var rejected: Int { lines.count { !$0.isImported } }
}

extension Registry {
  /// Imports a register of cases in one transaction; with `rehearsal` the very same, undone at the end.
  ///
  /// Each line is imported or reported. A line whose key the agency's register already has is reported with
  /// `import.duplicate`.
  ///
  /// - Parameters:
  ///   - table: The register, its headings being ours.
  ///   - fileName: Its name, for the record.
  ///   - isDemo: Marks the cases as published ones for demonstration, and lets lines name other agencies. Only the
  ///     administrator's connection, which row-level security does not bind, can do that.
  ///   - progress: Called with the outcomes of some lines, as soon as they are known, and the number of lines there are.
  /// - Throws: `role.missing`, `import.column-missing`, `import.column-unknown`, `import.column-twice`.
  public func importRegister(
    _ table: RegisterTable, fileName: String, rehearsal: Bool, isDemo: Bool, by officer: Officer, now: Instant,
    progress: @escaping @Sendable ([LineOutcome], Int) -> Void
  ) async throws -> ImportOutcome {
    if !isDemo { try officer.requireOne(of: [.clerk, .caseOfficer, .statistician]) }
    let columns = try Self.columns(table.records[0].cells)
    let records = table.records.dropFirst()
    let agencies = try await agencies()
    let book = try await lawBook()
    let work: @Sendable (Connection) throws -> ImportOutcome = { db in
      // One import of an agency at a time: the second sees what the first kept.
      try db.execute("select pg_advisory_xact_lock(hashtext(\("import \(officer.agency)")))")
      // In a register that is empty, plans of this session would read whole tables, and keep to it while those grow.
      try db.execute("set local enable_seqscan = off")
      try db.execute("discard plans")
      let batch = try db.openBatch(fileName, by: officer, at: now)
      var outcomes: [LineOutcome] = []
      func take(_ arrived: () throws -> [LineOutcome]) throws {
        var done = try arrived()
        if rehearsal { for index in done.indices { done[index].number = nil } }
        outcomes += done
        progress(done, records.count)
      }
      // While the database is busy with some lines, the next ones are read.
      var underWay: () throws -> [LineOutcome] = { [] }
      var rest = records
      while !rest.isEmpty {
        let lines = rest.prefix(Self.linesAtOnce).map {
          $0.read(columns, agencies: agencies, isDemo: isDemo, for: officer, on: now.day())
        }
        rest = rest.dropFirst(lines.count)
        let next = try db.importLines(lines, batch: batch, by: officer, at: now, book)
        try take(underWay)
        underWay = next
      }
      try take(underWay)
      return ImportOutcome(batch: rehearsal ? nil : batch, lines: outcomes)
    }
    return rehearsal
      ? try await database.rehearsal(officer.settings, work)
      : try await database.transaction(officer.settings, work)
  }

  /// How many lines go to the database at once.
  private static let linesAtOnce = 200

  /// The columns in the order of the heading; a column that is not ours is an error, not passed over.
  private static func columns(_ heading: [String]) throws(Refusal) -> [RegisterColumn] {
    var columns: [RegisterColumn] = []
    var unknown: [String] = []
    for cell in heading {
      if let column = RegisterColumn(heading: cell) { columns.append(column) } else { unknown.append(cell) }
    }
    let missing = RegisterColumn.required.filter { !columns.contains($0) }
    if !missing.isEmpty {
      let names = missing.map { "\($0.rawValue)（\($0.chinese)）" }.joined(separator: ", ")
      throw Refusal(.malformed, "import.column-missing", field: "heading", ["columns": .text(names)])
    }
    if !unknown.isEmpty {
      let names = unknown.map { String($0.prefix(30)) }.prefix(10).joined(separator: ", ")
      throw Refusal(.malformed, "import.column-unknown", field: "heading", ["columns": .text(names)])
    }
    let twice = Set(columns.filter { column in columns.count { $0 == column } > 1 })
    if !twice.isEmpty {
      let names = twice.map(\.rawValue).sorted().joined(separator: ", ")
      throw Refusal(.malformed, "import.column-twice", field: "heading", ["columns": .text(names)])
    }
    return columns
  }
}

extension Connection {
  fileprivate func openBatch(_ fileName: String, by officer: Officer, at now: Instant) throws -> Int64 {
    let name = String(
      fileName.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(200).map(Character.init))
    let id: Int64? = try first(
      """
      insert into import_batch (agency, officer, file_name, imported_at)
      values (\(officer.agency), \(officer.id), \(name), \(now)::timestamptz) returning id
      """
    ) { try $0["id"] }
    guard let id else { throw PostgresError.notCommitted }
    return id
  }

  /// Queues the case files of lines that could be read, unless the register has their keys already; the function returned
  /// waits, and says what became of each.
  fileprivate func importLines(
    _ lines: [ReadLine], batch: Int64, by officer: Officer, at now: Instant, _ book: LawBook
  ) throws -> () throws -> [LineOutcome] {
    let files = lines.compactMap(\.file)
    let (owners, keys) = (TextArray(files.map(\.owner.rawValue)), TextArray(files.compactMap(\.source?.key)))
    // Line by line through the index, whatever statistics say: after a rehearsal the tables are long and hold nothing.
    let present = try all(
      """
      select k.agency, k.key, c.number
      from unnest(\(owners)::text[], \(keys)::text[]) k (agency, key)
        cross join lateral (
          select case_file from published_source where agency = k.agency and key = k.key offset 0) s
        cross join lateral (select number from case_file where id = s.case_file offset 0) c
      """
    ) { row in (ReadLine.Key(agency: try row["agency"], key: try row["key"]), try row["number"] as CaseNumber) }
    let known = Dictionary(present) { $1 }
    // Of two lines with one key the first counts.
    var fresh: [(key: ReadLine.Key, file: NewCaseFile)] = []
    var firsts: Set<ReadLine.Key> = []
    for (key, file) in lines.compactMap(\.keyed) where known[key] == nil && firsts.insert(key).inserted {
      fresh.append((key, file))
    }
    let made = fresh.map(\.key)
    let numbers = try add(fresh.map(\.file), batch: batch, by: officer, at: now, book)
    return {
      let given = try numbers()
      guard given.count == made.count else { throw PostgresError.notCommitted }
      let taken = known.merging(zip(made, given)) { $1 }
      return lines.map { line in
        guard let (key, _) = line.keyed, let number = taken[key] else { return line.outcome(nil) }
        if firsts.remove(key) != nil { return line.outcome(number) }
        let refusal = Refusal(
          .invalid, "import.duplicate", field: RegisterColumn.caseRef.rawValue, ["case": .text(number.wire)])
        return line.outcome(nil, [CellFault(column: .caseRef, refusal: refusal)])
      }
    }
  }
}

/// A line as far as it could be read.
private struct ReadLine {
  /// By which a line is known in the register of an agency.
  struct Key: Hashable {
    let agency: AgencyCode
    let key: String
  }

  let line: Int
  let key: String
  let file: NewCaseFile?
  let faults: [CellFault]

  /// The case file with its key.
  var keyed: (Key, NewCaseFile)? {
    guard let file, let source = file.source else { return nil }
    return (Key(agency: file.owner, key: source.key), file)
  }

  func outcome(_ number: CaseNumber?, _ more: [CellFault] = []) -> LineOutcome {
    LineOutcome(line: line, key: key, number: number, faults: faults + more)
  }
}

extension RegisterTable.Record {
  fileprivate func read(
    _ columns: [RegisterColumn], agencies: [Agency], isDemo: Bool, for officer: Officer, on today: Day
  ) -> ReadLine {
    guard cells.count == columns.count else {
      let refusal = Refusal(
        .invalid, "import.cells", ["found": .text(String(cells.count)), "expected": .text(String(columns.count))])
      return ReadLine(line: line, key: "", file: nil, faults: [CellFault(column: nil, refusal: refusal)])
    }
    let named = Dictionary(uniqueKeysWithValues: zip(columns, cells))
    let key = String((named[.caseRef] ?? "").trimmingBlanks.prefix(Line.limit))
    let read = RegisterLine.read(
      named, agencies: agencies, home: officer.agency, foreign: isDemo, isDemo: isDemo, today: today)
    switch read {
    case .failure(let problem): return ReadLine(line: line, key: key, file: nil, faults: problem.faults)
    case .success(let file): return ReadLine(line: line, key: key, file: file, faults: [])
    }
  }
}

extension Registry {
  /// Refuses a register that cannot be imported at all, before any line is looked at.
  ///
  /// - Throws: As `importRegister` does of the file.
  public static func checkRegister(_ table: RegisterTable, by officer: Officer) throws(Refusal) {
    try officer.requireOne(of: [.clerk, .caseOfficer, .statistician])
    _ = try columns(table.heading)
  }
}
