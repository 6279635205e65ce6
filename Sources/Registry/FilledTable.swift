import Law
import Postgres

/// A table that is filled in bulk.
enum FilledTable: Int, CaseIterable {
  case caseFile, access, party, right, goods, proceeding, entry, clock

  /// Its name in the database.
  var name: String {
    switch self {
    case .caseFile: "case_file"
    case .access: "case_access"
    case .right: "ip_right"
    case .party, .goods, .proceeding, .entry, .clock: "\(self)"
    }
  }

  /// The columns that are written, in order.
  var columns: [String] {
    let list =
      switch self {
      case .caseFile:
        """
        id year ip_type owner_agency held_since summary respondents status lead_source channel place town turnover_fen \
        gains_gross_fen gains_net_fen gains_unstated_fen goods_value_fen simple revision logged_by logged_at \
        search_text grams seen_by due_at
        """
      case .access: "agency case_file ground since first_since"
      case .party: "case_file role kind name identity_kind identity_number"
      case .right: "case_file kind number name"
      case .goods: "case_file name quantity unit value_fen price_basis"
      case .proceeding: "id case_file kind state agency since facts origin"
      case .entry:
        """
        id case_file sequence proceeding act milestone agency officer happened_from happened_to recorded_at facts \
        fine_fen previous digest
        """
      case .clock:
        """
        case_file proceeding rule time_limit liable agency started_by from_day due_day due_at provisional problem \
        ended_by ended_on outcome
        """
      }
    return list.split(separator: " ").map(String.init)
  }

  /// How its rows come in.
  var copy: String { "copy \(name) (\(columns.joined(separator: ", "))) from stdin (format binary)" }
}

extension Registry {
  /// Officers of each of these agencies that can take any act, made where they are missing; their keys by agency.
  /// They have no password. Needs the administrator's connection, as all of this does.
  public func fillOfficers(of agencies: [String], at day: String) async throws -> [String: Int64] {
    try await database.transaction { db in
      for agency in agencies {
        try db.execute(
          """
          insert into officer (login, name, agency, roles, created_at)
          values (\("measure." + agency.lowercased()), '测速员', \(agency),
            '{clerk,case-officer,reviewer,deputy-head,head}', \(day)::timestamptz)
          on conflict on constraint officer_login_taken do nothing
          """)
      }
      let rows = try db.all("select agency, id from officer where login like 'measure.%'") { row in
        (try row["agency"] as String, try row["id"] as Int64)
      }
      return Dictionary(rows) { first, _ in first }
    }
  }

  /// Whether there is any case file.
  public func hasCaseFiles() async throws -> Bool {
    try await database.snapshot { db in try db.first("select 1 as one from case_file limit 1") { _ in true } ?? false }
  }

  /// Writes a filling, in one transaction. Triggers and foreign keys rest meanwhile, so the connection is a superuser's.
  public func fill(_ filling: Filling) async throws {
    try await database.transaction { db in
      try db.execute("set local statement_timeout = 0")
      try db.execute("set local session_replication_role = replica")
      try db.execute("set local synchronous_commit = off")
      for table in FilledTable.allCases {
        var rows = filling.rows[table.rawValue]
        rows.end()
        _ = try db.copyIn(table.copy, [rows.bytes])
      }
    }
  }

  /// Takes down the indexes of the tables that are filled, but for those of constraints; returns how to make them again,
  /// those that take longest first.
  public func shelveIndexes() async throws -> [String] {
    let tables = FilledTable.allCases.map(\.name)
    return try await database.transaction { db in
      let indexes = try db.all(
        """
        select i.indexname, i.indexdef from pg_indexes i
        where i.schemaname = 'public' and i.tablename = any (\(TextArray(tables))::text[])
          and not exists (select from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)
        order by i.indexdef !~ 'USING gin', i.tablename <> 'entry', i.indexname
        """
      ) { row in (name: try row["indexname"] as String, definition: try row["indexdef"] as String) }
      for index in indexes { try db.execute("drop index \(trusted: index.name)") }
      return indexes.map(\.definition)
    }
  }

  /// Makes an index again.
  public func restoreIndex(_ definition: String) async throws {
    try await database.transaction { db in
      try db.script(
        """
        set local statement_timeout = 0; set local maintenance_work_mem = '1GB';
        set local max_parallel_maintenance_workers = 0; \(definition)
        """)
    }
  }

  /// Writes what the entries add to the statistics, and adds up every day through `day`: the triggers rested.
  public func fillTallies(through day: Day) async throws {
    try await database.autocommit { db in
      try db.script(
        """
        set statement_timeout = 0; set work_mem = '512MB'; delete from tally_kept; select tally_fill(); analyze tally;
        select tally_close('\(day)'); analyze tally_sum; reset work_mem; reset statement_timeout
        """)
    }
  }

  /// Lets the keys to come follow those that were written, and the planner know what there is.
  public func finishFilling() async throws {
    try await database.transaction { db in
      try db.execute("select setval('case_file_id_seq', (select max(id) from case_file))")
      try db.execute("select setval('proceeding_id_seq', (select max(id) from proceeding))")
      try db.execute("select setval('entry_id_seq', (select max(id) from entry))")
    }
    try await database.autocommit { db in
      try db.script("set statement_timeout = 0")
      for table in FilledTable.allCases { try db.script("vacuum (analyze) \(table.name)") }
      try db.script("reset statement_timeout")
    }
  }
}
