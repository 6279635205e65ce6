import Casework

/// Penalties decided. The published agencies of market regulation are stood in for by the district's bureau.
extension PublishedJourney {
  private static let decision = ["penalty/decision"]

  /// Trademarks, indications and marks of events.
  static let decided: [PublishedJourney] = [
    // A first decision, withdrawn; and a second one that imposes nothing.
    PublishedJourney(
      "R016", .trademark, "衢州市某商行", given: ["2022-08-30", "2022-09-06", "2023-01-06", "2023-03-20", "2023-05-25"],
      steps: .penalty(lead: "2022-08-30", filed: "2022-09-06", told: "2022-12-20").decided("2023-01-06", fine: "9000")
        .then([.open(.penalty, on: "2023-03-20")]).then(.heard(filed: "2023-03-27", told: "2023-05-10"))
        .then([.act("decide", of: .penalty, on: "2023-05-25", ["outcome": "no-penalty"])]),
      states: decision + decision, ledger: ["F1 9000.00"]),
    // Decided anew, and a review applied for; the answer of the agency came on 2024-08-06.
    PublishedJourney(
      "R017", .trademark, "衢州市某商行", given: ["2024-07-19", "2024-07-22", "2024-07-25", "2024-08-06"],
      steps: .penalty(lead: "2024-04-01", filed: "2024-04-10", told: "2024-07-05").decided("2024-07-19")
        .then([
          .open(
            .review, on: "2024-07-22",
            ["applicant": "衢州市某商行", "reviewBody": "市人民政府", "knownOn": "2024-07-19"], from: .penalty),
          .act("accept", of: .review, on: "2024-07-25", ["simplified": "no"]),
          .act("reply", of: .review, on: "2024-08-06", ["reply": "请求维持处罚决定"]),
        ]),
      states: decision + ["review/replied"]),
    PublishedJourney(
      "R022", .olympicMark, "福州某贸易有限公司", given: ["2022-02-14", "2022-03-02"],
      steps: .penalty(lead: "2022-02-14", filed: "2022-02-15", told: "2022-02-22")
        .decided("2022-03-02", fine: "50000", gains: "5801"),
      states: decision, ledger: ["C1 5801.00", "F1 50000.00"]),
    PublishedJourney(
      "R023", .olympicMark, "某烤肉店", given: ["2022-03-01", "2022-04-07"],
      steps: .penalty(lead: "2022-03-01", filed: "2022-03-01", told: "2022-03-28").decided("2022-04-07", fine: "4200"),
      states: decision, ledger: ["F1 4200.00"]),
    PublishedJourney(
      "R036", .geographicalIndication, "济南满堂香有限公司", given: ["2024-07-17", "2024-08-26"],
      steps: .penalty(lead: "2024-07-17", filed: "2024-07-22", told: "2024-08-15").decided("2024-08-26"),
      states: decision),
    PublishedJourney(
      "R037", .geographicalIndication, "青岛骊龙葡萄酿酒有限公司", goodsValue: "6576", given: ["2024-03-07", "2024-06-26"],
      steps: .penalty(lead: "2024-03-07", filed: "2024-03-18", told: "2024-06-14")
        .decided("2024-06-26", other: "没收129箱，并处罚款，金额未公布"),
      states: decision),
    PublishedJourney(
      "R112", .specialMark, "浙江台州江铃汽车销售服务有限公司",
      steps: .penalty(lead: "2023-07-03", filed: "2023-07-05", told: "2023-07-20").decided("2023-08-01", fine: "350"),
      states: decision, ledger: ["F1 350.00"]),
    PublishedJourney(
      "R113", .specialMark, "台州四叶草网络技术有限公司",
      steps: .penalty(lead: "2023-07-03", filed: "2023-07-05", told: "2023-07-20")
        .decided("2023-08-01", fine: "350", gains: "110"),
      states: decision, ledger: ["C1 110.00", "F1 350.00"]),
    // Reported on 2022-04-20.
    PublishedJourney(
      "R118", .specialMark, "某建筑劳务公司",
      steps: .penalty(lead: "2022-03-01", filed: "2022-03-03", told: "2022-03-28").decided("2022-04-11", fine: "5000"),
      states: decision, ledger: ["F1 5000.00"]),
    PublishedJourney(
      "R125", .trademark, "上海某网络科技有限公司",
      steps: .penalty(lead: "2025-08-04", filed: "2025-08-08", told: "2025-10-09").decided("2025-10-20", fine: "10000"),
      states: decision, ledger: ["F1 10000.00"]),
    // Two parties, each warned and fined; filed on August 6, the year not printed.
    PublishedJourney(
      "R126", .trademark, "深圳市某嘉知识产权有限公司", "潘某",
      steps: .penalty(lead: "2024-08-05", filed: "2024-08-06", told: "2024-10-09").then([
        .decide(
          on: "2024-10-21",
          [
            ("深圳市某嘉知识产权有限公司", .warning, nil), ("深圳市某嘉知识产权有限公司", .fine, "50000"), ("潘某", .warning, nil),
            ("潘某", .fine, "20000"),
          ])
      ]),
      states: decision, ledger: ["F1 50000.00", "F1 20000.00"]),
    // Fined although the turnover reaches the threshold of a crime: the screening advises, and bars nothing.
    PublishedJourney(
      "R151", .trademark, turnover: "120488.16",
      steps: .penalty(lead: "2022-11-01", filed: "2022-11-08", told: "2023-01-30")
        .decided("2023-02-10", fine: "211100", gains: "18242.07"),
      states: decision, ledger: ["C1 18242.07", "F1 211100.00"]),
    // Reported in March 2021.
    PublishedJourney(
      "R154", .geographicalIndication, "达州市某米业有限公司",
      steps: .penalty(lead: "2020-11-09", filed: "2020-11-16", told: "2021-01-18").decided("2021-02-01", fine: "20000"),
      states: decision, ledger: ["F1 20000.00"]),
    // Of a case that the procuratorate did not prosecute; acts in the second half of 2023, decided in August.
    PublishedJourney(
      "R129", .trademark, "王某", "蔡某", turnover: "100000",
      steps: .penalty(lead: "2024-06-03", filed: "2024-06-12", told: "2024-07-29")
        .decided("2024-08-12", other: "每人罚款五万余元"),
      states: decision),
    PublishedJourney(
      "R130", .trademark, "A印务公司",
      steps: .penalty(lead: "2024-07-01", filed: "2024-07-08", told: "2024-09-02").decided("2024-09-16", fine: "48925"),
      states: decision, ledger: ["F1 48925.00"]),
  ]

