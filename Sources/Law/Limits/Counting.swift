/// What is asked of a time limit: from when, what does not count, what was granted.
public struct Counting: Sendable {
  /// The day or instant of the trigger; of a limit that counts back, of the event.
  public var from: Trigger
  /// Times that may not count. Those that stop no clock of the rule are reported as ignored.
  public var exclusions: [Exclusion]
  /// Extensions granted, in any order.
  public var grants: [Grant]
  /// Whether every day is to be shown.
  public var showsLedger: Bool

  /// Asks.
  public init(from: Trigger, exclusions: [Exclusion] = [], grants: [Grant] = [], showsLedger: Bool = false) {
    (self.from, self.exclusions, self.grants, self.showsLedger) = (from, exclusions, grants, showsLedger)
  }
}

/// The articles by which days are counted.
enum CountingRule {
  /// The day on which it begins is not counted.
  static let firstDay = "civil-code@201"
  /// Months end on the day of the same number, or the month's last.
  static let months = "civil-code@202"
  /// A last day on a holiday gives way.
  static let lastDay = "civil-code@203"
  static let all = [firstDay, months, lastDay]
}

extension TimeLimit {
  /// When the limit ends.
  ///
  /// Day 0 is the trigger's. Days are counted in Asia/Shanghai, overlapping exclusions once. A limit in months is as many
  /// days as lie between the trigger and the day of the same number, so that what does not count can be added to it. An
  /// hour is sixty minutes, through nights and holidays.
  ///
  /// - Throws: `law.limit-set`, `law.limit-none`, `law.time-needed` of a limit in hours, `law.calendar-outside`,
  ///   `law.extension-unknown`, `law.extension-after`, `law.extension-length`, `law.extension-fixed`,
  ///   `law.extension-twice`.
  ///
  /// Legal basis: 民法典 (2020) art. 201-203.
  public func due(_ asked: Counting, by calendar: WorkCalendar) throws(LawFault) -> Due {
    guard kind == .limit || kind == .option || kind == .validity, let unit else {
      throw LawFault(kind == .set ? "law.limit-set" : "law.limit-none", field: "rule", ["rule": self.rule])
    }
    let (span, counted) = try span(asked.grants, in: unit)
    var walk = Walk(
      calendar: calendar, limit: self,
      exclusions: isBackward ? [] : asked.exclusions.filter { excludes.contains($0.kind) },
      ledger: asked.showsLedger ? [] : nil)
    let moment = try walk.end(from: asked.from, span, in: counted, roll: roll, backward: isBackward)
    var later: Due.Moment?
    switch outer {
    case .workingDay?:
      var second = Walk(calendar: calendar, limit: self, exclusions: walk.exclusions, ledger: nil)
      // Days that the calendar does not know have no later reading.
      do throws(LawFault) {
        later = try second.end(from: asked.from, span, in: .workingDay, roll: .none, backward: isBackward)
      } catch {
        later = nil
      }
    case .nextHour?:
      if case .instant(let end) = moment {
        let hour: Int64 = 3_600_000_000
        later = .instant(
          Instant(microseconds: end.microseconds - Int64(Civil.modulo(Int(end.microseconds), Int(hour))) + hour))
      }
    case nil: break
    }
    if later == moment { later = nil }
    return Due(
      rule: rule, limit: self, unit: counted,
      granted: extensions.filter { extended in asked.grants.contains { $0.kind == extended.kind } }, moment: moment,
      outer: later,
      isProvisional: max(moment.day, later?.day ?? moment.day, isBackward ? asked.from.day : moment.day)
        > calendar.horizon,
      ignored: asked.exclusions.filter { isBackward || !excludes.contains($0.kind) }, ledger: walk.ledger ?? [])
  }

  /// How long in all, and in what: months and days apart, hours and working days as days.
  private func span(_ grants: [Grant], in unit: Unit) throws(LawFault) -> (Span, Unit) {
    var (span, counted) = (Span(length ?? 0, unit), unit)
    let names = grants.map(\.kind)
    guard Set(names).count == names.count else {
      throw LawFault("law.extension-twice", field: "extension", ["kind": names.joined(separator: ", ")])
    }
    for grant in grants where !extensions.contains(where: { $0.kind == grant.kind }) {
      let known = extensions.map(\.kind).joined(separator: ", ")
      throw LawFault(
        "law.extension-unknown", field: "extension", ["kind": grant.kind, "rule": rule, "kinds": known])
    }
    // In the order of the rule, so that what replaces the limit comes before what is added to it.
    for extended in extensions {
      guard let grant = grants.first(where: { $0.kind == extended.kind }) else { continue }
      if let after = extended.after, !names.contains(after) {
        throw LawFault("law.extension-after", field: "extension", ["kind": extended.kind, "after": after])
      }
      guard extended.length == nil || grant.length == nil else {
        throw LawFault("law.extension-fixed", field: "extension", ["kind": extended.kind])
      }
      guard let length = extended.length ?? grant.length else {
        throw LawFault("law.extension-length", field: "extension", ["kind": extended.kind])
      }
      let more = Span(length, extended.unit ?? unit)
      if extended.replaces {
        (span, counted) = (more, extended.unit ?? unit)
      } else {
        span = Span(months: span.months + more.months, days: span.days + more.days)
      }
    }
    return (span, counted)
  }
}

