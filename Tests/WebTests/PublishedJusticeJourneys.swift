import Casework

/// Cases of police, procuratorate and court. Numbers are those of the district's own court, published ones being of others.
extension PublishedJourney {
  static let prosecuted: [PublishedJourney] = [
    // 2018-02-01 to 2018-08-13; 136 persons.
    PublishedJourney(
      "R057", .trademark, "林某等136人", turnover: "450000000",
      steps: .criminal(on: "2018-08-13", offence: "213").transferred(on: "2018-12-10", accepted: "2018-12-11")
        .prosecuted(on: "2019-01-10", ["persons": "136"]),
      states: ["criminal/concluded", "prosecution/prosecuted"]),
    // Sent for prosecution review in August 2024; 10 months to 3 years 4 months.
    PublishedJourney(
      "R058", .trademark, "7名被告人", given: ["2024-04", "2024-08"],
      steps: .criminal(on: "2024-04", offence: "214").transferred(on: "2024-08", accepted: "2024-08")
        .prosecuted(on: "2024-09-20", ["persons": "7"])
        .judged(
          accepted: "2024-09-24", on: "2024-11-18", number: "（2024）粤0605刑初58号",
          ["result": "有期徒刑十个月至三年四个月"]),
      states: ["criminal/concluded", "prosecution/prosecuted", "criminal-trial/judged"]),
    PublishedJourney(
      "R059", .trademark, "陈某", "韦某", given: ["2020-10"],
      steps: [PublishedJourney.Step].criminal(on: "2020-10", offence: "214").then([
        .open(
          .arrest, by: "PRO", on: "2020-10", ["detained": "yes", "persons": "2", "police": "PSB"], from: .criminal),
        .act("approve", of: .arrest, by: "PRO", on: "2020-10", ["approvedPersons": "2"]),
        .act(
          "coerce", of: .criminal, by: "PSB", on: "2020-10-30",
          ["coerciveMeasure": "arrest", "person": "陈某", "from": "2020-10-30"]),
      ]),
      states: ["criminal/filed", "arrest/approved"]),
    // 6 arrested, 9 on bail.
    PublishedJourney(
      "R073", .copyright, "谭某等", given: ["2022-04"],
      steps: [PublishedJourney.Step].criminal(on: "2022-04", offence: "217").then([
        .act(
          "coerce", of: .criminal, by: "PSB", on: "2022-05-16",
          ["coerciveMeasure": "bail", "person": "犯罪嫌疑人九人", "from": "2022-05-16"])
      ]),
      states: ["criminal/filed"]),
    PublishedJourney(
      "R074", .copyright, "郝某", turnover: "2000000", given: ["2022-07"],
      steps: [PublishedJourney.Step].criminal(on: "2022-03-14", offence: "217").then([
        .act("transfer", of: .criminal, by: "PSB", on: "2022-07", ["procuratorate": "PRO"])
      ]),
      states: ["criminal/transferred"]),
    PublishedJourney(
      "R077", .copyright, "刘某等", turnover: "60000000",
      steps: .criminal(on: "2023-05-15", offence: "217").transferred(on: "2023-10-16", accepted: "2023-10-17")
        .prosecuted(on: "2024-01-15")
        .judged(accepted: "2024-01-17", on: "2024-06-17", number: "（2024）粤0605刑初77号", ["result": "有期徒刑，并处罚金"]),
      states: ["criminal/concluded", "prosecution/prosecuted", "criminal-trial/judged"]),
    // First instance of 2007, final ruling of 2008.
    PublishedJourney(
      "R165", .tradeSecret, "幸某",
      steps: .criminal(on: "2006-09-04", offence: "219").transferred(on: "2007-02-05", accepted: "2007-02-06")
        .prosecuted(on: "2007-06-04")
        .judged(accepted: "2007-06-06", on: "2007-12-10", number: "（2007）粤0605刑初284号")
        .then([
          .act("serve", of: .criminalTrial, by: "COU", on: "2007-12-14"),
          .act("appeal", of: .criminalTrial, by: "COU", on: "2007-12-21", ["appellant": "幸某"]),
          .act(
            "finish", of: .criminalTrial, by: "COU", on: "2008-03-10",
            ["appealOutcome": "upheld", "effectiveOn": "2008-03-10"]),
        ]),
      states: ["criminal/concluded", "prosecution/prosecuted", "criminal-trial/effective"]),
    // Indicted on 2024-05-24, judged on 2024-07-22.
    PublishedJourney(
      "R166", .tradeSecret, "郝某", given: ["2024-05-24", "2024-07-22"],
      steps: .criminal(on: "2023-08-07", offence: "219").transferred(on: "2024-03-11", accepted: "2024-03-12")
        .prosecuted(on: "2024-05-24", ["plea": "yes", "sentencingProposal": "有期徒刑一年"])
        .judged(
          accepted: "2024-05-28", on: "2024-07-22", number: "（2024）粤0605刑初166号",
          ["criminalFine": "20000", "result": "有期徒刑一年，并处罚金二万元"]),
      states: ["criminal/concluded", "prosecution/prosecuted", "criminal-trial/judged"]),
    // Caught on 2023-09-12, sent for prosecution in December, not prosecuted in July 2024.
    PublishedJourney(
      "R128", .trademark, "陈某", turnover: "66500", given: ["2023-09-12", "2023-12"],
      steps: .criminal(on: "2023-09-12", offence: "214").transferred(on: "2023-12", accepted: "2023-12")
        .notProsecuted(on: "2024-07-08").advised(notProsecuted: "2024-07-08", delivered: "2024-07-22"),
      states: ["criminal/concluded", "prosecution/not-prosecuted", "opinion/delivered"]),
    // Seized on 2022-10-26; a hearing on the decision not to prosecute.
    PublishedJourney(
      "R131", .trademark, "李某", goodsValue: "242200", given: ["2022-10-26"],
      steps: .criminal(on: "2022-10-26", offence: "214").transferred(on: "2023-02-13", accepted: "2023-02-14")
        .notProsecuted(on: "2023-03-13"),
      states: ["criminal/concluded", "prosecution/not-prosecuted"]),
    // Not prosecuted, an opinion on 2023-10-27 to the agency of another place, which filed that day in a file of its own.
    PublishedJourney(
      "R127", .trademark, "孙某", given: ["2023-10-27", "2023-12-15"],
      steps: .criminal(on: "2023-06-05", offence: "214").transferred(on: "2023-09-11", accepted: "2023-09-12")
        .notProsecuted(on: "2023-10-20").advised(notProsecuted: "2023-10-20", delivered: "2023-10-27")
        .then([
          .act("acknowledge", of: .opinion, on: "2023-10-27"),
          .act(
            "reply", of: .opinion, on: "2023-10-27",
            ["reply": "已立案", "opinionAction": "penalty-opened", "document": "立案一号"]),
          .act("close", of: .opinion, by: "PRO", on: "2023-12-18"),
        ])
        .then(.penalty(lead: "2023-10-27", filed: "2023-10-27", told: "2023-12-04").decided("2023-12-15")),
      states: ["criminal/concluded", "prosecution/not-prosecuted", "opinion/closed", "penalty/decision"]),
  ]

