import Casework
import Law
import Postgres

/// A package that was sealed here.
public struct Package: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// The case file.
  public let number: CaseNumber
  /// The referral that it carries.
  public let referral: Int64
  /// The name by which both sides know it: SHA-256 of what was signed, in hexadecimal.
  public let name: String
  /// The archive as the store keeps it.
  public let file: Evidence.File
  /// Who sealed it.
  public let agency: AgencyCode
  /// For whom.
  public let receiver: AgencyCode
  /// When.
  public let sealedAt: Instant
  /// The receipt that came back; `nil` while none did.
  public let receipt: String?
}

/// What becomes of a package that is taken in.
public struct TakenPackage: Sendable, Equatable {
  /// The file that was made of it.
  public let number: CaseNumber
  /// The receipt that was signed for it.
  public let receipt: String
  /// Whether it was taken in before.
  public let isReplay: Bool
}

extension Registry {
  /// The packages sealed of a case file, latest first.
  public func packages(of number: CaseNumber, for officer: Officer) async throws -> [Package] {
    try await database.read(officer.settings) { db in
      try db.all(
        "select \(Package.columns) from \(Package.tables) where f.number = \(number) order by p.id desc",
        Package.init)
    }
  }

  /// One package.
  ///
  /// - Throws: `package.unknown`, also where the officer may not know of it.
  public func package(_ id: Int64, for officer: Officer) async throws -> Package {
    let found = try await database.read(officer.settings) { db in
      try db.first("select \(Package.columns) from \(Package.tables) where p.id = \(id)", Package.init)
    }
    guard let found else { throw Refusal(.notFound, "package.unknown") }
    return found
  }

  /// Records that a package was sealed from the revision of the file that `revision` names, and returns its key.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `idempotency.reused`.
  public func seal(
    _ referral: Referral, named name: String, _ archive: StoredContent, revision: Int, once: IdempotencyKey,
    by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    try await writeRow(once, sequence: "'package_id_seq'", by: officer, at: now) { db in
      let state = try db.lockedFile(referral.number)
      try state.requireIssuing(in: referral.id, revision: revision, by: officer)
      try db.note(
        "seal-package", ["package": name, "sha256": archive.digest], of: state, in: referral.id, by: officer, at: now)
      try db.execute(
        """
        insert into package (case_file, referral, entry, name, digest, size, agency, receiver, sealed_at)
        values (\(state.id), \(referral.id), (select currval('entry_id_seq')), \(name), decode(\(archive.digest), 'hex'),
          \(archive.size), \(officer.agency), \(referral.receivingAgency), \(now)::timestamptz)
        """)
    }
  }

  /// Takes a package in: makes a file of it that the officer's agency has, with its evidence, and keeps the receipt that
  /// `sign` makes of the file's number. The same package again gives the same receipt.
  ///
  /// - Throws: `role.missing`, what the file's own values are refused for, and what `sign` throws.
  public func take(
    _ packed: PackagedCase, named name: String, sealedOn day: Day, _ files: [String: StoredContent],
    by officer: Officer, now: Instant,
    sign: @escaping @Sendable (CaseNumber) throws -> String
  ) async throws -> TakenPackage {
    try officer.requireOne(of: .intake)
    try packed.checked(on: now.day())
    let book = try await lawBook()
    if let earlier = try await taken(name, for: officer) { return earlier }
    do {
      let taken = try await database.transaction(officer.settings) { db in
        let new = NewCaseFile(taking: packed, named: name, by: officer, on: now.day())
        guard let number = try db.add(new, by: officer, at: now, book).first() else {
          throw PostgresError.notCommitted
        }
        for item in packed.evidence {
          let file = try item.path.flatMap { files[$0] }?.evidence()
          try db.keep(item.request, file, in: db.lockedFile(number), by: officer, at: now)
        }
        let receipt = try sign(number)
        try db.execute(
          """
          insert into package_received (name, case_file, sender, line, received_at, sealed_on, receiver, sender_number)
          select \(name), id, \(packed.sender), \(receipt), \(now)::timestamptz, \(day)::date, \(officer.agency),
            \(packed.number) from case_file where number = \(number)
          """, orThrow: ["package_received_pkey": AlreadyAnswered()])
        return try db.later("select 1 as one") { _ in
          TakenPackage(number: number, receipt: receipt, isReplay: false)
        }
      }
      guard let taken = taken.first else { throw PostgresError.notCommitted }
      return taken
    } catch is AlreadyAnswered {
      guard let earlier = try await taken(name, for: officer) else { throw PostgresError.notCommitted }
      return earlier
    }
  }

  private func taken(_ name: String, for officer: Officer) async throws -> TakenPackage? {
    try await database.read(officer.settings) { db in
      try db.first(
        """
        select f.number, r.line from package_received r join case_file f on f.id = r.case_file where r.name = \(name)
        """
      ) { row in TakenPackage(number: try row["number"], receipt: try row["line"], isReplay: true) }
    }
  }
}

extension NewCaseFile {
  /// The file that taking a package in makes: on record as received.
  fileprivate init(taking packed: PackagedCase, named name: String, by officer: Officer, on day: Day) {
    let facts = ["package": name, "leadSource": packed.file.leadSource.rawValue, "reason": packed.referral.reason]
    self.init(
      request: packed.file, owner: officer.agency, kind: .referral, state: "recorded",
      entries: [
        NewEntry(
          act: "import", milestone: .received, happenedOn: PartialDay(day), facts: facts, fine: nil, confiscated: nil)
      ],
      source: PublishedSource(
        key: "package:\(name)", title: packed.number.wire, url: nil, publisher: nil,
        enforcingAgency: packed.sender.rawValue, lawArticles: nil, outcome: nil, policeOutcome: nil, courtOutcome: nil,
        notes: nil), isDemo: false)
  }
}

extension Package {
  static let columns: SQL = """
    p.id, f.number, p.referral, p.name, p.size, encode(p.digest, 'hex') as digest, p.agency, p.receiver, p.sealed_at,
    r.line as receipt
    """
  static let tables: SQL =
    "package p join case_file f on f.id = p.case_file left join package_receipt r on r.package = p.id"

  init(_ row: Row) throws {
    self.init(
      id: try row["id"], number: try row["number"], referral: try row["referral"], name: try row["name"],
      file: Evidence.File(mediaType: "application/zip", size: try row["size"], digest: try row["digest"]),
      agency: try row["agency"], receiver: try row["receiver"], sealedAt: try row["sealed_at"],
      receipt: try row["receipt"])
  }
}
