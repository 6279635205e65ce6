import Casework

extension Run {
  /// 督办. The last day is the one that the paper names; nothing is counted.
  static let taskRuns: [Run] = [
    Run(
      "A town is asked about a lead, signs, answers in time, and the answer will do",
      begins: .open(.penalty, .clerk, on: "2026-09-01"),
      steps: [
        .open(
          .task, .head, on: "2026-09-02",
          ["agency": "TWN-DL", "subject": "大沥布匹市场侵权线索", "demand": "查明经营者并答复", "dueOn": "2026-09-30"],
          from: .penalty),
        .act("sign", of: .task, by: "TWN-DL", .clerk, on: "2026-09-03", ["receipt": "大收〔2026〕1号"]),
        .act("reply", of: .task, by: "TWN-DL", .caseOfficer, on: "2026-09-18", ["reply": "已检查三家店铺，名单见附件"]),
        .act("accept", of: .task, .caseOfficer, on: "2026-09-21", ["opinion": "同意办结"]),
      ],
      states: ["penalty/lead", "task/closed"],
      // P1: fifteen working days from 1 September, 20 September being one.
      clocks: ["P1 2026-09-21", "D-task 2026-09-30 satisfied 2026-09-18"]),
    Run(
      "The time is extended on its last day, the answer is sent back, and the next one comes late",
      begins: .open(.penalty, .clerk, on: "2026-10-12"),
      steps: [
        .open(
          .task, .caseOfficer, on: "2026-10-13",
          ["agency": "CUL", "subject": "版权登记核查", "demand": "核实权利归属", "dueOn": "2026-10-23"], from: .penalty),
        .act("sign", of: .task, by: "CUL", .clerk, on: "2026-10-14"),
        .act("extend", of: .task, .head, on: "2026-10-23", ["newDue": "2026-10-30", "reason": "登记档案调取中"]),
        .act("reply", of: .task, by: "CUL", .caseOfficer, on: "2026-10-30", ["reply": "已核实"]),
        .act(
          "return", of: .task, .caseOfficer, on: "2026-11-02", ["reason": "未附登记证书", "newDue": "2026-11-10"]),
        .act("reply", of: .task, by: "CUL", .head, on: "2026-11-12", ["reply": "补充登记证书"]),
        .act("accept", of: .task, .head, on: "2026-11-13"),
      ],
      states: ["penalty/lead", "task/closed"],
      clocks: [
        "P1 2026-11-02", "D-task 2026-10-30 satisfied 2026-10-30", "D-task 2026-11-10 satisfied 2026-11-12",
      ]),
    Run(
      "The procuratorate asks the agency that has the file, and withdraws when the lead is not filed",
      begins: .open(.penalty, .clerk, on: "2026-08-03"),
      steps: [
        .act("verify", of: .penalty, .caseOfficer, on: "2026-08-05", ["findings": "违法行为轻微"]),
        .open(
          .task, by: "PRO", .caseOfficer, on: "2026-08-06",
          ["agency": "IPB", "subject": "线索核查", "demand": "说明是否立案", "dueOn": "2026-08-20"], from: .penalty),
        .act("sign", of: .task, .clerk, on: "2026-08-07"),
        .act(
          "decline", of: .penalty, .caseOfficer, on: "2026-08-10",
          ["ground": "minor-corrected", "approver": "丙", "reason": "已及时改正"]),
        .act("withdraw", of: .task, by: "PRO", .head, on: "2026-08-12", ["reason": "已决定不予立案"]),
      ],
      states: ["penalty/not-filed", "task/withdrawn"],
      clocks: ["P1 2026-08-24 satisfied 2026-08-10", "D-task 2026-08-20 ended 2026-08-12"]),
  ]
}
