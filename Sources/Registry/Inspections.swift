import Casework
import Law
import Postgres
import Secrets

extension Registry {
  /// The random inspections of the officer's agency, latest first, at most 500.
  public func inspections(for officer: Officer) async throws -> [InspectionPlan] {
    try await database.read(officer.settings) { db in
      try db.all("\(InspectionPlan.selection) order by p.id desc limit 500", InspectionPlan.init)
    }
  }

  /// A random inspection with what became of every target drawn.
  ///
  /// - Throws: `inspection.unknown`.
  public func inspection(_ id: Int64, for officer: Officer) async throws -> Inspection {
    let found = try await database.read(officer.settings) { db -> Inspection? in
      let plan = try db.later("\(InspectionPlan.selection) where p.id = \(id)", InspectionPlan.init)
      let results = try db.inspectionResults(of: id)
      guard let plan = try plan.first() else { return nil }
      return Inspection(plan: plan, results: try results())
    }
    guard let found else { throw Refusal(.notFound, "inspection.unknown") }
    return found
  }

  /// The lists of a random inspection.
  ///
  /// - Throws: `inspection.unknown`, and what lists that somebody changed by hand are refused for.
  public func inspectionLists(_ id: Int64, for officer: Officer) async throws -> InspectionLists {
    let found = try await database.read(officer.settings) { db -> InspectionLists? in
      let plan = try db.later("\(InspectionPlan.selection) where p.id = \(id)", InspectionPlan.init)
      let lists = try db.inspectionLists(of: id)
      guard let plan = try plan.first() else { return nil }
      return try lists(plan)
    }
    guard let found else { throw Refusal(.notFound, "inspection.unknown") }
    return found
  }

  /// Plans a random inspection and returns its key. One round trip.
  ///
  /// - Throws: What `InspectionRequest.checked` throws, `idempotency.reused`.
  public func plan(
    _ request: InspectionRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    let lists = try request.checked(by: officer)
    do {
      let ids = try await database.transaction(officer.settings) { db in
        try db.execute(
          """
          insert into inspection_plan (agency, title, scope, kind, condition, sample, team, officer, created_at)
          values (\(officer.agency), \(request.title), \(request.scope), \(request.kind), \(request.condition),
            \(request.sample), \(lists.team), \(officer.id), \(now)::timestamptz)
          """)
        try db.keep(lists)
        try db.keep(once, answer: "(select currval('inspection_plan_id_seq'))::text", by: officer, at: now)
        return try db.later("select currval('inspection_plan_id_seq') as id") { try $0["id"] as Int64 }
      }
      guard let id = ids.first else { throw PostgresError.notCommitted }
      return Done(value: id, isReplay: false)
    } catch is AlreadyAnswered {
      return Done(value: try await plannedBefore(once, by: officer), isReplay: true)
    }
  }

  /// Commits to the lists of a random inspection; from here on they stay as they are.
  ///
  /// - Throws: `inspection.unknown`, `role.missing`, `inspection.committed`, `inspection.no-certificate`,
  ///   `idempotency.reused`.
  public func commit(_ id: Int64, once: IdempotencyKey, by officer: Officer, now: Instant) async throws -> Done<Int64> {
    try await change(id, once: once, by: officer, at: now) { db, plan, lists in
      let certified = try db.uncertified(of: id, on: now.day())
      try plan.checkCommitting(by: officer)
      let without = try certified.rows()
      guard without.isEmpty else {
        throw Refusal(
          .notAllowed, "inspection.no-certificate", field: "inspectors",
          ["names": .text(without.joined(separator: "、")), "day": .text(now.day().description)])
      }
      let commitment = try Commitment(to: lists(), by: Self.sha256)
      try db.execute(
        """
        insert into inspection_commitment (plan, digest, officer, committed_at)
        values (\(id), \(commitment.hex), \(officer.id), \(now)::timestamptz)
        """)
      try db.execute("update inspection_plan set state = 'committed' where id = \(id)")
    }
  }

  /// Draws targets and inspectors.
  ///
  /// - Throws: `inspection.unknown`, what `InspectionPlan.draw` throws, `idempotency.reused`.
  public func draw(
    _ request: DrawRequest, in id: Int64, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    try await change(id, once: once, by: officer, at: now) { db, plan, lists in
      let draw = try plan.draw(request, from: lists(), by: officer, at: now, Self.sha256)
      try db.execute(
        """
        insert into inspection_draw (plan, seed, seed_source, seed_at, witness, officer, run_at)
        values (\(id), \(request.seed), \(request.seedSource), \(request.seedAt.instant)::timestamptz,
          \(request.witness), \(officer.id), \(now)::timestamptz)
        """)
      try db.keep(draw, of: id)
      try db.execute("update inspection_plan set state = 'drawn' where id = \(id)")
    }
  }

  /// Records something about a target that was drawn.
  ///
  /// - Throws: `inspection.unknown`, `inspection.undrawn`, `inspection.target`, `case.unknown`, what
  ///   `InspectionResult.adding` throws, `idempotency.reused`.
  public func record(
    _ request: InspectionResultRequest, in id: Int64, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    try await change(id, once: once, by: officer, at: now) { db, plan, _ in
      let results = try db.inspectionResults(of: id)
      let file = try db.later("select id from case_file where number = \(request.followUp)") { try $0["id"] as Int64 }
      try officer.requireOne(of: InspectionPlan.planners)
      guard let drawn = plan.drawn else { throw Refusal(.notAllowed, "inspection.undrawn") }
      guard let result = try results().first(where: { $0.pick.target.identityNumber == request.target }) else {
        throw Refusal(
          .notFound, "inspection.target", field: "target", ["number": .text(request.target.wire)])
      }
      let added = try result.adding(request, by: officer, drawnAt: drawn.at, today: now.day())
      let followUp = try file.first()
      if let number = request.followUp, followUp == nil {
        throw Refusal(.notFound, "case.unknown", field: "followUp", ["case": .text(number.wire)])
      }
      try db.keep(added, followUp: followUp, of: id, by: officer, at: now)
    }
  }

  /// SHA-256, as draws ask for it.
  static let sha256: SHA256 = { Digest.sha256($0) }
}

extension Registry {
  /// Locks a plan, has it looked at, and writes what `body` queues. The lists are read when asked for.
  private func change(
    _ id: Int64, once: IdempotencyKey, by officer: Officer, at now: Instant,
    _ body: @escaping @Sendable (Connection, InspectionPlan, () throws -> InspectionLists) throws -> Void
  ) async throws -> Done<Int64> {
    do {
      try await database.transaction(officer.settings) { db in
        // Two statements, because the second must see what the holder of the lock committed.
        try db.execute("select from inspection_plan where id = \(id) for update")
        let earlier = try db.earlierAnswer(once, by: officer)
        let plan = try db.later("\(InspectionPlan.selection) where p.id = \(id)", InspectionPlan.init)
        if let earlier = try earlier.first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        guard let plan = try plan.first() else { throw Refusal(.notFound, "inspection.unknown") }
        try body(db, plan) { try db.inspectionLists(of: id)(plan) }
        try db.keep(once, answer: "\(String(id))", by: officer, at: now)
      }
      return Done(value: id, isReplay: false)
    } catch is AlreadyAnswered {
      return Done(value: id, isReplay: true)
    }
  }

  private func plannedBefore(_ once: IdempotencyKey, by officer: Officer) async throws -> Int64 {
    let earlier = try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() }
    guard let earlier, let id = Int64(earlier.answer) else { throw PostgresError.notCommitted }
    try once.matches(earlier.digest)
    return id
  }
}
