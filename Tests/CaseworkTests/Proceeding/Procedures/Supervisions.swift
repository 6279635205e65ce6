import Casework

extension LawfulProcedure {
  /// 立案监督, reckoned from 高检发释字〔2019〕4号 art. 557-564.
  static let filingSupervision = LawfulProcedure(
    .filingSupervision,
    states: [
      "accepted", "dismissed", "explaining", "explained", "upheld", "upheld-told", "notified", "filed", "corrected",
      "escalated", "closed",
    ],
    opening: LawfulAct(
      "accept", from: [], to: "accepted", side: Sample.procuratorate, by: [.clerk, .caseOfficer],
      ["police": "PSB", "complainedBy": "区知识产权局"]),
    conductor: Sample.procuratorate, receiver: Sample.police,
    acts: [
      LawfulAct(
        "dismiss", from: ["accepted"], to: "dismissed", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reason": "尚未超过规定期限"]),
      LawfulAct(
        "demand", from: ["accepted"], to: "explaining", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["complaint": "not-filed"]),
      LawfulAct(
        "explain", from: ["explaining"], to: "explained", side: Sample.police,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["explanation": "未达到立案追诉标准"]),
      LawfulAct(
        "uphold", from: ["explained"], to: "upheld", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reason": "理由成立"]),
      LawfulAct(
        "tell", from: ["upheld"], to: "upheld-told", side: Sample.procuratorate, by: [.clerk, .caseOfficer],
        ["toldAgency": "IPB"]),
      LawfulAct(
        "notify", from: ["explaining", "explained"], to: "notified", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head], ["document": "南检通立〔2026〕1号", "reason": "理由不能成立"]),
      LawfulAct(
        "file", from: ["explaining", "explained", "notified", "corrected", "escalated"], to: "filed",
        side: Sample.police, by: [.caseOfficer, .deputyHead, .actingHead, .head], ["document": "南公立字〔2026〕2号"]),
      LawfulAct(
        "correct", from: ["notified"], to: "corrected", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head], ["document": "南检纠违〔2026〕1号"]),
      LawfulAct(
        "escalate", from: ["corrected"], to: "escalated", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head], ["movedTo": "佛山市人民检察院"]),
      LawfulAct(
        "remind", from: ["filed"], to: nil, side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["document": "催办函1号"]),
      LawfulAct(
        "close", from: ["filed", "escalated"], to: "closed", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["result": "公安机关已侦查终结"]),
    ])

  /// 检察意见, reckoned from 刑事诉讼法 art. 177(3), 高检发释字〔2019〕4号 art. 557(3) and the guideline of 2024 art. 12-15.
  static let opinion = LawfulProcedure(
    .opinion,
    states: [
      "proposed", "review", "terminated", "delivered", "acknowledged", "replied", "reported", "closed",
    ],
    opening: LawfulAct(
      "propose", from: [], to: "proposed", side: Sample.procuratorate,
      by: [.caseOfficer, .deputyHead, .actingHead, .head],
      ["addressee": "IPB", "opinionKind": "penalise", "notProsecutedOn": "2026-11-04"]),
    origin: Proceeding(
      id: 5, kind: .prosecution, state: "not-prosecuted", agency: Sample.procuratorate, receiver: nil, handledBy: []),
    conductor: Sample.procuratorate, receiver: Sample.bureau,
    acts: [
      LawfulAct(
        "register", from: ["proposed"], to: "review", side: Sample.procuratorate, by: [.clerk, .caseOfficer],
        known: ["opinionKind": "penalise"]),
      LawfulAct(
        "extend", from: ["review"], to: nil, side: Sample.procuratorate, by: [.deputyHead, .actingHead, .head],
        ["extension": "V-review-chief-procurator", "days": "5", "reason": "案情复杂"]),
      LawfulAct(
        "pause", from: ["review"], to: nil, side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["pause": "suspension", "reason": "被害人申诉"]),
      LawfulAct(
        "resume", from: ["review"], to: nil, side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["pause": "suspension"]),
      LawfulAct(
        "terminate", from: ["proposed", "review"], to: "terminated", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head], ["reason": "不需要给予行政处罚"]),
      LawfulAct(
        "deliver", from: ["proposed", "review"], to: "delivered", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head], ["document": "南检意〔2026〕1号", "replyBy": "2026-12-07"],
        known: ["opinionKind": "correct"]),
      LawfulAct(
        "acknowledge", from: ["delivered"], to: "acknowledged", side: Sample.bureau, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "reply", from: ["delivered", "acknowledged", "reported"], to: "replied", side: Sample.bureau,
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["reply": "已立案调查", "opinionAction": "penalty-opened", "document": "南市监立〔2026〕9号"]),
      LawfulAct(
        "report", from: ["delivered", "acknowledged", "replied"], to: "reported", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head], ["movedTo": "市知识产权局", "reason": "逾期未回复"]),
      LawfulAct(
        "close", from: ["replied", "reported"], to: "closed", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["result": "已作出行政处罚"]),
    ])
}