  /// Civil suits.
  static let sued: [PublishedJourney] = [
    // Damages of five times, awarded in full.
    PublishedJourney(
      "R142", .trademark, "振某公司",
      steps: [
        .log(
          .civil, by: "COU", on: "2023-04-10",
          ["courtCaseNumber": "（2023）粤0605民初142号", "trialTrack": "ordinary", "amountClaimed": "30000000"]),
        .act(
          "judge", of: .civil, by: "COU", on: "2023-09-25",
          ["disposition": "judgment", "awarded": "30000000", "result": "适用五倍惩罚性赔偿"]),
      ],
      states: ["civil/judged"]),
    // A plant variety: before the court of intellectual property.
    PublishedJourney(
      "R047", .plantVariety, "某种业公司",
      steps: [
        .log(
          .civil, by: "GZIPC", on: "2022-03-07",
          ["courtCaseNumber": "（2022）粤73民初47号", "trialTrack": "ordinary"]),
        .act(
          "judge", of: .civil, by: "GZIPC", on: "2022-08-29", ["disposition": "judgment", "result": "适用惩罚性赔偿"]),
      ],
      states: ["civil/judged"]),
    // Supported by the procuratorate, pending.
    PublishedJourney(
      "R155", .geographicalIndication, "欣某", "狄某", "俞某蟹舫",
      steps: [
        .log(
          .civil, by: "COU", on: "2018-11-12",
          ["courtCaseNumber": "（2018）粤0605民初155号", "trialTrack": "ordinary", "cause": "地理标志侵权"])
      ],
      states: ["civil/trial"]),
  ]
}
