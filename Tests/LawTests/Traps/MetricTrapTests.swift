import Law
import Testing

/// Traps in what is measured and what may be added together, under the text of 2025.
@Suite struct MetricTrapTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  private func finding(_ offence: String, _ change: (inout ScreenFacts) -> Void) throws -> Finding {
    var facts = ScreenFacts()
    (facts.offence, facts.conductFrom) = (offence, date("2026-03-02"))
    (facts.subject, facts.marks, facts.patents, facts.priorSanctions) = (.goods, 1, 1, [])
    (facts.ownLabels, facts.network, facts.circumvention) = (false, false, false)
    change(&facts)
    return try #require(Screen(book.thresholds).findings(facts, on: date("2026-03-02")).first)
  }

  // Trap: three times the figure for what is not sold is money under 214, pieces under 215, either under 218.
  @Test(arguments: [
    ("214", CriminalThreshold.Metric.unsold, 15_000_000), ("215", .unsoldPieces, 30_000),
    ("218", .unsold, 30_000_000), ("218", .unsoldCopies, 3000),
  ])
  func threeTimesTheFigureIsNotMeasuredAlike(
    offence: String, metric: CriminalThreshold.Metric, figure: Int64
  ) throws {
    let met = try finding(offence) { $0.measures[metric] = figure }
    #expect((met.result, met.tier) == (.met, 1))
    #expect(try finding(offence) { $0.measures[metric] = figure - 1 }.result == .near)
  }

  // Trap: whether goods not sold are an attempt is not settled; that they alone count must be said, of copies too.
  @Test(arguments: [
    ("214", CriminalThreshold.Metric.unsold, 15_000_000), ("215", .unsoldPieces, 30_000),
    ("218", .unsold, 30_000_000), ("218", .unsoldCopies, 3000),
  ])
  func thatOnlyGoodsNotSoldCountIsSaid(offence: String, metric: CriminalThreshold.Metric, figure: Int64) throws {
    #expect(try finding(offence) { $0.measures[metric] = figure }.notes.contains(.unsoldOnly))
  }

  // Trap: the rule for labels not sold is for labels that others made.
  @Test func ownLabelsNotSoldDoNotCount() throws {
    func result(_ own: Bool?) throws -> Finding.Result {
      try finding("215") { ($0.ownLabels, $0.measures[.unsoldPieces]) = (own, 30_000) }.result
    }
    #expect(try result(false) == .met)
    #expect(try result(true) == .notMet)
    #expect(try result(nil) == .unknown)
  }

  // Trap: 213 and 217 have no such rule: goods made or stored are turnover there already.
  @Test func goodsNotSoldAreNoAlternativeUnder213And217() throws {
    let unsold: Set<CriminalThreshold.Metric> = [
      .unsold, .soldAndUnsold, .unsoldPieces, .soldAndUnsoldPieces, .unsoldCopies, .soldAndUnsoldCopies,
    ]
    let offences = Set(book.thresholds.filter { unsold.contains($0.metric) }.map(\.offence))
    #expect(offences == ["214", "215", "218"])
    #expect(try finding("213") { $0.measures[.unsold] = 1_000_000_000 }.result == .unknown)
  }

  // Trap: sold and unsold are added, but only where what was sold stays below its own figure.
  @Test func soldAndUnsoldAreAddedBelowTheFigureForSales() throws {
    let sum = try finding("214") { ($0.measures[.sales], $0.measures[.unsold]) = (4_999_999, 10_000_001) }
    #expect((sum.result, sum.tier, sum.decidedBy) == (.met, 1, "214-2025-sold-and-unsold"))
    let less = try finding("214") { ($0.measures[.sales], $0.measures[.unsold]) = (3_000_000, 11_999_999) }
    #expect(less.result == .near)
    let sold = try finding("214") { ($0.measures[.sales], $0.measures[.unsold]) = (5_000_000, 145_000_000) }
    #expect((sold.result, sold.tier) == (.met, 1))
  }

  // Trap: services know no turnover; only gains count.
  @Test func turnoverOfServicesIsNoMeasure() throws {
    let turnover = try finding("213") { ($0.subject, $0.measures[.turnover]) = (.services, 1_000_000_000) }
    #expect(turnover.result == .unknown)
    let gains = try finding("213") { ($0.subject, $0.measures[.gains]) = (.services, 5_000_000) }
    #expect((gains.result, gains.tier) == (.met, 1))
    #expect(try finding("213") { ($0.subject, $0.measures[.gains]) = (.services, 3_000_000) }.result != .met)
  }

  // Trap: gains are never added to turnover.
  @Test func gainsAndTurnoverAreNotAdded() throws {
    let finding = try finding("213") { ($0.measures[.gains], $0.measures[.turnover]) = (2_000_000, 3_900_000) }
    #expect(finding.result == .notMet)
  }

  // Trap: gains from goods and from services are, where those from goods alone do not reach their figure.
  @Test func gainsFromGoodsAndServicesAreAdded() throws {
    let finding = try finding("213") { ($0.measures[.gains], $0.servicesGains) = (2_500_000, 2_500_000) }
    #expect((finding.result, finding.tier) == (.met, 1))
    #expect(finding.decidedBy == "213-2025-goods-and-services-gains")
  }

  // Trap: two items of the provision each half reached are enough; the ways of measuring a network are one item.
  @Test func twoItemsHalfReachedAreEnough() throws {
    let half = try finding("217") { ($0.measures[.turnover], $0.measures[.copies]) = (2_500_000, 250) }
    #expect((half.result, half.tier, half.decidedBy) == (.met, 1, "217-2025-half-items"))
    #expect(try finding("217") { ($0.measures[.turnover], $0.measures[.copies]) = (2_500_000, 249) }.result == .notMet)
    let network = try finding("217") { ($0.measures[.downloads], $0.measures[.clicks]) = (5000, 50_000) }
    #expect(network.result == .notMet)
    let second = try finding("217") { ($0.measures[.turnover], $0.measures[.copies]) = (25_000_000, 2500) }
    #expect(second.tier == 2)
  }

  // Trap: the lower figures for two marks need two marks.
  @Test func oneMarkDoesNotReachTheFigureForTwo() throws {
    #expect(try finding("213") { ($0.marks, $0.measures[.turnover]) = (1, 3_000_000) }.result == .notMet)
    #expect(try finding("213") { ($0.marks, $0.measures[.turnover]) = (2, 3_000_000) }.result == .met)
    #expect(try finding("215") { ($0.marks, $0.measures[.pieces]) = (2, 5000) }.result == .met)
  }

  // Trap: doing it again needs a sanction of the last two years, and for an offence of the same group.
  @Test(arguments: [
    ("213", "2025-06-01", true), ("214", "2025-06-01", true), ("215", "2025-06-01", true),
    ("216", "2025-06-01", false), ("217", "2025-06-01", false), ("219", "2025-06-01", false),
    ("213", "2024-03-02", true), ("213", "2024-03-01", false), ("213", "2026-03-02", false),
  ])
  func doingItAgainNeedsASanctionOfTheSameGroupWithinTwoYears(offence: String, day: String, counts: Bool) throws {
    let before = ScreenFacts.Sanction(date: date(day), offence: offence)
    let again = try finding("214") { ($0.priorSanctions, $0.measures[.sales]) = ([before], 3_500_000) }
    #expect(again.result == (counts ? .met : .notMet))
  }

  // Trap: groups are 213 to 215, 216, 217 and 218, 219 and 219-1.
  @Test func theGroupsOfOffencesAreNotMixed() {
    let groups = [["213", "214", "215"], ["216"], ["217", "218"], ["219", "219-1"]]
    for row in book.thresholds where row.needs.contains(.repeated) {
      #expect(groups.first { $0.contains(row.offence) } == row.repeatGroup, "\(row.key)")
      #expect(row.repeatYears == 2)
    }
  }

  // Trap: 214, 217 and 218 have no catch-all.
  @Test func onlySomeOffencesHaveACatchAll() {
    let open = book.thresholds.filter { $0.metric == .other && $0.version == "2025" }
    #expect(Set(open.map(\.offence)) == ["213", "215", "216", "219"])
  }
}
