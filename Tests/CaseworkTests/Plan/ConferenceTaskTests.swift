import Casework
import Law
import Testing

@Suite struct ConferenceTaskTests {
  private typealias Entry = ConferenceTask.Entry

  private func entry(_ act: ConferenceTask.Act, _ agency: AgencyCode, due: String? = nil) throws -> Entry {
    Entry(
      act: act, agency: agency, officer: "测试员", text: "说明", dueOn: try due.map { try #require(Day($0)) },
      recordedAt: Sample.today.start)
  }

  /// A task of the meeting of 10 November, to be answered by the 30th.
  private func task(
    lead: AgencyCode? = Sample.police, _ participants: [AgencyCode] = [Sample.culture], _ entries: [Entry] = []
  ) throws -> ConferenceTask {
    ConferenceTask(
      id: 1, meetingOn: try #require(Day("2026-11-10")), subject: "案件移送", demand: "报送移送情况", planTask: 6,
      lead: lead, participants: participants, dueOn: try #require(Day("2026-11-30")), maker: Sample.bureau,
      entries: entries)
  }

  @Test func theLeadsAnswerIsTheAnswer() throws {
    #expect(try task().state == .open)
    #expect(try task(entries(.reply, Sample.culture)).state == .open)
    #expect(try task(entries(.reply, Sample.police)).state == .replied)
  }

  @Test func withoutALeadEverybodyAnswers() throws {
    let both = [Sample.police, Sample.culture]
    #expect(try task(lead: nil, both, [entry(.reply, Sample.police)]).state == .open)
    #expect(try task(lead: nil, both, [entry(.reply, Sample.police), entry(.reply, Sample.culture)]).state == .replied)
  }

  @Test func anAnswerSentBackIsGivenAnewByTheNewDay() throws {
    let sentBack = [try entry(.reply, Sample.police), try entry(.sendBack, Sample.bureau, due: "2026-12-05")]
    let task = try self.task(lead: Sample.police, [], sentBack)
    #expect(task.state == .sentBack)
    #expect(task.due == Day("2026-12-05"))
    #expect(task.light(on: Sample.today) == .amber)
    #expect(try self.task(lead: Sample.police, [], sentBack + [entry(.reply, Sample.police)]).state == .replied)
  }

  @Test func whatIsClosedOrWithdrawnIsOver() throws {
    let closed = try task(lead: Sample.police, [], [entry(.reply, Sample.police), entry(.close, Sample.bureau)])
    #expect(closed.state == .closed)
    #expect(closed.light(on: try #require(Day("2027-01-01"))) == .green)
    #expect(closed.allowed(to: Sample.officer(.head), on: Sample.today) == [])
    #expect(try task(entries(.withdraw, Sample.bureau)).state == .withdrawn)
  }

  private func entries(_ act: ConferenceTask.Act, _ agency: AgencyCode) throws -> [Entry] { [try entry(act, agency)] }

  private func task(_ entries: [Entry]) throws -> ConferenceTask {
    try task(lead: Sample.police, [Sample.culture], entries)
  }

  @Test func thoseNamedAnswerAndTheKeeperJudges() throws {
    let open = try task()
    let answered = try task(entries(.reply, Sample.police))
    let keeper = Sample.officer(.head)
    let police = Sample.officer(of: Sample.police, .caseOfficer)
    #expect(open.allowed(to: police, on: Sample.today) == [.reply])
    #expect(open.allowed(to: Sample.officer(of: Sample.culture, .head), on: Sample.today) == [.reply])
    #expect(open.allowed(to: keeper, on: Sample.today) == [.extend, .withdraw])
    #expect(answered.allowed(to: keeper, on: Sample.today) == [.sendBack, .close, .withdraw])
    #expect(open.allowed(to: Sample.officer(of: Sample.court, .head), on: Sample.today) == [])
    #expect(open.allowed(to: Sample.officer(of: Sample.police, .clerk), on: Sample.today) == [])
  }

  private func refused(
    _ task: ConferenceTask, _ act: ConferenceTask.Act, text: String? = "说明", dueOn: String? = nil,
    by officer: Officer = Sample.officer(.head), on day: String = "2026-11-20"
  ) throws -> Refusal? {
    let request = ConferenceActRequest(
      act: act, text: try text.map { try Prose(wire: $0) }, dueOn: try dueOn.map { try When(wire: $0) })
    let today = try #require(Day(day))
    return refusal { () throws(Refusal) in _ = try request.day(for: task, by: officer, on: today) }
  }

  @Test func eachActIsRefusedWithItsReason() throws {
    let open = try task()
    let answered = try task(entries(.reply, Sample.police))
    let police = Sample.officer(of: Sample.police, .head)
    #expect(try refused(open, .close)?.code == "conference.unanswered")
    #expect(try refused(open, .sendBack, dueOn: "2026-12-05")?.code == "conference.unanswered")
    #expect(try refused(open, .reply)?.code == "conference.not-named")
    #expect(try refused(answered, .close, by: police)?.code == "conference.not-maker")
    #expect(try refused(open, .reply, text: nil, by: police)?.code == "conference.text")
    #expect(try refused(answered, .sendBack)?.code == "conference.day")
    #expect(try refused(answered, .sendBack, dueOn: "2026-11-19")?.code == "fact.day-past")
    #expect(try refused(answered, .sendBack, dueOn: "2026-12")?.code == "clock.day-needed")
    #expect(try refused(answered, .close, text: nil) == nil)
    #expect(try refused(try task(entries(.withdraw, Sample.bureau)), .reply, by: police)?.code == "conference.ended")
  }

  @Test func itIsExtendedBeforeItsDayHasPassedAndToALaterOne() throws {
    let open = try task()
    #expect(try refused(open, .extend, dueOn: "2026-12-01", on: "2026-11-30") == nil)
    #expect(try refused(open, .extend, dueOn: "2026-11-30", on: "2026-11-30")?.code == "task.not-longer")
    let late = try refused(open, .extend, dueOn: "2026-12-10", on: "2026-12-01")
    #expect(late?.code == "conference.overdue")
    #expect(late?.arguments == ["day": .text("2026-11-30")])
  }

  @Test(
    arguments: [
      ("2026-11-10", "2026-11-30", nil, nil), ("2026-11-10", "2026-11-10", nil, nil),
      ("2026-11-21", "2026-11-30", "date.future", "meetingOn"), ("2026-11-10", "2026-11-09", "fact.day-past", "dueOn"),
      ("2026-11", "2026-11-30", "clock.day-needed", "meetingOn"), ("2026-11-10", "2026", "clock.day-needed", "dueOn"),
    ] as [(String, String, String?, String?)])
  func itsDaysAreDaysInOrder(meeting: String, due: String, code: String?, field: String?) throws {
    var request = ConferenceTaskRequest(
      meetingOn: try When(wire: meeting), subject: try Line(wire: "案件移送"), demand: try Prose(wire: "报送"),
      lead: Sample.police, dueOn: try When(wire: due))
    func refused(_ officer: Officer = Sample.officer(.head)) -> Refusal? {
      refusal { () throws(Refusal) in _ = try request.days(by: officer, on: Sample.today) }
    }
    #expect(refused()?.code == code)
    #expect(refused()?.field == field)
    #expect(refused(Sample.officer(.clerk))?.code == "role.missing")
    guard code == nil else { return }
    request.participants = [Sample.police]
    #expect(refused()?.code == "conference.twice")
    (request.lead, request.participants) = (nil, nil)
    #expect(refused()?.code == "conference.nobody")
  }
}
