import Casework

/// What the agencies hand to each other, what customs detains, and disputes between the parties.
extension PublishedJourney {
  /// Referrals to the police. Where a publication says that persons are under coercive measures, the police have filed.
  static let handedOver: [PublishedJourney] = [
    PublishedJourney(
      "R006", .trademark, "深圳市龙岗区佟佟服装店", given: ["2021-04-06"],
      steps: .referred(lead: "2021-03-15", sent: "2021-04-06", .reasonableSuspicion),
      states: ["penalty/lead", "referral/sent"]),
    PublishedJourney(
      "R038", .trademark, "南宁市日月泉茗茶店", goodsValue: "90000000", given: ["2023-03-06"],
      steps: .referred(lead: "2023-03-06", sent: "2023-04-10"), states: ["penalty/lead", "referral/sent"]),
    PublishedJourney(
      "R051", .trademark, "辽阳县某酒业商贸有限公司", "施某", given: ["2021"],
      steps: .referred(lead: "2021", sent: "2021-05-10", .reasonableSuspicion),
      states: ["penalty/lead", "referral/sent"]),
    // The raid, and the goods detained the same day.
    PublishedJourney(
      "R103", .trademark, "某科技有限公司", goodsValue: "400000", given: ["2023-04-25"],
      steps: .referred(lead: "2023-04-25", sent: "2023-04-26", offence: "213")
        .policeFiled(received: "2023-04-26", filed: "2023-04-28", offence: "213")
        .then([
          .act(
            "coerce", of: .criminal, by: "PSB", on: "2023-04-28",
            ["coerciveMeasure": "detention", "person": "犯罪嫌疑人八人", "from": "2023-04-28"])
        ]),
      states: ["penalty/lead", "referral/police-filed", "criminal/filed"]),
    // Raided on November 11, the year not stated.
    PublishedJourney(
      "R121", .trademark, "骆某、叶某等5人", turnover: "1000000",
      steps: .referred(lead: "2022-11-11", sent: "2022-11-14")
        .policeFiled(received: "2022-11-14", filed: "2022-11-16")
        .then([
          .act(
            "coerce", of: .criminal, by: "PSB", on: "2022-11-17",
            ["coerciveMeasure": "detention", "person": "骆某", "from": "2022-11-17"])
        ]),
      states: ["penalty/lead", "referral/police-filed", "criminal/filed"]),
    // A plant variety: referred as another crime, and sent for prosecution review.
    PublishedJourney(
      "R169", .plantVariety, "蔡某、黄某等8人", goodsValue: "1570000", given: ["2021-04"],
      steps: .referred(by: "AGR", lead: "2021-04", sent: "2021-05-17", offence: nil, .reasonableSuspicion)
        .policeFiled(received: "2021-05-17", filed: "2021-05-20", offence: "other")
        .then([.act("transfer", of: .criminal, by: "PSB", on: "2021-10-18", ["procuratorate": "PRO"])]),
      states: ["penalty/lead", "referral/police-filed", "criminal/transferred"]),
  ]

  private static func found(
    _ holder: String, _ goods: String, value: String?, direction: String = "export"
  ) -> [String: String] {
    var facts = [
      "detentionTrack": "ex-officio", "rightHolder": holder, "recordNumber": "T0000-00001",
      "recordValidTo": "2029-12-31", "direction": direction, "suspectGoods": goods,
    ]
    facts["goodsValue"] = value
    return facts
  }