  /// Patents, secrets, copyright and plant varieties.
  static let otherDecided: [PublishedJourney] = [
    // Designs lapsed on 2021-07-02 and 2021-07-06, eleven batches made after.
    PublishedJourney(
      "R060", .patent, "柳江区某食品科技有限公司",
      steps: .penalty(lead: "2022-03-07", filed: "2022-03-14", told: "2022-05-16")
        .decided("2022-05-30", other: "责令改正，从轻处罚"),
      states: decision),
    // Reported on 2023-12-07.
    PublishedJourney(
      "R061", .patent, "某公司", given: ["2023-09"],
      steps: .penalty(lead: "2023-09", filed: "2023-10-09", told: "2023-11-13").decided("2023-11-27"), states: decision),
    // Gains confiscated, no fine.
    PublishedJourney(
      "R062", .patent, "沙埔阳阳百货经营部", goodsValue: "333",
      steps: .penalty(lead: "2022-04-06", filed: "2022-04-11", told: "2022-05-09").decided("2022-05-20", gains: "276"),
      states: decision, ledger: ["C1 276.00"]),
    PublishedJourney(
      "R147", .patent, "两家公司之一",
      steps: .penalty(lead: "2020-10-12", filed: "2020-10-19", told: "2021-01-11").decided("2021-02-22", fine: "1600"),
      states: decision, ledger: ["F1 1600.00"]),
    PublishedJourney(
      "R148", .patent, "两家公司之二",
      steps: .penalty(lead: "2020-10-12", filed: "2020-10-19", told: "2021-01-11").decided("2021-02-22", fine: "12000"),
      states: decision, ledger: ["F1 12000.00"]),
    PublishedJourney(
      "R095", .tradeSecret, "马某",
      steps: .penalty(lead: "2022-03-01", filed: "2022-03-15", told: "2022-07-04", ["secretKind": "business"])
        .decided("2022-07-18", fine: "100000"),
      states: decision, ledger: ["F1 100000.00"]),
    PublishedJourney(
      "R098", .tradeSecret, "深圳市某美致新科技有限公司",
      steps: .penalty(lead: "2021-09-01", filed: "2021-09-15", told: "2021-12-13", ["secretKind": "business"])
        .decided("2021-12-27", fine: "100000"),
      states: decision, ledger: ["F1 100000.00"]),
    // Drawings, a technical secret: the city's.
    PublishedJourney(
      "R097", .tradeSecret, "无锡市亚赛德机床附件有限公司",
      steps: .penalty(
        by: "FSIPB", lead: "2021-10-11", filed: "2021-10-25", told: "2022-01-10",
        ["secretKind": "technical", "cityApproval": "市局交办一号"]
      ).decided("2022-01-24"),
      states: decision),
    // Handled and fined in July 2024, the day not published.
    PublishedJourney(
      "R018", .copyright, "北京某教育咨询有限公司", given: ["2024-07"],
      steps: .penalty(by: "CUL", lead: "2024-05-06", filed: "2024-05-13", told: "2024-07-01")
        .decided("2024-07", fine: "250000"),
      states: decision, ledger: ["F1 250000.00"]),
    PublishedJourney(
      "R084", .copyright, "环球天下教育",
      steps: .penalty(by: "CUL", lead: "2018-08-06", filed: "2018-08-13", told: "2018-10-15")
        .decided("2018-10-29", fine: "225000"),
      states: decision, ledger: ["F1 225000.00"]),
    PublishedJourney(
      "R168", .plantVariety, "某种业公司", turnover: "25632",
      steps: .penalty(by: "AGR", lead: "2023-03-06", filed: "2023-03-13", told: "2023-05-15")
        .decided("2023-05-29", fine: "65000", gains: "11844"),
      states: decision, ledger: ["C1 11844.00", "F1 65000.00"]),
    PublishedJourney(
      "R044", .plantVariety,
      steps: .penalty(by: "AGR", lead: "2022-05-09", filed: "2022-05-16", told: "2022-08-08")
        .decided("2022-08-22", other: "罚款近违法所得八倍或者货值六倍"),
      states: decision),
  ]

