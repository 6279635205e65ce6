import Casework

extension LawfulProcedure {
  /// 公安机关侦查, reckoned from 刑事诉讼法 art. 112, 162-163, 175 and 公安部令第159号 art. 178, 184, 189.
  static let criminal = LawfulProcedure(
    .criminal,
    states: [
      "filed", "transferred", "supplement", "concluded", "withdrawn", "withdrawn-told", "forwarded", "forwarded-told",
    ],
    opening: LawfulAct(
      "file", from: [], to: "filed", side: Sample.police, by: [.caseOfficer, .deputyHead, .actingHead, .head],
      ["document": "南公立字〔2026〕1号", "offence": "214"]),
    origin: Proceeding(
      id: 5, kind: .referral, state: "police-filed", agency: Sample.bureau, receiver: Sample.police, handledBy: []),
    owner: Sample.police,
    acts: [
      LawfulAct(
        "coerce", from: ["filed", "supplement"], to: nil, side: Sample.police, by: [.caseOfficer],
        ["coerciveMeasure": "detention", "person": "张某", "from": "2026-11-05", "until": "2026-11-08"]),
      LawfulAct(
        "transfer", from: ["filed", "supplement"], to: "transferred", side: Sample.police,
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["procuratorate": "PRO", "document": "南公诉字〔2026〕1号", "persons": "2"]),
      LawfulAct(
        "take-back", from: ["transferred"], to: "supplement", side: Sample.police, by: [.clerk, .caseOfficer],
        ["supplementRound": "first", "reason": "补充查证销售金额"]),
      LawfulAct(
        "conclude", from: ["transferred"], to: "concluded", side: Sample.police,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["outcome": "prosecuted"]),
      LawfulAct(
        "withdraw", from: ["filed", "supplement"], to: "withdrawn", side: Sample.police,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reason": "没有犯罪事实"]),
      LawfulAct(
        "forward", from: ["filed"], to: "forwarded", side: Sample.police,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["movedTo": "顺德区公安分局"]),
      LawfulAct(
        "tell", from: ["withdrawn"], to: "withdrawn-told", side: Sample.police, by: [.clerk, .caseOfficer],
        ["toldAgency": "IPB", "told": "已书面告知犯罪嫌疑人"]),
      LawfulAct(
        "tell", from: ["forwarded"], to: "forwarded-told", side: Sample.police, by: [.clerk, .caseOfficer],
        ["toldAgency": "IPB"]),
    ])

  /// 审查批准逮捕, reckoned from 刑事诉讼法 art. 87-91 and 高检发释字〔2019〕4号 art. 282.
  static let arrest = LawfulProcedure(
    .arrest, states: ["review", "approved", "not-approved", "withdrawn"],
    opening: LawfulAct(
      "accept", from: [], to: "review", side: Sample.procuratorate, by: [.clerk, .caseOfficer],
      ["detained": "yes", "persons": "2", "police": "PSB"]),
    origin: Proceeding(
      id: 5, kind: .criminal, state: "filed", agency: Sample.police, receiver: nil, handledBy: []),
    owner: Sample.police, conductor: Sample.procuratorate, receiver: Sample.police,
    acts: [
      LawfulAct(
        "extend", from: ["review"], to: nil, side: Sample.procuratorate, by: [.deputyHead, .actingHead, .head],
        ["extension": "S-arrest-free-complex", "reason": "案情复杂"]),
      LawfulAct(
        "approve", from: ["review"], to: "approved", side: Sample.procuratorate, by: [.deputyHead, .actingHead, .head],
        ["approvedPersons": "2"], known: ["persons": "2"]),
      LawfulAct(
        "refuse", from: ["review"], to: "not-approved", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head], ["reason": "无社会危险性", "supplement": "查证货值"]),
      LawfulAct(
        "withdraw", from: ["review"], to: "withdrawn", side: Sample.procuratorate, by: [.clerk, .caseOfficer],
        ["reason": "公安机关撤回"]),
    ])

