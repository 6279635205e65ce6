import Casework

extension LawfulProcedure {
  /// 三年限制, reckoned from 广东省知识产权保护条例 art. 49: on an effective document, by a named approver.
  static let exclusion = LawfulProcedure(
    .exclusion, states: ["proposed", "flagged", "declined", "cleared", "ended"],
    opening: LawfulAct(
      "propose", from: [], to: "proposed", by: [.caseOfficer],
      [
        "exclusionGround": "crime", "effectiveDocument": "（2026）粤0605刑初1号", "effectiveOn": "2026-10-10",
      ]),
    origin: Proceeding(
      id: 9, kind: .criminalTrial, state: "effective", agency: Sample.court, receiver: nil, handledBy: []),
    acts: [
      LawfulAct(
        "flag", from: ["proposed"], to: "flagged", by: [.deputyHead, .actingHead, .head],
        ["approver": "丙", "startsOn": "2026-10-10", "startReason": "自判决生效之日起算"]),
      LawfulAct(
        "decline", from: ["proposed"], to: "declined", by: [.deputyHead, .actingHead, .head], ["reason": "情节不严重"]),
      LawfulAct(
        "clear", from: ["flagged"], to: "cleared", by: [.deputyHead, .actingHead, .head],
        ["approver": "丙", "reason": "判决经再审撤销"]),
      LawfulAct(
        "end", from: ["flagged"], to: "ended", by: [.caseOfficer, .deputyHead, .actingHead, .head]),
    ])
}
