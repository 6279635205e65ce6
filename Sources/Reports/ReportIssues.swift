import Casework
import Law
import Postgres
import Registry

/// A report on its way to the head's signature, or as it was signed.
public struct ReportIssue: Sendable, Equatable {
  /// How far it is.
  public enum State: String, Sendable, CaseIterable {
    /// 拟稿
    case drafted
    /// 已核
    case checked
    /// 已签发
    case issued
  }

  /// Key.
  public let id: Int64
  /// Whose report it is.
  public let agency: AgencyCode
  /// Key of the form.
  public let form: String
  /// The period.
  public let period: String
  /// `*` for the district, or an agency.
  public let scope: String
  /// What was recorded later does not count.
  public let asOf: Instant
  /// Who drafted it, and when.
  public let drafted: (by: String, at: Instant)
  /// Who checked it, and when.
  public let checked: (by: String, at: Instant)?
  /// Who signed it, and when.
  public let issued: (by: String, at: Instant)?
  /// Pending cases at its end.
  public let closing: Int64
  /// SHA-256 of the content in hexadecimal.
  public let digest: String
  /// The checkpoint of the agency's log when it was signed.
  public let checkpoint: String?
  /// The agency's signed statement.
  public let signature: String?

  /// How far it is.
  public var state: State { issued != nil ? .issued : checked != nil ? .checked : .drafted }

  public static func == (left: ReportIssue, right: ReportIssue) -> Bool {
    (left.id, left.digest, left.state) == (right.id, right.digest, right.state)
  }
}

/// What anybody who holds an issued report may learn by its digest.
public struct ReportMark: Sendable, Equatable {
  /// Key of the form.
  public let form: String
  /// The period.
  public let period: String
  /// Who issued it.
  public let agency: AgencyCode
  /// When.
  public let issuedAt: Instant
}

extension Registry {
  /// Says that the records of the officer's agency for a period are complete. Saying it again changes nothing.
  ///
  /// - Throws: `role.missing`, `report.period-open` while the period is not over.
  public func confirm(_ form: ReportForm, _ period: ReportPeriod, by officer: Officer, now: Instant) async throws {
    try officer.requireOne(of: [.statistician, .head, .actingHead])
    guard period.days.upperBound < now.day() else {
      throw Refusal(
        .notAllowed, "report.period-open", field: "period", ["day": .text(period.days.upperBound.description)])
    }
    try await writing(officer) { db in
      try db.execute(
        """
        insert into report_confirmation (form, period, agency, officer, confirmed_at)
        values (\(form.key), \(period.description), \(officer.agency), \(officer.id), \(now)::timestamptz)
        on conflict do nothing
        """)
    }
  }

  /// Drafts a report, or drafts it anew while it is not signed; who had checked it must check it again.
  ///
  /// - Parameter content: The run in JSON.
  /// - Throws: `role.missing`, `report.issued`.
  public func draft(_ run: ReportRun, content: String, by officer: Officer, now: Instant) async throws -> ReportIssue {
    try officer.requireOne(of: [.statistician])
    try await writing(officer) { db in
      try db.execute(
        """
        insert into report_issue (agency, form, form_version, period, scope, as_of, drafted_by, drafted_at, closing,
          content, digest)
        values (\(officer.agency), \(run.form.key), \(run.form.version), \(run.period.description), \(run.scope.key),
          \(run.asOf)::timestamptz, \(officer.id), \(now)::timestamptz, \(run.balance.closing), \(content),
          sha256(convert_to(\(content), 'UTF8')))
        on conflict on constraint report_issue_once do update set form_version = excluded.form_version,
          as_of = excluded.as_of, drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at,
          checked_by = null, checked_at = null, closing = excluded.closing, content = excluded.content,
          digest = excluded.digest
        """, orThrow: ["report_issue_frozen": Refusal(.notAllowed, "report.issued")])
    }
    guard let issue = try await issue(of: run.form, run.period, run.scope, for: officer) else {
      throw PostgresError.notCommitted
    }
    return issue
  }

  /// Checks a draft: a second person says that it may go to the head.
  ///
  /// - Throws: `role.missing`, `report.unknown`, `report.same-person`, `report.issued`, `report.stale` where the draft is
  ///   another by now.
  public func check(_ id: Int64, digest: String, by officer: Officer, now: Instant) async throws {
    try officer.requireOne(of: [.statistician, .reviewer, .deputyHead])
    try await sign(id, digest: digest, by: officer) { db in
      try db.execute(
        """
        update report_issue set checked_by = \(officer.id), checked_at = \(now)::timestamptz where id = \(id)
        """, orThrow: Self.signatures)
    }
  }