  /// Detentions by customs. None published ends in a confiscation.
  static let detained: [PublishedJourney] = [
    PublishedJourney(
      "R026", .trademark, "深圳市某贸易有限公司", goodsValue: "6330000", given: ["2010-11-06"],
      steps: [
        .log(.customs, by: "CUS", on: "2010-11-06", found("Marlboro", "香烟971.34万支", value: "6330000")),
        .act("notify-holder", of: .customs, by: "CUS", on: "2010-11-06"),
        .act("apply", of: .customs, by: "CUS", on: "2010-11-09", ["security": "100000"]),
        .act("detain", of: .customs, by: "CUS", on: "2010-11-10", ["document": "扣留一号"]),
      ],
      states: ["customs/detained"]),
    PublishedJourney(
      "R027", .trademark, "某寄件人", goodsValue: "546000",
      steps: [.log(.customs, by: "CUS", on: "2010-11-01", found("Viagra", "药片10924粒", value: "546000"))],
      states: ["customs/opened"]),
    PublishedJourney(
      "R029", .trademark, "某公司", goodsValue: "880000", given: ["2010-11-18"],
      steps: .handedOver(
        [
          .log(.customs, by: "CUS", on: "2010-11-18", found("PLAYSTATION", "游戏机手柄22000个", value: "880000")),
          .act("notify-holder", of: .customs, by: "CUS", on: "2010-11-18"),
          .act("apply", of: .customs, by: "CUS", on: "2010-11-22", ["security": "100000"]),
          .act("detain", of: .customs, by: "CUS", on: "2010-11-23", ["document": "扣留二号"]),
        ], on: "2010-12-06", offence: "214"
      ).policeFiled(received: "2010-12-06", filed: "2010-12-13"),
      states: ["customs/police", "referral/police-filed", "criminal/filed"]),
    // The holder sued, and customs assisted the court.
    PublishedJourney(
      "R031", .trademark, "某公司", goodsValue: "905000", given: ["2010-12-02"],
      steps: [
        .log(.customs, by: "CUS", on: "2010-12-02", found("某权利人", "发电机组479台", value: "905000")),
        .act("notify-holder", of: .customs, by: "CUS", on: "2010-12-02"),
        .act("apply", of: .customs, by: "CUS", on: "2010-12-06", ["security": "100000"]),
        .act("detain", of: .customs, by: "CUS", on: "2010-12-07", ["document": "扣留三号"]),
        .act(
          "court-notice", of: .customs, by: "CUS", on: "2011-01-10",
          ["assistingCourt": "某法院", "document": "协执一号"]),
        .act("assist-court", of: .customs, by: "CUS", on: "2011-01-12", ["courtAssistance": "货物移交法院"]),
      ],
      states: ["customs/court-assisted"]),
    PublishedJourney(
      "R093", .trademark, "某运输公司", given: ["2025-11-01"],
      steps: [
        .log(.customs, by: "CUS", on: "2025-11-01", found("贵州茅台等", "酒120瓶、药丸1200颗", value: nil)),
        .act("notify-holder", of: .customs, by: "CUS", on: "2025-11-03"),
        .act("apply", of: .customs, by: "CUS", on: "2025-11-05", ["security": "50000"]),
      ],
      states: ["customs/notified"]),
  ]

  private static func agreed(on day: String, _ content: String, payment: String? = nil, by agency: String = "JUS")
    -> Step
  {
    var facts = ["agreementContent": content, "concernsValidity": "no", "confirmableFrom": day]
    facts["payment"] = payment
    return .act("agree", of: .mediation, by: agency, on: day, facts)
  }

  private static func confirmed(by agency: String = "JUS", applied: String, accepted: String, on day: String) -> [Step]
  {
    [
      .act("apply", of: .mediation, by: agency, on: applied),
      .open(.confirmation, by: agency, on: applied, ["court": "COU", "jointly": "yes"], from: .mediation),
      .act("accept", of: .confirmation, by: "COU", on: accepted),
      .act("confirm", of: .confirmation, by: "COU", on: day, ["document": "民特一号"]),
    ]
  }

  private static func entrusted(by agency: String = "JUS", on day: String, _ matter: String) -> [Step] {
    [
      .log(
        .mediation, by: agency, on: day,
        ["track": "court-before", "mediationMatter": matter, "entrustingCourt": "COU"]),
      .act("take", of: .mediation, by: agency, on: day, ["track": "court-before"]),
    ]
  }

