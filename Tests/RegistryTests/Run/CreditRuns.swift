import Casework

/// 处罚信息公示, 严重违法失信名单, 失信认定, 信用修复, 三年限制. Working days are counted on the State Council's calendar of 2024 and
/// 2026 (holidays-cn.csv), the day of the trigger being day 0; months and years end on the day of the same number.
extension Run {
  static let creditRuns: [Run] = [
    .publishedAndRepaired, .publishedBeforeTheNewRules, .publishedUntilTheEnd, .publishedElsewhere, .publicityWithdrawn,
    .listedForRefusing, .listedAndCancelled, .repairDenied, .repairOnCreditChina, .repairRevoked, .foundByCNIPA,
    .excludedAndCleared,
  ]

  /// Decided on 2026-04-01, published on 04-09: a repair can be applied for from 07-10, three months being over.
  private static let publishedAndRepaired = Run(
    "a general penalty, published, repaired after three months, stopped",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterPublication(
      "general",
      [
        .act("publish", of: .penalty, .caseOfficer, on: "2026-04-09"),
        .act("close", of: .penalty, .head, on: "2026-04-20", ["ground": "other"]),
        .open(.repair, .caseOfficer, on: "2026-07-10", application("samr"), from: .publicity),
        .act("accept", of: .repair, .caseOfficer, on: "2026-07-13", ["regime": "samr"]),
        .act("examine", of: .repair, .caseOfficer, on: "2026-07-16", examined),
        .act("approve", of: .repair, .head, on: "2026-07-20", approved),
        .act("stop", of: .publicity, .caseOfficer, on: "2026-07-21"),
        .act("sync", of: .repair, .caseOfficer, on: "2026-07-22"),
      ]),
    states: ["penalty/closed", "publicity/stopped", "repair/synced"],
    clocks: imposed + [
      "K45-publish 2026-04-30 satisfied 2026-04-09",
      "K45-period-general 2027-04-09 ended 2026-07-21", "KR-accept 2026-07-14 satisfied 2026-07-13",
      "KR-decide 2026-07-22 satisfied 2026-07-20", "KR-data 2026-07-23 satisfied 2026-07-22",
    ])

