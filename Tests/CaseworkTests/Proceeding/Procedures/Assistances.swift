import Casework

extension LawfulProcedure {
  /// 维权援助, from the notes (procedure.md 7.2): 咨询、申请 → 受理 → 办理 → 办结 → 回访, and the overseas branch centre of
  /// the district's plan, task 6.
  static let assistance = LawfulProcedure(
    .assistance,
    states: [
      "applied", "accepted", "declined", "overseas-referred", "overseas", "withdrawn", "completed", "followed-up",
    ],
    opening: LawfulAct(
      "apply", from: [], to: "applied", by: [.clerk, .caseOfficer],
      [
        "applicant": "灯湖服饰商行", "assistanceKind": "application", "assistanceRequest": "在境外遭遇商标抢注",
        "intake": "station", "intakePlace": "狮山知识产权保护工作站",
      ]),
    receiver: Sample.overseas,
    acts: [
      LawfulAct("accept", from: ["applied"], to: "accepted", by: helpers, ["dueOn": "2026-12-04"]),
      LawfulAct("decline", from: ["applied"], to: "declined", by: helpers, ["reason": "不属于知识产权事项"]),
      LawfulAct("advise", from: ["accepted"], to: nil, by: [.caseOfficer], ["advice": "可以提出异议"]),
      LawfulAct("help-evidence", from: ["accepted"], to: nil, by: [.caseOfficer], ["evidenceHelp": "固定网页证据"]),
      LawfulAct(
        "consult-experts", from: ["accepted"], to: nil, by: [.caseOfficer],
        ["experts": "郑律师", "expertOpinion": "在先使用可以成立"]),
      LawfulAct(
        "refer", from: ["accepted"], to: nil, by: helpers, ["referredFor": "mediation", "receivingAgency": "JUS"]),
      LawfulAct(
        "refer-overseas", from: ["accepted"], to: "overseas-referred", by: helpers,
        ["handler": "OVERSEAS", "country": "德国", "overseasDispute": "商标被抢注"]),
      LawfulAct(
        "acknowledge", from: ["overseas-referred"], to: "overseas", side: Sample.overseas, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "return", from: ["overseas-referred"], to: "accepted", side: Sample.overseas, by: helpers,
        ["reason": "不属于海外纠纷"]),
      LawfulAct(
        "guide", from: ["overseas"], to: nil, side: Sample.overseas, by: [.caseOfficer], ["guidance": "在当地提出撤销"]),
      LawfulAct(
        "report-back", from: ["overseas"], to: "accepted", side: Sample.overseas, by: helpers,
        ["centreReport": "已提供应对方案"]),
      LawfulAct(
        "reschedule", from: ["accepted", "overseas-referred", "overseas"], to: nil, by: helpers,
        ["dueOn": "2026-12-18", "reason": "等待境外文件"], known: ["dueOn": "2026-12-04"]),
      LawfulAct(
        "withdraw", from: ["applied", "accepted", "overseas-referred", "overseas"], to: "withdrawn",
        by: [.caseOfficer]),
      LawfulAct("complete", from: ["accepted"], to: "completed", by: helpers, ["assistanceResult": "已提供方案"]),
      LawfulAct(
        "follow-up", from: ["completed"], to: "followed-up", by: [.clerk, .caseOfficer], ["feedback": "满意"]),
    ])

  private static let helpers: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}
