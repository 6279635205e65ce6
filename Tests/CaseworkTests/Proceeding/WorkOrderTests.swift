import Casework
import Law
import Testing

@Suite struct WorkOrderTests {
  private let officer = Sample.officer(.caseOfficer)

  private func order(_ state: String, _ known: [String: String] = [:]) -> Proceeding {
    Proceeding(
      id: 1, kind: .workOrder, state: state, agency: Sample.bureau, receiver: Sample.town, handledBy: [], known: known)
  }

  @Test(
    arguments: [
      ("TWN-GC", nil), ("TWN-JJ", nil), ("TWN-XQ", nil), ("TWN-DZ", nil), ("TWN-SS", nil), ("TWN-DL", nil),
      ("TWN-LS", nil), ("PSB", "work-order.town"), ("IPB", "work-order.town"), ("TWN-ZZ", "work-order.town"),
      ("TWN", "work-order.town"), ("GC", "work-order.town"),
    ] as [(String, String?)])
  func anOrderGoesToATownOfTheDistrict(town: String, code: String?) {
    let refused = Sample.refused(
      opening: .workOrder, ["town": town, "demands": "核实", "dueOn": "2026-11-19"], by: officer)
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.field == "facts.town") }
  }

  @Test(arguments: [("2026-11-04", "fact.day-past"), ("2026-11-05", nil)] as [(String, String?)])
  func theDueDayIsNotPast(day: String, code: String?) {
    let facts = ["town": "TWN-DL", "demands": "核实", "dueOn": day]
    #expect(Sample.refused(opening: .workOrder, facts, by: officer)?.code == code)
    let reissue = Sample.refused(order("returned"), "reissue", ["demands": "核实", "dueOn": day], by: officer)
    #expect(reissue?.code == code)
    let sent = Sample.refused(order("reported"), "send-back", ["reason": "不全", "dueOn": day], by: officer)
    #expect(sent?.code == code)
  }

  @Test(
    arguments: [
      ("2026-11-18", "work-order.due-earlier"), ("2026-11-19", "work-order.due-earlier"), ("2026-11-20", nil),
    ] as [(String, String?)])
  func anExtensionMovesTheDayOn(day: String, code: String?) {
    let refused = Sample.refused(
      order("accepted", ["dueOn": "2026-11-19"]), "extend", ["dueOn": day, "reason": "负责人外出"], by: officer)
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.arguments["day"] == .text("2026-11-19")) }
  }

  @Test func onlyTheTownAnswers() {
    for (act, state, facts) in [
      ("accept", "issued", [:]), ("return", "issued", ["reason": "不在本镇"]),
      ("report", "accepted", ["orderResult": "已核实"]),
    ] as [(String, String, [String: String])] {
      #expect(Sample.refused(order(state), act, facts, by: officer)?.code == "proceeding.not-receiver", "\(act)")
    }
  }

  @Test func theTownDoesNotConfirmItsOwnReport() {
    let town = Sample.officer(of: Sample.town, .clerk, .caseOfficer, .head)
    for (act, state) in [("confirm", "reported"), ("withdraw", "issued"), ("extend", "accepted")] {
      #expect(Sample.refused(order(state), act, ["reason": "完成"], by: town)?.kind == .forbidden, "\(act)")
    }
  }

  @Test func aTownDoesNotIssueOne() {
    let refused = Sample.refused(
      opening: .workOrder, ["town": "TWN-GC", "demands": "核实", "dueOn": "2026-11-19"],
      by: Sample.officer(of: Sample.town, .caseOfficer), in: Sample.sure { try Sample.file(owner: Sample.town) })
    #expect(refused?.code == "proceeding.not-ours")
  }

  @Test func theTownSeesTheFileFromTheIssueOn() {
    #expect(Procedure.workOrder.opening.informs == "town")
    #expect(Procedure.workOrder.receiver == "town")
  }

  @Test(arguments: [ProceedingKind.complaint, .tip, .penalty, .agencySupervision, .assistance])
  func itFollowsFromWhatTheDistrictHandles(kind: ProceedingKind) {
    let origin = Proceeding(id: 5, kind: kind, state: "x", agency: Sample.bureau, receiver: nil, handledBy: [])
    let facts = ["town": "TWN-DL", "demands": "核实", "dueOn": "2026-11-19"]
    #expect(Sample.refused(opening: .workOrder, facts, by: officer, from: origin) == nil)
  }

  @Test func itFollowsFromNothingElse() {
    let origin = Proceeding(id: 5, kind: .civil, state: "x", agency: Sample.bureau, receiver: nil, handledBy: [])
    let refused = Sample.refused(
      opening: .workOrder, ["town": "TWN-DL", "demands": "核实", "dueOn": "2026-11-19"], by: officer, from: origin)
    #expect(refused?.code == "proceeding.origin")
  }
}