  /// Published on 2024-04-09 under the rules of 2021: three years. The repair of 2026 goes by the procedure of 2025; the
  /// Saturday 2026-05-09 is worked.
  private static let publishedBeforeTheNewRules = Run(
    "a decision of 2024, repaired in 2026",
    begins: .open(.penalty, .caseOfficer, on: "2024-03-04"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2024-03-05", ["findings": "属实"]),
      .act("file", of: .penalty, .head, on: "2024-03-07", ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2024-03-11", ["measures": "现场检查"]),
      .act("conclude", of: .penalty, .caseOfficer, on: "2024-03-18", ["proposal": "罚款"]),
      .act("agree", of: .penalty, .reviewer, on: "2024-03-20"),
      .act(
        "notify", of: .penalty, .caseOfficer, on: "2024-03-21",
        ["approver": "丙", "partyKind": "organisation", "hearing": "no"]),
      .act("waive", of: .penalty, .caseOfficer, on: "2024-03-26", ["statement": "书面放弃陈述、申辩和听证"]),
      .act("decide", of: .penalty, .head, on: "2024-03-29", ["outcome": "penalty", "fine": "30000"]),
      .act("serve", of: .penalty, .clerk, on: "2024-04-01", ["mode": "direct"]),
      .open(.publicity, .caseOfficer, on: "2024-04-02", ["decidedOn": "2024-03-29"], from: .penalty),
      .act("check", of: .publicity, .reviewer, on: "2024-04-03", checked),
      .act(
        "publish", of: .publicity, .clerk, on: "2024-04-09",
        ["publicityClass": "general", "publishedOn": "2024-04-09"]),
      .open(.repair, .caseOfficer, on: "2026-05-06", application("samr"), from: .publicity),
      .act("accept", of: .repair, .caseOfficer, on: "2026-05-08", ["regime": "samr"]),
      .act("examine", of: .repair, .caseOfficer, on: "2026-05-12", examined),
      .act("approve", of: .repair, .head, on: "2026-05-14", approved),
      .act("stop", of: .publicity, .caseOfficer, on: "2026-05-15"),
      .act("sync", of: .repair, .caseOfficer, on: "2026-05-18"),
    ],
    states: ["penalty/service", "publicity/stopped", "repair/synced"],
    clocks: [
      "P1 2024-03-25 satisfied 2024-03-07", "P16 2024-06-05 satisfied 2024-03-29",
      "P8 2024-04-01 satisfied 2024-03-20", "P9 2024-03-28 satisfied 2024-03-26",
      "P17 2024-04-10 satisfied 2024-04-01",
      "K45-publish 2024-04-28 satisfied 2024-04-09", "K45-period-general 2027-04-09 ended 2026-05-15",
      "KR-accept 2026-05-08 satisfied 2026-05-08", "KR-decide 2026-05-18 satisfied 2026-05-14",
      "KR-data 2026-05-19 satisfied 2026-05-18",
    ])

  /// A lower fine: three months, 2026-07-09 being the last day.
  private static let publishedUntilTheEnd = Run(
    "a lower fine, published until its period is over",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterPublication(
      "minor",
      [
        .act("correct", of: .publicity, .clerk, on: "2026-05-06", ["version": "2", "correction": "更正住所"]),
        .act("expire", of: .publicity, .clerk, on: "2026-07-10"),
      ]),
    states: ["penalty/service", "publicity/expired"],
    clocks: imposed + [
      "K45-publish 2026-04-30 satisfied 2026-04-09",
      "K45-period-minor 2026-07-09 ended 2026-07-10",
    ])

  /// Ten working days from the decision to push it, ten more from receipt: 清明 lies in the first, nothing in the second.
  private static let publishedElsewhere = Run(
    "a party registered in another province",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterDecision([
      .open(.publicity, .caseOfficer, on: "2026-04-07", ["decidedOn": "2026-04-01"], from: .penalty),
      .act("outside", of: .publicity, .clerk, on: "2026-04-08", ["registrar": "某市市场监督管理局"]),
      .act("check", of: .publicity, .caseOfficer, on: "2026-04-09", checked),
      .act("push", of: .publicity, .clerk, on: "2026-04-14", ["receipt": "推送单一号"]),
      .act("acknowledge", of: .publicity, .clerk, on: "2026-04-16"),
      .act(
        "publish", of: .publicity, .clerk, on: "2026-04-28", ["publicityClass": "key", "publishedOn": "2026-04-28"]),
    ]),
    states: ["penalty/service", "publicity/published"],
    clocks: imposed + [
      "K45-publish 2026-04-30 ended 2026-04-08", "K45-push 2026-04-16 satisfied 2026-04-14",
      "K45-registrar 2026-04-30 satisfied 2026-04-28", "K45-period-key 2029-04-28",
    ])

  /// Revoked on Friday 2026-06-12: three working days end on 06-17.
  private static let publicityWithdrawn = Run(
    "a decision revoked after it was published",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterPublication(
      "general",
      [
        .act(
          "annul", of: .publicity, .clerk, on: "2026-06-15",
          ["annulment": "revoked", "annulledOn": "2026-06-12", "document": "复议决定书一号"]),
        .act("withdraw", of: .publicity, .clerk, on: "2026-06-16", ["reason": "处罚决定被复议机关撤销"]),
      ]),
    states: ["penalty/service", "publicity/withdrawn"],
    clocks: imposed + [
      "K45-publish 2026-04-30 satisfied 2026-04-09",
      "K45-period-general 2027-04-09 ended 2026-06-16", "K45-withdraw 2026-06-17 satisfied 2026-06-16",
    ])

  /// Told on Wednesday 2026-05-20: five working days to answer end on 05-27; twenty to publish from 05-28, past the Dragon
  /// Boat Festival.
  private static let listedForRefusing = Run(
    "listed for refusing to perform, told apart after the decision",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: beforeHearing([
      heard, imposes, serves,
      .open(
        .listing, .caseOfficer, on: "2026-05-18",
        ["listingGround": "non-performance", "heavierPenalty": "yes", "noIntentProof": "no"], from: .penalty),
      .act(
        "notify", of: .listing, .caseOfficer, on: "2026-05-20",
        ["document": "拟列入告知书一号", "listingContent": "事由、依据、措施"]),
      .act(
        "hear", of: .listing, .caseOfficer, on: "2026-05-22", ["statement": "无力缴纳", "response": "经查有履行能力，不予采纳"]),
      .act(
        "list", of: .listing, .head, on: "2026-05-28",
        [
          "document": "列入决定书一号", "listedOn": "2026-05-28", "listingContent": "事由、依据、措施、移出条件、救济",
          "noIntentProof": "no", "otherProvince": "no",
        ]),
      .act("publish", of: .listing, .clerk, on: "2026-06-10"),
    ]),
    states: ["penalty/service", "listing/listed"],
    clocks: imposed + [
      "P9 2026-05-27 ended 2026-05-28", "K44-publish 2026-06-26 satisfied 2026-06-10", "K44-removal 2029-05-28",
    ])

  /// Proposed with the notice, listed with the decision: twenty working days to publish, three years to stay.
  private static let listedAndCancelled = Run(
    "listed for serious violation with the penalty, cancelled with it",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: beforeHearing([
      .open(
        .listing, .caseOfficer, on: "2026-03-24",
        ["listingGround": "intentional-infringement", "heavierPenalty": "yes", "noIntentProof": "no"], from: .penalty),
      heard, imposes,
      .act(
        "list", of: .listing, .head, on: "2026-04-01",
        [
          "document": "南市监处罚〔2026〕12号", "listedOn": "2026-04-01", "listingContent": "事由、依据、措施、移出条件、救济",
          "noIntentProof": "no", "otherProvince": "no",
        ]),
      serves,
      .act("publish", of: .listing, .clerk, on: "2026-04-15"),
      .act("cancel", of: .listing, .head, on: "2026-06-30", ["annulment": "revoked", "document": "复议决定书一号"]),
    ]),
    states: ["penalty/service", "listing/cancelled"],
    clocks: imposed + [
      "K44-publish 2026-04-30 satisfied 2026-04-15",
      "K44-removal 2029-04-01 ended 2026-06-30",
    ])

  /// Seven working days from acceptance on 2026-07-21 end on 07-30, with ten more on 08-13.
  private static let repairDenied = Run(
    "a repair returned, accepted, extended and denied",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterPublication(
      "general",
      [
        .open(.repair, .clerk, on: "2026-07-13", application("samr", commitment: "no"), from: .publicity),
        .act("return", of: .repair, .caseOfficer, on: "2026-07-14", ["reason": "缺少信用承诺书"]),
        .act("resubmit", of: .repair, .clerk, on: "2026-07-20", application("samr")),
        .act("accept", of: .repair, .caseOfficer, on: "2026-07-21", ["regime": "samr"]),
        .act("examine", of: .repair, .caseOfficer, on: "2026-07-24", examined.merging(["finePaid": "unpaid"]) { $1 }),
        .act(
          "extend", of: .repair, .head, on: "2026-07-28", ["extension": "KR-decide-extended", "reason": "需要核对缴款情况"]),
        .act(
          "deny", of: .repair, .head, on: "2026-08-10", ["document": "不予信用修复决定书一号", "reason": "罚款尚未缴清"]),
      ]),
    states: ["penalty/service", "publicity/published", "repair/denied"],
    clocks: imposed + [
      "K45-publish 2026-04-30 satisfied 2026-04-09", "K45-period-general 2027-04-09",
      "KR-accept 2026-07-15 satisfied 2026-07-14", "KR-accept 2026-07-22 satisfied 2026-07-21",
      "KR-decide 2026-08-13 satisfied 2026-08-10",
    ])

  /// 信用中国 counts from the decision of 2026-04-01: from 07-02, eight days before the system of market regulation.
  private static let repairOnCreditChina = Run(
    "a repair under the rules of the NDRC",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterPublication(
      "general",
      [
        .open(.repair, .caseOfficer, on: "2026-07-02", application("ndrc"), from: .publicity),
        .act("accept", of: .repair, .caseOfficer, on: "2026-07-06", ["regime": "ndrc"]),
        .act("examine", of: .repair, .caseOfficer, on: "2026-07-08", examined),
        .act("approve", of: .repair, .head, on: "2026-07-15", approved),
        .act("sync", of: .repair, .caseOfficer, on: "2026-07-16"),
      ]),
    states: ["penalty/service", "publicity/published", "repair/synced"],
    clocks: imposed + [
      "K45-publish 2026-04-30 satisfied 2026-04-09", "K45-period-general 2027-04-09",
      "KN-accept 2026-07-07 satisfied 2026-07-06", "KN-decide 2026-07-20 satisfied 2026-07-15",
      "KR-data 2026-07-20 satisfied 2026-07-16",
    ])

  private static let repairRevoked = Run(
    "a repair obtained by fraud, revoked, publicity restored",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterPublication(
      "general",
      [
        .open(.repair, .caseOfficer, on: "2026-07-10", application("samr"), from: .publicity),
        .act("accept", of: .repair, .caseOfficer, on: "2026-07-13", ["regime": "samr"]),
        .act("examine", of: .repair, .caseOfficer, on: "2026-07-16", examined),
        .act("approve", of: .repair, .head, on: "2026-07-20", approved),
        .act("stop", of: .publicity, .caseOfficer, on: "2026-07-21"),
        .act("revoke", of: .repair, .head, on: "2026-08-03", ["document": "撤销决定书一号", "reason": "缴款凭证系伪造"]),
        .act(
          "restore", of: .publicity, .clerk, on: "2026-08-04", ["restoredUntil": "2027-04-30", "reason": "信用修复被撤销"]),
      ]),
    states: ["penalty/service", "publicity/published", "repair/revoked"],
    clocks: imposed + [
      "K45-publish 2026-04-30 satisfied 2026-04-09",
      "K45-period-general 2027-04-09 ended 2026-07-21", "KR-accept 2026-07-14 satisfied 2026-07-13",
      "KR-decide 2026-07-22 satisfied 2026-07-20", "KR-data 2026-07-23 ended 2026-08-03",
      "K45-period-restored 2027-04-30",
    ])

  /// Six months from 2026-03-02 end on 09-02.
  private static let foundByCNIPA = Run(
    "a finding of CNIPA, extended and repaired there",
    begins: .open(
      .finding, .clerk, on: "2026-03-16",
      ["findingDocument": "国知认定一号", "findingCategory": "bad-faith-mark", "foundOn": "2026-03-02"]),
    steps: [
      .act(
        "extend", of: .finding, .clerk, on: "2026-05-11",
        ["findingDocument": "国知认定二号", "measuresUntil": "2028-03-02"]),
      .act(
        "repair", of: .finding, .clerk, on: "2026-09-03", ["findingDocument": "国知修复一号", "lastRepair": "no"]),
    ],
    states: ["finding/repaired"], clocks: ["KC-period 2028-03-02 ended 2026-09-03"])

  private static let excludedAndCleared = Run(
    "three years without support, cleared early",
    begins: .open(.penalty, .caseOfficer, on: "2026-03-02"),
    steps: afterDecision([
      .open(
        .exclusion, .caseOfficer, on: "2026-05-06",
        [
          "exclusionGround": "intentional-infringement", "effectiveDocument": "南市监处罚〔2026〕12号",
          "effectiveOn": "2026-04-03",
        ], from: .penalty),
      .act(
        "flag", of: .exclusion, .head, on: "2026-05-11",
        ["approver": "丁", "startsOn": "2026-04-20", "startReason": "自处罚决定履行期满之次日起算"]),
      .act("clear", of: .exclusion, .head, on: "2026-09-01", ["approver": "丁", "reason": "处罚决定被撤销"]),
    ]),
    states: ["penalty/service", "exclusion/cleared"],
    clocks: imposed + ["X-exclusion 2029-04-20 ended 2026-09-01"])
}

extension Run {
  /// A penalty up to its notice.
  private static let noticed: [Step] = [
    .act("verify", of: .penalty, .caseOfficer, on: "2026-03-03", ["findings": "属实"]),
    .act("file", of: .penalty, .head, on: "2026-03-05", ["officers": "甲、乙", "approver": "丙"]),
    .act("investigate", of: .penalty, .caseOfficer, on: "2026-03-09", ["measures": "现场检查"]),
    .act("conclude", of: .penalty, .caseOfficer, on: "2026-03-20", ["proposal": "罚款"]),
    .act("agree", of: .penalty, .reviewer, on: "2026-03-23"),
    .act(
      "notify", of: .penalty, .caseOfficer, on: "2026-03-24",
      ["approver": "丙", "partyKind": "organisation", "hearing": "no"]),
  ]

