/// The screening of a case for crimes (涉嫌犯罪筛查): which thresholds its facts may reach.
///
/// It advises and never gates: a referral below every threshold is lawful, and owed, on reasonable suspicion.
///
/// Legal basis: 国务院令第310号 (2020) art. 3; 刑法 (2021) art. 12.
public struct Screen: Sendable {
  /// Every offence against intellectual property, by its article.
  public static let offences = ["213", "214", "215", "216", "217", "218", "219", "219-1"]
  /// From which part of a figure on it is nearly reached, in hundredths.
  static let nearPercent: Int64 = 80

  private let alternatives: [String: [CriminalThreshold]]

  /// A screen by these thresholds.
  public init(_ thresholds: [CriminalThreshold]) {
    alternatives = Dictionary(grouping: thresholds, by: \.offence)
  }

  /// A finding for each offence that the facts ask about.
  ///
  /// The law of the conduct decides unless the law of `asOf` is milder (从旧兼从轻). Conduct across a change of the law
  /// is measured by the law at its end and marked for a lawyer.
  ///
  /// - Parameter today: The day whose law is compared where the facts name none.
  public func findings(_ facts: ScreenFacts, on today: Day) -> [Finding] {
    let offences = facts.offence.map { [$0] } ?? Self.offences
    return offences.map { finding($0, facts, on: facts.asOf ?? today) }
  }

  private func finding(_ offence: String, _ facts: ScreenFacts, on asOf: Day) -> Finding {
    let rows = alternatives[offence] ?? []
    let end = facts.conductTo ?? facts.conductFrom
    var notes: [Finding.Note] = []
    if facts.conductFrom == nil { notes.append(.conductUnknown) }
    if offence == "213", facts.subject == nil { notes.append(.subjectAssumed) }
    if facts.turnoverIsGoodsValue { notes.append(.turnoverFromGoods) }
    if let from = facts.conductFrom, let end, rows.contains(where: { $0.changes(between: from, and: end) }) {
      notes.append(.acrossChange)
    }
    let now = measure(rows.filter { $0.governs(asOf) }, facts, day: end ?? asOf, of: offence)
    var ruling = now
    if let end, end != asOf {
      let then = rows.filter { $0.governs(end) }
      if then.isEmpty {
        notes.append(.noFigureThen)
        ruling = measure(then, facts, day: end, of: offence)
      } else {
        let old = measure(then, facts, day: end, of: offence)
        let differs = (old.result, old.tier) != (now.result, now.tier)
        // Not if an unknown fact could make it reach further: then it is not surely milder.
        let isMilder = now.severity < old.severity && !now.isOpen
        ruling = isMilder ? now : old
        if differs { notes.append(.versionsDiffer(then: old.summary, now: now.summary)) }
        if isMilder { notes.append(.milderNow) }
      }
    }
    notes += ruling.notes
    return Finding(
      offence: offence, result: ruling.result, tier: ruling.tier, decidedBy: ruling.decider?.row.key,
      version: ruling.version, arithmetic: ruling.arithmetic, citations: ruling.citations, notes: notes,
      isConfirmed: ruling.isConfirmed)
  }

  /// The facts against the alternatives of one version of the law.
  private func measure(
    _ rows: [CriminalThreshold], _ facts: ScreenFacts, day: Day, of offence: String
  ) -> Measurement {
    if rows.isEmpty {
      // No figure: unknown, unless the offence itself began later.
      let began = alternatives[offence]?.contains { $0.reachesBackTo != nil && $0.atLeast == 0 } ?? false
      return Measurement(without: began ? .notMet : .unknown)
    }
    let subject = facts.subject ?? .goods
    var tried: [Measurement.Alternative] = []
    tried.reserveCapacity(rows.count)
    var hasCatchAll = false
    for row in rows where row.subject == .any || subject == .any || row.subject == subject {
      switch row.metric {
      case .other: hasCatchAll = true
      case .halfItems: break
      default: tried.append(Measurement.Alternative(row, facts, day: day))
      }
    }
    for row in rows where row.metric == .halfItems {
      tried.append(Measurement.Alternative(half: row, facts, of: tried))
    }
    return Measurement(tried, hasCatchAll: hasCatchAll, version: rows.last?.version)
  }
}

extension CriminalThreshold {
  /// Whether it begins or ends to govern within conduct from one day to another.
  fileprivate func changes(between from: Day, and to: Day) -> Bool {
    let begins = reachesBackTo ?? validity.lowerBound
    return (from < begins && begins <= to) || (from <= validity.upperBound && validity.upperBound < to)
  }
}
