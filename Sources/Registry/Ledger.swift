import Casework
import Law
import Postgres

extension Registry {
  /// The ledger of money and goods of a case file, oldest line first; empty where nothing was imposed, or where the
  /// officer may not know of the file.
  public func ledger(of number: CaseNumber, for officer: Officer) async throws -> [LedgerLine] {
    try await database.read(officer.settings) { db in
      try db.all(
        """
        select l.code, l.party, l.amount_fen, trim_scale(l.quantity)::text as quantity from ledger_line l
        where l.case_file = (select id from case_file where number = \(number))
          and not exists (select from entry k where k.corrects = l.entry) order by l.id
        """
      ) { row in
        LedgerLine(
          try row["code"], party: try row["party"], amount: try row["amount_fen"], quantity: try row["quantity"])
      }
    }
  }
}
