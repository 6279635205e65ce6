import Casework

extension LawfulProcedure {
  /// 民事诉讼, reckoned from 民事诉讼法 (2023) art. 126, 152, 157-171, 177 and 特邀调解规定 art. 27.
  static let civil = LawfulProcedure(
    .civil,
    states: [
      "trial", "entrusted", "closed", "transferred", "judged", "ruled", "served", "appealed", "effective",
    ],
    opening: LawfulAct(
      "accept", from: [], to: "trial", side: Sample.court, by: [.clerk, .caseOfficer],
      [
        "courtCaseNumber": "（2026）粤0605民初123号", "trialTrack": "summary", "cause": "侵害商标权纠纷",
        "amountClaimed": "50000",
      ]),
    owner: Sample.court,
    acts: [
      LawfulAct(
        "to-summary", from: ["trial"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["trialTrack": "summary", "reason": "被告提出反诉"],
        known: ["trialTrack": "small-claims"]),
      LawfulAct(
        "to-ordinary", from: ["trial"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["trialTrack": "ordinary", "reason": "需要鉴定"],
        known: ["trialTrack": "summary"]),
      LawfulAct(
        "extend", from: ["trial", "entrusted"], to: nil, side: Sample.court, by: [.deputyHead, .actingHead, .head],
        ["extension": "L-summary-president", "reason": "有特殊情况"]),
      LawfulAct(
        "pause", from: ["trial", "entrusted"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["pause": "appraisal"]),
      LawfulAct(
        "resume", from: ["trial", "entrusted"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["pause": "appraisal"]),
      LawfulAct(
        "entrust", from: ["trial"], to: "entrusted", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["mediationBody": "JUS"]),
      LawfulAct(
        "resume-trial", from: ["entrusted"], to: "trial", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reason": "调解不成"]),
      LawfulAct(
        "settle", from: ["trial", "entrusted"], to: "closed", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["disposition": "mediated", "effectiveOn": "2026-11-05"]),
      LawfulAct(
        "transfer", from: ["trial"], to: "transferred", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["receivingCourt": "GZIPC", "movedTo": "广州知识产权法院", "reason": "涉及技术秘密"]),
      LawfulAct(
        "judge", from: ["trial"], to: "judged", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["disposition": "judgment", "awarded": "20000"],
        known: ["trialTrack": "summary"]),
      LawfulAct(
        "judge-finally", from: ["trial"], to: "effective", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["disposition": "judgment", "effectiveOn": "2026-11-05"], known: ["trialTrack": "small-claims"]),
      LawfulAct(
        "rule", from: ["trial"], to: "ruled", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["disposition": "ruling", "reason": "原告主体不适格"],
        known: ["trialTrack": "ordinary"]),
      LawfulAct(
        "rule-finally", from: ["trial"], to: "effective", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["disposition": "ruling", "reason": "重复起诉", "effectiveOn": "2026-11-05"],
        known: ["trialTrack": "small-claims"]),
      LawfulAct("serve", from: ["judged"], to: "served", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct("serve", from: ["ruled"], to: "served", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "appeal", from: ["served"], to: "appealed", side: Sample.court, by: [.clerk, .caseOfficer],
        ["appellant": "灯湖服饰商行"]),
      LawfulAct(
        "take-effect", from: ["served"], to: "effective", side: Sample.court, by: [.clerk, .caseOfficer],
        ["effectiveOn": "2026-11-05"]),
      LawfulAct(
        "finish", from: ["appealed"], to: "effective", side: Sample.court, by: [.clerk, .caseOfficer],
        ["appealOutcome": "upheld", "effectiveOn": "2026-11-05"]),
      LawfulAct(
        "remand", from: ["appealed"], to: "trial", side: Sample.court, by: [.clerk, .caseOfficer],
        ["courtCaseNumber": "（2026）粤0605民初999号", "trialTrack": "ordinary"]),
    ])

  /// 行政诉讼, reckoned from 行政诉讼法 (2017) art. 51, 62, 67-77, 81-85, 89 and 法释〔2018〕1号 art. 50.
  static let administrativeTrial = LawfulProcedure(
    .administrativeTrial,
    states: [
      "trial", "answering", "answered", "closed", "transferred", "judged", "ruled", "served", "appealed", "effective",
    ],
    opening: LawfulAct(
      "accept", from: [], to: "trial", side: Sample.court, by: [.clerk, .caseOfficer],
      ["courtCaseNumber": "（2026）粤0605行初8号", "defendant": "IPB", "trialTrack": "ordinary"]),
    origin: Sample.penalty("service"), conductor: Sample.court, receiver: Sample.bureau,
    acts: [
      LawfulAct("send-copy", from: ["trial"], to: "answering", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "answer", from: ["answering"], to: "answered", side: Sample.bureau,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["evidence": "处罚案卷正卷", "answer": "请求驳回"]),
      LawfulAct(
        "to-ordinary", from: ["trial", "answering", "answered"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["trialTrack": "ordinary", "reason": "案情复杂"],
        known: ["trialTrack": "summary"]),
      LawfulAct(
        "extend", from: ["trial", "answering", "answered"], to: nil, side: Sample.court,
        by: [.deputyHead, .actingHead, .head],
        ["extension": "L-admin-high-court", "days": "60", "reason": "有特殊情况"]),
      LawfulAct(
        "pause", from: ["trial", "answering", "answered"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["pause": "suspension", "reason": "等待另案"]),
      LawfulAct(
        "resume", from: ["trial", "answering", "answered"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["pause": "suspension"]),
      LawfulAct(
        "settle", from: ["trial", "answering", "answered"], to: "closed", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["disposition": "withdrawn"]),
      LawfulAct(
        "transfer", from: ["trial", "answering", "answered"], to: "transferred", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["movedTo": "佛山市中级人民法院", "reason": "不属本院管辖"]),
      LawfulAct(
        "judge", from: ["answering", "answered"], to: "judged", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["disposition": "dismissed"]),
      LawfulAct(
        "rule", from: ["trial", "answering", "answered"], to: "ruled", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["disposition": "ruling", "reason": "超过起诉期限"]),
      LawfulAct("serve", from: ["judged"], to: "served", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct("serve", from: ["ruled"], to: "served", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct("appeal", from: ["served"], to: "appealed", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "take-effect", from: ["served"], to: "effective", side: Sample.court, by: [.clerk, .caseOfficer],
        ["effectiveOn": "2026-11-05"]),
      LawfulAct(
        "finish", from: ["appealed"], to: "effective", side: Sample.court, by: [.clerk, .caseOfficer],
        ["appealOutcome": "changed", "effectiveOn": "2026-11-05"]),
      LawfulAct(
        "remand", from: ["appealed"], to: "answered", side: Sample.court, by: [.clerk, .caseOfficer],
        ["courtCaseNumber": "（2026）粤0605行初80号", "trialTrack": "ordinary"]),
    ])
}
