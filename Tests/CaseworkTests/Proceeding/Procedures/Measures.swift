import Casework

extension LawfulProcedure {
  /// 先行登记保存、查封、扣押, reckoned from 行政强制法 art. 18-28 and 市场监督管理行政处罚程序规定 art. 33-42.
  ///
  /// The case it follows from is a sample for two ends: an investigation for the opening, a decision for 没收.
  static let measure = LawfulProcedure(
    .measure, states: ["in-force", "extended", "lifted", "confiscated", "transferred"],
    opening: LawfulAct(
      "impose", from: [], to: "in-force", by: [.caseOfficer],
      [
        "measure": "seizure", "officers": "甲、乙", "urgent": "no", "approver": "丙", "inventory": "标签一箱",
        "storage": "罚没仓库，保管人丁", "document": "强制1号", "power": "商标法第六十二条",
      ]),
    origin: Proceeding(
      id: 2, kind: .penalty, state: "investigation", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["outcome": "penalty"]),
    others: [Sibling(id: 9, kind: .referral, state: "received")],
    acts: [
      LawfulAct(
        "regularise", from: ["in-force"], to: nil, by: handlersAndHeads, ["approver": "丙"], known: ["urgent": "yes"]),
      LawfulAct(
        "extend", from: ["in-force"], to: "extended", by: heads,
        ["extension": "P7-head", "reason": "案情复杂", "document": "延强1号"], known: ["measure": "seizure"]),
      LawfulAct(
        "pause", from: lasting, to: nil, by: handlersAndHeads,
        ["pause": "appraisal", "until": "2026-11-15", "document": "鉴告1号"], known: ["measure": "seizure"]),
      LawfulAct(
        "dispose", from: lasting, to: nil, by: heads,
        ["disposed": "鲜果拍卖", "proceeds": "3000", "document": "先处1号"]),
      LawfulAct(
        "lift", from: lasting, to: "lifted", by: handlersAndHeads,
        ["liftGround": "no-breach", "document": "解强1号", "returned": "全部退还"]),
      LawfulAct("confiscate", from: lasting, to: "confiscated", by: heads, ["document": "罚1号"]),
      LawfulAct(
        "transfer", from: lasting, to: "transferred", by: handlersAndHeads,
        ["receivingAgency": "PSB", "document": "移告1号", "partyTold": "yes"]),
    ])

  private static let lasting = ["in-force", "extended"]
  private static let heads: Set<Role> = [.deputyHead, .actingHead, .head]
  private static let handlersAndHeads: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}