  /// Issues a report that was checked: the head signs, and nothing of it changes any more.
  ///
  /// - Parameter seal: Makes the agency's signed statement of a digest, and gives the checkpoint of its log.
  /// - Throws: `role.missing`, `report.unknown`, `report.same-person`, `report.unchecked`, `report.issued`, `report.stale`.
  public func issue(
    _ id: Int64, digest: String, checkpoint: String, signature: String, by officer: Officer, now: Instant
  ) async throws {
    try officer.requireOne(of: [.head, .actingHead])
    try await sign(id, digest: digest, by: officer) { db in
      try db.execute(
        """
        update report_issue set issued_by = \(officer.id), issued_at = \(now)::timestamptz, checkpoint = \(checkpoint),
          signature = \(signature)
        where id = \(id)
        """, orThrow: Self.signatures)
    }
  }

  private static let signatures = [
    "report_issue_second": Refusal(.forbidden, "report.same-person"),
    "report_issue_third": Refusal(.forbidden, "report.same-person"),
    "report_issue_order": Refusal(.notAllowed, "report.unchecked"),
    "report_issue_frozen": Refusal(.notAllowed, "report.issued"),
  ]

  private func sign(
    _ id: Int64, digest: String, by officer: Officer, _ write: @escaping @Sendable (Connection) throws -> Void
  ) async throws {
    try await writing(officer) { db in
      try db.execute("select from report_issue where id = \(id) for update")
      let found = try db.first("select encode(digest, 'hex') as digest from report_issue where id = \(id)") { row in
        try row["digest"] as String
      }
      guard let found else { throw Refusal(.notFound, "report.unknown") }
      guard found == digest else { throw Refusal(.stale, "report.stale") }
      try write(db)
    }
  }

  /// The report of the officer's agency for a period, drafted or issued; `nil` where there is none.
  public func issue(
    of form: ReportForm, _ period: ReportPeriod, _ scope: ReportScope, for officer: Officer
  ) async throws -> ReportIssue? {
    try await reading(officer) { db in
      try db.first(
        """
        \(ReportIssue.selection) where i.agency = \(officer.agency) and i.form = \(form.key)
          and i.period = \(period.description) and i.scope = \(scope.key)
        """, ReportIssue.init)
    }
  }

  /// The reports of the officer's agency, latest first; at most 200.
  public func issues(for officer: Officer) async throws -> [ReportIssue] {
    try await reading(officer) { db in
      try db.all(
        "\(ReportIssue.selection) where i.agency = \(officer.agency) order by i.period desc, i.form limit 200",
        ReportIssue.init)
    }
  }

  /// What anybody may learn of the report that a digest names; `nil` if none was issued.
  public func reportMark(_ digest: String) async throws -> ReportMark? {
    try await database.read { db in
      try db.first("select form, period, agency, issued_at from report_named(\(digest))") { row in
        ReportMark(
          form: try row["form"], period: try row["period"], agency: try row["agency"], issuedAt: try row["issued_at"])
      }
    }
  }

  /// One report with its content, byte by byte as it was drafted.
  ///
  /// - Throws: `report.unknown`.
  public func issue(_ id: Int64, for officer: Officer) async throws -> (issue: ReportIssue, content: String) {
    let found = try await reading(officer) { db in
      try db.first("\(ReportIssue.selection) where i.id = \(id) and i.agency = \(officer.agency)") { row in
        (issue: try ReportIssue(row), content: try row["content"] as String)
      }
    }
    guard let found else { throw Refusal(.notFound, "report.unknown") }
    return found
  }
}

extension Connection {
  /// The units that had confirmed a period by `asOf`.
  func confirmations(of form: ReportForm, _ period: ReportPeriod, asOf: Instant) throws -> Set<AgencyCode> {
    Set(
      try all(
        """
        select agency from report_confirmation where form = \(form.key) and period = \(period.description)
          and confirmed_at <= \(asOf)::timestamptz
        """
      ) { try $0["agency"] })
  }
}

extension ReportIssue {
  static let selection: SQL = """
    select i.id, i.agency, i.form, i.period, i.scope, i.as_of, d.name as drafter, i.drafted_at, k.name as checker,
      i.checked_at, h.name as head, i.issued_at, i.closing, encode(i.digest, 'hex') as digest, i.checkpoint, i.signature,
      i.content
    from report_issue i join officer d on d.id = i.drafted_by left join officer k on k.id = i.checked_by
      left join officer h on h.id = i.issued_by
    """

  init(_ row: Row) throws {
    let checkedAt: Instant? = try row["checked_at"]
    let issuedAt: Instant? = try row["issued_at"]
    self.init(
      id: try row["id"], agency: try row["agency"], form: try row["form"], period: try row["period"],
      scope: try row["scope"], asOf: try row["as_of"], drafted: (try row["drafter"], try row["drafted_at"]),
      checked: try checkedAt.map { (try row["checker"], $0) }, issued: try issuedAt.map { (try row["head"], $0) },
      closing: try row["closing"], digest: try row["digest"], checkpoint: try row["checkpoint"],
      signature: try row["signature"])
  }
}
