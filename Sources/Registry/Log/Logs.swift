import Casework
import Law
import Postgres
import Secrets

/// An entry of a log with the proof that it is there.
public struct LoggedEntry: Sendable, Equatable {
  /// Position in the log, from 0.
  public let position: Int64
  /// The entry as the log has it, one line of JSON.
  public let line: String
  /// Hashes from the leaf up to the root of the checkpoint.
  public let proof: [[UInt8]]
}

extension AgencyCode {
  private static let logPrefix = "ipcase/"

  /// The name under which the agency's log is signed.
  public var logName: String { Self.logPrefix + rawValue }

  /// The agency of such a name; `nil` if it is none.
  public init?(logName: String) {
    guard logName.hasPrefix(Self.logPrefix) else { return nil }
    self.init(rawValue: String(logName.dropFirst(Self.logPrefix.count)))
  }

  var settings: Settings { Settings(["ipcase.agency": rawValue]) }
}

extension Registry {
  /// Puts what is pending into the log of an agency; its length afterwards.
  @discardableResult
  public func sequence(_ agency: AgencyCode) async throws -> Int64 {
    var (length, before): (Int64, Int64) = (0, -1)
    while length != before {
      before = length
      let lengths = try await database.transaction(agency.settings) { db in
        try db.later("select log_sequence(\(agency), 1000) as length") { try $0["length"] as Int64 }
      }
      length = lengths.first ?? 0
    }
    return length
  }

  /// The agencies that have entries which are not yet in their log.
  public func agenciesToSequence() async throws -> [AgencyCode] {
    try await database.read { db in
      try db.all("select agency from log_pending_agencies()") { try $0["agency"] }
    }
  }

  /// Signs how long the log of an agency is and what its root is, with all its entries in it. One that is signed already
  /// is given back as it was.
  ///
  /// - Throws: `PostgresError`, `SigningKey.Failed`.
  public func checkpoint(_ agency: AgencyCode, _ ring: KeyRing, now: Instant) async throws -> Checkpoint {
    let key = try ring.key(of: agency)
    try await trust(key.verifying, of: agency, now: now)
    let size = try await sequence(agency)
    if let latest = try await latestCheckpoint(of: agency), latest.size == size { return latest }
    let root = try await root(of: agency, 0..<size)
    let checkpoint = try Checkpoint(origin: agency.logName, size: size, root: root, signedBy: key)
    _ = try await database.transaction(agency.settings) { db in
      try db.execute(
        """
        insert into log_checkpoint (agency, size, root, note, signed_at)
        values (\(agency), \(size), \(Bytes(root)), \(checkpoint.note), \(now)::timestamptz) on conflict do nothing
        """)
    }
    return checkpoint
  }

  /// The latest checkpoint of an agency, with the signatures of those who saw it; `nil` if it has none yet.
  public func latestCheckpoint(of agency: AgencyCode) async throws -> Checkpoint? {
    let note = try await database.read { db in
      try db.first(
        """
        select c.note || coalesce((
          select string_agg(s.line, '' order by s.cosigner) from log_cosignature s
          where s.agency = c.agency and s.size = c.size), '') as note
        from log_checkpoint c where c.agency = \(agency) order by c.size desc limit 1
        """
      ) { try $0["note"] as String }
    }
    return note.flatMap(Checkpoint.init(note:))
  }

  /// The latest checkpoint that an agency had signed by an instant, under its own signature alone; `nil` if none.
  public func checkpoint(of agency: AgencyCode, asOf instant: Instant) async throws -> Checkpoint? {
    let note = try await database.read { db in
      try db.first(
        """
        select note from log_checkpoint where agency = \(agency) and signed_at <= \(instant)::timestamptz
        order by size desc limit 1
        """
      ) { try $0["note"] as String }
    }
    return note.flatMap(Checkpoint.init(note:))
  }

