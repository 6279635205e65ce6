import Casework
import Law
import Postgres

extension Connection {
  /// Queues a new case file with its parties, rights, goods, first proceeding and entries; promises its number.
  func add(_ new: NewCaseFile, by officer: Officer, at now: Instant, _ book: LawBook) throws -> Later<CaseNumber> {
    let request = new.request
    let file: SQL = "(select currval('case_file_id_seq'))"
    let opened: SQL = "(select currval('proceeding_id_seq'))"
    try insert(caseFiles: [new.row("default", by: officer, at: now)], naming: new)
    try add(
      parties: request.parties, rights: request.rights ?? [], goods: request.goods ?? [], to: file, by: nil)
    try insert(proceedings: [new.proceeding("default", of: file, at: now)])
    for (index, entry) in new.entries.enumerated() {
      try append(entry, to: file, as: index + 1, in: opened, agency: new.owner, by: officer, at: now)
    }
    // Looks back only where somebody is known by a number; that costs a round trip.
    let earlier =
      new.isSomebodyKnown
      ? try earlierSanctions(of: file, since: book.lookBackDay(from: request.leadOn.day.first)) : nil
    // What an imported register tells of is over or not ours to time.
    if let step = new.beginning, let procedure = new.kind.procedure {
      let receiver = procedure.receiver.flatMap { step.facts[$0] }.flatMap(AgencyCode.init(rawValue:))
      if receiver != nil { try keep(step, of: new.kind, in: opened, at: now) }
      try share(step, in: file, at: now)
      let first = Proceeding(
        id: 0, kind: new.kind, state: new.state, agency: new.owner, receiver: receiver, handledBy: [])
      try tell(step, in: first, of: file, by: officer.agency, at: now)
      let plan = ClockPlan(opening: procedure, on: request.leadOn.day, facts: step.facts, by: book, now: now)
        .binding(new.owner, by: book)
      try keep(plan, of: opened, in: file) { liable in liable == .receiver ? receiver : new.owner }
      try keepDue(of: file, for: new.owner)
    }
    try keep(new.findings(earlier, by: book, on: now.day()), of: file, at: now)
    return try later("select number from case_file where id = \(file)") { try $0["number"] }
  }

  /// Queues case files of which a register tells, all kinds of rows at once; the function returned waits for their
  /// numbers, in order.
  func add(
    _ files: [NewCaseFile], batch: Int64, by officer: Officer, at now: Instant, _ book: LawBook
  ) throws -> () throws -> [CaseNumber] {
    if files.isEmpty { return { [] } }
    let keys = try all(
      """
      select nextval('case_file_id_seq') as file, nextval('proceeding_id_seq') as proceeding
      from generate_series(1, \(files.count)::int)
      """
    ) { row in (file: try row["file"] as Int64, proceeding: try row["proceeding"] as Int64) }
    let all = Array(zip(files, keys))
    try insert(caseFiles: all.map { $0.row("\($1.file)", by: officer, at: now) }, naming: nil)
    try insert(parties: all.flatMap { try $0.request.parties.rows(of: "\($1.file)", by: "null") })
    try insert(rights: all.flatMap { try ($0.request.rights ?? []).rows(of: "\($1.file)", by: "null") })
    try insert(goods: all.flatMap { ($0.request.goods ?? []).rows(of: "\($1.file)", by: "null") })
    try insert(proceedings: all.map { $0.proceeding("\($1.proceeding)", of: "\($1.file)", at: now) })
    try insert(
      entries: all.flatMap { new, key in
        new.entries.enumerated().map { index, entry in
          entry.row(
            of: "\(key.file)", as: index + 1, in: "\(key.proceeding)", agency: new.owner, by: officer, at: now)
        }
      })
    try insert(sources: all.compactMap { $0.sourceRow(of: "\($1.file)", batch) })
    try insert(
      findings: all.flatMap { new, key in
        let since = book.lookBackDay(from: new.request.leadOn.day.first)
        let earlier = new.isSomebodyKnown ? try earlierSanctions(of: "\(key.file)", since: since) : nil
        return new.findings(earlier, by: book, on: now.day()).map { $0.row(of: "\(key.file)", at: now) }
      })
    let ids = Numbers(keys.map(\.file))
    let numbers = try later("select number from case_file where id = any (\(ids)::bigint[]) order by id") { row in
      try row["number"] as CaseNumber
    }
    return { try numbers.rows() }
  }

  /// Queues parties, rights and goods of a file; `entry` is the one that adds them to a file there is.
  func add(parties: [Party], rights: [Right], goods: [Goods], to file: SQL, by entry: SQL?) throws {
    let by: SQL = entry ?? "null"
    try insert(parties: parties.rows(of: file, by: by))
    try insert(rights: rights.rows(of: file, by: by))
    try insert(goods: goods.rows(of: file, by: by))
  }
}

extension NewCaseFile {
  /// Whether a respondent is known by a number, so that earlier penalties can be looked for.
  fileprivate var isSomebodyKnown: Bool {
    request.parties.contains { $0.role == .respondent && $0.identityNumber != nil }
  }

  fileprivate func findings(
    _ earlier: [ScreenFacts.Sanction]?, by book: LawBook, on today: Day
  ) -> [Law.Finding] {
    let known = entries.lazy.compactMap(\.happenedOn).first?.last
    return Screening(request, conductTo: known, earlier: earlier).findings(by: book, on: today)
  }
}
