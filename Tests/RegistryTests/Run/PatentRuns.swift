import Casework

// Days reckoned from the law notes and holidays-cn.csv; the day of the trigger is day 0.

extension Run {
  /// Adjudication, mediation and judicial confirmation.
  static let patentRuns: [Run] = adjudicationRuns + mediationRuns

  private static let invention = "ZL201710601862.3"
  private static let utilityModel = "ZL202121300001.X"

  private static let adjudicationRuns: [Run] = [
    Run(
      "A patent ruling that nobody sues against and the court enforces", ipType: .patent,
      begins: .open(
        .adjudication, .clerk, on: "2026-03-02",
        [
          "requestNumber": "南专请〔2026〕1号", "patentNumber": invention, "decidingAuthority": "FSIPB",
          "delegation": "佛市监委〔2026〕3号",
        ]),
      steps: [
        .act(
          "file", of: .adjudication, .caseOfficer, on: "2026-03-06",
          ["caseNumber": "南专裁〔2026〕1号", "panel": "甲、乙、丙", "suitPending": "no"]),
        .act("deliver", of: .adjudication, .clerk, on: "2026-03-11"),
        .act("answer", of: .adjudication, .clerk, on: "2026-03-25"),
        .act("forward", of: .adjudication, .clerk, on: "2026-03-30"),
        .act(
          "schedule", of: .adjudication, .caseOfficer, on: "2026-04-08",
          ["hearingDay": "2026-04-20", "place": "第一审理室"]),
        .act("notify", of: .adjudication, .clerk, on: "2026-04-09"),
        .act(
          "hear", of: .adjudication, .caseOfficer, on: "2026-04-20", ["attendance": "both", "record": "双方陈述意见"]),
        .act(
          "decide", of: .adjudication, .head, on: "2026-05-29",
          ["ruling": "infringement", "orders": "立即停止制造、销售", "document": "南专裁字〔2026〕1号"]),
        .act("serve", of: .adjudication, .clerk, on: "2026-06-01", ["mode": "direct"]),
        // The fifteen days end on 16 June.
        .act(
          "remind", of: .adjudication, .caseOfficer, on: "2026-06-17",
          ["document": "南专催〔2026〕1号", "suitPeriodOver": "2026-06-16"]),
        // Ten working days, past the Dragon Boat Festival, end on 2 July.
        .act("apply", of: .adjudication, .head, on: "2026-07-06", ["court": "COU", "document": "南专执〔2026〕1号"]),
        .act("close", of: .adjudication, .head, on: "2026-08-03", ["closeGround": "enforced"]),
      ],
      states: ["adjudication/closed"],
      clocks: [
        "A3 2026-03-09 satisfied 2026-03-06", "A4 2026-03-13 satisfied 2026-03-11",
        // Three months end on a plain Saturday, which does not give way.
        "A9 2026-06-06 satisfied 2026-05-29", "A5 2026-03-26 satisfied 2026-03-25",
        "A6 2026-04-01 satisfied 2026-03-30", "A7 2026-04-15 satisfied 2026-04-09",
        "Q-patent-suit 2026-06-16 ended 2026-06-17", "P22 2026-07-02 ended 2026-07-06",
        "P23 2026-09-16 satisfied 2026-07-06",
      ]),
    Run(
      "A request for adjudication that is not corrected in time", ipType: .patent,
      begins: .open(
        .adjudication, .clerk, on: "2026-09-21",
        [
          "requestNumber": "南专请〔2026〕2号", "patentNumber": invention, "decidingAuthority": "FSIPB",
          "delegation": "佛市监委〔2026〕3号",
        ]),
      steps: [
        .act(
          "correct", of: .adjudication, .caseOfficer, on: "2026-09-23",
          ["corrections": "补交专利登记簿副本", "correctBy": "2026-09-30"]),
        .act(
          "decline", of: .adjudication, .caseOfficer, on: "2026-10-08",
          ["declineGround": "late-correction", "reason": "逾期未补正"]),
      ],
      states: ["adjudication/not-filed"],
      // The Mid-Autumn holiday of 25 to 27 September lies in the five working days.
      clocks: ["A3 2026-09-29 ended 2026-09-23", "A2 2026-09-30 ended 2026-10-08"]),
    Run(
      "A corrected request is filed and withdrawn because the requester stays away", ipType: .patent,
      begins: .open(
        .adjudication, by: "FSIPB", .clerk, on: "2026-08-17",
        ["requestNumber": "佛专请〔2026〕5号", "patentNumber": invention, "decidingAuthority": "FSIPB"]),
      steps: [
        .act(
          "correct", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-08-18",
          ["corrections": "补交请求书副本", "correctBy": "2026-08-28"]),
        .act("resubmit", of: .adjudication, by: "FSIPB", .clerk, on: "2026-08-27"),
        .act(
          "file", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-09-01",
          ["caseNumber": "佛专裁〔2026〕5号", "panel": "甲、乙、丙、丁、戊", "suitPending": "no"]),
        .act("deliver", of: .adjudication, by: "FSIPB", .clerk, on: "2026-09-04"),
        .act("answer", of: .adjudication, by: "FSIPB", .clerk, on: "2026-09-14"),
        .act("forward", of: .adjudication, by: "FSIPB", .clerk, on: "2026-09-16"),
        .act(
          "schedule", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-09-21",
          ["hearingDay": "2026-10-12", "place": "审理室"]),
        .act("notify", of: .adjudication, by: "FSIPB", .clerk, on: "2026-10-08"),
        .act(
          "hear", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-10-12",
          ["attendance": "requester-absent", "record": "请求人无正当理由不到场"]),
        .act(
          "withdraw", of: .adjudication, by: "FSIPB", .head, on: "2026-10-14",
          ["withdrawalGround": "requester-absent", "document": "佛专撤字〔2026〕5号"]),
      ],
      states: ["adjudication/withdrawn"],
      clocks: [
        "A3 2026-08-24 ended 2026-08-18", "A2 2026-08-28 satisfied 2026-08-27", "A3 2026-09-03 satisfied 2026-09-01",
        "A4 2026-09-08 satisfied 2026-09-04", "A9 2026-12-01 satisfied 2026-10-14",
        // The fifteenth day is a Saturday; Sunday the twentieth is a make-up workday.
        "A5 2026-09-20 satisfied 2026-09-14", "A6 2026-09-20 satisfied 2026-09-16",
        // Saturday the tenth of October is a make-up workday.
        "A7 2026-10-08 satisfied 2026-10-08",
      ]),
    Run(
      "An adjudication suspended and resumed, its closing limit moved and extended, then upheld in court",
      ipType: .patent,
      begins: .open(
        .adjudication, by: "FSIPB", .clerk, on: "2026-01-12",
        ["requestNumber": "佛专请〔2026〕1号", "patentNumber": utilityModel, "decidingAuthority": "FSIPB"]),
      steps: [
        .act(
          "extend", of: .adjudication, by: "FSIPB", .head, on: "2026-01-16",
          ["extension": "A3-head", "reason": "案情特别复杂"]),
        .act(
          "file", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-01-26",
          ["caseNumber": "佛专裁〔2026〕1号", "panel": "甲、乙、丙", "suitPending": "no"]),
        .act("deliver", of: .adjudication, by: "FSIPB", .clerk, on: "2026-01-29"),
        .act(
          "allow", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-02-02",
          ["extension": "A5-no-domicile", "reason": "被请求人在中国境内没有固定住所"]),
        .act("proceed", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-03-02"),
        .act(
          "suspend", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-03-09",
          ["pause": "suspension", "suspensionGround": "invalidation"]),
        .act(
          "resume", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-04-30", ["pause": "suspension"]),
        .act(
          "refuse-suspension", of: .adjudication, by: "FSIPB", .caseOfficer, on: "2026-05-20",
          ["refusalGround": "repeated-invalidation", "reason": "撤回后再次请求"]),
        .act(
          "extend", of: .adjudication, by: "FSIPB", .head, on: "2026-06-10",
          ["extension": "A9-head", "reason": "案件复杂"]),
        .act(
          "decide", of: .adjudication, by: "FSIPB", .head, on: "2026-07-15",
          ["ruling": "no-infringement", "document": "佛专裁字〔2026〕1号"]),
        .act("serve", of: .adjudication, by: "FSIPB", .clerk, on: "2026-07-16", ["mode": "post"]),
        .act(
          "sue", of: .adjudication, by: "FSIPB", .clerk, on: "2026-07-30", ["suitCourt": "广州知识产权法院"]),
        .act(
          "uphold", of: .adjudication, by: "FSIPB", .clerk, on: "2026-10-19", ["document": "（2026）粤73行初1号"]),
        .act(
          "close", of: .adjudication, by: "FSIPB", .head, on: "2026-10-20", ["closeGround": "no-infringement"]),
      ],
      states: ["adjudication/closed"],
      clocks: [
        // Five working days, and five more.
        "A3 2026-01-26 satisfied 2026-01-26", "A4 2026-02-02 satisfied 2026-01-29",
        // 26 April; 53 days of suspension from 9 March to 30 April: 18 June; one month more: 18 July.
        "A9 2026-07-18 satisfied 2026-07-15",
        // Thirty days instead of fifteen; the last is a Saturday on which everybody works.
        "A5 2026-02-28 ended 2026-03-02", "Q-patent-suit 2026-07-31 satisfied 2026-07-30",
      ]),
    Run(
      "An adjudication closed by mediation after settlement talks", ipType: .patent,
      begins: .open(
        .adjudication, .clerk, on: "2026-07-06",
        [
          "requestNumber": "南专请〔2026〕3号", "patentNumber": utilityModel, "decidingAuthority": "FSIPB",
          "delegation": "佛市监委〔2026〕3号",
        ]),
      steps: [
        .act(
          "file", of: .adjudication, .caseOfficer, on: "2026-07-08",
          ["caseNumber": "南专裁〔2026〕3号", "panel": "甲、乙、丙", "suitPending": "no"]),
        .act("deliver", of: .adjudication, .clerk, on: "2026-07-10"),
        .act("answer", of: .adjudication, .clerk, on: "2026-07-20"),
        .act("forward", of: .adjudication, .clerk, on: "2026-07-21"),
        .act("pause", of: .adjudication, .caseOfficer, on: "2026-08-03", ["pause": "settlement"]),
        .act("resume", of: .adjudication, .caseOfficer, on: "2026-08-12", ["pause": "settlement"]),
        .act(
          "mediate", of: .adjudication, .caseOfficer, on: "2026-08-14",
          ["document": "南专调字〔2026〕3号", "agreementContent": "停止销售，赔偿二万元"]),
      ],
      states: ["adjudication/mediated"],
      clocks: [
        "A3 2026-07-13 satisfied 2026-07-08", "A4 2026-07-15 satisfied 2026-07-10",
        // 8 October and ten days of talks.
        "A9 2026-10-18 satisfied 2026-08-14",
        // The fifteenth day is a Saturday.
        "A5 2026-07-27 satisfied 2026-07-20", "A6 2026-07-27 satisfied 2026-07-21",
      ]),
  ]

  private static let mediationRuns: [Run] = [
    Run(
      "The respondent refuses the mediation of a patent dispute, and adjudication is asked for", ipType: .patent,
      begins: .open(
        .mediation, .clerk, on: "2026-05-06",
        ["track": "administrative-patent", "mediationMatter": "侵权赔偿数额", "requestNumber": "南专调请〔2026〕1号"]),
      steps: [
        .act("notify", of: .mediation, .clerk, on: "2026-05-08"),
        .act("refuse", of: .mediation, .clerk, on: "2026-05-20", ["opinion": "不接受调解"]),
        .act("decline", of: .mediation, .caseOfficer, on: "2026-05-22", ["reason": "被请求人不接受调解"]),
        .open(
          .adjudication, .clerk, on: "2026-06-01",
          [
            "requestNumber": "南专请〔2026〕4号", "patentNumber": invention, "decidingAuthority": "FSIPB",
            "delegation": "佛市监委〔2026〕3号",
          ], from: .mediation),
        .act("retract", of: .adjudication, .clerk, on: "2026-06-03", ["reason": "双方和解"]),
      ],
      states: ["mediation/not-filed", "adjudication/not-filed"],
      clocks: [
        // Saturday the ninth of May is a make-up workday.
        "M-copy 2026-05-12 satisfied 2026-05-08",
        // The fifteenth day is a Saturday.
        "M-statement 2026-05-25 satisfied 2026-05-20", "M-tell 2026-05-27 satisfied 2026-05-22",
        "A3 2026-06-08 ended 2026-06-03",
      ]),
    Run(
      "The respondent is silent, so the mediation of a patent dispute is not filed", ipType: .patent,
      begins: .open(
        .mediation, .clerk, on: "2026-08-03",
        ["track": "administrative-patent", "mediationMatter": "发明人资格", "requestNumber": "南专调请〔2026〕2号"]),
      steps: [
        .act("notify", of: .mediation, .clerk, on: "2026-08-05"),
        .act("decline", of: .mediation, .caseOfficer, on: "2026-08-21", ["reason": "逾期未提交意见陈述书"]),
      ],
      states: ["mediation/not-filed"],
      clocks: ["M-copy 2026-08-10 satisfied 2026-08-05", "M-statement 2026-08-20 ended 2026-08-21"]),
    Run(
      "The respondent agrees, the dispute over ownership is settled and made enforceable, not confirmed",
      ipType: .patent,
      begins: .open(
        .mediation, .clerk, on: "2026-04-13",
        ["track": "administrative-patent", "mediationMatter": "专利权归属", "requestNumber": "南专调请〔2026〕3号"]),
      steps: [
        .act("notify", of: .mediation, .clerk, on: "2026-04-14"),
        .act("consent", of: .mediation, .clerk, on: "2026-04-28"),
        .act(
          "file", of: .mediation, .caseOfficer, on: "2026-05-07",
          ["caseNumber": "南专调〔2026〕3号", "mediationDay": "2026-05-20", "place": "调解室"]),
        .act("mediate", of: .mediation, .caseOfficer, on: "2026-05-20", ["record": "双方同意转让并付款"]),
        .act(
          "agree", of: .mediation, .caseOfficer, on: "2026-05-20",
          [
            "agreementContent": "专利权归甲方，甲方支付五万元", "concernsValidity": "yes", "payment": "50000",
            "performBy": "2026-06-30", "notarise": "yes",
          ]),
        .act("notarise", of: .mediation, .clerk, on: "2026-05-28", ["document": "（2026）粤佛南海证1号"]),
        .act("breach", of: .mediation, .caseOfficer, on: "2026-07-01", ["reason": "到期未付"]),
      ],
      states: ["mediation/breached"],
      clocks: [
        "M-copy 2026-04-20 satisfied 2026-04-14", "M-statement 2026-04-29 satisfied 2026-04-28",
        // 29 and 30 April, 6, 7 and 8 May: the holiday of 1 to 5 May does not count.
        "M-file 2026-05-08 satisfied 2026-05-07",
      ]),
    Run(
      "A court entrusts a case before filing; it is agreed and confirmed",
      begins: .open(
        .mediation, by: "JUS", .clerk, on: "2026-06-15",
        ["track": "court-before", "mediationMatter": "商标侵权赔偿", "entrustingCourt": "COU"]),
      steps: [
        .act("take", of: .mediation, by: "JUS", .caseOfficer, on: "2026-06-17", ["track": "court-before"]),
        .act("pause", of: .mediation, by: "JUS", .caseOfficer, on: "2026-06-24", ["pause": "evaluation"]),
        .act("resume", of: .mediation, by: "JUS", .caseOfficer, on: "2026-07-03", ["pause": "evaluation"]),
        .act(
          "extend", of: .mediation, by: "JUS", .caseOfficer, on: "2026-07-20",
          ["extension": "M1-agreement", "days": "10", "bothConsent": "yes"]),
        .act(
          "agree", of: .mediation, by: "JUS", .caseOfficer, on: "2026-08-03",
          [
            "agreementContent": "停止销售，赔偿三万元", "concernsValidity": "no", "confirmableFrom": "2026-08-03",
            "payment": "30000", "performBy": "2026-09-30",
          ]),
        // The thirtieth day.
        .act("apply", of: .mediation, by: "JUS", .clerk, on: "2026-09-02"),
        .open(
          .confirmation, by: "JUS", .clerk, on: "2026-09-02", ["court": "COU", "jointly": "yes"], from: .mediation),
        .act("accept", of: .confirmation, by: "COU", .clerk, on: "2026-09-08"),
        .act(
          "confirm", of: .confirmation, by: "COU", .caseOfficer, on: "2026-09-21", ["document": "（2026）粤0605民特1号"]),
        .act("perform", of: .mediation, by: "JUS", .caseOfficer, on: "2026-09-28", ["performance": "已付清"]),
      ],
      states: ["mediation/performed", "confirmation/confirmed"],
      clocks: [
        "M5 2026-06-18 satisfied 2026-06-17",
        // 17 July; ten days of evaluation from 24 June to 3 July; ten days more by agreement.
        "M1 2026-08-06 satisfied 2026-08-03", "M-confirmation 2026-09-02 satisfied 2026-09-02",
        "M-ruling 2026-10-08 satisfied 2026-09-21",
      ]),
    Run(
      "A court entrusts a case after filing in summary procedure; a party leaves",
      begins: .open(
        .mediation, by: "IPSC", .clerk, on: "2026-10-12",
        ["track": "court-after-summary", "mediationMatter": "著作权侵权赔偿", "entrustingCourt": "COU"]),
      steps: [
        .act("take", of: .mediation, by: "IPSC", .caseOfficer, on: "2026-10-13", ["track": "court-after-summary"]),
        .act(
          "terminate", of: .mediation, by: "IPSC", .caseOfficer, on: "2026-10-19",
          ["reason": "原告不愿继续", "remediesTold": "yes"]),
      ],
      states: ["mediation/terminated"],
      clocks: ["M5 2026-10-15 satisfied 2026-10-13", "M3 2026-10-20 satisfied 2026-10-19"]),
    Run(
      "A people's mediation fails, and adjudication of the patent dispute follows in the same file", ipType: .patent,
      begins: .open(
        .mediation, .clerk, on: "2026-09-14", ["track": "peoples", "mediationMatter": "专利侵权赔偿"]),
      steps: [
        .act("accept", of: .mediation, .clerk, on: "2026-09-15", ["bothConsent": "yes"]),
        .act("mediate", of: .mediation, .caseOfficer, on: "2026-09-22", ["record": "差距过大"]),
        .act(
          "fail", of: .mediation, .caseOfficer, on: "2026-09-29", ["reason": "未能达成一致", "remediesTold": "yes"]),
        .open(
          .adjudication, .clerk, on: "2026-10-12",
          [
            "requestNumber": "南专请〔2026〕6号", "patentNumber": utilityModel, "decidingAuthority": "FSIPB",
            "delegation": "佛市监委〔2026〕3号",
          ], from: .mediation),
        .act(
          "file", of: .adjudication, .caseOfficer, on: "2026-10-15",
          ["caseNumber": "南专裁〔2026〕6号", "panel": "甲、乙、丙", "suitPending": "no"]),
      ],
      states: ["mediation/failed", "adjudication/filed"],
      clocks: ["A3 2026-10-19 satisfied 2026-10-15", "A4 2026-10-22", "A9 2027-01-15"]),
    Run(
      "An administrative mediation over a trademark fails, and a penalty follows in the same file",
      begins: .open(
        .mediation, .clerk, on: "2026-10-08", ["track": "administrative-other", "mediationMatter": "商标侵权赔偿数额"]),
      steps: [
        .act("accept", of: .mediation, .clerk, on: "2026-10-09", ["bothConsent": "yes"]),
        .act(
          "fail", of: .mediation, .caseOfficer, on: "2026-10-10", ["reason": "未能达成一致", "remediesTold": "yes"]),
        .open(.penalty, .clerk, on: "2026-10-12", from: .mediation),
      ],
      states: ["mediation/failed", "penalty/lead"], clocks: ["P1 2026-11-02"]),
  ]
}
