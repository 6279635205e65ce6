import Casework

/// 海关扣留, on both tracks.
extension Run {
  /// Qingming lies on the way of the thirty working days, Labour Day on that of the fifty.
  static let detentionConfiscated = Run(
    "ex officio: infringing goods confiscated and auctioned",
    begins: .open(.customs, by: "CUS", .clerk, on: "2026-03-02", exOfficio),
    steps: [
      .act("notify-holder", of: .customs, by: "CUS", .caseOfficer, on: "2026-03-02"),
      .act("apply", of: .customs, by: "CUS", .clerk, on: "2026-03-04", ["security": "40000"]),
      .act("detain", of: .customs, by: "CUS", .caseOfficer, on: "2026-03-05", ["document": "扣留1号"]),
      .act(
        "ask-authority", of: .customs, by: "CUS", .caseOfficer, on: "2026-03-10",
        ["receivingAgency": "IPB", "reason": "请求协助认定"]),
      .act("establish", of: .customs, by: "CUS", .caseOfficer, on: "2026-04-14", ["findings": "使用与注册商标相同的商标"]),
      .act(
        "notify-party", of: .customs, by: "CUS", .caseOfficer, on: "2026-04-20",
        ["approver": "丙", "proposedFine": "20000", "hearing": "yes"]),
      .act("submit", of: .customs, by: "CUS", .caseOfficer, on: "2026-04-28"),
      .act("agree", of: .customs, by: "CUS", .reviewer, on: "2026-04-28"),
      .act(
        "confiscate", of: .customs, by: "CUS", .head, on: "2026-04-28",
        ["document": "罚字1号", "confiscatedGoods": "80000", "fine": "20000"]),
      .act(
        "dispose", of: .customs, by: "CUS", .caseOfficer, on: "2026-05-12",
        ["disposal": "auction", "removal": "features", "proceeds": "9000"]),
    ],
    states: ["customs/disposed"],
    clocks: [
      "C4 2026-03-05 satisfied 2026-03-04", "C5 2026-04-17 satisfied 2026-04-14", "C7 2026-05-19 ended 2026-04-14",
      "C-hearing 2026-04-27 ended 2026-04-28",
    ])

  /// Twenty working days, Mid-Autumn among them and the Sunday of 2026-09-20 worked, without a court's notice.
  static let detentionReleased = Run(
    "on application: released after twenty working days",
    begins: .open(.customs, by: "CUS", .clerk, on: "2026-08-25", onApplication),
    steps: [
      .act("apply", of: .customs, by: "CUS", .clerk, on: "2026-08-26", ["security": "80000"]),
      .act("detain", of: .customs, by: "CUS", .caseOfficer, on: "2026-09-01", ["document": "扣留2号"]),
      .act(
        "release", of: .customs, by: "CUS", .caseOfficer, on: "2026-09-30", ["releaseGround": "no-court-notice"]),
      .act("close", of: .customs, by: "CUS", .head, on: "2026-10-12", ["wrongful": "no"]),
    ],
    states: ["customs/closed"], clocks: ["C6 2026-09-29 ended 2026-09-30"])

  static let detentionOfPatentGoods = Run(
    "on application: suspected patent goods released against counter-security, the detention wrong",
    ipType: .patent,
    begins: .open(.customs, by: "CUS", .clerk, on: "2026-10-09", onApplication),
    steps: [
      .act("apply", of: .customs, by: "CUS", .clerk, on: "2026-10-09", ["security": "80000"]),
      .act("detain", of: .customs, by: "CUS", .caseOfficer, on: "2026-10-12", ["document": "扣留3号"]),
      .act(
        "release", of: .customs, by: "CUS", .caseOfficer, on: "2026-10-20",
        ["releaseGround": "counter-security", "counterSecurity": "80000"]),
      .act(
        "close", of: .customs, by: "CUS", .head, on: "2026-11-10", ["wrongful": "yes", "compensation": "5000"]),
    ],
    states: ["customs/closed"], clocks: ["C6 2026-11-09 ended 2026-10-20"])

  static let detentionForTheCourt = Run(
    "on application: the court's notice comes in time",
    begins: .open(.customs, by: "CUS", .clerk, on: "2026-10-09", onApplication),
    steps: [
      .act("apply", of: .customs, by: "CUS", .clerk, on: "2026-10-09", ["security": "80000"]),
      .act("detain", of: .customs, by: "CUS", .caseOfficer, on: "2026-10-12", ["document": "扣留4号"]),
      .act(
        "court-notice", of: .customs, by: "CUS", .clerk, on: "2026-10-28",
        ["assistingCourt": "区法院", "document": "协执1号"]),
      .act("assist-court", of: .customs, by: "CUS", .caseOfficer, on: "2026-10-30", ["courtAssistance": "货物移交法院"]),
    ],
    states: ["customs/court-assisted"], clocks: ["C6 2026-11-09 satisfied 2026-10-28"])

