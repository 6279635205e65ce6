import Casework
import Law
import Registry
import TestSupport
import Testing

/// A story of handing over, told by other systems' tests and ported to our words.
struct Scenario: Sendable, CustomTestStringConvertible {
  /// One thing that happens.
  enum Move: Sendable {
    /// A referral to the police is drafted, reported and approved.
    case refer
    /// A transfer to an agency is proposed, approved and sent.
    case transfer(from: String, to: String)
    /// An act of the latest proceeding of that kind.
    case act(String, ProceedingKind, by: String)
    /// Something is added to the file.
    case add(by: String)
    /// An item of evidence is added.
    case evidence(by: String)
    /// The next move is refused with that code, and nothing changes.
    indirect case refused(String, Move)
  }

  /// What the other system calls it.
  let name: String
  let moves: [Move]
  /// The agency that has the file in the end.
  let owner: String
  /// The states of its proceedings in the end, the latest last.
  let states: [String]

  init(_ name: String, _ moves: [Move], owner: String, _ states: String...) {
    (self.name, self.moves, self.owner, self.states) = (name, moves, owner, states)
  }

  var testDescription: String { name }
}

/// The register while a scenario is played.
actor Stagehand {
  private let registry = Registry(TestDatabase.service)
  private var officers: [String: Officer] = [:]
  private var number: CaseNumber?

  /// Everybody in one: who may do what is tested elsewhere.
  func officer(_ agency: String) async throws -> Officer {
    if let known = officers[agency] { return known }
    let roles: [Role] = [.clerk, .caseOfficer, .head]
    let officer = try await registryOwner(agency, roles)
    officers[agency] = officer
    return officer
  }

  private func registryOwner(_ agency: String, _ roles: [Role]) async throws -> Officer {
    try await Given.officer(agency, roles[0], roles[1], roles[2], login: "\(agency.lowercased()).all")
  }

  private func file() async throws -> CaseNumber {
    if let number { return number }
    let logged = try await registry.log(Given.request(), once: Given.once(), by: officer("IPB"), now: Given.now).value
    number = logged
    return logged
  }

  func play(_ move: Scenario.Move) async throws {
    switch move {
    case .refused(let expected, let move):
      let before = try await entries()
      do {
        try await play(move)
        Issue.record("granted, not \(expected)")
      } catch let refusal as Refusal { #expect(refusal.code == expected) }
      #expect(try await entries() == before)
    case .refer:
      let request = ReferralRequest(
        receivingAgency: try AgencyCode(wire: "PSB"), offence: try Line(wire: "214"), basis: .reasonableSuspicion,
        reason: try Prose(wire: "有合理理由怀疑"), revision: nil)
      _ = try await registry.draft(request, of: file(), once: Given.once(), by: officer("IPB"), now: Given.now)
      for act in ["team", "report", "approve"] { try await take(act, .referral, by: "IPB") }
    case .transfer(let sender, let receiver):
      let asked = OpeningRequest(
        kind: .transfer, facts: ["receivingAgency": receiver, "transferGround": "jurisdiction", "reason": "管辖"])
      _ = try await registry.open(asked, in: file(), once: Given.once(), by: officer(sender), now: Given.now)
      for act in ["approve", "send"] { try await take(act, .transfer, by: sender) }
    case .act(let act, let kind, let agency): try await take(act, kind, by: agency)
    case .add(let agency):
      let goods = Goods(name: try Line(wire: "鞋"), quantity: nil, unit: nil, value: nil, priceBasis: nil)
      _ = try await registry.supplement(
        SupplementRequest(goods: [goods], reason: Prose(wire: "补充")), to: file(), once: Given.once(),
        by: officer(agency), now: Given.now)
    case .evidence(let agency):
      let asked = EvidenceRequest(
        name: try Line(wire: "样品"), kind: .physical, holder: try Line(wire: "仓库"), since: Given.now.day())
      _ = try await registry.addEvidence(
        asked, nil, to: file(), once: Given.once(), by: officer(agency), now: Given.now)
    }
  }

  private func take(_ act: String, _ kind: ProceedingKind, by agency: String) async throws {
    let officer = try await officer(agency)
    let state = try await registry.state(of: file(), for: officer)
    let proceeding = try #require(state.others.last { $0.kind == kind })
    let facts =
      Self.facts["\(kind.rawValue).\(act)"] ?? District.facts["\(kind.rawValue).\(act)"] ?? District.facts[act]
    let request = ActRequest(act: act, happenedOn: try When(wire: "2026-11-20"), facts: facts, revision: nil)
    _ = try await registry.act(proceeding.id, request, once: Given.once(), by: officer, now: Given.now)
  }

  private func entries() async throws -> Int {
    try await registry.entries(of: file(), for: officer("IPB")).count
  }

  func outcome() async throws -> (owner: String, states: [String]) {
    let file = try await registry.caseFile(file(), for: officer("IPB"))
    return (
      file.head.owner.rawValue,
      file.proceedings.filter { $0.kind != .penalty }.map { "\($0.kind.rawValue)/\($0.state)" }
    )
  }

  private static let facts: [String: [String: String]] = [
    "transfer.decline": ["reason": "不属本机关"], "transfer.insist": ["reason": "协商一致"],
    "transfer.escalate": ["superior": "市局", "document": "请示1"], "transfer.designate": ["document": "批复1"],
    "transfer.retain": ["document": "批复1"], "transfer.request": ["missing": "笔录"],
    "transfer.supply": ["supplied": "笔录"], "transfer.receive": [:], "transfer.approve": [:], "transfer.send": [:],
    "referral.rest": [:], "referral.return": ["ground": "not-prosecuted", "reason": "不起诉"],
  ]
}