  private static let heard = Step.act(
    "waive", of: .penalty, .caseOfficer, on: "2026-03-27", ["statement": "书面放弃陈述、申辩和听证"])
  private static let imposes = Step.act(
    "decide", of: .penalty, .head, on: "2026-04-01", ["outcome": "penalty", "fine": "30000"])
  private static let serves = Step.act("serve", of: .penalty, .clerk, on: "2026-04-03", ["mode": "direct"])

  /// What follows the notice.
  private static func beforeHearing(_ steps: [Step]) -> [Step] { noticed + steps }

  /// What follows the decision of 2026-04-01 and its service.
  private static func afterDecision(_ steps: [Step]) -> [Step] { noticed + [heard, imposes, serves] + steps }

  /// What follows the publication of 2026-04-09.
  private static func afterPublication(_ kind: String, _ steps: [Step]) -> [Step] {
    afterDecision(
      [
        .open(.publicity, .caseOfficer, on: "2026-04-07", ["decidedOn": "2026-04-01"], from: .penalty),
        .act("check", of: .publicity, .reviewer, on: "2026-04-08", checked),
        .act(
          "publish", of: .publicity, .clerk, on: "2026-04-09", ["publicityClass": kind, "publishedOn": "2026-04-09"]),
      ] + steps)
  }

  /// Its clocks.
  private static let imposed: [String] = [
    "P1 2026-03-23 satisfied 2026-03-05", "P16 2026-06-03 satisfied 2026-04-01", "P8 2026-04-03 satisfied 2026-03-23",
    "P9 2026-03-31 satisfied 2026-03-27", "P17 2026-04-13 satisfied 2026-04-03",
  ]

  private static let checked = [
    "summary": "销售侵犯注册商标专用权的服装", "maskedBy": "甲", "secrecy": "yes", "publicityNotice": "yes",
  ]

  private static func application(_ regime: String, commitment: String = "yes") -> [String: String] {
    ["regime": regime, "commitment": commitment, "materials": "缴款凭证、整改报告"]
  }

  private static let examined = [
    "finePaid": "paid", "surchargePaid": "none-due", "harmRemoved": "yes", "reoffended": "no", "findings": "已核对",
  ]
  private static let approved = ["document": "准予信用修复决定书一号", "otherProvince": "no"]
}
