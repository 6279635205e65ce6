import Law

/// Random facts for the screening, the same at every run. Their values lie on, beside, and at four fifths, half and
/// multiples of the figures of a threshold of a random version, because that is where two programs disagree.
struct FactSets {
  private var dice: Dice
  private let rows: [String: [CriminalThreshold]]
  private let today: Day
  private static let years = date("2003-01-01").number...date("2026-12-31").number

  init(_ thresholds: [CriminalThreshold], seed: UInt64, today: Day) {
    dice = Dice(state: seed)
    rows = Dictionary(grouping: thresholds.filter { $0.metric != .other }, by: \.offence)
    self.today = today
  }

  /// The next set: an offence, and a day of comparison, are always known.
  mutating func next() -> ScreenFacts {
    var facts = ScreenFacts()
    let offence = pick(Screen.offences)
    guard let alternatives = rows[offence], !alternatives.isEmpty else { fatalError("no threshold of \(offence)") }
    let aim = pick(alternatives)
    facts.offence = offence
    facts.asOf = chance(70) ? today : Day(number: Int.random(in: Self.years, using: &dice))
    facts.subject = chance(60) ? aim.subject : pick([nil, .goods, .services, .any])
    facts.isUnit = pick([nil, true, false])
    setConduct(&facts, aim)
    setMeasures(&facts, aim, alternatives)
    setConditions(&facts, aim)
    setSanctions(&facts, aim)
    return facts
  }

  // MARK: Days

  private mutating func setConduct(_ facts: inout ScreenFacts, _ aim: CriminalThreshold) {
    if chance(8) { return }
    let first = max(aim.validity.lowerBound.number, Self.years.lowerBound)
    let last = min(aim.validity.upperBound.number, Self.years.upperBound)
    let number =
      switch Int.random(in: 0..<100, using: &dice) {
      case ..<50: Int.random(in: min(first, last)...last, using: &dice)
      case ..<75: pick([first, last, aim.reachesBackTo?.number ?? first]) + pick([-1, 0, 1])
      default: Int.random(in: Self.years, using: &dice)
      }
    let end = Day(number: number)
    let begin = end.adding(days: -pick([0, 0, 1, 30, 365, 731, Int.random(in: 0..<1500, using: &dice)]))
    if chance(85) { facts.conductTo = end }
    if chance(85) || facts.conductTo == nil { facts.conductFrom = begin }
  }

  private mutating func setSanctions(_ facts: inout ScreenFacts, _ aim: CriminalThreshold) {
    guard chance(65) else { return }
    var sanctions: [ScreenFacts.Sanction] = []
    let end = facts.conductTo ?? facts.conductFrom ?? today
    let begin = facts.conductFrom ?? end
    let count = aim.needs.contains(.repeated) ? pick([1, 1, 2]) : pick([0, 0, 0, 1, 2])
    for _ in 0..<count {
      let base = pick([end, begin, end.adding(months: -24), begin.adding(months: -24)])
      let days = pick([-1, 0, 1, Int.random(in: -900..<60, using: &dice)])
      let offence = chance(75) && !aim.repeatGroup.isEmpty ? pick(aim.repeatGroup) : pick(Screen.offences)
      sanctions.append(ScreenFacts.Sanction(date: base.adding(days: days), offence: offence))
    }
    facts.priorSanctions = sanctions
  }

  // MARK: Values

  private mutating func setMeasures(
    _ facts: inout ScreenFacts, _ aim: CriminalThreshold, _ alternatives: [CriminalThreshold]
  ) {
    set(&facts, aim)
    while chance(45) { set(&facts, pick(alternatives)) }
    // Beside the metrics of the offence, now and then one that has nothing to do with it.
    if chance(5) { facts.measures[pick(Self.measured)] = Int64.random(in: 0..<10_000_000, using: &dice) }
  }

  private mutating func set(_ facts: inout ScreenFacts, _ row: CriminalThreshold) {
    guard let figure = [row.atLeast, row.tier2].compactMap(\.self).randomElement(using: &dice) else { return }
    let value = near(facts.isUnit == true && chance(50) ? figure * (row.unitMultiple ?? 1) : figure)
    switch row.metric {
    case .none, .other, .halfItems: break
    case .soldAndUnsold: split(value, row.below, &facts, .sales, .unsold)
    case .soldAndUnsoldPieces: split(value, row.below, &facts, .pieces, .unsoldPieces)
    case .soldAndUnsoldCopies: split(value, row.below, &facts, .copies, .unsoldCopies)
    case .goodsAndServicesGains:
      let part = pick([0, value / 2, value, near(value)])
      facts.measures[.gains] = part
      facts.servicesGains = max(0, value - part)
    default: facts.measures[row.metric] = value
    }
  }