  /// Decisions that the agency published.
  static let published: [PublishedJourney] = [
    PublishedJourney(
      "R003", .trademark, "浏阳市沿溪镇龙玉商行", given: ["2025-07-24", "2025-07-29", "2025-09-12"],
      steps: .penalty(lead: "2025-07-24", filed: "2025-07-29", told: "2025-08-18").decided("2025-08-28")
        .published(decided: "2025-08-28", served: "2025-09-01", on: "2025-09-12"),
      states: ["penalty/publication", "publicity/published"]),
    PublishedJourney(
      "R014", .trademark, "宇航调料经销处经营者史某", given: ["2015-03-19", "2015-06-07"],
      steps: .penalty(lead: "2015-03-19", filed: "2015-03-23", told: "2015-05-11").decided("2015-05-25")
        .published(decided: "2015-05-25", served: "2015-05-28", on: "2015-06-07"),
      states: ["penalty/publication", "publicity/published"]),
    PublishedJourney(
      "R015", .trademark, "凤台县凤凰镇**商店", given: ["2024-11-09", "2024-11-11"],
      steps: .penalty(lead: "2024-11-09", filed: "2024-11-11", told: "2024-12-16").decided("2024-12-26")
        .published(decided: "2024-12-26", served: "2024-12-30", on: "2025-01-07"),
      states: ["penalty/publication", "publicity/published"]),
    PublishedJourney(
      "R054", .trademark, "黎某", given: ["2024-08-19", "2024-12-27"],
      steps: .penalty(lead: "2024-08-19", filed: "2024-08-19", told: "2024-12-16").decided("2024-12-27")
        .published(decided: "2024-12-27", served: "2024-12-31", on: "2025-01-10"),
      states: ["penalty/publication", "publicity/published"]),
    PublishedJourney(
      "R104", .trademark, "清河县千聊贸易商行", turnover: "35740.82", given: ["2023-09-22", "2023-09-25"],
      steps: .penalty(lead: "2023-09-22", filed: "2023-09-25", told: "2023-11-20")
        .decided("2023-12-04", other: "罚没款合计84252.82元").published(
          decided: "2023-12-04", served: "2023-12-06", on: "2023-12-15"),
      states: ["penalty/publication", "publicity/published"]),
    // After an opinion of the procuratorate; the party was questioned on 2024-12-18.
    PublishedJourney(
      "R105", .trademark, "韩某", goodsValue: "89200", given: ["2024-09-30", "2024-12-18", "2025-01-10"],
      steps: .penalty(lead: "2024-09-30", filed: "2024-10-14", told: "2024-12-18").decided("2024-12-30")
        .published(decided: "2024-12-30", served: "2025-01-02", on: "2025-01-10"),
      states: ["penalty/publication", "publicity/published"]),
    PublishedJourney(
      "R072", .copyright, "韦某", given: ["2024-12-12", "2025-01-03"],
      steps: .penalty(by: "CUL", lead: "2024-12-12", filed: "2024-12-12", told: "2024-12-24").decided("2025-01-03")
        .published(decided: "2025-01-03", served: "2025-01-06", on: "2025-01-10", "minor"),
      states: ["penalty/publication", "publicity/published"]),
    PublishedJourney(
      "R160", .copyright, "李某", given: ["2024-07-29", "2024-08-02", "2024-08-22"],
      steps: .penalty(by: "CUL", lead: "2024-07-29", filed: "2024-08-02", told: "2024-08-07").decided("2024-08-15")
        .published(decided: "2024-08-15", served: "2024-08-16", on: "2024-08-22"),
      states: ["penalty/publication", "publicity/published"]),
    // Posted on 2021-09-10, a few days after the rules on publicity came into force.
    PublishedJourney(
      "R161", .copyright, "影萌休闲中心", given: ["2021-07-27", "2021-09-10"],
      steps: .penalty(by: "CUL", lead: "2021-07-27", filed: "2021-07-29", told: "2021-08-20").decided("2021-09-02")
        .published(decided: "2021-09-02", served: "2021-09-03", on: "2021-09-10"),
      states: ["penalty/publication", "publicity/published"]),
  ]
}
