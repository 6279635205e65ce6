import Casework
import Law
import Testing

/// Expected values by hand: three per cent of what is unpaid a day, at most the fine (行政处罚法 art. 72), nothing during a
/// review or a suit (art. 73).
@Suite struct SurchargeTests {
  /// A fine of 10,000 yuan to be paid by 2026-11-10.
  private let fine = Fen(1_000_000) ?? .zero
  private let due = Day(year: 2026, month: 11, day: 10) ?? .earliest

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(arguments: [
    ("2026-11-09", 0, "0.00"), ("2026-11-10", 0, "0.00"), ("2026-11-11", 1, "300.00"), ("2026-11-12", 2, "600.00"),
    ("2026-11-30", 20, "6000.00"), ("2026-12-13", 33, "9900.00"), ("2026-12-14", 34, "10000.00"),
    ("2026-12-31", 51, "10000.00"), ("2199-12-31", 63238, "10000.00"),
  ])
  func itIsThreePerCentADayFromTheDayAfterAndNeverMoreThanTheFine(through: String, days: Int, yuan: String) throws {
    let surcharge = Surcharge(on: fine, of: fine, after: due, through: try day(through))
    #expect(surcharge.days == days)
    #expect(surcharge.amount.yuan == yuan)
  }

  @Test(
    arguments: [(600_000, 10, "1800.00"), (600_000, 55, "9900.00"), (600_000, 56, "10000.00"), (0, 30, "0.00")]
      as [(Int64, Int, String)])
  func itIsOfWhatIsUnpaidAndStaysWithinTheWholeFine(unpaid: Int64, days: Int, yuan: String) throws {
    let unpaid = try #require(Fen(unpaid))
    let surcharge = Surcharge(on: unpaid, of: fine, after: due, through: due.adding(days: days))
    #expect(surcharge.amount.yuan == yuan)
  }

  @Test(
    arguments: [(3333, 1, "0.99"), (3333, 2, "1.99"), (3333, 3, "2.99"), (3334, 1, "1.00"), (33, 1, "0.00")]
      as [(Int64, Int, String)])
  func partsOfAFenAreDroppedFromTheSum(fen: Int64, days: Int, yuan: String) throws {
    let small = try #require(Fen(fen))
    let surcharge = Surcharge(on: small, of: small, after: due, through: due.adding(days: days))
    #expect(surcharge.amount.yuan == yuan)
  }

  @Test func aReviewOrASuitStopsItAndNothingElseDoes() throws {
    let through = try day("2026-11-25")
    func days(_ pauses: [Pause]) -> Int {
      Surcharge(on: fine, of: fine, after: due, through: through, pauses: pauses).days
    }
    // 11 to 25 November are 15 days.
    #expect(days([]) == 15)
    let review = Pause(.reviewOrSuit, from: try day("2026-11-15"), to: try day("2026-11-20"))
    #expect(days([review]) == 9)
    let suit = Pause(.reviewOrSuit, from: try day("2026-11-18"), to: try day("2026-11-22"))
    #expect(days([review, suit]) == 7)
    #expect(days([Pause(.reviewOrSuit, from: try day("2026-11-15"), to: nil)]) == 4)
    #expect(days([Pause(.reviewOrSuit, from: try day("2026-11-01"), to: try day("2026-11-30"))]) == 0)
    #expect(days([Pause(.reviewOrSuit, from: try day("2026-11-26"), to: nil)]) == 15)
    #expect(days([Pause(.suspension, from: try day("2026-11-11"), to: nil)]) == 15)
    let stopped = Surcharge(on: fine, of: fine, after: due, through: through, pauses: [review])
    #expect(stopped.amount.yuan == "2700.00")
  }

  @Test func whatWasAddedBeforeCountsTowardsTheFine() throws {
    let levied = try #require(Fen(990_000))
    let more = Surcharge(on: fine, of: fine, levied: levied, after: due, through: due.adding(days: 1))
    #expect(more.amount.yuan == "100.00")
    let none = Surcharge(on: fine, of: fine, levied: fine, after: due, through: due.adding(days: 1))
    #expect(none.amount.yuan == "0.00")
  }

  @Test func theGreatestFineDoesNotOverflow() throws {
    let greatest = try #require(Fen(Fen.limit))
    let surcharge = Surcharge(on: greatest, of: greatest, after: .earliest, through: .latest)
    #expect(surcharge.amount == greatest)
  }
}
