import Casework

/// Referral to the police, from the notes on 国务院令第310号 (referral.md A.1, A.2).
enum PoliceReferral {
  private static let head: Set<Role> = [.head, .actingHead]
  private static let clerks: Set<Role> = [.clerk, .caseOfficer]
  private static let deciders: Set<Role> = [.caseOfficer, .actingHead, .head]
  private static let police = Sample.police

  static let acts = [
    LawfulAct("approve", from: ["drafted"], to: "approved", by: head),
    LawfulAct("refuse", from: ["drafted"], to: "refused", by: head, ["reason": "证据不足"]),
    LawfulAct("send", from: ["approved"], to: "sent", by: clerks),
    LawfulAct(
      "withdraw", from: ["drafted", "approved", "sent"], to: "withdrawn", by: head.union([.caseOfficer]),
      ["reason": "另行处理"]),
    LawfulAct("receive", from: ["sent"], to: "received", side: police, by: clerks),
    LawfulAct(
      "extend", from: ["received"], to: nil, side: police, by: deciders,
      ["extension": "R8x-major", "approver": "丁", "reason": "跨区域"]),
    LawfulAct(
      "file", from: ["received"], to: "police-filed", side: police, by: deciders, ["document": "立案一号", "approver": "丁"]),
    LawfulAct(
      "decline", from: ["received"], to: "police-not-filed", side: police, by: deciders,
      ["reason": "未达追诉标准", "approver": "丁"]),
    LawfulAct("take-over", from: ["police-filed"], to: nil, side: police, by: clerks, ["items": "清单一份"]),
    LawfulAct("conclude", from: ["police-filed"], to: "concluded", side: police, by: deciders, ["outcome": "judged"]),
    LawfulAct(
      "return", from: ["police-filed"], to: "returned", side: police, by: deciders,
      ["ground": "not-prosecuted", "reason": "情节轻微"]),
    // 行政处罚法 art. 27: also once it is known what came of it.
    LawfulAct(
      "return", from: ["concluded"], to: "returned", side: police, by: deciders,
      ["ground": "exempted", "reason": "免予刑事处罚，应当给予行政处罚"]),
  ]

  static let states = [
    "drafted", "approved", "sent", "received", "police-filed", "police-not-filed", "concluded", "returned", "refused",
    "withdrawn",
  ]

  /// The file in that state: with the police from the receipt until they refuse it.
  static func file(in state: String) -> CaseFileState {
    let withPolice = ["received", "police-filed", "concluded"].contains(state)
    let open = ["drafted", "approved", "sent", "received"].contains(state)
    return Sample.sure {
      try Sample.file(owner: withPolice ? Sample.police : Sample.bureau, openReferral: open ? state : nil)
    }
  }
}
