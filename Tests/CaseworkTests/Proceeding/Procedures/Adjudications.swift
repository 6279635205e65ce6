import Casework

extension LawfulProcedure {
  /// 专利侵权纠纷行政裁决, reckoned from 专利法 art. 65, 69 and 国家知识产权局令第81号 art. 7-37: request and correction, filing with a
  /// panel, answer, oral hearing, suspension, the three closing forms, suit, enforcement.
  static let adjudication = LawfulProcedure(
    .adjudication,
    states: [
      "requested", "correction", "not-filed", "filed", "answer", "answered", "examination", "scheduled", "noticed",
      "decided", "mediated", "withdrawn", "served", "sued", "upheld", "annulled", "enforcement", "closed",
      "notice-service", "reminded",
    ],
    opening: LawfulAct(
      "request", from: [], to: "requested", by: [.clerk, .caseOfficer],
      [
        "requestNumber": "南专请〔2026〕1号", "patentNumber": "ZL202121300001.X", "decidingAuthority": "FSIPB",
        "delegation": "佛市监委〔2026〕3号",
      ]),
    ipType: .patent,
    acts: Adjudicating.before + Adjudicating.answering + Adjudicating.hearing + Adjudicating.holding
      + Adjudicating.closing + Adjudicating.after)
}

/// The acts, by the part of the procedure.
private enum Adjudicating {
  static let intake: Set<Role> = [.clerk, .caseOfficer]
  static let heads: Set<Role> = [.deputyHead, .actingHead, .head]
  static let handlersAndHeads: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
  static let pending = ["filed", "answer", "answered", "examination", "scheduled", "noticed"]

  /// 请求、补正、立案
  static let before = [
    LawfulAct(
      "correct", from: ["requested"], to: "correction", by: [.caseOfficer],
      ["corrections": "补交专利登记簿副本", "correctBy": "2026-11-12"]),
    LawfulAct("resubmit", from: ["correction"], to: "requested", by: intake),
    LawfulAct("retract", from: ["requested", "correction"], to: "not-filed", by: intake),
    LawfulAct(
      "decline", from: ["requested", "correction"], to: "not-filed", by: handlersAndHeads,
      ["declineGround": "not-admissible", "reason": "没有明确的被请求人"]),
    LawfulAct(
      "file", from: ["requested"], to: "filed", by: handlersAndHeads,
      ["caseNumber": "南专裁〔2026〕1号", "panel": "甲、乙、丙", "suitPending": "no"]),
  ]

  /// 送达与答辩
  static let answering = [
    LawfulAct("deliver", from: ["filed"], to: "answer", by: intake),
    LawfulAct(
      "allow", from: ["answer"], to: nil, by: [.caseOfficer],
      ["extension": "A5-panel", "days": "10", "reason": "需要翻译"]),
    LawfulAct("answer", from: ["answer"], to: "answered", by: intake),
    LawfulAct("forward", from: ["answered"], to: "examination", by: intake),
    LawfulAct("proceed", from: ["answer"], to: "examination", by: [.caseOfficer]),
  ]

  /// 调查与口头审理
  static let hearing = [
    LawfulAct(
      "investigate", from: pending, to: nil, by: [.caseOfficer], ["means": "products", "measures": "检查两件产品"]),
    LawfulAct(
      "schedule", from: ["examination", "scheduled", "noticed"], to: "scheduled", by: [.caseOfficer],
      ["hearingDay": "2026-11-18", "place": "第一审理室"]),
    LawfulAct("notify", from: ["scheduled"], to: "noticed", by: intake),
    LawfulAct(
      "hear", from: ["noticed"], to: "examination", by: [.caseOfficer], ["attendance": "both", "record": "双方陈述意见"],
      known: ["hearingDay": "2026-11-05"]),
  ]

  /// 中止、不计入期限、延长
  static let holding = [
    LawfulAct(
      "suspend", from: pending, to: nil, by: handlersAndHeads,
      ["pause": "suspension", "suspensionGround": "invalidation"], known: ["patentNumber": "ZL202121300001.X"]),
    LawfulAct(
      "refuse-suspension", from: pending, to: nil, by: handlersAndHeads,
      ["refusalGround": "evaluation-report", "reason": "评价报告未发现缺陷"], known: ["patentNumber": "ZL202121300001.X"]),
    LawfulAct("pause", from: pending, to: nil, by: handlersAndHeads, ["pause": "appraisal"]),
    LawfulAct("resume", from: pending, to: nil, by: handlersAndHeads, ["pause": "suspension"]),
    LawfulAct(
      "extend", from: ["requested"] + pending, to: nil, by: heads, ["extension": "A9-head", "reason": "案件复杂"]),
  ]

  /// 行政裁决、调解结案、撤销案件
  static let closing = [
    LawfulAct(
      "decide", from: ["examination"], to: "decided", by: heads,
      ["ruling": "infringement", "orders": "立即停止制造、销售", "document": "南专裁字〔2026〕1号"]),
    LawfulAct(
      "decide-directly", from: pending, to: "decided", by: heads,
      [
        "effectiveRuling": "佛知裁字〔2025〕8号", "ruling": "infringement", "orders": "立即停止销售",
        "document": "南专裁字〔2026〕2号",
      ]),
    LawfulAct("mediate", from: pending, to: "mediated", by: [.caseOfficer], ["document": "南专调字〔2026〕1号"]),
    LawfulAct(
      "withdraw", from: pending, to: "withdrawn", by: handlersAndHeads,
      ["withdrawalGround": "request-withdrawn", "document": "南专撤字〔2026〕1号"]),
  ]

  /// 送达、起诉、执行
  static let after = [
    LawfulAct("serve", from: ["decided"], to: "served", by: intake, ["mode": "direct"]),
    LawfulAct(
      "serve-by-notice", from: ["decided"], to: "notice-service", by: intake, ["reason": "被请求人下落不明"]),
    LawfulAct("deem-served", from: ["notice-service"], to: "served", by: intake),
    LawfulAct("sue", from: ["served"], to: "sued", by: intake),
    LawfulAct("uphold", from: ["sued"], to: "upheld", by: intake, ["document": "（2026）粤73行初1号"]),
    LawfulAct("annul", from: ["sued"], to: "annulled", by: intake, ["document": "（2026）粤73行初2号"]),
    LawfulAct(
      "resume-examination", from: ["annulled"], to: "examination", by: handlersAndHeads, ["reason": "判决撤销并责令重作"]),
    LawfulAct(
      "perform", from: ["served", "sued", "upheld", "reminded", "enforcement"], to: nil, by: [.caseOfficer],
      ["performance": "已拆除模具"]),
    LawfulAct(
      "remind", from: ["served"], to: "reminded", by: handlersAndHeads,
      ["document": "南专催〔2026〕1号", "suitPeriodOver": "2026-10-30"], known: ["ruling": "infringement"]),
    LawfulAct(
      "remind", from: ["upheld"], to: "reminded", by: handlersAndHeads, ["document": "南专催〔2026〕2号"],
      known: ["ruling": "infringement"]),
    LawfulAct(
      "apply", from: ["reminded"], to: "enforcement", by: heads, ["court": "COU", "document": "南专执〔2026〕1号"]),
    LawfulAct(
      "close", from: ["served", "upheld", "reminded", "enforcement"], to: "closed", by: heads,
      ["closeGround": "performed"]),
  ]
}
