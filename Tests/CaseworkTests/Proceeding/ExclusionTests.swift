import Casework
import Law
import Testing

@Suite struct ExclusionTests {
  private let officer = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)
  private static let facts = [
    "exclusionGround": "refuses-document", "effectiveDocument": "（2026）粤0605民初1号", "effectiveOn": "2026-10-10",
  ]

  private func origin(_ kind: ProceedingKind) -> Proceeding {
    Proceeding(id: 9, kind: kind, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [])
  }

  private func exclusion(_ state: String) -> Proceeding {
    Proceeding(id: 1, kind: .exclusion, state: state, agency: Sample.bureau, receiver: nil, handledBy: [])
  }

  // Four grounds: infringement that harms competition, refusal of a document, crime, other serious dishonesty.
  @Test(
    arguments: [
      ("intentional-infringement", nil), ("refuses-document", nil), ("crime", nil), ("other", "fact.needed"),
    ] as [(String, String?)])
  func itHasAGround(ground: String, code: String?) {
    let facts = Self.facts.merging(["exclusionGround": ground]) { $1 }
    let refused = Sample.refused(opening: .exclusion, facts, by: officer, from: origin(.civil))
    #expect(refused?.code == code)
    if code != nil {
      #expect(refused?.field == "facts.reason")
      #expect(refused?.citation?.key == "guangdong-ip-regulation@49")
    }
  }

  @Test(arguments: ["exclusionGround", "effectiveDocument", "effectiveOn"])
  func itRestsOnADocumentInEffect(fact: String) {
    var facts = Self.facts
    facts[fact] = nil
    let refused = Sample.refused(opening: .exclusion, facts, by: officer, from: origin(.penalty))
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test func aDocumentNotYetInEffectDoesNotDo() {
    let facts = Self.facts.merging(["effectiveOn": "2026-11-06"]) { $1 }
    let refused = Sample.refused(opening: .exclusion, facts, by: officer, from: origin(.penalty))
    #expect(refused?.code == "fact.day-future")
  }

  @Test func itFollowsFromACaseWithSuchADocument() {
    for kind in [ProceedingKind.penalty, .adjudication, .criminalTrial, .civil] {
      #expect(Sample.refused(opening: .exclusion, Self.facts, by: officer, from: origin(kind)) == nil, "\(kind)")
    }
    for kind in [ProceedingKind.complaint, .mediation, .listing] {
      let refused = Sample.refused(opening: .exclusion, Self.facts, by: officer, from: origin(kind))
      #expect(refused?.code == "proceeding.origin", "\(kind)")
    }
    #expect(Sample.refused(opening: .exclusion, Self.facts, by: officer)?.code == "proceeding.needs-origin")
  }

  // Art. 49 does not say where the three years begin.
  @Test(arguments: ["approver", "startsOn", "startReason"]) func theFirstDayIsEnteredAndExplained(fact: String) {
    var facts = ["approver": "丙", "startsOn": "2026-10-10", "startReason": "自判决生效之日起算"]
    facts[fact] = nil
    let refused = Sample.refused(exclusion("proposed"), "flag", facts, by: head)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test func whoHandlesTheCaseDoesNotApprove() throws {
    let file = try Sample.file(assigned: ["甲", "乙"])
    for (act, facts) in [
      ("flag", ["approver": "甲", "startsOn": "2026-10-10", "startReason": "自判决生效之日起算"]),
      ("clear", ["approver": "甲", "reason": "判决撤销"]),
    ] {
      let state = act == "flag" ? "proposed" : "flagged"
      #expect(
        Sample.refused(exclusion(state), act, facts, by: head, in: file)?.code == "exclusion.approver-handles")
    }
  }

  @Test(arguments: [("2026-11-05", "clock.wait"), ("2026-11-06", nil)] as [(String, String?)])
  func itLastsThreeYears(day: String, code: String?) throws {
    let clock = Clock(
      id: 1, proceeding: 1, kind: .exclusion, rule: "X-exclusion", from: nil, startedBy: 1, liable: .owner,
      agency: nil, dueDay: Day("2026-11-05"), dueAt: nil, outerAt: nil, isProvisional: false,
      problem: nil, grants: [], pauses: [], outcome: nil, endedOn: nil)
    let refused = Sample.refused(exclusion("flagged"), "end", by: officer, on: day, Surroundings(clocks: [clock]))
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "guangdong-ip-regulation@49") }
  }
}
