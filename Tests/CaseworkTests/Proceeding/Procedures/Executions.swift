import Casework

extension LawfulProcedure {
  /// 处罚决定的执行, reckoned from 行政处罚法 art. 67-73, 行政强制法 art. 53-58 and 程序规定 art. 72-77.
  static let execution = LawfulProcedure(
    .execution,
    states: underWay + ["denied", "performed", "ended", "annulled", "closed"],
    opening: LawfulAct(
      "open", from: [], to: "payable", by: clerks, ["servedOn": "2026-11-03", "fineDue": "1000"]),
    origin: Proceeding(
      id: 2, kind: .penalty, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["outcome": "penalty", "fine": "1000.00"]),
    acts: [
      LawfulAct("pay", from: underWay, to: nil, by: clerks, ["paid": "400", "unpaid": "600"]),
      LawfulAct(
        "defer", from: ["payable", "deferred"], to: "deferred", by: heads,
        ["deferral": "deferral", "application": "申请书1号", "newDue": "2026-12-31", "document": "延缴1号"]),
      LawfulAct(
        "surcharge", from: underWay, to: nil, by: handlersAndHeads, ["surcharge": "30", "surchargeOn": "2026-11-05"]),
      LawfulAct("remind", from: ["payable", "deferred"], to: "reminded", by: handlersAndHeads, ["document": "催1号"]),
      LawfulAct(
        "end-remedies", from: ["payable", "deferred", "reminded"], to: nil, by: [.caseOfficer],
        ["remediesOver": "2026-11-04"]),
      LawfulAct(
        "apply", from: ["reminded"], to: "applied", by: heads, ["court": "COU", "document": "强申1号"],
        known: ["remediesOver": "2026-11-04"]),
      LawfulAct("lodge", from: ["applied"], to: "lodged", by: clerks),
      LawfulAct("accept", from: ["lodged"], to: "accepted", by: clerks),
      LawfulAct("turn-down", from: ["lodged"], to: "reminded", by: clerks, ["reason": "材料不全"]),
      LawfulAct("extend", from: ["accepted"], to: nil, by: clerks, ["extension": "P24-ruling-manifest-illegality"]),
      LawfulAct("grant", from: ["accepted"], to: "enforcing", by: clerks, ["document": "行审1号"]),
      LawfulAct("deny", from: ["accepted"], to: "denied", by: clerks, ["document": "行审1号", "reason": "明显违法"]),
      LawfulAct(
        "perform", from: underWay, to: "performed", by: clerks, ["paid": "1000"], known: ["fineDue": "1000.00"]),
      LawfulAct("end-enforcement", from: ["enforcing"], to: "ended", by: clerks, ["document": "执裁1号"]),
      LawfulAct(
        "annul", from: underWay, to: "annulled", by: handlersAndHeads, ["document": "复决1号", "reason": "复议撤销"]),
      LawfulAct(
        "refund", from: underWay + ["performed"], to: nil, by: [.caseOfficer],
        ["refunded": "200", "recipients": "消费者庚"]),
      LawfulAct(
        "dispose", from: underWay + ["performed", "ended"], to: nil, by: handlersAndHeads, ["disposed": "假冒标签销毁"]),
      LawfulAct("close", from: ["performed", "ended", "denied", "annulled"], to: "closed", by: heads),
      LawfulAct("pause", from: underWay, to: nil, by: handlersAndHeads, ["pause": "review-or-suit"]),
      LawfulAct("resume", from: underWay, to: nil, by: handlersAndHeads, ["pause": "review-or-suit"]),
    ])

  private static let underWay = ["payable", "deferred", "reminded", "applied", "lodged", "accepted", "enforcing"]
  private static let clerks: Set<Role> = [.clerk, .caseOfficer]
  private static let heads: Set<Role> = [.deputyHead, .actingHead, .head]
  private static let handlersAndHeads: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}
