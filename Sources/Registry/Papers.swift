import Casework
import Law
import Postgres

/// A paper as it was made, about to be issued.
public struct MadePaper: Sendable {
  /// Version of the template.
  public let version: Int
  /// Number of the document (发文字号), where it has one.
  public let documentNumber: String?
  /// What its QR code names.
  public let code: String
  /// What it was filled with, in canonical JSON.
  public let facts: String
  /// The PDF as the store keeps it.
  public let stored: StoredContent

  /// Describes a paper.
  public init(version: Int, documentNumber: String?, code: String, facts: String, stored: StoredContent) {
    (self.version, self.documentNumber, self.code) = (version, documentNumber, code)
    (self.facts, self.stored) = (facts, stored)
  }
}

extension Registry {
  /// The papers issued in a case file, oldest first.
  public func papers(of number: CaseNumber, for officer: Officer) async throws -> [IssuedPaper] {
    try await database.read(officer.settings) { db in
      try db.all(
        "select \(IssuedPaper.columns) from \(IssuedPaper.tables) where f.number = \(number) order by p.id",
        IssuedPaper.init)
    }
  }

  /// One paper.
  ///
  /// - Throws: `paper.unknown`, also where the officer may not know of it.
  public func paper(_ id: Int64, for officer: Officer) async throws -> IssuedPaper {
    let found = try await database.read(officer.settings) { db in
      try db.first(
        "select \(IssuedPaper.columns) from \(IssuedPaper.tables) where p.id = \(id)", IssuedPaper.init)
    }
    guard let found else { throw Refusal(.notFound, "paper.unknown") }
    return found
  }

  /// What anybody may learn of the paper that a code names; `nil` if none was issued.
  public func paperMark(_ code: String) async throws -> PaperMark? {
    try await database.read { db in
      try db.first(
        "select template, number, agency, issued_at, encode(digest, 'hex') as digest from paper_named(\(code))"
      ) { row in
        PaperMark(
          template: try row["template"], documentNumber: try row["number"], agency: try row["agency"],
          issuedAt: try row["issued_at"], digest: try row["digest"])
      }
    }
  }

  /// Issues a paper that was made from the revision that `request` names, and returns its key.
  ///
  /// - Throws: `case.unknown`, what `PaperRequest.checked` throws, `paper.number-used`, `idempotency.reused`.
  public func issue(
    _ made: MadePaper, _ request: PaperRequest, in number: CaseNumber, once: IdempotencyKey, by officer: Officer,
    now: Instant
  ) async throws -> Done<Int64> {
    try await writeRow(once, sequence: "'paper_id_seq'", by: officer, at: now) { db in
      let state = try db.lockedFile(number)
      try request.checked(for: state, by: officer)
      var facts = ["paper": request.template, "sha256": made.stored.digest]
      facts["document"] = made.documentNumber
      try db.note("issue-paper", facts, of: state, in: request.proceeding, by: officer, at: now)
      try db.execute(
        """
        insert into paper (
          case_file, proceeding, entry, template, version, number, code, facts, digest, size, agency, issued_at)
        values (\(state.id), \(request.proceeding), (select currval('entry_id_seq')), \(request.template), \(made.version),
          \(made.documentNumber), \(made.code), \(made.facts), decode(\(made.stored.digest), 'hex'),
          \(made.stored.size), \(officer.agency), \(now)::timestamptz)
        """,
        orThrow: [
          "paper_number": Refusal(
            .invalid, "paper.number-used", field: "asked.number", ["number": .text(made.documentNumber ?? "")])
        ])
    }
  }
}

extension IssuedPaper {
  static let columns: SQL = """
    p.id, f.number, p.proceeding, p.template, p.version, p.number as document, p.code, p.size,
    encode(p.digest, 'hex') as digest, p.agency, o.name as officer, p.issued_at
    """
  static let tables: SQL = """
    paper p join case_file f on f.id = p.case_file join entry e on e.id = p.entry join officer o on o.id = e.officer
    """

  init(_ row: Row) throws {
    self.init(
      id: try row["id"], number: try row["number"], proceeding: try row["proceeding"], template: try row["template"],
      version: try row["version"], documentNumber: try row["document"], code: try row["code"],
      file: Evidence.File(mediaType: "application/pdf", size: try row["size"], digest: try row["digest"]),
      agency: try row["agency"], officer: try row["officer"], issuedAt: try row["issued_at"])
  }
}