/// A length of time: calendar months, and days or hours beyond them.
struct Span: Equatable {
  var months = 0
  var days = 0

  init(months: Int, days: Int) { (self.months, self.days) = (months, days) }

  init(_ length: Int, _ unit: TimeLimit.Unit?) {
    switch unit {
    case .year: months = length * 12
    case .month: months = length
    default: days = length
    }
  }
}

/// The way from the trigger to the last day, day by day.
struct Walk {
  let calendar: WorkCalendar
  let limit: TimeLimit
  let exclusions: [Exclusion]
  /// `nil` if nobody wants it.
  var ledger: [Due.Line]?

  mutating func end(
    from: Trigger, _ span: Span, in unit: TimeLimit.Unit, roll: TimeLimit.Roll, backward: Bool
  ) throws(LawFault) -> Due.Moment {
    if unit == .hour { return try hours(from, span.days) }
    let trigger = from.day
    let needsCalendar = unit == .workingDay || roll != .none
    guard !needsCalendar || (calendar.first...calendar.last).contains(trigger) else {
      throw LawFault(
        "law.calendar-outside", field: "from",
        ["day": trigger.description, "first": calendar.first.description, "last": calendar.last.description])
    }
    note(trigger, .trigger, citing: CountingRule.firstDay)
    let end =
      unit == .workingDay
      ? try working(trigger, span.days, backward ? -1 : 1)
      : try plain(trigger, span, backward ? -1 : 1)
    return .day(try rolled(end, roll))
  }

  private mutating func hours(_ from: Trigger, _ count: Int) throws(LawFault) -> Due.Moment {
    guard case .instant(let begin) = from else {
      throw LawFault("law.time-needed", field: "from", ["rule": limit.rule])
    }
    if ledger != nil {
      for hour in 1...max(1, count) {
        let line = Due.Line(
          moment: .instant(begin.adding(seconds: hour * 3600)), number: hour, reason: .counted, note: nil,
          citations: limit.authority.citations)
        ledger?.append(line)
      }
    }
    return .instant(begin.adding(seconds: count * 3600))
  }

  private mutating func working(_ trigger: Day, _ length: Int, _ step: Int) throws(LawFault) -> Day {
    var (day, counted) = (trigger, 0)
    while counted < length {
      day = try next(day, step)
      if let kind = exclusion(day) {
        note(day, .excluded(kind))
        continue
      }
      let kind = try known(day)
      if kind.isWorking { counted += 1 }
      guard ledger != nil else { continue }
      switch kind {
      case .workday: note(day, .counted, number: counted)
      case .makeUpWorkday: note(day, .makeUp, number: counted)
      case .weekend: note(day, .weekend)
      case .holiday: note(day, .holiday)
      }
    }
    return day
  }

  private mutating func plain(_ trigger: Day, _ span: Span, _ step: Int) throws(LawFault) -> Day {
    let target = trigger.adding(months: span.months * step).adding(days: span.days * step)
    // As many days as the calendar has between; what does not count is passed over.
    let length = abs(target - trigger)
    if exclusions.isEmpty, ledger == nil { return target }
    var (day, counted) = (trigger, 0)
    while counted < length {
      day = try next(day, step)
      if let kind = exclusion(day) {
        note(day, .excluded(kind))
      } else {
        counted += 1
        note(day, .counted, number: counted)
      }
    }
    return day
  }

  private mutating func rolled(_ last: Day, _ roll: TimeLimit.Roll) throws(LawFault) -> Day {
    var day = last
    while roll != .none {
      let kind = try known(day)
      guard roll == .holiday ? kind == .holiday : !kind.isWorking else { break }
      day = try next(day, 1)
      note(day, .rolled, citing: CountingRule.lastDay)
    }
    return day
  }

  private func next(_ day: Day, _ step: Int) throws(LawFault) -> Day {
    guard day > .earliest, day < .latest else { throw LawFault("law.limit-endless", field: "exclude") }
    return day.adding(days: step)
  }

  /// What kind of day it is; past what the calendar knows, by the weekday alone.
  private func known(_ day: Day) throws(LawFault) -> WorkCalendar.Kind {
    if let kind = calendar.kind(day) { return kind }
    guard day > calendar.last else {
      throw LawFault(
        "law.calendar-outside", field: "from",
        ["day": day.description, "first": calendar.first.description, "last": calendar.last.description])
    }
    return day.weekday >= 6 ? .weekend : .workday
  }

  private func exclusion(_ day: Day) -> Exclusion.Kind? {
    for exclusion in exclusions where exclusion.days.contains(day) { return exclusion.kind }
    return nil
  }

  private mutating func note(_ day: Day, _ reason: Due.Line.Reason, number: Int? = nil, citing key: String? = nil) {
    guard ledger != nil else { return }
    let name = calendar.name(day)
    let said = reason == .holiday || reason == .makeUp
    let note = said ? [name, calendar.notice(day.year)].compactMap(\.self).joined(separator: "，") : nil
    let citations = key.flatMap(Citation.init(key:)).map { [$0] } ?? limit.authority.citations
    ledger?.append(Due.Line(moment: .day(day), number: number, reason: reason, note: note, citations: citations))
  }
}
