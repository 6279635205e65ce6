import Casework

extension LawfulProcedure {
  /// 调解, reckoned from 人民调解法 art. 17, 26-33, 国家知识产权局令第81号 art. 65-69 and 人民法院在线调解规则 art. 12, 24, 26.
  static let mediation = LawfulProcedure(
    .mediation,
    states: [
      "requested", "statement", "consented", "refused", "not-filed", "withdrawn", "mediating", "agreed", "failed",
      "terminated", "performed", "breached",
    ],
    opening: LawfulAct(
      "request", from: [], to: "requested", by: [.clerk, .caseOfficer],
      ["track": "peoples", "mediationMatter": "商标侵权赔偿数额"]),
    acts: [
      LawfulAct(
        "notify", from: ["requested"], to: "statement", by: [.clerk, .caseOfficer], known: patent),
      LawfulAct("consent", from: ["statement"], to: "consented", by: [.clerk, .caseOfficer], known: patent),
      LawfulAct("refuse", from: ["statement"], to: "refused", by: [.clerk, .caseOfficer], known: patent),
      LawfulAct(
        "decline", from: ["statement", "refused"], to: "not-filed",
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["reason": "被请求人不接受调解"], known: patent),
      LawfulAct(
        "decline", from: ["requested"], to: "not-filed", by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["reason": "不属于调解范围"]),
      LawfulAct(
        "file", from: ["consented"], to: "mediating", by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["caseNumber": "南专调〔2026〕1号", "mediationDay": "2026-11-12", "place": "调解室"], known: patent),
      LawfulAct(
        "accept", from: ["requested"], to: "mediating", by: [.clerk, .caseOfficer], ["bothConsent": "yes"],
        known: ["track": "peoples"]),
      LawfulAct(
        "take", from: ["requested"], to: "mediating", by: [.caseOfficer], ["track": "court-before"],
        known: ["track": "court-before"]),
      LawfulAct(
        "withdraw", from: ["requested", "statement", "refused", "consented"], to: "withdrawn",
        by: [.clerk, .caseOfficer]),
      LawfulAct("mediate", from: ["mediating"], to: nil, by: [.caseOfficer], ["record": "双方各让一步"]),
      LawfulAct(
        "extend", from: ["mediating"], to: nil, by: [.caseOfficer],
        ["extension": "M1-agreement", "days": "10", "bothConsent": "yes"]),
      LawfulAct(
        "pause", from: ["mediating"], to: nil, by: [.caseOfficer], ["pause": "evaluation"],
        known: ["track": "court-before"]),
      LawfulAct(
        "resume", from: ["mediating"], to: nil, by: [.caseOfficer], ["pause": "evaluation"],
        known: ["track": "court-before"]),
      LawfulAct(
        "agree", from: ["mediating"], to: "agreed", by: [.caseOfficer],
        ["agreementContent": "赔偿三万元", "concernsValidity": "no", "confirmableFrom": "2026-11-05", "payment": "30000"]),
      LawfulAct(
        "fail", from: ["mediating"], to: "failed", by: [.caseOfficer], ["reason": "差距过大", "remediesTold": "yes"],
        known: ["track": "peoples"]),
      LawfulAct(
        "terminate", from: ["mediating"], to: "terminated", by: [.caseOfficer],
        ["reason": "一方不愿继续", "remediesTold": "yes"], known: ["track": "peoples"]),
      LawfulAct(
        "apply", from: ["agreed"], to: nil, by: [.clerk, .caseOfficer], known: ["concernsValidity": "no"]),
      LawfulAct(
        "notarise", from: ["agreed"], to: nil, by: [.clerk, .caseOfficer], ["document": "（2026）粤佛南海证1号"],
        known: ["notarise": "yes"]),
      LawfulAct("perform", from: ["agreed"], to: "performed", by: [.caseOfficer], ["performance": "已付清"]),
      LawfulAct("breach", from: ["agreed"], to: "breached", by: [.caseOfficer], ["reason": "到期未付"]),
    ])

  /// What is known of a patent dispute before an administrative organ.
  private static let patent = ["track": "administrative-patent"]
}
