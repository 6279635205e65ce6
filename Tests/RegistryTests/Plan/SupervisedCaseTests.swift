import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct SupervisedCaseTests {
  private let registry = Registry(TestDatabase.service)

  /// A demand in a new file of `officer`'s, to be answered by that day; its key.
  private func issued(by officer: Officer, to agency: String, dueOn: String) async throws -> Int64 {
    let number = try await Given.caseFile(by: officer)
    let request = OpeningRequest(
      kind: .task, happenedOn: try When(wire: "2026-11-10"),
      facts: ["agency": agency, "subject": "线索核查", "demand": "查明并答复", "dueOn": dueOn])
    return try await registry.open(request, in: number, once: Given.once(), by: officer, now: Given.now).value
  }

  private func act(_ act: String, of id: Int64, by officer: Officer, _ facts: [String: String] = [:]) async throws {
    let request = ActRequest(act: act, happenedOn: try When(wire: "2026-11-20"), facts: facts, revision: nil)
    _ = try await registry.act(id, request, once: Given.once(), by: officer, now: Given.now)
  }

  @Test func theAgencyThatAsksAndTheOneAskedSeeTheDemandAndItsLight() async throws {
    let bureau = try await Given.officer("IPB", .caseOfficer)
    let town = try await Given.officer("TWN-DL", .clerk, .caseOfficer)
    let late = try await issued(by: bureau, to: "TWN-DL", dueOn: "2026-11-19")
    let soon = try await issued(by: bureau, to: "TWN-DL", dueOn: "2026-11-27")
    let other = try await issued(by: bureau, to: "CUL", dueOn: "2026-12-31")
    let today = Given.now.day()
    let asked = try await registry.supervisedCases(onlyOpen: true, for: town)
    #expect(asked.map(\.id) == [late, soon])
    #expect(asked.map { $0.light(on: today) } == [.red, .amber])
    #expect(asked.first?.issuer.wire == "IPB" && asked.first?.receiver?.wire == "TWN-DL")
    #expect(asked.first?.subject == "线索核查")
    let all = try await registry.supervisedCases(onlyOpen: true, for: bureau)
    #expect(all.map(\.id) == [late, soon, other])
    #expect(all.last?.light(on: today) == .green)
    let stranger = try await Given.officer("AGR", .caseOfficer)
    #expect(try await registry.supervisedCases(onlyOpen: false, for: stranger) == [])
  }

  @Test func itIsGreenOnceAnsweredAndGoneOnceClosed() async throws {
    let bureau = try await Given.officer("IPB", .caseOfficer)
    let town = try await Given.officer("TWN-DL", .clerk, .caseOfficer)
    let id = try await issued(by: bureau, to: "TWN-DL", dueOn: "2026-11-19")
    try await act("sign", of: id, by: town)
    try await act("reply", of: id, by: town, ["reply": "已查明"])
    let answered = try await registry.supervisedCases(onlyOpen: true, for: bureau)
    #expect(answered.map { $0.light(on: Given.now.day()) } == [.green])
    try await act("return", of: id, by: bureau, ["reason": "未附笔录", "newDue": "2026-12-31"])
    let sentBack = try await registry.supervisedCases(onlyOpen: true, for: town)
    #expect(sentBack.map(\.due) == [Day("2026-12-31")])
    #expect(sentBack.map { $0.light(on: Given.now.day()) } == [.amber])
    try await act("reply", of: id, by: town, ["reply": "附笔录"])
    try await act("accept", of: id, by: bureau)
    #expect(try await registry.supervisedCases(onlyOpen: true, for: bureau) == [])
    #expect(try await registry.supervisedCases(onlyOpen: false, for: bureau).map(\.state) == ["closed"])
  }

  @Test func anAgencyThatDoesNotExistIsNotAsked() async throws {
    let bureau = try await Given.officer("IPB", .caseOfficer)
    let refused = try await refusal { _ = try await issued(by: bureau, to: "XYZ", dueOn: "2026-12-31") }
    #expect(refused?.code == "agency.unknown")
    #expect(refused?.field == "facts.agency")
  }
}
