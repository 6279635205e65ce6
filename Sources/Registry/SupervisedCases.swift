import Casework
import Law
import Postgres

extension Registry {
  /// The supervised cases that the officer's agency may see, those due first at the top, at most 500; only those still
  /// to be settled if `onlyOpen`.
  public func supervisedCases(onlyOpen: Bool, for officer: Officer) async throws -> [SupervisedCase] {
    let condition: SQL = onlyOpen ? "and p.state not in ('closed', 'withdrawn')" : ""
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select p.id, c.number, c.summary, p.agency, p.receiver, p.facts ->> 'subject' as subject, p.state, k.due_day
        from proceeding p join case_file c on c.id = p.case_file
        left join lateral (select due_day from clock where proceeding = p.id and rule = 'D-task'
          order by id desc limit 1) k on true
        where p.kind = 'task' \(condition) order by k.due_day nulls last, p.id limit 500
        """
      ) { row in
        SupervisedCase(
          id: try row["id"], number: try row["number"], summary: try row["summary"], issuer: try row["agency"],
          receiver: try row["receiver"], subject: try row["subject"], state: try row["state"],
          due: try row["due_day"])
      }
    }
  }
}
