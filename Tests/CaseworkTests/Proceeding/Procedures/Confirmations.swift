import Casework

extension LawfulProcedure {
  /// 司法确认, reckoned from 民事诉讼法 art. 187, 205, 206: both apply, the court accepts, confirms or dismisses.
  static let confirmation = LawfulProcedure(
    .confirmation, states: ["applied", "accepted", "not-accepted", "withdrawn", "confirmed", "dismissed"],
    opening: LawfulAct(
      "apply", from: [], to: "applied", by: [.clerk, .caseOfficer], ["court": "COU", "jointly": "yes"]),
    origin: Proceeding(
      id: 9, kind: .mediation, state: "agreed", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["track": "peoples", "concernsValidity": "no", "confirmableFrom": "2026-11-03"]),
    receiver: Sample.court,
    acts: [
      LawfulAct("accept", from: ["applied"], to: "accepted", side: Sample.court, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "decline", from: ["applied"], to: "not-accepted", side: Sample.court, by: [.clerk, .caseOfficer],
        ["reason": "不属于本院管辖"]),
      LawfulAct("withdraw", from: ["applied", "accepted"], to: "withdrawn", by: [.clerk, .caseOfficer]),
      LawfulAct(
        "extend", from: ["accepted"], to: nil, side: Sample.court, by: [.deputyHead, .actingHead, .head],
        ["extension": "M-ruling-president", "days": "15", "reason": "需要核实"]),
      LawfulAct(
        "confirm", from: ["accepted"], to: "confirmed", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["document": "（2026）粤0605民特1号"]),
      LawfulAct(
        "dismiss", from: ["accepted"], to: "dismissed", side: Sample.court,
        by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["document": "（2026）粤0605民特2号", "reason": "协议内容不明确"]),
    ])
}
