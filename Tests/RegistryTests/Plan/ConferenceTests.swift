import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct ConferenceTests {
  private let registry = Registry(TestDatabase.service)

  private func request(
    lead: String? = "PSB", _ participants: [String] = ["PRO"], planTask: Int? = 6
  ) throws -> ConferenceTaskRequest {
    ConferenceTaskRequest(
      meetingOn: try When(wire: "2026-11-10"), subject: try Line(wire: "案件移送"), demand: try Prose(wire: "报送移送情况"),
      planTask: planTask, lead: try lead.map { try AgencyCode(wire: $0) },
      participants: try participants.map { try AgencyCode(wire: $0) }, dueOn: try When(wire: "2026-11-30"))
  }

  private func act(
    _ act: ConferenceTask.Act, _ id: Int64, by officer: Officer, text: String? = "说明", dueOn: String? = nil
  ) async throws {
    let request = ConferenceActRequest(
      act: act, text: try text.map { try Prose(wire: $0) }, dueOn: try dueOn.map { try When(wire: $0) })
    _ = try await registry.handle(request, of: id, once: Given.once(), by: officer, now: Given.now)
  }

  @Test func aTaskGoesFromTheMeetingToItsClose() async throws {
    let keeper = try await Given.officer("IPB", .head)
    let police = try await Given.officer("PSB", .caseOfficer)
    let id = try await registry.put(request(), once: Given.once(), by: keeper, now: Given.now).value
    let open = try await registry.conferenceTask(id, for: police)
    #expect(open.state == .open)
    #expect(open.lead?.wire == "PSB")
    #expect(open.participants.map(\.wire) == ["PRO"])
    #expect(open.maker.wire == "IPB")
    #expect(open.planTask == 6)
    try await act(.reply, id, by: police, text: "已移送两件")
    try await act(.sendBack, id, by: keeper, text: "未附回执", dueOn: "2026-12-04")
    #expect(try await registry.conferenceTask(id, for: police).due == Day("2026-12-04"))
    #expect(
      try await code { try await act(.close, id, by: keeper) } == "conference.unanswered")
    try await act(.reply, id, by: police, text: "附回执")
    try await act(.close, id, by: keeper, text: nil)
    let closed = try await registry.conferenceTask(id, for: police)
    #expect(closed.state == .closed)
    #expect(closed.entries.map(\.act) == [.reply, .sendBack, .reply, .close])
    #expect(closed.entries.map(\.officer) == ["测试员", "测试员", "测试员", "测试员"])
    #expect(try await registry.conferenceTasks(onlyOpen: true, for: police) == [])
    #expect(try await registry.conferenceTasks(onlyOpen: false, for: police).map(\.id) == [id])
    #expect(try await registry.conferenceTasks(ofPlanTask: 6, for: police).map(\.id) == [id])
    #expect(try await registry.conferenceTasks(ofPlanTask: 5, for: police) == [])
  }

  @Test func theConferenceAndTheLeadOfTaskOneKeepTheList() async throws {
    for agency in ["IPB", "JCF"] {
      let officer = try await Given.officer(agency, .head)
      #expect(try await registry.keepsConference(officer))
      _ = try await registry.put(request(), once: Given.once(), by: officer, now: Given.now)
    }
    // The culture bureau leads other tasks, not the first.
    for agency in ["CUL", "GOV", "PSB"] {
      let officer = try await Given.officer(agency, .head)
      #expect(try await registry.keepsConference(officer) == false)
      #expect(
        try await code { _ = try await registry.put(request(), once: Given.once(), by: officer, now: Given.now) }
          == "conference.not-keeper")
    }
  }

  @Test func whoIsNotNamedDoesNotAnswer() async throws {
    let keeper = try await Given.officer("JCF", .head)
    let id = try await registry.put(
      request(lead: nil, ["PSB", "PRO"]), once: Given.once(), by: keeper, now: Given.now
    ).value
    let culture = try await Given.officer("CUL", .head)
    #expect(try await code { try await act(.reply, id, by: culture) } == "conference.not-named")
    let (police, prosecutor) = (try await Given.officer("PSB", .head), try await Given.officer("PRO", .head))
    try await act(.reply, id, by: police)
    #expect(try await registry.conferenceTask(id, for: culture).state == .open)
    try await act(.reply, id, by: prosecutor)
    #expect(try await registry.conferenceTask(id, for: culture).state == .replied)
    #expect(try await code { try await act(.close, id, by: police) } == "conference.not-maker")
  }

  @Test func whatDoesNotExistIsRefused() async throws {
    let keeper = try await Given.officer("IPB", .head)
    func told(_ request: ConferenceTaskRequest) async throws -> [String?] {
      let refused = try await refusal {
        _ = try await registry.put(request, once: Given.once(), by: keeper, now: Given.now)
      }
      return [refused?.code, refused?.field]
    }
    #expect(try await told(request(planTask: 17)) == ["plan.task-unknown", "planTask"])
    #expect(try await told(request(lead: "XYZ")) == ["agency.unknown", "lead"])
    #expect(try await told(request(lead: nil, ["PSB", "XYZ"])) == ["agency.unknown", "participants.1"])
    #expect(
      try await code { _ = try await registry.conferenceTask(9, for: keeper) } == "conference.unknown")
    #expect(try await District.look("select subject as value from conference_task") == [])
  }

  @Test func aTaskSentTwiceIsPutDownOnce() async throws {
    let keeper = try await Given.officer("IPB", .head)
    let once = try Given.once()
    let first = try await registry.put(request(), once: once, by: keeper, now: Given.now)
    let second = try await registry.put(request(), once: once, by: keeper, now: Given.now)
    #expect(first.value == second.value && second.isReplay)
  }
}
