import Casework
import Law
import Postgres

/// A finding kept with its case file, and what became of it.
public struct ScreeningHit: Sendable, Equatable {
  /// The case file.
  public let number: CaseNumber
  /// What that is about.
  public let summary: String
  /// The respondents' names.
  public let respondents: String
  /// The agency that has the file.
  public let owner: AgencyCode
  /// Article of the criminal law.
  public let offence: String
  /// `met`, `near` or `unknown`.
  public let result: Law.Finding.Result
  /// The tier reached.
  public let tier: Int?
  /// Key of the threshold that decides.
  public let decidedBy: String?
  /// Year of the interpretation.
  public let version: String?
  /// The sum.
  public let arithmetic: String
  /// What a reader must know beside it, parted by semicolons.
  public let notes: String
  /// When it was found.
  public let screenedAt: Instant
  /// Whether the file was referred to the police.
  public let isReferred: Bool
  /// The latest reason not to refer it, and who gave it.
  public let reason: Reason?

  /// A reason not to refer.
  public struct Reason: Sendable, Equatable {
    /// The reason.
    public let text: String
    /// The officer's name.
    public let officer: String
    /// The agency.
    public let agency: AgencyCode
    /// When.
    public let recordedAt: Instant
  }

  /// Whether somebody must still refer it or say why not.
  public var isOpen: Bool { result == .met && !isReferred && reason == nil }

  /// The roles that may say why a hit is not referred.
  public static let explainers: Set<Role> = .handlersAndHeads
}

/// Why a hit is not referred.
public struct ScreeningReasonRequest: Codable, Sendable, Equatable {
  /// The offence found.
  public var offence: Line
  /// The reason.
  public var reason: Prose

  /// Gives a reason.
  public init(offence: Line, reason: Prose) { (self.offence, self.reason) = (offence, reason) }
}