  /// The Dragon Boat Festival lies on the way. The holder's fifty working days go on while the case is with the police.
  static let detentionToPolice = Run(
    "ex officio: a suspected crime referred to the police, who do not file; the hearing given up, the goods confiscated",
    begins: .open(.customs, by: "CUS", .clerk, on: "2026-06-15", exOfficio),
    steps: [
      .act("notify-holder", of: .customs, by: "CUS", .caseOfficer, on: "2026-06-15"),
      .act("apply", of: .customs, by: "CUS", .clerk, on: "2026-06-17", ["security": "40000"]),
      .act("detain", of: .customs, by: "CUS", .caseOfficer, on: "2026-06-18", ["document": "扣留5号"]),
      .refer(by: "CUS", on: "2026-06-29"),
      .act("team", of: .referral, by: "CUS", .caseOfficer, on: "2026-06-29", ["officers": "甲、乙"]),
      .act("report", of: .referral, by: "CUS", .caseOfficer, on: "2026-06-29", ["findings": "涉嫌犯罪"]),
      .act("approve", of: .referral, by: "CUS", .head, on: "2026-06-29", ["time": "10:00"]),
      .act("send", of: .referral, by: "CUS", .clerk, on: "2026-06-30", ["time": "09:30"]),
      .act("hand-to-police", of: .customs, by: "CUS", .head, on: "2026-06-30", ["reason": "涉嫌犯罪"]),
      .act("receive", of: .referral, by: "PSB", .clerk, on: "2026-07-01"),
      .act(
        "decline", of: .referral, by: "PSB", .caseOfficer, on: "2026-07-03", ["reason": "未达追诉标准", "approver": "丁"]),
      .act("rest", of: .referral, by: "CUS", .head, on: "2026-07-03"),
      .act("take-back", of: .customs, by: "CUS", .caseOfficer, on: "2026-07-06", ["reason": "公安机关不予立案"]),
      .act("establish", of: .customs, by: "CUS", .caseOfficer, on: "2026-07-08", ["findings": "使用与注册商标相同的商标"]),
      .act(
        "notify-party", of: .customs, by: "CUS", .caseOfficer, on: "2026-07-10",
        ["approver": "丙", "proposedFine": "20000", "hearing": "yes"]),
      .act(
        "plead", of: .customs, by: "CUS", .caseOfficer, on: "2026-07-13", ["pleaded": "请求从轻", "pleadedAnswer": "不予采纳"]),
      .act("waive", of: .customs, by: "CUS", .caseOfficer, on: "2026-07-14", ["statement": "书面放弃听证"]),
      .act("submit", of: .customs, by: "CUS", .caseOfficer, on: "2026-07-15"),
      .act("agree", of: .customs, by: "CUS", .reviewer, on: "2026-07-16"),
      .act(
        "confiscate", of: .customs, by: "CUS", .head, on: "2026-07-20",
        ["document": "罚字2号", "confiscatedGoods": "80000", "fine": "20000"]),
    ],
    states: ["customs/confiscated", "referral/rested"],
    clocks: [
      "C4 2026-06-18 satisfied 2026-06-17", "C5 2026-07-31 ended 2026-06-30", "C7 2026-08-28 ended 2026-07-08",
      "R3 2026-07-02 satisfied 2026-06-29", "R4a 2026-06-30 satisfied 2026-06-30",
      "R6 2026-07-02 ended 2026-07-03", "R7a 2026-07-02 ended 2026-07-03", "R8 2026-07-04 satisfied 2026-07-03",
      "R10a 2026-07-06 ended 2026-07-03",
      "C-hearing 2026-07-17 satisfied 2026-07-14",
    ])

  /// Three working days around Qingming; without an application customs may not detain.
  static let goodsNotDetained = Run(
    "ex officio: the holder lets the three working days pass",
    begins: .open(.customs, by: "CUS", .clerk, on: "2026-04-01", exOfficio),
    steps: [
      .act("notify-holder", of: .customs, by: "CUS", .caseOfficer, on: "2026-04-02"),
      .act(
        "not-detain", of: .customs, by: "CUS", .caseOfficer, on: "2026-04-09", ["nonDetention": "no-application"]),
    ],
    states: ["customs/not-detained"], clocks: ["C4 2026-04-08 ended 2026-04-09"])

  private static let exOfficio = [
    "detentionTrack": "ex-officio", "rightHolder": "晨星鞋业", "recordNumber": "T2020-12345",
    "recordValidTo": "2030-06-30", "direction": "export", "suspectGoods": "运动鞋1000双", "goodsValue": "80000",
  ]
  private static let onApplication = [
    "detentionTrack": "on-application", "rightHolder": "晨星鞋业", "direction": "import", "suspectGoods": "运动鞋1000双",
    "goodsValue": "80000",
  ]
}