  /// Signs the latest checkpoint of another agency's log, once it is shown that the log goes on from the last one signed.
  ///
  /// - Throws: `log.forked` if it does not, `PostgresError`, `SigningKey.Failed`.
  public func cosign(_ agency: AgencyCode, by cosigner: AgencyCode, _ ring: KeyRing, now: Instant) async throws {
    guard agency != cosigner, var checkpoint = try await latestCheckpoint(of: agency) else { return }
    let forked = Refusal(.notAllowed, "log.forked", ["agency": .agency(agency)])
    let (key, own) = (try ring.key(of: cosigner), cosigner.logName)
    let signers = try await keys(of: [agency]).map(\.key)
    // What the database says is worth nothing by itself: the log's signature, and our own on the last one, are.
    guard checkpoint.origin == agency.logName, signers.contains(where: { checkpoint.isSigned(by: agency.logName, $0) }),
      try await root(of: agency, 0..<checkpoint.size) == checkpoint.root
    else { throw forked }
    if checkpoint.isSigned(by: own, key.verifying) { return }
    if let last = try await lastSigned(of: agency, by: cosigner) {
      guard last.isSigned(by: own, key.verifying), last.origin == checkpoint.origin else { throw forked }
      var proof: [[UInt8]] = []
      for range in MerkleTree.consistency(from: last.size, to: checkpoint.size) {
        proof.append(try await root(of: agency, range))
      }
      let goesOn = try MerkleTree.extends(
        last.root, of: last.size, to: checkpoint.size, proof, root: checkpoint.root)
      if !goesOn { throw forked }
    }
    try await trust(key.verifying, of: cosigner, now: now)
    let before = checkpoint.signatures.count
    try checkpoint.sign(as: own, key)
    let line = checkpoint.note.split(separator: "\n").suffix(checkpoint.signatures.count - before)
    let signed = line.joined(separator: "\n") + "\n"
    let size = checkpoint.size
    _ = try await database.transaction(cosigner.settings) { db in
      try db.execute(
        """
        insert into log_cosignature (agency, size, cosigner, line, signed_at)
        values (\(agency), \(size), \(cosigner), \(signed), \(now)::timestamptz) on conflict do nothing
        """)
    }
  }

  /// The last checkpoint of a log that an agency signed, with that signature as it was made.
  private func lastSigned(of agency: AgencyCode, by cosigner: AgencyCode) async throws -> Checkpoint? {
    let note = try await database.read { db in
      try db.first(
        """
        select c.note || s.line as note from log_cosignature s
        join log_checkpoint c on c.agency = s.agency and c.size = s.size
        where s.agency = \(agency) and s.cosigner = \(cosigner) order by s.size desc limit 1
        """
      ) { try $0["note"] as String }
    }
    guard let note else { return nil }
    guard let last = Checkpoint(note: note) else {
      throw Refusal(.notAllowed, "log.forked", ["agency": .agency(agency)])
    }
    return last
  }

  /// Signs every log that has entries, and lets every agency that has one sign all the others.
  ///
  /// - Throws: `log.forked`, `PostgresError`, `SigningKey.Failed`.
  public func signLogs(_ ring: KeyRing, now: Instant) async throws {
    let agencies = try await database.read { db in
      try db.all("select code from agency where exists (select from log_node n where n.agency = code) order by code") {
        try $0["code"] as AgencyCode
      }
    }
    for agency in agencies { _ = try await checkpoint(agency, ring, now: now) }
    // A log that does not go on keeps nobody from signing the others.
    var fault: (any Error)?
    for agency in agencies {
      for cosigner in agencies {
        do { try await cosign(agency, by: cosigner, ring, now: now) } catch { fault = error }
      }
    }
    if let fault { throw fault }
  }

