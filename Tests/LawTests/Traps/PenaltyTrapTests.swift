import Law
import Testing

/// Traps in scales of fines: their version, their base, their boundary, their ends.
@Suite struct PenaltyTrapTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  /// A range in short: branch, least and most.
  private func range(_ scale: String, _ base: Fen?, _ day: String = "2026-03-02", isSerious: Bool = false) throws
    -> String
  {
    let range = try book.fine(scale, base: base, on: date(day), isSerious: isSerious)
    return "\(range.branch.rawValue) \(range.least?.yuan ?? "-") \(range.most?.yuan ?? "-")"
  }

  // Trap: the articles on trademarks change their number on 1 January 2027; the day of the act decides which is cited.
  @Test(arguments: [
    ("2026-12-31", "trademark-law@60.2"), ("2027-01-01", "trademark-law-2026@74.2"),
  ])
  func theDayOfTheActDecidesWhichTrademarkLawIsCited(day: String, citation: String) throws {
    let range = try book.fine("trademark-infringement", base: yuan(80_000), on: date(day))
    #expect(range.scale.authority.citations.map(\.key) == [citation])
    #expect(range.most == yuan(400_000))
  }

  // Trap: the old text confiscates and destroys, the new one confiscates.
  @Test func destructionIsNamedUntilTheEndOf2026Only() throws {
    func confiscates(_ day: String) throws -> String? {
      try book.fine("trademark-infringement", base: .zero, on: date(day)).scale.confiscates
    }
    #expect(try confiscates("2026-12-31")?.contains("销毁") == true)
    #expect(try confiscates("2027-01-01")?.contains("没收") == true)
    #expect(try confiscates("2027-01-01")?.contains("销毁") == false)
  }

  // Trap: a scale is chosen by the day of the act on either side of each change of the law.
  @Test(arguments: [
    ("patent-passing-off", 60_000, "2021-05-31", "above - 240000.00"),
    ("patent-passing-off", 60_000, "2021-06-01", "above - 300000.00"),
    ("patent-passing-off", 0, "2021-05-31", "below - 200000.00"),
    ("patent-passing-off", 0, "2021-06-01", "below - 250000.00"),
    ("plant-variety-infringement", 60_000, "2025-06-01", "above 300000.00 600000.00"),
    ("trade-secret", nil, "2019-04-22", "fixed 100000.00 500000.00"),
    ("trade-secret", nil, "2019-04-23", "fixed 100000.00 1000000.00"),
    ("trade-secret", nil, "2025-10-15", "fixed 100000.00 1000000.00"),
    ("trademark-well-known", nil, "2026-12-31", "fixed 100000.00 100000.00"),
    ("trademark-well-known", nil, "2027-01-01", "fixed - 100000.00"),
  ])
  func theDayOfTheActDecidesWhichScaleApplies(scale: String, base: Int64?, day: String, expected: String) throws {
    #expect(try range(scale, base.map { yuan($0) }, day) == expected)
  }

  // Trap: a serious infringement of trade secrets begins at 500,000 until 14 October 2025, then at a million.
  @Test(arguments: [
    ("2019-04-22", "serious 500000.00 3000000.00"), ("2025-10-14", "serious 500000.00 5000000.00"),
    ("2025-10-15", "serious 1000000.00 5000000.00"),
  ])
  func aSeriousInfringementOfTradeSecretsCostsMoreSinceOctober2025(day: String, expected: String) throws {
    #expect(try range("trade-secret", nil, day, isSerious: true) == expected)
  }

  // Trap: 以上 and 以下 hold the number itself: fifty thousand is above for trademarks and copyright, below for patents.
  @Test(arguments: [
    ("trademark-infringement", "below - 250000.00", "above - 250000.00", "above - 250000.05"),
    ("copyright-infringement", "below - 250000.00", "above 50000.00 250000.00", "above 50000.01 250000.05"),
    ("confusion", "below - 250000.00", "above - 250000.00", "above - 250000.05"),
    ("patent-passing-off", "below - 250000.00", "below - 250000.00", "above - 250000.05"),
    (
      "plant-variety-infringement", "below 10000.00 250000.00", "above 250000.00 500000.00",
      "above 250000.05 500000.10"
    ),
  ])
  func fiftyThousandItselfBelongsToOneBranch(scale: String, less: String, equal: String, more: String) throws {
    #expect(try range(scale, yuan(49_999, fen: 99)) == less)
    #expect(try range(scale, yuan(50_000)) == equal)
    #expect(try range(scale, yuan(50_000, fen: 1)) == more)
  }

  // Trap: under the old rules on copyright fifty thousand is both.
  @Test func fiftyThousandIsInBothBranchesOfTheOldCopyrightRules() throws {
    #expect(try range("copyright-infringement-old", yuan(50_000), "2021-05-31") == "both - 250000.00")
    #expect(try range("copyright-infringement-old", yuan(60_000), "2021-05-31") == "above 60000.00 300000.00")
    #expect(fault { try range("copyright-infringement", yuan(50_000), "2021-05-31") }?.code == "law.before-versions")
  }

  // Trap: what is multiplied differs by law: turnover, gains, the value of the goods, or nothing.
  @Test(arguments: [
    ("trademark-infringement", PenaltyScale.Base.turnover), ("copyright-infringement", .turnover),
    ("olympic-mark", .turnover), ("confusion", .turnover), ("patent-passing-off", .gains), ("special-mark", .gains),
    ("world-expo", .gains), ("plant-variety-infringement", .goodsValue), ("seed-variety", .goodsValue),
    ("gi-origin", .goodsValue), ("customs-infringing-goods", .goodsValue), ("trade-secret", .none),
    ("layout-design", .none),
  ])
  func whatIsMultipliedDiffersByLaw(scale: String, base: PenaltyScale.Base) throws {
    let version = try #require(book.scales[scale]?.first { $0.validity.contains(date("2026-03-02")) })
    #expect(version.base == base)
  }

  // Trap: thirty percent of the goods at the customs, the value of the goods once for a forged origin, no fine at all
  // for layout designs.
  @Test func percentagesAndNoFineAtAll() throws {
    #expect(try range("customs-infringing-goods", yuan(100_000)) == "above - 30000.00")
    #expect(try range("gi-origin", yuan(100_000)) == "above - 100000.00")
    #expect(try range("special-mark", .zero) == "below - 10000.00")
    #expect(try range("special-mark", yuan(1000)) == "above - 5000.00")
    #expect(try range("world-expo", .zero) == "below - 50000.00")
    #expect(try range("trademark-unregistered", yuan(60_000)) == "above - 12000.00")
    #expect(try range("layout-design", nil) == "fixed - -")
    #expect(try !book.fine("layout-design", base: nil, on: date("2026-03-02")).holds(yuan(1)))
  }

  // Trap: only copyright and plant varieties have a least fine; trademarks and patents have none.
  @Test func aLeastFineExistsOnlySometimes() throws {
    func least(_ scale: String, _ base: Int64) throws -> Fen? {
      try book.fine(scale, base: yuan(base), on: date("2026-03-02")).least
    }
    #expect(try least("copyright-infringement", 80_000) == yuan(80_000))
    #expect(try least("copyright-infringement", 10_000) == nil)
    #expect(try least("plant-variety-counterfeit", 80_000) == yuan(400_000))
    #expect(try least("seed-variety", 1000) == yuan(10_000))
    for scale in ["trademark-infringement", "patent-passing-off"] { #expect(try least(scale, 80_000) == nil) }
    let trademark = try book.fine("trademark-infringement", base: yuan(80_000), on: date("2026-03-02"))
    #expect(trademark.holds(.zero) && trademark.holds(yuan(400_000)) && !trademark.holds(yuan(400_000, fen: 1)))
  }

  // Trap: two infringements of trademarks in five years make the heavier penalty mandatory, without figures of its own.
  @Test func twoInfringementsInFiveYearsMakeTheFineMandatoryWithinTheSameRange() throws {
    for day in ["2026-12-31", "2027-01-01"] {
      let plain = try book.fine("trademark-infringement", base: yuan(80_000), on: date(day))
      let heavier = try book.fine("trademark-infringement-aggravated", base: yuan(80_000), on: date(day))
      #expect((heavier.least, heavier.most) == (plain.least, plain.most))
      #expect((plain.scale.isMandatory, heavier.scale.isMandatory) == (false, true))
    }
  }

  // Trap: a hearing is due from an amount that follows the kind of party, for fines and for confiscations alike.
  @Test(arguments: [
    ("natural-person", "fine", 10_000), ("organisation", "fine", 100_000), ("natural-person", "confiscation", 10_000),
    ("organisation", "confiscation", 100_000),
  ])
  func aHearingDependsOnThePartyAndOnWhatIsTaken(party: String, measure: String, amount: Int64) {
    let rows = book.hearings.filter { $0.party == party && $0.measure == measure }
    #expect(rows.map(\.amount) == [yuan(amount)])
  }

  @Test func aFineThatTheBookCannotAnswerIsRefused() {
    #expect(fault { try range("parking", nil) }?.code == "law.scale-unknown")
    #expect(fault { try range("trademark-infringement", nil) }?.code == "law.base-needed")
    #expect(fault { try range("plant-variety-infringement", .zero, "2025-05-31") }?.code == "law.scale-open")
    #expect(fault { try range("trademark-infringement", .zero, "2014-04-30") }?.code == "law.before-versions")
  }
}
