import Casework

extension LawfulProcedure {
  /// 举报, from the notes on 市场监督管理投诉举报处理办法 (procedure.md 7.1, T5 to T7) and 著作权行政处罚实施办法 13 (3.3).
  static let tip = LawfulProcedure(
    .tip,
    states: [
      "received", "accepted", "refused", "not-handled", "disputed", "handed-over", "verified", "filed", "not-filed",
      "closed",
    ],
    opening: LawfulAct(
      "register", from: [], to: "received", by: [.clerk, .caseOfficer],
      [
        "named": "yes", "reporter": "李女士", "allegation": "某店销售假冒运动鞋", "handledUnder": "market-regulation",
        "intake": "hotline",
      ]),
    // The penalty that came of the tip.
    others: [Sibling(id: 2, kind: .penalty, state: "filed")],
    acts: [
      LawfulAct(
        "complete-material", from: ["received"], to: nil, by: [.clerk, .caseOfficer], ["materialOn": "2026-11-03"],
        known: copyright),
      LawfulAct("accept", from: ["received"], to: "accepted", by: decidersOfTips, known: copyright),
      LawfulAct(
        "refuse", from: ["received"], to: "refused", by: decidersOfTips,
        ["reason": "没有权属证明", "document": "不受1号"], known: copyright),
      LawfulAct("set-aside", from: ["received"], to: "not-handled", by: decidersOfTips, ["earlierTip": "2026-000012"]),
      LawfulAct(
        "merge", from: undecided, to: nil, by: [.caseOfficer],
        ["newFacts": "另有仓库一处", "lastReportedOn": "2026-11-04"], known: ["handledUnder": "market-regulation"]),
      LawfulAct(
        "dispute", from: ["received"], to: "disputed", by: decidersOfTips, ["disputedWith": "FSIPB"],
        known: ["handledUnder": "market-regulation"]),
      LawfulAct("keep", from: ["disputed"], to: "received", by: decidersOfTips),
      LawfulAct(
        "hand-over", from: undecided, to: "handed-over", by: decidersOfTips,
        ["receivingAgency": "CUL", "reason": "属于著作权"]),
      LawfulAct("verify", from: ["received"], to: "verified", by: [.caseOfficer], ["findings": "线索属实"]),
      LawfulAct(
        "verify", from: ["accepted"], to: "verified", by: [.caseOfficer], ["findings": "线索属实"], known: copyright),
      LawfulAct(
        "extend", from: undecided, to: nil, by: [.deputyHead, .actingHead, .head],
        ["extension": "P1-head", "reason": "线索涉及外地"]),
      LawfulAct("pause", from: undecided, to: nil, by: decidersOfTips, ["pause": "identification"]),
      LawfulAct("resume", from: undecided, to: nil, by: decidersOfTips, ["pause": "identification"]),
      LawfulAct("file", from: ["verified"], to: "filed", by: decidersOfTips, ["tellDuty": "none"]),
      LawfulAct(
        "decline", from: ["verified"], to: "not-filed", by: decidersOfTips, ["reason": "查无实据", "tellDuty": "none"]),
      LawfulAct(
        "tell", from: ["filed", "not-filed"], to: nil, by: [.clerk, .caseOfficer], ["reporterAnswer": "已立案"],
        known: ["tellDuty": "other-law"]),
      LawfulAct("close", from: ["filed", "not-filed"], to: "closed", by: decidersOfTips),
    ])

  private static let undecided = ["received", "accepted", "disputed", "verified"]
  private static let copyright = ["handledUnder": "copyright"]
  private static let decidersOfTips: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}
