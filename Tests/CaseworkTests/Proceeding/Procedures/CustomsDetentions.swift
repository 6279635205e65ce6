import Casework

extension LawfulProcedure {
  /// 海关扣留, from the notes on 知识产权海关保护条例 (procedure.md 4, C4 to C7).
  static let customs = LawfulProcedure(
    .customs,
    states: [
      "opened", "notified", "not-detained", "detained", "established", "unestablished", "court", "court-assisted",
      "released", "notice", "review", "reviewed", "confiscated", "disposed", "police", "police-established",
      "concluded", "closed",
    ],
    opening: atCustoms(
      "register", from: [], to: "opened", by: [.clerk, .caseOfficer],
      [
        "detentionTrack": "ex-officio", "rightHolder": "晨星鞋业", "recordNumber": "T2020-12345",
        "recordValidTo": "2030-06-30", "direction": "export", "suspectGoods": "运动鞋1000双", "goodsValue": "80000",
      ]),
    owner: Sample.customs,
    acts: [
      atCustoms("notify-holder", from: ["opened"], to: "notified", by: [.caseOfficer], known: exOfficio),
      atCustoms(
        "apply", from: ["opened"], to: nil, by: [.clerk, .caseOfficer], ["security": "80000", "goodsValue": "80000"],
        known: onApplication),
      atCustoms(
        "apply", from: ["notified"], to: nil, by: [.clerk, .caseOfficer], ["security": "40000"], known: exOfficio),
      atCustoms(
        "not-detain", from: ["opened", "notified"], to: "not-detained", by: detaining,
        ["nonDetention": "holder-declines"]),
      atCustoms(
        "detain", from: ["opened"], to: "detained", by: detaining, ["document": "扣留1号"],
        known: ["detentionTrack": "on-application", "security": "80000.00"]),
      atCustoms(
        "detain", from: ["notified"], to: "detained", by: detaining, ["document": "扣留2号"],
        known: ["detentionTrack": "ex-officio", "security": "40000.00"]),
      atCustoms(
        "ask-authority", from: ["detained"], to: nil, by: [.caseOfficer],
        ["receivingAgency": "IPB", "reason": "请求协助认定"]),
      atCustoms(
        "establish", from: ["detained"], to: "established", by: [.caseOfficer], ["findings": "使用与注册商标相同的商标"],
        known: exOfficio),
      atCustoms(
        "leave-open", from: ["detained"], to: "unestablished", by: [.caseOfficer], ["findings": "不能认定"],
        known: exOfficio),
      atCustoms(
        "court-notice", from: ["detained", "unestablished"], to: "court", by: [.clerk, .caseOfficer],
        ["assistingCourt": "区法院", "document": "协执1号"]),
      atCustoms(
        "assist-court", from: ["court"], to: "court-assisted", by: [.caseOfficer], ["courtAssistance": "货物移交法院"]),
      atCustoms(
        "release", from: ["detained", "unestablished"], to: "released", by: detaining,
        ["releaseGround": "no-court-notice"]),
      atCustoms(
        "release", from: ["court"], to: "released", by: detaining,
        ["releaseGround": "court-lifted", "document": "解除1号"]),
      atCustoms(
        "notify-party", from: ["established"], to: "notice", by: [.caseOfficer],
        ["approver": "丙", "hearing": "yes"]),
      atCustoms(
        "plead", from: ["notice"], to: nil, by: [.caseOfficer], ["pleaded": "请求从轻", "pleadedAnswer": "不予采纳"]),
      atCustoms("waive", from: ["notice"], to: nil, by: [.caseOfficer], ["statement": "书面放弃听证"]),
      atCustoms("submit", from: ["notice"], to: "review", by: [.caseOfficer]),
      atCustoms("agree", from: ["review"], to: "reviewed", by: [.reviewer]),
      atCustoms("return", from: ["review"], to: "established", by: [.reviewer], ["reason": "货值未核定"]),
      atCustoms(
        "confiscate", from: ["reviewed"], to: "confiscated", by: [.deputyHead, .actingHead, .head],
        ["document": "罚字1号", "confiscatedGoods": "80000", "fine": "24000"], known: ["goodsValue": "80000.00"]),
      atCustoms(
        "dispose", from: ["confiscated"], to: "disposed", by: detaining,
        ["disposal": "charity", "recipient": "区慈善会"]),
      atCustoms(
        "hand-to-police", from: ["detained", "unestablished"], to: "police", by: [.deputyHead, .actingHead, .head],
        ["reason": "涉嫌犯罪"], referral: "sent"),
      atCustoms(
        "hand-to-police", from: ["established", "notice", "review", "reviewed"], to: "police-established",
        by: [.deputyHead, .actingHead, .head], ["reason": "涉嫌犯罪"], referral: "police-filed"),
      atCustoms(
        "take-back", from: ["police"], to: "detained", by: detaining, ["reason": "不予立案"],
        referral: "police-not-filed"),
      atCustoms(
        "take-back", from: ["police-established"], to: "established", by: detaining, ["reason": "不起诉后退回"],
        referral: "returned"),
      atCustoms(
        "finish", from: ["police", "police-established"], to: "concluded", by: detaining, ["reason": "已判决"],
        referral: "concluded"),
      atCustoms("close", from: ["released"], to: "closed", by: detaining, ["wrongful": "no"]),
    ])

  private static let exOfficio = ["detentionTrack": "ex-officio"]
  private static let onApplication = ["detentionTrack": "on-application"]
  private static let detaining: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]

  private static func atCustoms(
    _ act: String, from: [String], to: String?, by roles: Set<Role>, _ facts: [String: String] = [:],
    known: [String: String] = [:], referral: String? = nil
  ) -> LawfulAct {
    LawfulAct(
      act, from: from, to: to, side: Sample.customs, by: roles, facts, known: known,
      beside: referral.map { [Sibling(id: 5, kind: .referral, state: $0)] } ?? [])
  }
}
