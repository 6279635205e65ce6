import Law
import Testing

/// Traps in which version of a threshold measures conduct, and in its metrics and figures.
@Suite struct ScreenTrapTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  /// The finding of 2 March 2026 on an offence, with everything known but what `change` measures.
  private func finding(
    _ offence: String, _ conduct: String, to end: String? = nil, _ change: (inout ScreenFacts) -> Void
  ) throws -> Finding {
    var facts = ScreenFacts()
    (facts.offence, facts.conductFrom, facts.conductTo) = (offence, date(conduct), end.map(date))
    (facts.subject, facts.marks, facts.patents, facts.priorSanctions) = (.goods, 1, 1, [])
    (facts.ownLabels, facts.bankrupt, facts.foreignRecipient) = (false, false, false)
    (facts.network, facts.circumvention, facts.isUnit) = (false, false, false)
    change(&facts)
    return try #require(Screen(book.thresholds).findings(facts, on: date("2026-03-02")).first)
  }

  // Trap: the version goes by the day of the conduct, not of filing; a stricter later text does not reach back.
  @Test(arguments: [
    ("215", CriminalThreshold.Metric.pieces, 12_000), ("215", .gains, 2_200_000), ("215", .turnover, 3_500_000),
    ("216", .loss, 35_000_000), ("218", .gains, 6_000_000),
  ])
  func aStricterTextMeasuresLaterConductOnly(
    offence: String, metric: CriminalThreshold.Metric, value: Int64
  ) throws {
    let earlier = try finding(offence, "2025-04-25") { $0.measures[metric] = value }
    #expect(earlier.result == .notMet)
    #expect(earlier.version == "2004")
    let later = try finding(offence, "2025-04-26") { $0.measures[metric] = value }
    #expect((later.result, later.tier, later.version) == (.met, 1, "2025"))
  }

  // Trap: a milder later text is kept for earlier conduct too.
  @Test(arguments: [
    ("213", CriminalThreshold.Metric.turnover, 30_000_000), ("214", .sales, 30_000_000), ("217", .gains, 16_000_000),
    ("217", .copies, 2500), ("219", .loss, 260_000_000),
  ])
  func aMilderTextReachesBack(offence: String, metric: CriminalThreshold.Metric, value: Int64) throws {
    let finding = try finding(offence, "2024-06-01") { $0.measures[metric] = value }
    #expect((finding.result, finding.tier, finding.version) == (.met, 1, "2025"))
    #expect(finding.notes.contains(.milderNow))
  }

  // Trap: fifty thousand clicks were enough until April 2025; the new hundred thousand are kept for them too.
  @Test(arguments: ["2024-06-01", "2025-06-01"]) func sixtyThousandClicksAreNoLongerEnough(conduct: String) throws {
    let finding = try finding("217", conduct) { ($0.network, $0.measures[.clicks]) = (true, 60_000) }
    #expect(finding.result == .notMet)
  }

  // Trap: conduct on both sides of a change needs a lawyer.
  @Test func conductAcrossAChangeIsMarked() throws {
    let across = try finding("214", "2025-03-01", to: "2025-05-01") { $0.measures[.sales] = 5_000_000 }
    #expect(across.notes.contains(.acrossChange))
    let after = try finding("214", "2025-04-26", to: "2025-05-01") { $0.measures[.sales] = 5_000_000 }
    #expect(!after.notes.contains(.acrossChange))
  }

  // Trap: the figures of 2004, 2007 and 2020 must stay in the table.
  @Test(arguments: [
    ("217", CriminalThreshold.Metric.copies, 600, "2007-04-04", Finding.Result.notMet),
    ("217", .copies, 600, "2007-04-05", .met), ("219", .loss, 35_000_000, "2020-09-13", .notMet),
    ("219", .loss, 35_000_000, "2020-09-14", .met), ("219", .gains, 30_000_000, "2020-09-14", .met),
    ("213", .turnover, 5_000_000, "2004-12-22", .met), ("218", .gains, 10_000_000, "2004-12-22", .met),
  ])
  func olderFiguresStayInForceForOlderConduct(
    offence: String, metric: CriminalThreshold.Metric, value: Int64, conduct: String, result: Finding.Result
  ) throws {
    #expect(try finding(offence, conduct) { $0.measures[metric] = value }.result == result)
  }

  // Trap: units needed three times the figures until 4 April 2007, and the same since.
  @Test func unitsNeededThreeTimesTheFiguresUntil2007() throws {
    func result(_ conduct: String, _ turnover: Int64) throws -> Finding.Result {
      try finding("213", conduct) { ($0.isUnit, $0.measures[.turnover]) = (true, yuan(turnover).value) }.result
    }
    #expect(try result("2007-04-04", 100_000) == .notMet)
    #expect(try result("2007-04-04", 150_000) == .met)
    #expect(try result("2007-04-05", 50_000) == .met)
  }

  // Trap: the second tier is ten times the first, but five times for labels, and there is none for 216 and 218.
  @Test func theMultipleOfTheSecondTierDiffersByOffence() {
    let multiples: [String: Int64] = ["213": 10, "214": 10, "215": 5, "217": 10, "219": 10]
    let rows = book.thresholds.filter { $0.version == "2025" && ![.halfItems, .none, .other].contains($0.metric) }
    for row in rows where row.offence != "219-1" {
      #expect(row.tier2 == multiples[row.offence].map { (row.atLeast ?? 0) * $0 }, "\(row.key)")
    }
    #expect(Set(rows.map(\.offence)).count == 8)
  }

  // Trap: the multiple goes with the alternative that matches: one mark or two, first time or again, sold or not.
  @Test func theMultipleAppliesToTheAlternativeThatMatches() throws {
    func tier(_ offence: String, _ change: (inout ScreenFacts) -> Void) throws -> Int? {
      try finding(offence, "2026-03-02", change).tier
    }
    #expect(try tier("213") { $0.measures[.turnover] = 30_000_000 } == 1)
    #expect(try tier("213") { ($0.marks, $0.measures[.turnover]) = (2, 30_000_000) } == 2)
    #expect(try tier("215") { $0.measures[.pieces] = 49_999 } == 1)
    #expect(try tier("215") { $0.measures[.pieces] = 50_000 } == 2)
    #expect(try tier("214") { $0.measures[.unsold] = 149_999_999 } == 1)
    #expect(try tier("214") { $0.measures[.unsold] = 150_000_000 } == 2)
    let before = ScreenFacts.Sanction(date: date("2025-06-01"), offence: "215")
    #expect(try tier("214") { ($0.priorSanctions, $0.measures[.unsold]) = ([before], 90_000_000) } == 2)
  }

  // Trap: bankruptcy of the right holder made the first tier in 2020 and makes the second since 2025.
  @Test(arguments: [("2022-06-01", 1), ("2025-04-25", 1), ("2025-04-26", 2)])
  func bankruptcyMovedFromTheFirstTierToTheSecond(conduct: String, tier: Int) throws {
    let finding = try finding("219", conduct) { $0.bankrupt = true }
    #expect((finding.result, finding.tier) == (.met, tier))
  }

  // Trap: obtaining secrets for somebody abroad has no amount to be reached.
  @Test func secretsForSomebodyAbroadNeedNoAmount() throws {
    let finding = try finding("219-1", "2026-03-02") { $0.foreignRecipient = true }
    #expect((finding.result, finding.tier) == (.met, 1))
  }

  // Trap: the criminal law changed on 1 March 2021: before, there was no such offence and no text can reach back to it.
  @Test func anOffenceDoesNotReachBackToBeforeItWasOne() throws {
    #expect(try finding("219-1", "2021-03-01") { $0.foreignRecipient = true }.result == .met)
    #expect(try finding("219-1", "2021-02-28") { $0.foreignRecipient = true }.result != .met)
  }

  // Trap: services had no figure until 2025; the first one that came measures earlier conduct, but from that day only.
  @Test func servicesAreMeasuredSinceMarch2021ByTheFirstFigureThatCame() throws {
    func services(_ conduct: String) throws -> Finding {
      try finding("213", conduct) { ($0.subject, $0.measures[.gains]) = (.services, 5_000_000) }
    }
    #expect(try (services("2021-03-01").result, services("2021-03-01").version) == (.met, "2025"))
    #expect(try services("2021-02-28").result == .notMet)
  }

  // Trap: the label figure of twenty thousand, which many calculators still use, is gone.
  @Test func tenThousandLabelsAreEnoughNow() throws {
    #expect(try finding("215", "2026-03-02") { $0.measures[.pieces] = 10_000 }.result == .met)
    #expect(try finding("215", "2026-03-02") { $0.measures[.pieces] = 9_999 }.result == .near)
  }

  // Trap: goods not sold were valued at marked or average price alike; since 2025 at the average first, strictly.
  @Test func theOrderOfPricesIsStrictSince2025() {
    func order(_ day: String) -> [[String]] {
      let steps = book.prices.filter {
        $0.purpose == "criminal" && !$0.isForSold && $0.validity.contains(date(day))
      }
      return Set(steps.map(\.position)).sorted().map { position in
        steps.filter { $0.position == position }.map(\.method).sorted()
      }
    }
    #expect(order("2025-04-25") == [["average-price", "marked-price"], ["market-mid-price"]])
    #expect(order("2025-04-26") == [["average-price"], ["marked-price"], ["market-mid-price"]])
  }
}