  /// The entries of a case file that are in the log of the officer's agency, with proofs against a checkpoint of `size`.
  /// Those that say who reported the case are left out: a proof shows the whole entry.
  public func loggedEntries(
    of number: CaseNumber, in size: Int64, for officer: Officer
  ) async throws -> [LoggedEntry] {
    let leaves = try await database.read(officer.settings) { db in
      try db.all(
        """
        select l.position, l.bytes from log_leaf l join entry e on e.id = l.entry
        where l.agency = \(officer.agency) and l.position < \(size)
          and not e.facts ?| \(TextArray(FactField.confidential.sorted()))::text[]
          and e.case_file = (select id from case_file where number = \(number)) order by l.position
        """
      ) { (position: try $0["position"] as Int64, line: try $0["bytes"] as String) }
    }
    var entries: [LoggedEntry] = []
    for leaf in leaves {
      var proof: [[UInt8]] = []
      for range in MerkleTree.path(of: leaf.position, in: size) {
        proof.append(try await root(of: officer.agency, range))
      }
      entries.append(LoggedEntry(position: leaf.position, line: leaf.line, proof: proof))
    }
    return entries
  }

  /// Lines of the log of the officer's agency from a position on, at most `limit`.
  ///
  /// - Throws: `role.missing`.
  public func logLines(
    from position: Int64, before end: Int64, limit: Int, for officer: Officer
  ) async throws -> [String] {
    try officer.requireOne(of: [.auditor, .actingHead, .head])
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select bytes from log_leaf where agency = \(officer.agency) and position >= \(position) and position < \(end)
        order by position limit \(limit)
        """
      ) { try $0["bytes"] as String }
    }
  }

  /// Records a public key of an agency.
  ///
  /// - Throws: `agency.unknown`.
  public func trust(_ key: VerifyingKey, of agency: AgencyCode, now: Instant) async throws {
    _ = try await database.transaction { db in
      try db.execute(
        """
        insert into agency_key (agency, public_key, algorithm, since)
        values (\(agency), \(Bytes(key.bytes)), \(SigningKey.algorithm), \(now)::timestamptz) on conflict do nothing
        """,
        orThrow: [
          "agency_key_agency": Refusal(.invalid, "agency.unknown", field: "agency", ["agency": .text(agency.rawValue)])
        ])
    }
  }

  /// Records that a key of an agency is no longer trusted.
  ///
  /// - Throws: `key.unknown` where it never was.
  public func distrust(_ key: VerifyingKey, of agency: AgencyCode, now: Instant) async throws {
    _ = try await database.transaction { db in
      try db.execute(
        """
        insert into agency_key_end (agency, public_key, ended_at)
        values (\(agency), \(Bytes(key.bytes)), \(now)::timestamptz) on conflict do nothing
        """, orThrow: ["agency_key_end_key": Refusal(.notFound, "key.unknown", field: "key")])
    }
  }

  /// The public keys of the agencies named that are trusted; for what was signed long ago, also those that were.
  public func keys(
    of agencies: [AgencyCode], includingEnded: Bool = false
  ) async throws -> [(agency: AgencyCode, key: VerifyingKey)] {
    try await database.read { db in
      try db.all(
        """
        select k.agency, k.public_key from agency_key k
          left join agency_key_end d on d.agency = k.agency and d.public_key = k.public_key
        where (\(includingEnded) or d.agency is null) and k.agency = any (\(TextArray(agencies.map(\.rawValue)))::text[]) and k.algorithm = \(SigningKey.algorithm)
        order by k.agency, k.since desc
        """
      ) { (try $0["agency"], VerifyingKey((try $0["public_key"] as Bytes).bytes)) }
    }
  }

  /// The root over a range of leaves that a proof names.
  private func root(of agency: AgencyCode, _ range: Range<Int64>) async throws -> [UInt8] {
    let parts = MerkleTree.parts(of: range.lowerBound, to: range.upperBound)
    let hashes = try await database.read(agency.settings) { db in
      try parts.map { node in
        try db.later(
          """
          select hash from log_node where agency = \(agency) and level = \(node.level) and position = \(node.index)
          """
        ) { (try $0["hash"] as Bytes).bytes }
      }.map { try $0.first() }
    }
    let known = Dictionary(zip(parts, hashes)) { $1 }
    return try MerkleTree.root(of: range.lowerBound, to: range.upperBound) { known[$0] ?? nil }
  }
}