extension Registry {
  /// The findings of a case file, hits first.
  ///
  /// - Throws: `case.unknown`.
  public func screening(of number: CaseNumber, for officer: Officer) async throws -> [ScreeningHit] {
    let found = try await database.read(officer.settings) { db in
      let file = try db.later("select id from case_file where number = \(number)") { try $0["id"] as Int64 }
      let hits = try db.later(
        """
        select \(ScreeningHit.columns) from \(ScreeningHit.tables) where c.number = \(number)
        order by s.result <> 'met', s.offence
        """, ScreeningHit.init)
      return try file.first() == nil ? nil : hits.rows()
    }
    guard let found else { throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)]) }
    return found
  }

  /// The hits that the officer's agency may see, latest file first, at most 500; only those without referral and
  /// without reason if `onlyOpen`.
  public func screeningHits(onlyOpen: Bool, for officer: Officer) async throws -> [ScreeningHit] {
    let condition: SQL =
      onlyOpen
      ? """
      and not \(ScreeningHit.isReferred)
      and not exists (select from screening_reason w where w.case_file = s.case_file and w.offence = s.offence)
      """ : ""
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select \(ScreeningHit.columns) from \(ScreeningHit.tables) where s.result = 'met' \(condition)
        order by s.case_file desc, s.offence limit 500
        """, ScreeningHit.init)
    }
  }

  /// What those known by a number among the respondents were penalised for since a day, by whichever agency.
  public func earlierActs(of number: CaseNumber, since day: Day, for officer: Officer) async throws -> [EarlierAct] {
    try await database.read(officer.settings) { db in
      try db.all(
        """
        select distinct s.decided_on, s.acted_on, s.ip_type
        from earlier_sanctions((select id from case_file where number = \(number)), \(day)::date) s
        order by s.decided_on
        """
      ) { row in
        EarlierAct(decidedOn: try row["decided_on"], actedOn: try row["acted_on"], ipType: try row["ip_type"])
      }
    }
  }

  /// Records why a hit is not referred, by name.
  ///
  /// - Throws: `case.unknown`, `case.not-yours`, `case.no-power`, `role.missing`, `screening.no-hit`,
  ///   `idempotency.reused`.
  public func explain(
    _ request: ScreeningReasonRequest, of number: CaseNumber, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<CaseNumber> {
    try officer.requireOne(of: ScreeningHit.explainers)
    guard officer.mayPenalise else { throw Refusal(.forbidden, "case.no-power", ["agency": .agency(officer.agency)]) }
    do {
      try await database.transaction(officer.settings) { db in
        try db.execute("select from case_file where number = \(number) for update")
        let earlier = try db.earlierAnswer(once, by: officer)
        let file = try db.later("select id, owner_agency from case_file where number = \(number)") { row in
          (id: try row["id"] as Int64, owner: try row["owner_agency"] as AgencyCode)
        }
        let hit = try db.later(
          """
          select 1 as one from screening s join case_file c on c.id = s.case_file
          where c.number = \(number) and s.offence = \(request.offence) and s.result = 'met'
          """
        ) { try $0["one"] as Int }
        if let earlier = try earlier.first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        guard let file = try file.first() else {
          throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)])
        }
        guard file.owner == officer.agency else {
          throw Refusal(.forbidden, "case.not-yours", ["case": .text(number.wire), "agency": .agency(file.owner)])
        }
        guard try hit.first() != nil else {
          throw Refusal(.notAllowed, "screening.no-hit", field: "offence", ["offence": .text(request.offence.wire)])
        }
        try db.execute(
          """
          insert into screening_reason (case_file, offence, agency, officer, reason, recorded_at)
          values (\(file.id), \(request.offence), \(officer.agency), \(officer.id), \(request.reason),
            \(now)::timestamptz)
          """)
        try db.keep(once, answer: "\(number)", by: officer, at: now)
      }
      return Done(value: number, isReplay: false)
    } catch is AlreadyAnswered {
      return Done(value: number, isReplay: true)
    }
  }
}

extension Law.Finding.Result: Column {}

extension ScreeningHit {
  /// Sent and not returned, or with an authority of criminal justice anyway.
  static let isReferred: SQL = """
    (exists (select from referral r where r.case_file = s.case_file and r.sent_at is not null
        and (r.open or r.received_at is not null))
      or g.kind in ('police', 'procuratorate', 'court'))
    """
  static let columns: SQL = """
    c.number, c.summary, c.respondents, c.owner_agency, s.offence, s.result, s.tier, s.decided_by, s.version,
    s.arithmetic, s.notes, s.screened_at,
    \(isReferred) as referred,
    w.reason, w.agency, w.recorded_at, o.name as officer
    """
  static let tables: SQL = """
    screening s join case_file c on c.id = s.case_file join agency g on g.code = c.owner_agency
    left join lateral (select * from screening_reason w where w.case_file = s.case_file and w.offence = s.offence
      order by w.id desc limit 1) w on true
    left join officer o on o.id = w.officer
    """

  init(_ row: Row) throws {
    let text: String? = try row["reason"]
    self.init(
      number: try row["number"], summary: try row["summary"], respondents: try row["respondents"],
      owner: try row["owner_agency"], offence: try row["offence"], result: try row["result"], tier: try row["tier"],
      decidedBy: try row["decided_by"], version: try row["version"], arithmetic: try row["arithmetic"],
      notes: try row["notes"], screenedAt: try row["screened_at"], isReferred: try row["referred"],
      reason: try text.map { text in
        Reason(text: text, officer: try row["officer"], agency: try row["agency"], recordedAt: try row["recorded_at"])
      })
  }
}

extension Connection {
  /// Sanctions of the respondents just added who are known by a number, since a day, by whichever agency.
  func earlierSanctions(of file: SQL, since day: Day) throws -> [ScreenFacts.Sanction] {
    try all("select decided_on, ip_type from earlier_sanctions(\(file), \(day)::date)") { row in
      let type: IPType = try row["ip_type"]
      let day: Day = try row["decided_on"]
      return type.offences.first.map { ScreenFacts.Sanction(date: day, offence: $0) }
    }.compactMap(\.self)
  }

  /// Queues the findings of a new case file.
  func keep(_ findings: [Law.Finding], of file: SQL, at now: Instant) throws {
    try insert(findings: findings.map { $0.row(of: file, at: now) })
  }

  func insert(findings rows: [SQL]) throws {
    if rows.isEmpty { return }
    try execute(
      """
      insert into screening (case_file, offence, result, tier, decided_by, version, arithmetic, notes, screened_at)
      values \(SQL.joined(rows, by: ", "))
      """)
  }
}

extension Law.Finding {
  /// Its row.
  func row(of file: SQL, at now: Instant) -> SQL {
    """
    (\(file), \(offence), \(result), \(tier)::smallint, \(decidedBy), \(version), \(arithmetic), \(noteText),
      \(now)::timestamptz)
    """
  }

  /// The notes in one text.
  var noteText: String { (notes.map(\.text) + (isConfirmed ? [] : ["to-confirm"])).joined(separator: "; ") }
}
