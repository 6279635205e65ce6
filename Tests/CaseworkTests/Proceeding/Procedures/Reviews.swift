import Casework

extension LawfulProcedure {
  /// 行政复议, reckoned from 行政复议法 art. 20-62, 88 and 行政诉讼法 art. 45.
  static let review = LawfulProcedure(
    .review,
    states: [
      "applied", "not-accepted", "accepted", "replied", "withdrawn", "decided", "sued", "judged", "closed",
    ],
    opening: LawfulAct(
      "apply", from: [], to: "applied", by: clerks,
      ["applicant": "灯湖服饰商行", "reviewBody": "区人民政府", "knownOn": "2026-11-03"]),
    origin: Proceeding(
      id: 2, kind: .penalty, state: "publication", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["outcome": "penalty"]),
    acts: [
      LawfulAct("decline", from: ["applied"], to: "not-accepted", by: clerks, ["reason": "不属于复议范围"]),
      LawfulAct("accept", from: ["applied"], to: "accepted", by: clerks, ["simplified": "no"]),
      LawfulAct("reply", from: ["accepted"], to: "replied", by: [.caseOfficer], ["reply": "决定合法"]),
      LawfulAct(
        "stay", from: ["accepted", "replied"], to: nil, by: handlersAndHeads, ["orderedBy": "区人民政府", "reason": "申请人请求"]),
      LawfulAct("withdraw", from: ["applied", "accepted", "replied"], to: "withdrawn", by: clerks),
      LawfulAct(
        "decide", from: ["accepted", "replied"], to: "decided", by: clerks,
        ["reviewOutcome": "maintained", "document": "复决1号", "decisionContent": "维持", "unpublish": "no"]),
      LawfulAct("unpublish", from: ["decided", "sued", "judged"], to: nil, by: clerks, ["reason": "处罚决定被撤销"]),
      LawfulAct("sue", from: ["decided"], to: "sued", by: clerks, ["suitCourt": "区人民法院"]),
      LawfulAct(
        "judge", from: ["sued"], to: "judged", by: clerks,
        ["suitOutcome": "claims-dismissed", "document": "行判1号", "decisionContent": "驳回", "unpublish": "no"]),
      LawfulAct("close", from: ["decided", "judged"], to: "closed", by: handlersAndHeads),
    ])

  private static let clerks: Set<Role> = [.clerk, .caseOfficer]
  private static let handlersAndHeads: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}
