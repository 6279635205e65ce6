import Casework

/// Referral to the police, from the notes on 国务院令第310号 (referral.md A.1, A.2).
enum PoliceReferral {
  private static let head: Set<Role> = [.head, .actingHead]
  private static let heads: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
  private static let clerks: Set<Role> = [.clerk, .caseOfficer]
  private static let deciders: Set<Role> = [.caseOfficer, .actingHead, .head]
  private static let police = Sample.police
  private static let decision = ["document": "立案一号", "approver": "丁"]
  /// States in which the police have the case and have not decided.
  private static let undecided = ["received", "supplementing"]
  /// The procuratorate has taken up why the police did not file.
  private static let supervision = Sibling(id: 5, kind: .filingSupervision, state: "explaining", origin: 2)

  static let acts = [
    LawfulAct("team", from: ["drafted"], to: "verifying", by: heads, ["officers": "甲、乙"]),
    LawfulAct("report", from: ["verifying"], to: "reported", by: [.caseOfficer], ["findings": "涉嫌销售假冒注册商标的商品罪"]),
    LawfulAct("approve", from: ["reported"], to: "approved", by: head),
    LawfulAct("refuse", from: ["reported"], to: "refused", by: head, ["reason": "证据不足"]),
    LawfulAct("send", from: ["approved"], to: "sent", by: clerks),
    LawfulAct(
      "withdraw", from: ["drafted", "verifying", "reported", "approved", "sent"], to: "withdrawn",
      by: head.union([.caseOfficer]), ["reason": "另行处理"]),
    LawfulAct("receive", from: ["sent", "passed-on"], to: "received", side: police, by: clerks),
    LawfulAct("acknowledge", from: ["sent"], to: "received", by: clerks),
    LawfulAct("request", from: ["received"], to: "supplementing", side: police, by: heads, ["missing": "鉴定意见"]),
    LawfulAct("supply", from: ["supplementing"], to: "received", by: clerks, ["supplied": "鉴定意见一份"]),
    LawfulAct(
      "pass-on", from: undecided, to: "passed-on", side: police, by: heads, ["police": "PSB2", "document": "转送一号"]),
    LawfulAct(
      "forward", from: undecided, to: "forwarded", side: police, by: heads,
      ["movedTo": "邻市公安局", "document": "转送一号"]),
    LawfulAct(
      "disclaim", from: undecided, to: "disclaimed", side: police, by: deciders,
      ["reason": "属于监察机关管辖", "document": "通知一号"]),
    LawfulAct(
      "extend", from: undecided, to: nil, side: police, by: deciders,
      ["extension": "R8x-major", "approver": "丁", "reason": "跨区域"]),
    LawfulAct("file", from: undecided + ["forwarded"], to: "police-filed", side: police, by: deciders, decision),
    LawfulAct(
      "decline", from: undecided + ["forwarded"], to: "police-not-filed", side: police, by: deciders,
      ["reason": "未达追诉标准", "approver": "丁"]),
    LawfulAct("reconsider", from: ["police-not-filed"], to: "reconsidering", by: heads, ["reason": "达到追诉标准"]),
    LawfulAct("overturn", from: ["reconsidering"], to: "police-filed", side: police, by: deciders, decision),
    LawfulAct(
      "uphold", from: ["reconsidering"], to: "non-filing-upheld", side: police, by: deciders,
      ["reason": "维持原决定", "approver": "丁"]),
    LawfulAct(
      "seek-supervision", from: ["police-not-filed", "non-filing-upheld"], to: "supervision-sought", by: heads,
      ["procuratorate": "PRO", "reason": "应当立案"]),
    LawfulAct("rest", from: ["police-not-filed", "non-filing-upheld", "supervision-sought"], to: "rested", by: heads),
    LawfulAct(
      "file-supervised", from: ["police-not-filed", "non-filing-upheld", "supervision-sought"], to: "police-filed",
      side: police, by: deciders, decision, beside: [supervision]),
    LawfulAct("hand-over", from: ["police-filed"], to: nil, by: clerks, ["items": "标有商标的鞋三箱"]),
    LawfulAct("take-over", from: ["police-filed"], to: nil, side: police, by: clerks, ["items": "清单一份"]),
    LawfulAct(
      "inform", from: undecided + ["forwarded", "police-filed", "concluded"], to: nil, by: heads,
      ["message": "又查明一处仓库"]),
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
    "drafted", "verifying", "reported", "approved", "sent", "received", "supplementing", "passed-on", "forwarded",
    "disclaimed", "police-filed", "police-not-filed", "reconsidering", "non-filing-upheld", "supervision-sought",
    "rested", "concluded", "returned", "refused", "withdrawn",
  ]

  /// States in which the police have the file: from the receipt until they give it back.
  private static let withPolice = [
    "received", "supplementing", "passed-on", "forwarded", "police-filed", "concluded",
  ]
  /// States in which nothing else is decided on the file.
  private static let open = [
    "drafted", "verifying", "reported", "approved", "sent", "received", "supplementing", "passed-on", "forwarded",
    "reconsidering", "supervision-sought",
  ]

  /// The file in that state, with what an act needs beside the referral.
  static func file(in state: String, beside others: [Sibling] = []) -> CaseFileState {
    Sample.sure {
      try Sample.file(
        owner: withPolice.contains(state) ? Sample.police : Sample.bureau,
        openReferral: open.contains(state) ? state : nil, others: others)
    }
  }
}
