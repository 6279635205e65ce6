import Casework
import Law
import Testing

@Suite struct ClockStateTests {
  /// A clock that ends with 2026-11-23, or of a limit in hours at noon of that day.
  private func clock(
    inHours: Bool = false, isDue: Bool = true, isProvisional: Bool = false, problem: String? = nil,
    outcome: Clock.Outcome? = nil, endedOn: String? = nil
  ) throws -> Clock {
    let day = try #require(Day("2026-11-23"))
    let noon = day.start.adding(seconds: 43_200)
    let from: Trigger = inHours ? .instant(noon.adding(seconds: -86_400)) : .day(day.adding(days: -20))
    return Clock(
      id: 1, proceeding: 1, kind: .penalty, rule: inHours ? "R4a" : "P16", from: from, startedBy: 1, liable: .owner,
      agency: Sample.bureau, dueDay: isDue ? day : nil,
      dueAt: isDue ? inHours ? noon : Instant(microseconds: day.adding(days: 1).start.microseconds - 1) : nil,
      outerAt: nil, isProvisional: isProvisional, problem: problem, grants: [], pauses: [], outcome: outcome,
      endedOn: try endedOn.map { try #require(Day($0)) })
  }

  /// So many seconds and microseconds from the last instant in time.
  private func instant(_ clock: Clock, seconds: Int = 0, microseconds: Int64 = 0) throws -> Instant {
    let due = try #require(clock.dueAt).adding(seconds: seconds)
    return Instant(microseconds: due.microseconds + microseconds)
  }

  @Test(arguments: [
    (-72 * 3600, -1, Clock.State.onTime), (-72 * 3600, 0, .dueSoon), (-1, 0, .dueSoon), (0, 0, .dueSoon),
    (0, 1, .overdue), (86_400, 0, .overdue),
  ])
  func aClockIsDueSoonForSeventyTwoHoursAndOverdueAfterItsLastInstant(
    seconds: Int, microseconds: Int, state: Clock.State
  ) throws {
    let clock = try clock()
    #expect(try clock.state(at: instant(clock, seconds: seconds, microseconds: Int64(microseconds))) == state)
  }

  @Test(arguments: [
    (-6 * 3600, -1, Clock.State.onTime), (-6 * 3600, 0, .dueSoon), (0, 0, .dueSoon), (0, 1, .overdue),
  ])
  func aClockInHoursIsDueSoonForSixOfThem(seconds: Int, microseconds: Int, state: Clock.State) throws {
    let clock = try clock(inHours: true)
    #expect(try clock.state(at: instant(clock, seconds: seconds, microseconds: Int64(microseconds))) == state)
  }

  @Test(arguments: [
    (-73 * 3600, Clock.State.provisional), (-71 * 3600, .dueSoon), (1, .overdue),
  ])
  func aClockThatANoticeCanMoveIsProvisionalAsLongAsThereIsTime(seconds: Int, state: Clock.State) throws {
    let clock = try clock(isProvisional: true)
    #expect(try clock.state(at: instant(clock, seconds: seconds)) == state)
  }

  @Test func aClockWithoutAnEndStandsStill() throws {
    #expect(try clock(isDue: false).state(at: Sample.today.start) == .suspended)
    #expect(try clock(isDue: false, isProvisional: true).state(at: Sample.today.start) == .suspended)
  }

  @Test func aClockWithAProblemCannotBeComputed() throws {
    #expect(try clock(isDue: false, problem: "law.from-unknown").state(at: Sample.today.start) == .uncomputable)
  }

  @Test(arguments: [
    ("2026-11-01", Clock.State.satisfied), ("2026-11-23", .satisfied), ("2026-11-24", .satisfiedLate),
    ("2027-03-01", .satisfiedLate),
  ])
  func whatWasDoneByTheDueDayWasDoneInTime(day: String, state: Clock.State) throws {
    let clock = try clock(outcome: .satisfied, endedOn: day)
    // Whenever one asks.
    for seconds in [-1_000_000, 0, 1_000_000] {
      #expect(try clock.state(at: instant(clock, seconds: seconds)) == state)
    }
  }

  @Test func whatHadNoDueDayWasNotDoneTooLate() throws {
    let clock = try clock(isDue: false, problem: "law.from-unknown", outcome: .satisfied, endedOn: "2026-11-24")
    #expect(clock.state(at: Sample.today.start) == .satisfied)
  }

  @Test(arguments: ["2026-11-01", "2026-12-01"]) func aClockThatNoLongerMattersHasEnded(day: String) throws {
    let clock = try clock(outcome: .ended, endedOn: day)
    #expect(try clock.state(at: instant(clock, seconds: 1_000_000)) == .ended)
  }

  // MARK: By the law book

  @Test func aClockKnowsWhenItEndsAndWhetherItStandsStill() throws {
    let begin = try #require(Day("2026-11-10"))
    let running = try TinyLaw.clock("P16", from: "2026-11-05").due(by: TinyLaw.book)
    #expect(running.due.moment == .day(try #require(Day("2026-11-25"))))
    #expect(!running.isSuspended)
    let pause = Pause(.appraisal, from: begin, to: nil)
    #expect(try TinyLaw.clock("P16", from: "2026-11-05", pauses: [pause]).due(by: TinyLaw.book).isSuspended)
    #expect(try !TinyLaw.clock("P8", from: "2026-11-05", pauses: [pause]).due(by: TinyLaw.book).isSuspended)
  }

  @Test func theAnswerShowsEveryDayOfAClock() throws {
    let answer = ClockAnswer(TinyLaw.clock("P9", from: "2026-11-05", id: 9), from: TinyLaw.book, at: Sample.today.start)
    #expect(answer.id == 9)
    #expect(answer.rule == "P9")
    #expect(answer.state == "overdue")
    #expect(answer.due == "2026-11-09")
    #expect(answer.name?.chinese == "办结")
    // The trigger, two working days, and the weekend between them.
    #expect(answer.why?.ledger.count == 5)
  }

  @Test func theAnswerOfALimitInHoursNamesTheMinute() throws {
    let clock = TinyLaw.clock("R4a", from: "2026-11-19T09:30+08:00", against: .sender)
    let answer = ClockAnswer(clock, from: TinyLaw.book, at: Sample.today.start)
    #expect(answer.due == "2026-11-20T09:30:00+08:00")
    #expect(answer.state == "on-time")
    #expect(answer.liable == "sender")
  }

  @Test func theAnswerOfAClockThatCannotBeComputedSaysWhy() throws {
    let plan = ClockPlan(
      opening: .penalty, on: try #require(PartialDay("2026-11")), by: TinyLaw.book, now: Sample.today.start)
    let start = try #require(plan.starts.first)
    let clock = Clock(
      id: 1, proceeding: 1, kind: .penalty, rule: start.rule, from: nil, startedBy: 1, liable: .owner,
      agency: Sample.bureau, dueDay: nil, dueAt: nil, outerAt: nil, isProvisional: false,
      problem: start.reckoning.problem, grants: [], pauses: [], outcome: nil, endedOn: nil)
    let answer = ClockAnswer(clock, from: TinyLaw.book, at: Sample.today.start)
    #expect(answer.state == "uncomputable")
    #expect(answer.problem == "law.from-unknown")
    #expect(answer.due == nil)
    #expect(answer.why == nil)
    #expect(answer.name?.english == "Close")
  }
}
