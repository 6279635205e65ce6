import Casework
import Law
import Postgres

extension Registry {
  /// How many days apart two leads on the same matter may lie.
  public static let duplicateDays = 90

  /// The case files that may be about the same matter as a request: a respondent of that name or number, the same kind
  /// of right and, where both name rights, one of them, and a first day within 90 days. Latest first, at most ten, among
  /// those that the officer's agency may see.
  public func duplicates(of request: CaseFileRequest, for officer: Officer) async throws -> [CaseFileSummary] {
    let respondents = request.parties.filter { $0.role == .respondent }
    let numbers = try respondents.compactMap { party throws(Refusal) in try party.identity()?.number }
    let rights = request.rights ?? []
    let named = try rights.compactMap { right throws(Refusal) in try right.canonicalNumber() }
    let day = request.leadOn.day
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select \(CaseFileSummary.columns) from case_file c
        where c.id in (select p.case_file from party p where p.role = 'respondent'
            and (p.name = any (\(TextArray(respondents.map(\.name.wire)))::text[])
              or p.identity_number = any (\(TextArray(numbers))::text[])))
          and c.ip_type = \(request.ipType)
          and (\(rights.isEmpty ? "true" : "false")::boolean
            or not exists (select from ip_right r where r.case_file = c.id)
            or exists (select from ip_right r where r.case_file = c.id
              and (r.number = any (\(TextArray(named))::text[])
                or r.name = any (\(TextArray(rights.compactMap(\.name?.wire)))::text[]))))
          and (select e.happened_from from entry e where e.case_file = c.id and entry_place(e) = 1
            order by e.sequence desc limit 1)
            between \(day.first)::date - \(Self.duplicateDays)::int and \(day.last)::date + \(Self.duplicateDays)::int
        order by c.id desc limit 10
        """, CaseFileSummary.init)
    }
  }
}
