import Casework

extension LawfulProcedure {
  /// A work order from the district to a town, which answers it.
  ///
  /// Source: the seed plan, task 12.
  static let workOrder = LawfulProcedure(
    .workOrder, states: ["issued", "accepted", "returned", "reported", "closed", "withdrawn"],
    opening: LawfulAct(
      "issue", from: [], to: "issued", by: [.caseOfficer, .deputyHead, .actingHead, .head],
      ["town": "TWN-DL", "demands": "上门核实经营地址", "dueOn": "2026-11-19"]),
    receiver: Sample.town,
    acts: [
      LawfulAct("accept", from: ["issued"], to: "accepted", side: Sample.town, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "return", from: ["issued"], to: "returned", side: Sample.town,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reason": "不在本镇"]),
      LawfulAct(
        "reissue", from: ["returned"], to: "issued", by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["demands": "核实分支机构", "dueOn": "2026-11-20"]),
      LawfulAct(
        "report", from: ["accepted"], to: "reported", side: Sample.town,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["orderResult": "已上门核实"]),
      LawfulAct(
        "send-back", from: ["reported"], to: "accepted", by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["reason": "缺少照片", "dueOn": "2026-11-20"]),
      LawfulAct(
        "extend", from: ["issued", "accepted"], to: nil, by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["dueOn": "2026-11-27", "reason": "负责人外出"], known: ["dueOn": "2026-11-19"]),
      LawfulAct("confirm", from: ["reported"], to: "closed", by: [.caseOfficer, .deputyHead, .actingHead, .head]),
      LawfulAct(
        "withdraw", from: ["issued", "accepted", "returned"], to: "withdrawn",
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reason": "已自行核实"]),
    ])
}
