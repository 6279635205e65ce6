import Casework
import Law
import Secrets

extension Filling {
  /// Adds the proceedings of a file, their entries in the order of their days, and their clocks.
  mutating func addDocket(_ file: File) {
    let base = file.id * Self.keysPerFile
    var steps: [(course: Int, index: Int, step: Step)] = []
    for (course, proceeding) in file.proceedings.enumerated() {
      for (index, step) in proceeding.steps.enumerated() { steps.append((course, index, step)) }
    }
    if file.proceedings.count > 1 {
      steps.sort { ($0.step.day, $0.course, $0.index) < ($1.step.day, $1.course, $1.index) }
    }
    var keys = file.proceedings.map { [Int64](repeating: 0, count: $0.steps.count) }
    var previous = [UInt8](repeating: 0, count: 32)
    for (position, (course, index, step)) in steps.enumerated() {
      let entry = base + Int64(position)
      keys[course][index] = entry
      let facts = Self.json(step.facts)
      let recorded = max(file.loggedAt, step.day.instant(at: file.loggedAt))
      let day = step.day.description
      let digest = Self.digest(
        previous,
        [
          String(file.id), String(position + 1), String(base + Int64(course)), step.act,
          step.milestone?.rawValue ?? "", file.owner, String(file.officer), day, day,
          String(recorded.microseconds), facts, step.fine.map { String($0) } ?? "", "", "",
        ])
      add(.entry) { rows in
        rows.bigint(entry)
        rows.bigint(file.id)
        rows.int(position + 1)
        rows.bigint(base + Int64(course))
        rows.text(step.act)
        rows.text(step.milestone?.rawValue)
        rows.text(file.owner)
        rows.bigint(file.officer)
        for _ in 0..<2 { rows.date(step.day.number) }
        rows.timestamp(recorded.microseconds)
        rows.jsonb(facts)
        rows.bigint(step.fine)
        rows.bytea(previous)
        rows.bytea(digest)
      }
      previous = digest
    }
    for (course, proceeding) in file.proceedings.enumerated() {
      addCourse(proceeding, base + Int64(course), of: file)
      for timer in proceeding.clocks { addClock(timer, of: proceeding, base + Int64(course), file, keys[course]) }
    }
  }

  private mutating func addCourse(_ course: Course, _ key: Int64, of file: File) {
    var known: [(name: String, text: String)] = []
    for step in course.steps {
      for fact in step.facts {
        known.removeAll { $0.name == fact.name }
        known.append(fact)
      }
    }
    let last = course.steps.last.map { $0.day.instant(at: file.loggedAt) } ?? file.loggedAt
    add(.proceeding) { rows in
      rows.bigint(key)
      rows.bigint(file.id)
      rows.text(course.kind.rawValue)
      rows.text(course.state)
      rows.text(file.owner)
      rows.timestamp(max(file.loggedAt, last).microseconds)
      rows.jsonb(Self.json(known))
      rows.bigint(course.origin.map { file.id * Self.keysPerFile + Int64($0) })
    }
  }

  private mutating func addClock(_ timer: Timer, of course: Course, _ key: Int64, _ file: File, _ entries: [Int64]) {
    let reckoning = timer.reckoning
    add(.clock) { rows in
      rows.bigint(file.id)
      rows.bigint(key)
      rows.text(timer.rule)
      rows.text(reckoning.timeLimit)
      rows.text("owner")
      rows.text(file.owner)
      rows.bigint(entries[timer.startedBy])
      rows.date(course.steps[timer.startedBy].day.number)
      rows.date(reckoning.dueDay?.number)
      rows.timestamp(reckoning.dueAt?.microseconds)
      rows.boolean(reckoning.isProvisional)
      rows.text(reckoning.problem)
      rows.bigint(timer.endedBy.map { entries[$0] })
      rows.date(timer.endedBy.map { course.steps[$0].day.number })
      rows.text(timer.endedBy.map { _ in "satisfied" })
    }
  }

  /// Facts as PostgreSQL prints a `jsonb`: shorter names first, then by their bytes. Nothing in them needs escaping.
  private static func json(_ facts: [(name: String, text: String)]) -> String {
    let sorted =
      facts.count < 2 ? facts : facts.sorted { ($0.name.utf8.count, $0.name) < ($1.name.utf8.count, $1.name) }
    return "{" + sorted.map { "\"\($0.name)\": \"\($0.text)\"" }.joined(separator: ", ") + "}"
  }

  /// What the database's `entry_digest` makes of the same fields.
  private static func digest(_ previous: [UInt8], _ fields: [String]) -> [UInt8] {
    var message = previous
    message.reserveCapacity(512)
    for (index, field) in fields.enumerated() {
      if index > 0 { message.append(31) }
      message += field.utf8
    }
    return Digest.sha256(message) ?? []
  }
}

extension Day {
  /// The instant of this day at the time of day of another.
  fileprivate func instant(at other: Instant) -> Instant {
    other.adding(seconds: (self - other.day()) * 86_400)
  }
}
