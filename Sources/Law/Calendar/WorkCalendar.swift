/// The calendar of working days (工作日): weekends, statutory holidays (法定节假日) and make-up workdays (调休).
///
/// It knows the years for which the State Council's notice has been loaded. Past the last of them, the horizon, only
/// weekends and the holidays laid down by law are known, and every answer is provisional.
public struct WorkCalendar: Sendable, Equatable {
  /// What kind of day it is.
  public enum Kind: UInt8, Sendable {
    /// Monday to Friday, and no holiday.
    case workday
    /// Saturday or Sunday, and neither holiday nor make-up workday.
    case weekend
    /// A day off by the notice or by law.
    case holiday
    /// Saturday or Sunday on which people work.
    case makeUpWorkday

    /// Whether people work.
    public var isWorking: Bool { self == .workday || self == .makeUpWorkday }
  }

  /// The first day it knows.
  public let first: Day
  /// The last day of the last year whose notice is loaded.
  public let horizon: Day
  /// The last day it can be asked about: a year past the horizon.
  public let last: Day
  private let kinds: [Kind]
  private let names: [Int: String]
  private let notices: [Int: String]

  /// Builds the calendar from rows of `calendar_year` and `calendar_day`.
  ///
  /// - Throws: `law.data`: a day of another year, a day twice, a make-up workday that is no weekend, a gap between years.
  public init(years: [LawRow], days: [LawRow]) throws(LawFault) {
    var notices: [Int: String] = [:]
    for row in years {
      let year: Int = try row.required("year") { Int($0).flatMap { (1949...2198).contains($0) ? $0 : nil } }
      guard notices[year] == nil else { throw row.fault("year", "twice") }
      notices[year] = try row.text("notice_zh")
    }
    guard let begin = notices.keys.min(), let end = notices.keys.max(), end - begin + 1 == notices.count,
      let first = Day(year: begin, month: 1, day: 1), let horizon = Day(year: end, month: 12, day: 31),
      let last = Day(year: end + 1, month: 12, day: 31)
    else {
      throw LawFault("law.data", ["table": "calendar_year", "row": "", "column": "year", "problem": "gap"])
    }
    var kinds = (first.number...last.number).map { Day(number: $0).weekday >= 6 ? Kind.weekend : .workday }
    var names: [Int: String] = [:]
    for row in days {
      let day: Day = try row.required("day") { Day($0) }
      guard day.year == Int(try row.text("year")) else { throw row.fault("year", "other-year") }
      guard (first...last).contains(day) else { throw row.fault("day", "outside") }
      guard names[day.number] == nil else { throw row.fault("day", "twice") }
      names[day.number] = try row.text("name_zh")
      switch try row.text("kind") {
      case "holiday": kinds[day - first] = .holiday
      case "workday" where day.weekday >= 6: kinds[day - first] = .makeUpWorkday
      default: throw row.fault("kind", "unreadable")
      }
    }
    (self.first, self.horizon, self.last, self.kinds) = (first, horizon, last, kinds)
    (self.names, self.notices) = (names, notices)
  }

  /// The calendar with the days of one year put in place of those it has, and that year settled.
  ///
  /// - Throws: `law.year` unless `days` are of one year that is known or the next one; `law.year-short` if days off that are
  ///   laid down, or known, are missing; `law.data`.
  public static func loading(_ days: [LawRow], into rows: [LawRow], years: [LawRow]) throws(LawFault) -> WorkCalendar {
    let known = try WorkCalendar(years: years, days: rows)
    let found = Set(days.map { $0.cells["year"] ?? "" })
    guard found.count == 1, let name = found.first, let year = Int(name),
      (known.first.year...known.horizon.year + 1).contains(year)
    else { throw LawFault("law.year", field: "year") }
    // A fragment would take away days off that are known.
    let holidays = Set(days.filter { $0.cells["kind"] == "holiday" }.map(\.key))
    let before = rows.filter { $0.cells["year"] == name && $0.cells["kind"] == "holiday" }.map(\.key)
    let lost = known.notice(year) == nil ? before.filter { !holidays.contains($0) } : []
    guard lost.isEmpty, holidays.count >= before.count else {
      throw LawFault("law.year-short", field: "day", ["year": name, "days": lost.joined(separator: ", ")])
    }
    let settled =
      known.notice(year) == nil
      ? [
        try LawRow(
          table: "calendar_year", columns: ["year", "notice_zh"], cells: [name, name], line: 1)
      ] : []
    return try WorkCalendar(years: years + settled, days: rows.filter { $0.cells["year"] != name } + days)
  }

  /// What kind of day it is; `nil` outside `first...last`.
  public func kind(_ day: Day) -> Kind? {
    let index = day.number - first.number
    return kinds.indices.contains(index) ? kinds[index] : nil
  }

  /// The name of the holiday, also of the one that a make-up workday makes up for.
  public func name(_ day: Day) -> String? { names[day.number] }

  /// The notice that settles the days of a year.
  public func notice(_ year: Int) -> String? { notices[year] }

  /// Whether the notice of that day's year is loaded.
  public func isSettled(_ day: Day) -> Bool { (first...horizon).contains(day) }

  /// How many working days a year has, of a year it knows.
  public func workingDays(in year: Int) -> Int {
    zip(first.number..., kinds).count { Day(number: $0).year == year && $1.isWorking }
  }
}
