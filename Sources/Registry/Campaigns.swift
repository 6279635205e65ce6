import Casework
import Law
import Postgres

extension Registry {
  /// Every special action, latest first, each with how many of its case files the officer's agency may see.
  public func campaigns(for officer: Officer) async throws -> [Campaign] {
    try await database.read(officer.settings) { db in
      try db.all("\(Campaign.selection) order by g.from_day desc, g.code", Campaign.init)
    }
  }

  /// The special actions in which a case file was taken up; none where the officer may not know of the file.
  public func campaigns(of number: CaseNumber, for officer: Officer) async throws -> [Campaign] {
    try await database.read(officer.settings) { db in
      try db.all(
        """
        \(Campaign.selection)
        where g.code in (select t.campaign from campaign_case t join case_file c on c.id = t.case_file
          where c.number = \(number))
        order by g.from_day desc, g.code
        """, Campaign.init)
    }
  }

  /// A special action and its case files that the officer's agency may see, latest first, at most 500.
  ///
  /// - Throws: `campaign.unknown`.
  public func campaign(
    _ code: CampaignCode, for officer: Officer
  ) async throws -> (campaign: Campaign, files: [CaseFileSummary]) {
    let (campaign, files) = try await database.read(officer.settings) { db in
      let found = try db.later("\(Campaign.selection) where g.code = \(code)", Campaign.init)
      let files = try db.later(
        """
        select \(CaseFileSummary.columns) from campaign_case t join case_file c on c.id = t.case_file
        where t.campaign = \(code) order by c.id desc limit 500
        """, CaseFileSummary.init)
      return (try found.first(), try files.rows())
    }
    guard let campaign else { throw Self.campaignUnknown(code) }
    return (campaign, files)
  }

  /// Begins a special action that the officer's agency leads.
  ///
  /// - Throws: What `CampaignRequest.days` throws, `campaign.taken`, `idempotency.reused`.
  public func begin(
    _ request: CampaignRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<CampaignCode> {
    let days = try request.days(by: officer)
    let done = try await write(once, answer: "\(request.code)::text", by: officer, at: now) { db in
      try db.execute(
        """
        insert into campaign (code, name, from_day, to_day, agency, notes, officer, made_at)
        values (\(request.code), \(request.name), \(days.from)::date, \(days.to)::date, \(officer.agency),
          \(request.notes), \(officer.id), \(now)::timestamptz)
        """,
        orThrow: [
          "campaign_pkey": Refusal(.invalid, "campaign.taken", field: "code", ["code": .text(request.code.wire)])
        ])
    }
    return Done(value: request.code, isReplay: done.isReplay)
  }

  /// Tags a case file of the officer's agency with a special action. Tagging it again changes nothing.
  ///
  /// - Throws: `role.missing`, `campaign.unknown`, `case.unknown`, `case.not-yours`, `idempotency.reused`.
  public func tag(
    _ number: CaseNumber, with code: CampaignCode, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<CaseNumber> {
    try officer.requireOne(of: CampaignTagRequest.taggers)
    let done = try await write(once, answer: "\(number)::text", by: officer, at: now) { db in
      let campaign = try db.later("select code from campaign where code = \(code)") { try $0["code"] as String }
      let found = try db.later("select id, owner_agency from case_file where number = \(number)") { row in
        (id: try row["id"] as Int64, owner: try row["owner_agency"] as AgencyCode)
      }
      guard try campaign.first() != nil else { throw Self.campaignUnknown(code) }
      guard let file = try found.first() else {
        throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)])
      }
      guard file.owner == officer.agency else {
        throw Refusal(.forbidden, "case.not-yours", ["case": .text(number.wire), "agency": .agency(file.owner)])
      }
      try db.execute(
        """
        insert into campaign_case (campaign, case_file, agency, officer, tagged_at)
        values (\(code), \(file.id), \(officer.agency), \(officer.id), \(now)::timestamptz)
        on conflict on constraint campaign_case_pkey do nothing
        """)
    }
    return Done(value: number, isReplay: done.isReplay)
  }

  private static func campaignUnknown(_ code: CampaignCode) -> Refusal {
    Refusal(.notFound, "campaign.unknown", field: "code", ["code": .text(code.wire)])
  }
}

extension CampaignCode: Column {}

extension Campaign {
  /// A campaign `g`; a condition follows.
  static let selection: SQL = """
    select g.code, g.name, g.from_day, g.to_day, g.agency, g.notes,
      (select count(*) from campaign_case t where t.campaign = g.code) as cases
    from campaign g
    """

  init(_ row: Row) throws {
    self.init(
      code: try row["code"], name: try row["name"], from: try row["from_day"], to: try row["to_day"],
      lead: try row["agency"], notes: try row["notes"], cases: try row["cases"])
  }
}