  /// 审查起诉, reckoned from 刑事诉讼法 art. 172-177, 182, 282.
  static let prosecution = LawfulProcedure(
    .prosecution, states: ["review", "supplement", "prosecuted", "not-prosecuted", "forwarded"],
    opening: LawfulAct(
      "accept", from: [], to: "review", side: Sample.procuratorate, by: [.clerk, .caseOfficer], ["police": "PSB"]),
    origin: Proceeding(
      id: 5, kind: .criminal, state: "transferred", agency: Sample.police, receiver: nil, handledBy: []),
    owner: Sample.police, conductor: Sample.procuratorate, receiver: Sample.police,
    acts: [
      LawfulAct(
        "fast-track", from: ["review"], to: nil, side: Sample.procuratorate, by: [.caseOfficer], ["plea": "yes"]),
      LawfulAct(
        "extend", from: ["review"], to: nil, side: Sample.procuratorate, by: [.deputyHead, .actingHead, .head],
        ["extension": "S-prosecute-complex", "reason": "重大、复杂"]),
      LawfulAct(
        "return", from: ["review"], to: "supplement", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["supplementRound": "first", "reason": "查证销售金额"]),
      LawfulAct(
        "accept-again", from: ["supplement"], to: "review", side: Sample.procuratorate, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "prosecute", from: ["review"], to: "prosecuted", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["receivingCourt": "COU", "document": "南检刑诉〔2026〕1号", "plea": "yes", "sentencingProposal": "有期徒刑一年，缓刑二年"]),
      LawfulAct(
        "not-prosecute", from: ["review"], to: "not-prosecuted", side: Sample.procuratorate,
        by: [.deputyHead, .actingHead, .head],
        ["nonProsecution": "discretionary", "reason": "犯罪情节轻微", "penaltyDue": "yes"]),
      LawfulAct(
        "forward", from: ["review"], to: "forwarded", side: Sample.procuratorate,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["movedTo": "顺德区人民检察院", "reason": "改变管辖"]),
    ])

  /// 刑事审判, reckoned from 刑事诉讼法 art. 206, 208, 214-226, 230, 236, 241.
  static let criminalTrial = LawfulProcedure(
    .criminalTrial, states: ["trial", "withdrawn", "judged", "served", "appealed", "effective"],
    opening: LawfulAct(
      "accept", from: [], to: "trial", side: Sample.court, by: [.clerk, .caseOfficer],
      ["courtCaseNumber": "（2026）粤0605刑初15号", "trialTrack": "ordinary"]),
    origin: Proceeding(
      id: 5, kind: .prosecution, state: "prosecuted", agency: Sample.procuratorate, receiver: nil, handledBy: []),
    owner: Sample.police, conductor: Sample.court,
    acts: [
      LawfulAct(
        "to-summary", from: ["trial"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["trialTrack": "summary", "reason": "对量刑建议有异议"],
        known: ["trialTrack": "fast-track"]),
      LawfulAct(
        "to-ordinary", from: ["trial"], to: nil, side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["trialTrack": "ordinary", "reason": "被告人翻供"],
        known: ["trialTrack": "summary"]),
      LawfulAct(
        "extend", from: ["trial"], to: nil, side: Sample.court, by: [.deputyHead, .actingHead, .head],
        ["extension": "L-criminal-latest", "reason": "案情复杂"]),
      LawfulAct(
        "pause", from: ["trial"], to: nil, side: Sample.court, by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["pause": "suspension", "reason": "被告人患严重疾病"]),
      LawfulAct(
        "resume", from: ["trial"], to: nil, side: Sample.court, by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["pause": "suspension"]),
      LawfulAct(
        "withdraw", from: ["trial"], to: "withdrawn", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reason": "检察院撤回起诉"]),
      LawfulAct(
        "judge", from: ["trial"], to: "judged", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["verdict": "guilty", "criminalFine": "50000"]),
      LawfulAct("serve", from: ["judged"], to: "served", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "appeal", from: ["served"], to: "appealed", side: Sample.court, by: [.clerk, .caseOfficer],
        ["appellant": "被告人张某"]),
      LawfulAct(
        "take-effect", from: ["served"], to: "effective", side: Sample.court, by: [.clerk, .caseOfficer],
        ["effectiveOn": "2026-11-05"]),
      LawfulAct(
        "finish", from: ["appealed"], to: "effective", side: Sample.court, by: [.clerk, .caseOfficer],
        ["appealOutcome": "upheld", "effectiveOn": "2026-11-05"]),
      LawfulAct(
        "remand", from: ["appealed"], to: "trial", side: Sample.court, by: [.clerk, .caseOfficer],
        ["courtCaseNumber": "（2026）粤0605刑初99号", "trialTrack": "ordinary"]),
    ])
}
