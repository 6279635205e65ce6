import Law
import Testing

/// Counting against a table made apart from the engine, and properties that every count has.
@Suite struct WorkingDayTests {
  /// Expected/working-days.py made the table. Each line of the ledger is compared with it, and so each length.
  @Test(arguments: [2022, 2023, 2024, 2025, 2026])
  func workingDaysFromEveryDayAgreeWithTheTable(year: Int) throws {
    let book = try Counted.book()
    for (start, ends) in try Expected.lines(of: year) where !ends.isEmpty {
      let asked = Counting(from: .day(start), grants: [Grant("n", length: ends.count)], showsLedger: true)
      let due = try book.due("W", asked)
      let counted = due.ledger.filter { $0.number != nil }.map(\.moment.day)
      #expect(counted == ends, "from \(start)")
      #expect(due.moment == .day(ends[ends.count - 1]), "from \(start)")
    }
  }

  /// The lengths that the rules of the law book have.
  @Test(arguments: [1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 50, 90])
  func theLastDayOfALimitAgreesWithTheTable(length: Int) throws {
    let book = try Counted.book()
    for (start, ends) in try Expected.lines() where ends.count >= length {
      let due = try book.due("W", Counting(from: .day(start), grants: [Grant("n", length: length)]))
      #expect(due.moment == .day(ends[length - 1]), "\(length) from \(start)")
    }
  }

  @Test(arguments: ["W", "D", "M", "R"]) func oneMoreExclusionNeverMovesADateEarlier(rule: String) throws {
    let book = try Counted.book()
    var dice = Dice(seed: 20_261_122)
    for _ in 0..<150 {
      var asked = dice.asked(rule)
      let before = try book.due(rule, asked).moment.day
      asked.exclusions.append(dice.exclusion(near: asked.from.day))
      #expect(try book.due(rule, asked).moment.day >= before, "\(asked)")
    }
  }

  @Test(arguments: ["W", "D"]) func theLinesThatCountAreAsManyAsTheLimitIsLong(rule: String) throws {
    let book = try Counted.book()
    var dice = Dice(seed: 1985)
    for _ in 0..<150 {
      var asked = dice.asked(rule)
      asked.showsLedger = true
      let due = try book.due(rule, asked)
      let numbers = due.ledger.compactMap(\.number)
      #expect(numbers == Array(1...(asked.grants[0].length ?? 0)), "\(asked)")
      #expect(due.ledger.last?.moment == due.moment)
    }
  }

  @Test(arguments: ["W", "D", "M", "R"]) func everyDayOfTheLedgerComesOnceAndInOrder(rule: String) throws {
    let book = try Counted.book()
    var dice = Dice(seed: 42)
    for _ in 0..<100 {
      var asked = dice.asked(rule)
      asked.showsLedger = true
      let due = try book.due(rule, asked)
      let days = due.ledger.map(\.moment.day.number)
      #expect(days == Array(asked.from.day.number...due.moment.day.number), "\(asked)")
    }
  }

  @Test(arguments: ["W", "D", "M", "R"]) func overlappingExclusionsAreDeductedOnce(rule: String) throws {
    let book = try Counted.book()
    var dice = Dice(seed: 7)
    for _ in 0..<150 {
      var asked = dice.asked(rule)
      for _ in 0..<3 { asked.exclusions.append(dice.exclusion(near: asked.from.day)) }
      let days = Set(asked.exclusions.flatMap { $0.days.lowerBound.number...$0.days.upperBound.number })
      var apart = asked
      apart.exclusions = days.sorted().map { Exclusion(.testing, Day(number: $0)...Day(number: $0)) }
      #expect(try book.due(rule, asked).moment == book.due(rule, apart).moment, "\(asked)")
    }
  }

