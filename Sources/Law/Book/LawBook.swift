/// The law in numbers: instruments and articles, the calendar, time limits, thresholds of crimes, scales of fines.
///
/// A value: it is read whole, checked whole, and either holds together or does not come into being.
public struct LawBook: Sendable {
  /// The tables it is made of, in the order that foreign keys ask for.
  public static let tables = [
    "instrument", "law_article", "calendar_year", "calendar_day", "time_limit", "time_limit_extension",
    "criminal_threshold", "penalty_scale", "hearing_threshold", "summary_procedure", "listing_ground", "price_step",
    "look_back", "competence",
  ]

  /// Instruments by key.
  public let instruments: [String: Instrument]
  /// How citations begin; versions that share a name say from which year they are in force.
  private let printedNames: [String: String]
  /// Articles by citation key.
  public let articles: [String: LawArticle]
  /// The calendar of working days.
  public let calendar: WorkCalendar
  /// Versions of each time limit, oldest first.
  public let limits: [String: [TimeLimit]]
  /// Alternatives of the thresholds of crimes.
  public let thresholds: [CriminalThreshold]
  /// The screening by these thresholds.
  public let screen: Screen
  /// Versions of each scale of fines, oldest first.
  public let scales: [String: [PenaltyScale]]
  /// From when on a hearing must be offered.
  public let hearings: [HearingThreshold]
  /// What may be decided on the spot.
  public let summary: [HearingThreshold]
  /// Grounds for the list of serious violations.
  public let grounds: [ListingGround]
  /// By which price goods are valued.
  public let prices: [PriceStep]
  /// How far back repeated conduct is looked for.
  public let lookBacks: [LookBack]
  /// Which agency has the power for which kind of right.
  public let competences: [Competence]
  /// Rules in order: P2 before P10.
  public let rules: [String]

  /// Reads and checks the tables.
  ///
  /// - Throws: `law.data`, which names table, row and column.
  public init(_ rows: [String: [LawRow]]) throws(LawFault) {
    func read<Value>(_ table: String, _ make: (LawRow) throws(LawFault) -> Value) throws(LawFault) -> [Value] {
      guard let rows = rows[table] else {
        throw LawFault("law.data", ["table": table, "row": "", "column": "", "problem": "missing"])
      }
      var (values, keys): ([Value], Set<String>) = ([], [])
      for row in rows {
        guard keys.insert(row.key).inserted else { throw row.fault("key", "twice") }
        values.append(try make(row))
      }
      return values
    }
    let instruments = try read("instrument", Instrument.init)
    let articles = try read("law_article", LawArticle.init)
    self.instruments = Dictionary(uniqueKeysWithValues: instruments.map { ($0.key, $0) })
    let sharing = Dictionary(grouping: instruments, by: \.printedName).filter { $0.value.count > 1 }
    printedNames = Dictionary(
      uniqueKeysWithValues: sharing.values.joined().compactMap { instrument in
        instrument.effectiveFrom.map { from in
          let years = instrument.effectiveTo.map { "\(from.year)年至\($0.year)年" } ?? "\(from.year)年起"
          return (instrument.key, "\(instrument.printedName)（\(years)施行）")
        }
      })
    self.articles = Dictionary(uniqueKeysWithValues: articles.map { ($0.citation.key, $0) })
    calendar = try WorkCalendar(years: rows["calendar_year"] ?? [], days: rows["calendar_day"] ?? [])
    var limits = try read("time_limit", TimeLimit.init)
    try Self.attach(rows["time_limit_extension"] ?? [], to: &limits)
    rules = Set(limits.map(\.rule)).sorted(by: Self.naturally)
    self.limits = Dictionary(grouping: limits, by: \.rule).mapValues {
      $0.sorted { $0.validity.lowerBound < $1.validity.lowerBound }
    }
    lookBacks = try read("look_back", LookBack.init)
    let lookBacks = self.lookBacks
    let thresholds = try read("criminal_threshold") { row throws(LawFault) in try CriminalThreshold(row, lookBacks) }
    self.thresholds = thresholds.sorted { $0.key < $1.key }
    screen = Screen(self.thresholds)
    let scales = try read("penalty_scale", PenaltyScale.init)
    self.scales = Dictionary(grouping: scales, by: \.scale).mapValues {
      $0.sorted { $0.validity.lowerBound < $1.validity.lowerBound }
    }
    hearings = try read("hearing_threshold", HearingThreshold.init)
    summary = try read("summary_procedure", HearingThreshold.init)
    grounds = try read("listing_ground", ListingGround.init)
    prices = try read("price_step", PriceStep.init)
    competences = try read("competence", Competence.init)
    try check(rows)
  }

  /// Whether `left` comes before `right`: by letters, then by the number after them, then by the rest.
  private static func naturally(_ left: String, _ right: String) -> Bool {
    func parts(_ rule: String) -> (Substring, Int, Substring) {
      let letters = rule.prefix { !("0"..."9").contains($0) }
      let digits = rule[letters.endIndex...].prefix { ("0"..."9").contains($0) }
      return (letters, Int(digits) ?? 0, rule[digits.endIndex...])
    }
    return parts(left) < parts(right)
  }

