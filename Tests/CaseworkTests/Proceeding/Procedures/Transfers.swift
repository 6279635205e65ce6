import Casework

extension LawfulProcedure {
  /// A transfer from the bureau to a town, which signs for it, asks or declines.
  ///
  /// Source: 市场监督管理行政处罚程序规定 art. 13, 16 (procedure.md 1.2).
  static let transfer = LawfulProcedure(
    .transfer,
    states: [
      "proposed", "approved", "refused", "sent", "received", "supplementing", "declined", "escalated", "retained",
      "withdrawn",
    ],
    opening: LawfulAct(
      "propose", from: [], to: "proposed", by: handlersAndHeads,
      ["receivingAgency": "TWN-DL", "transferGround": "jurisdiction", "reason": "违法行为发生在大沥"]),
    receiver: Sample.town,
    acts: [
      LawfulAct("approve", from: ["proposed"], to: "approved", by: heads),
      LawfulAct("refuse", from: ["proposed"], to: "refused", by: heads, ["reason": "本机关有管辖权"]),
      LawfulAct("send", from: ["approved"], to: "sent", by: [.clerk, .caseOfficer]),
      LawfulAct("receive", from: ["sent"], to: "received", side: Sample.town, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "request", from: ["sent"], to: "supplementing", side: Sample.town, by: handlersAndHeads, ["missing": "现场笔录"]),
      LawfulAct("supply", from: ["supplementing"], to: "sent", by: [.clerk, .caseOfficer], ["supplied": "现场笔录一份"]),
      LawfulAct(
        "decline", from: ["sent"], to: "declined", side: Sample.town, by: handlersAndHeads, ["reason": "不在本镇"]),
      LawfulAct("insist", from: ["declined"], to: "sent", by: heads, ["reason": "经协商由大沥办理"]),
      LawfulAct(
        "escalate", from: ["declined"], to: "escalated", by: heads, ["superior": "市市场监督管理局", "document": "请示1号"]),
      LawfulAct("designate", from: ["escalated"], to: "sent", by: [.clerk, .caseOfficer], ["document": "批复1号"]),
      LawfulAct("retain", from: ["escalated"], to: "retained", by: [.clerk, .caseOfficer], ["document": "批复1号"]),
      LawfulAct("inform", from: ["received"], to: nil, by: handlersAndHeads, ["message": "又查明一处仓库"]),
      LawfulAct(
        "withdraw", from: ["proposed", "approved", "sent", "supplementing", "declined"], to: "withdrawn",
        by: handlersAndHeads, ["reason": "另行处理"]),
    ])

  /// A request for support to a town, which answers it.
  ///
  /// Source: 市场监督管理行政处罚程序规定 art. 45 (procedure.md 1.2, P4).
  static let support = LawfulProcedure(
    .support, states: ["requested", "received", "answered", "declined", "withdrawn"],
    opening: LawfulAct(
      "request", from: [], to: "requested", by: handlersAndHeads,
      ["assistant": "TWN-DL", "supportKind": "investigation", "matter": "核实经营地址"]),
    receiver: Sample.town,
    acts: [
      LawfulAct("receive", from: ["requested"], to: "received", side: Sample.town, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "answer", from: ["received"], to: "answered", side: Sample.town, by: handlersAndHeads, ["supportResult": "地址属实"]
      ),
      LawfulAct(
        "announce-delay", from: ["received"], to: nil, side: Sample.town, by: handlersAndHeads,
        ["reason": "负责人外出", "expectedOn": "2026-12-31"]),
      LawfulAct(
        "decline", from: ["requested", "received"], to: "declined", side: Sample.town, by: handlersAndHeads,
        ["reason": "不在本镇"]),
      LawfulAct(
        "withdraw", from: ["requested", "received"], to: "withdrawn", by: handlersAndHeads, ["reason": "已自行核实"]),
    ])

  private static let heads: Set<Role> = [.deputyHead, .actingHead, .head]
  private static let handlersAndHeads: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}