  private mutating func split(
    _ value: Int64, _ below: Int64?, _ facts: inout ScreenFacts, _ sold: CriminalThreshold.Metric,
    _ unsold: CriminalThreshold.Metric
  ) {
    let part = pick([0, value / 3, near(below ?? value), near(below ?? value)])
    if chance(95) { facts.measures[sold] = part }
    facts.measures[unsold] = max(0, value - part)
  }

  /// A number that lies on, or right beside, a part or multiple of a figure.
  private mutating func near(_ figure: Int64) -> Int64 {
    let percent = pick([
      100, 100, 100, 100, 80, 80, 80, 50, 50, 90, 120, 200, 300, 0, Int64.random(in: 0..<250, using: &dice),
    ])
    return max(0, figure * percent / 100 + pick([-1, 0, 0, 1]))
  }

  // MARK: Conditions

  private mutating func setConditions(_ facts: inout ScreenFacts, _ aim: CriminalThreshold) {
    facts.marks = aim.needs.contains(.twoMarks) && chance(75) ? pick([2, 3]) : pick([nil, 0, 1, 2])
    facts.patents = aim.needs.contains(.twoPatents) && chance(75) ? pick([2, 3]) : pick([nil, 0, 1, 2])
    facts.ownLabels = given(aim, .othersLabels).map { !$0 }
    facts.bankrupt = given(aim, .bankrupt)
    facts.foreignRecipient = aim.offence == "219-1" && chance(60) ? true : given(aim, .foreignRecipient)
    facts.network = given(aim, .network)
    facts.circumvention = given(aim, .circumvention)
  }

  private mutating func given(_ aim: CriminalThreshold, _ condition: CriminalThreshold.Condition) -> Bool? {
    aim.needs.contains(condition) && chance(70) ? true : pick([nil, nil, true, false])
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &dice) < percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &dice)]
  }

  /// The metrics that a fact states by itself, in the order of the columns.
  static let measured: [CriminalThreshold.Metric] = [
    .gains, .turnover, .sales, .unsold, .loss, .pieces, .unsoldPieces, .copies, .unsoldCopies, .works, .downloads,
    .clicks, .members,
  ]
}

/// SplitMix64, so that a seed gives the same facts on every machine.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The day of a text that is one.
private func date(_ text: String) -> Day { Day(text)! }

extension ScreenFacts {
  /// The row of the table `facts` that states them, in CSV.
  func row(_ id: Int) -> String {
    let measured = FactSets.measured.map { measures[$0]?.description }
    let flags = [ownLabels, bankrupt, foreignRecipient, network, circumvention, isUnit].map { $0?.description }
    let cells =
      [
        id.description, offence, conductFrom?.description, conductTo?.description, asOf?.description, subject?.rawValue,
        marks?.description, patents?.description,
      ] + measured + [servicesGains?.description] + flags + [(priorSanctions != nil).description]
    return cells.map { $0 ?? "" }.joined(separator: ",") + "\n"
  }

  /// The rows of the table `sanction`, in CSV.
  func sanctionRows(_ id: Int) -> String {
    (priorSanctions ?? []).map { "\(id),\($0.date),\($0.offence)\n" }.joined()
  }

  /// The tables that those rows fill.
  static let tables = """
    create temp table facts (
      id int primary key, offence text, conduct_from date, conduct_to date, as_of date, subject text, marks int,
      patents int, gains bigint, turnover bigint, sales bigint, unsold bigint, loss bigint, pieces bigint,
      unsold_pieces bigint, copies bigint, unsold_copies bigint, works bigint, downloads bigint, clicks bigint,
      members bigint, services_gains bigint, own_labels bool, bankrupt bool, foreign_recipient bool, network bool,
      circumvention bool, is_unit bool, sanctions_known bool) on commit drop;
    create temp table sanction (facts int, date date, offence text) on commit drop;
    create index on sanction (facts);
    """
}