  private static func attach(_ rows: [LawRow], to limits: inout [TimeLimit]) throws(LawFault) {
    for row in rows {
      let key = try row.text("time_limit")
      guard let index = limits.firstIndex(where: { $0.key == key }) else { throw row.fault("time_limit", "unknown") }
      let added = try TimeLimit.Extension(row)
      guard row.key == "\(key)#\(added.kind)" else { throw row.fault("key", "unreadable") }
      if let unit = added.unit, let own = limits[index].unit, !added.replaces, unit != own,
        own != .month || unit != .day
      {
        throw row.fault("unit", "other-unit")
      }
      limits[index].extensions.append(added)
    }
    for index in limits.indices {
      // What replaces the limit comes before what is added to it, and nothing before what it needs.
      limits[index].extensions.sort { left, right in
        (left.after == nil ? 0 : 1, left.replaces ? 0 : 1, left.length ?? 0, left.kind)
          < (right.after == nil ? 0 : 1, right.replaces ? 0 : 1, right.length ?? 0, right.kind)
      }
    }
    for row in rows {
      let owner = limits.first { $0.key == row.cells["time_limit"] }
      if let after = row.cells["after"], owner?.extensions.contains(where: { $0.kind == after }) != true {
        throw row.fault("after", "unknown")
      }
    }
  }

  /// Whether every reference points somewhere, and versions of one thing neither overlap nor leave a gap.
  private func check(_ rows: [String: [LawRow]]) throws(LawFault) {
    for row in rows["law_article"] ?? [] where instruments[row.cells["instrument"] ?? ""] == nil {
      throw row.fault("instrument", "unknown")
    }
    for table in Self.tables {
      for row in rows[table] ?? [] {
        for key in row.words("citation") where articles[key] == nil { throw row.fault("citation", "unknown") }
      }
    }
    for key in CountingRule.all where articles[key] == nil {
      throw LawFault("law.data", ["table": "law_article", "row": key, "column": "key", "problem": "missing"])
    }
    for row in rows["time_limit"] ?? [] {
      if let other = row.cells["same_as"], limits[other] == nil || other == row.cells["rule"] {
        throw row.fault("same_as", "unknown")
      }
    }
    let series: [(String, (LawRow) -> String)] = [
      ("time_limit", { $0.cells["rule"] ?? "" }), ("penalty_scale", { $0.cells["scale"] ?? "" }),
      (
        "criminal_threshold",
        { row in
          ["offence", "subject", "metric", "needs", "below_metric"].map { row.cells[$0] ?? "" }.joined(separator: "/")
        }
      ),
    ]
    for (table, group) in series {
      for versions in Dictionary(grouping: rows[table] ?? [], by: group).values {
        var spans: [(row: LawRow, days: ClosedRange<Day>)] = []
        for row in versions { spans.append((row, try row.validity())) }
        spans.sort { $0.days.lowerBound < $1.days.lowerBound }
        for (earlier, later) in zip(spans, spans.dropFirst()) {
          let next = earlier.days.upperBound.adding(days: 1)
          if later.days.lowerBound < next || earlier.days.upperBound == .latest {
            throw later.row.fault("valid_from", "overlap")
          }
          if later.days.lowerBound > next { throw later.row.fault("valid_from", "gap") }
        }
      }
    }
  }
}

extension LawBook {
  /// The version of a rule for what happens on `day`, with the rule it borrows from resolved.
  ///
  /// - Throws: `law.rule-unknown`, `law.before-versions`, `law.after-versions`.
  public func limit(_ rule: String, on day: Day) throws(LawFault) -> TimeLimit {
    guard let versions = limits[rule] else { throw LawFault("law.rule-unknown", field: "rule", ["rule": rule]) }
    guard let version = versions.first(where: { $0.validity.contains(day) }) else {
      let first = versions[0].validity.lowerBound
      throw LawFault(
        day < first ? "law.before-versions" : "law.after-versions", field: "from",
        ["rule": rule, "day": day.description, "first": first.description])
    }
    guard let other = version.sameAs else { return version }
    return version.borrowing(try limit(other, on: day))
  }

  /// The day back to which repeated conduct is looked for at most.
  public func lookBackDay(from day: Day) -> Day {
    day.adding(months: -12 * (lookBacks.map(\.years).max() ?? 0))
  }

  /// When a limit ends under the version in force on the day of the trigger.
  ///
  /// - Throws: What `limit(_:on:)` and `TimeLimit.due` throw.
  public func due(_ rule: String, _ asked: Counting) throws(LawFault) -> Due {
    try limit(rule, on: asked.from.day).due(asked, by: calendar)
  }

  /// The citation as people read it: 国务院令第310号 第五条第二款, 《刑法》第二百一十四条.
  public func printed(_ citation: Citation) -> String {
    guard let instrument = instruments[citation.instrument] else { return citation.key }
    return citation.printed(name: printedNames[instrument.key] ?? instrument.printedName)
  }

  /// Whether the text of the article was read; an unknown one was not.
  public func isConfirmed(_ citation: Citation) -> Bool { articles[citation.key]?.isConfirmed ?? false }
}