  /// Adjudication of patents, mediation, confirmation.
  static let disputed: [PublishedJourney] = [
    // Filed and inspected on 2025-06-19, heard on 2025-09-10; what the ruling found is not in the excerpt.
    PublishedJourney(
      "R164", .patent, "广州市晨锋美发用具有限公司", given: ["2025-06-19", "2025-09-10"],
      steps: [
        .log(
          .adjudication, on: "2025-06-12",
          [
            "requestNumber": "请〔2025〕11号", "patentNumber": "ZL202430380182.4", "decidingAuthority": "FSIPB",
            "delegation": "委〔2025〕1号",
          ]),
        .act(
          "file", of: .adjudication, on: "2025-06-19",
          ["caseNumber": "粤穗花知法裁字〔2025〕11号", "panel": "甲、乙、丙", "suitPending": "no"]),
        .act("deliver", of: .adjudication, on: "2025-06-19"),
        .act(
          "investigate", of: .adjudication, on: "2025-06-19",
          ["means": "site", "measures": "已包装400件，未包装144件"]),
        .act("answer", of: .adjudication, on: "2025-07-03"), .act("forward", of: .adjudication, on: "2025-07-07"),
        .act(
          "schedule", of: .adjudication, on: "2025-08-27", ["hearingDay": "2025-09-10", "place": "审理室"]),
        .act("notify", of: .adjudication, on: "2025-09-01"),
        .act("hear", of: .adjudication, on: "2025-09-10", ["attendance": "both", "record": "双方陈述意见"]),
        .act(
          "decide", of: .adjudication, on: "2025-09-18",
          ["ruling": "infringement", "orders": "停止侵权", "document": "裁决书一号"]),
      ],
      states: ["adjudication/decided"]),
    // Case of 2012, decided on 2013-08-29 and sued over.
    PublishedJourney(
      "R159", .patent, "淄博某泵有限公司", given: ["2013-08-29"],
      steps: [
        .log(
          .adjudication, by: "FSIPB", on: "2012-10-08",
          ["requestNumber": "请〔2012〕3号", "patentNumber": "ZL201020100001.0", "decidingAuthority": "FSIPB"]),
        .act(
          "file", of: .adjudication, by: "FSIPB", on: "2012-10-15",
          ["caseNumber": "鲁〔2012〕3号", "panel": "甲、乙、丙", "suitPending": "no"]),
        .act("deliver", of: .adjudication, by: "FSIPB", on: "2012-10-18"),
        .act("answer", of: .adjudication, by: "FSIPB", on: "2012-11-02"),
        .act("forward", of: .adjudication, by: "FSIPB", on: "2012-11-06"),
        .act(
          "decide", of: .adjudication, by: "FSIPB", on: "2013-08-29",
          ["ruling": "infringement", "orders": "停止侵权", "document": "鲁〔2012〕3号处理决定"]),
        .act("serve", of: .adjudication, by: "FSIPB", on: "2013-09-02", ["mode": "direct"]),
        .act("sue", of: .adjudication, by: "FSIPB", on: "2013-09-12", ["suitCourt": "某中级人民法院"]),
      ],
      states: ["adjudication/sued"]),
    // Delegated by the court after suit, agreed and confirmed.
    PublishedJourney(
      "R067", .patent, "南平市延平区某公司", given: ["2024-08"],
      steps: entrusted(on: "2024-08", "外观设计专利侵权赔偿").then([agreed(on: "2024-08-20", "约定赔偿金额和付款日期")])
        .then(confirmed(applied: "2024-09-02", accepted: "2024-09-05", on: "2024-09-20")),
      states: ["mediation/agreed", "confirmation/confirmed"]),
    // Accepted by a bureau on the court's platform and mediated by video.
    PublishedJourney(
      "R068", .patent, "某商店",
      steps: entrusted(by: "IPB", on: "2023-05-08", "米袋外观设计侵权").then([agreed(on: "2023-05-22", "停止侵权并赔偿", by: "IPB")]),
      states: ["mediation/agreed"]),
    PublishedJourney(
      "R069", .patent, "某用品公司", given: ["2023-03"], steps: entrusted(on: "2023-03", "摄影辅助器材外观设计侵权"),
      states: ["mediation/mediating"]),
    // 40,000 yuan in three instalments: damages, and no line of the ledger.
    PublishedJourney(
      "R133", .trademark, "金昌某商务有限公司",
      steps: [
        .log(.mediation, on: "2025-09-01", ["track": "administrative-other", "mediationMatter": "商标侵权赔偿"]),
        .act("accept", of: .mediation, on: "2025-09-02", ["bothConsent": "yes"]),
        agreed(on: "2025-09-15", "分三期赔偿四万元", payment: "40000", by: "IPB"),
      ].then(confirmed(by: "IPB", applied: "2025-09-22", accepted: "2025-09-24", on: "2025-10-13")),
      states: ["mediation/agreed", "confirmation/confirmed"]),
    PublishedJourney(
      "R135", .copyright, "赵某", given: ["2025-01"],
      steps: entrusted(on: "2025-01", "服装图案侵权赔偿").then([agreed(on: "2025-02-10", "赔偿，金额未公布")]),
      states: ["mediation/agreed"]),
    // A patent dispute before a bureau: the respondent agreed first. Listed on 2022-10-24.
    PublishedJourney(
      "R139", .patent, "某公司",
      steps: [
        .log(
          .mediation, on: "2022-03-01",
          ["track": "administrative-patent", "mediationMatter": "临时保护期使用费", "requestNumber": "调请〔2022〕1号"]),
        .act("notify", of: .mediation, on: "2022-03-03"), .act("consent", of: .mediation, on: "2022-03-14"),
        .act(
          "file", of: .mediation, on: "2022-03-17",
          ["caseNumber": "调〔2022〕1号", "mediationDay": "2022-03-30", "place": "调解室"]),
        agreed(on: "2022-03-30", "支付使用费", by: "IPB"),
      ],
      states: ["mediation/agreed"]),
  ]
}