  // A week without holidays is its own mirror image in a Wednesday, so that counting back from the image of a day ends
  // on the image of the day where counting forward ends.
  @Test(arguments: [("W", "WB"), ("D", "DB")])
  func countingBackMirrorsCountingForward(forward: String, backward: String) throws {
    let book = try LawBook(Counted.tables())
    let mirror = date("2026-07-01")
    #expect(mirror.weekday == 3)
    for distance in -40...40 {
      for length in stride(from: 1, through: 61, by: 5) {
        let grants = [Grant("n", length: length)]
        let (day, image) = (mirror.adding(days: distance), mirror.adding(days: -distance))
        let end = try book.due(forward, Counting(from: .day(day), grants: grants)).moment.day
        let start = try book.due(backward, Counting(from: .day(image), grants: grants)).moment.day
        #expect(mirror - start == end - mirror, "\(length) from \(day)")
      }
    }
  }

  @Test func aLimitCountedBackIgnoresExclusions() throws {
    let exclusion = Exclusion(.testing, date("2026-06-01")...date("2026-06-30"))
    let asked = Counting(from: .day(date("2026-07-01")), exclusions: [exclusion], grants: [Grant("n", length: 5)])
    let due = try Counted.book().due("WB", asked)
    #expect(due.moment == .day(date("2026-06-24")))
    #expect(due.ignored == [exclusion])
  }
}

/// A book with limits of any length in each unit, and the calendar that ships.
private enum Counted {
  static func tables() throws -> [String: [LawRow]] {
    let limits = try [
      TinyBook.limit("W", excludes: "testing hearing"),
      TinyBook.limit("D", unit: "day", excludes: "testing hearing"),
      TinyBook.limit("M", unit: "month", excludes: "testing hearing"),
      TinyBook.limit("R", unit: "day", roll: "rest-day", excludes: "testing hearing"),
      TinyBook.limit("WB", direction: "backward", excludes: "testing hearing"),
      TinyBook.limit("DB", unit: "day", direction: "backward", excludes: "testing hearing"),
    ]
    let extensions = try limits.map { try TinyBook.longer(of: $0.key, unit: $0.cells["unit"] ?? "") }
    return try TinyBook.tables(limits: limits, extensions: extensions)
  }

  static func book() throws -> LawBook {
    var tables = try tables()
    for table in ["calendar_year", "calendar_day"] { tables[table] = try ShippedBook.tables()[table] }
    return try LawBook(tables)
  }
}

/// The table of working days.
private enum Expected {
  private static let read = Result {
    try ShippedBook.records(of: "Tests/LawTests/Expected/working-days.csv").dropFirst().map { cells in
      var day = try #require(Day(cells[0]))
      let start = day
      let ends = try cells[1].map { digit in
        day = day.adding(days: try #require(Int(String(digit), radix: 36)))
        return day
      }
      return (start: start, ends: ends)
    }
  }

  /// Start days, and of each the last days of 1, 2, 3 … working days.
  static func lines(of year: Int? = nil) throws -> [(start: Day, ends: [Day])] {
    let lines = try read.get().filter { year == nil || $0.start.year == year }
    try #require(lines.count == (year.map { $0 == 2024 ? 366 : 365 } ?? 1826))
    return lines
  }
}

/// Numbers that look random and are the same in every run.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number of `range`.
  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    // The multiplier and increment of Knuth's MMIX; the low bits of such a generator are poor and left out.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }

  /// A time that does not count, beginning around `day`.
  mutating func exclusion(near day: Day) -> Exclusion {
    let first = day.adding(days: roll(-10...80))
    return Exclusion(roll(0...1) == 0 ? .testing : .hearing, first...first.adding(days: roll(0...25)))
  }

  /// A length of 1 through 60, of months 1 through 6, from a day of 2022 through 2025, with up to three exclusions.
  mutating func asked(_ rule: String) -> Counting {
    let day = date("2022-01-01").adding(days: roll(0...1460))
    let exclusions = (0..<roll(0...3)).map { _ in exclusion(near: day) }
    let length = roll(1...(rule == "M" ? 6 : 60))
    return Counting(from: .day(day), exclusions: exclusions, grants: [Grant("n", length: length)])
  }
}
