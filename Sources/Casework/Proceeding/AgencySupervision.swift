/// Supervision of patent and trademark agencies (专利代理、商标代理监管).
///
/// Opened → talked to or inspected → ordered to correct by a set day → checked again → closed, made a penalty case, or
/// handed up. What only the province or CNIPA may decide is handed up.
///
/// Legal basis: 商标代理监督管理规定 (2022) art. 24, 25; 专利代理管理办法 (2019) art. 42, 50; 专利代理条例 (2018) art. 25-27;
/// 专利法实施细则 (2023) art. 100.
extension Procedure {
  /// The machine.
  public static let agencySupervision = Procedure(
    kind: .agencySupervision,
    // 登记监管线索: what the agency, or who acts as one, is suspected of.
    opening: ActRule(
      "open", to: "opened", by: .intake,
      facts: [
        .required(
          "agencyMatter",
          .choice([
            "abnormal-filing", "bad-faith-mark", "unlicensed-agency", "patent-agency-violation",
            "trademark-agency-violation",
          ])), .optional("reason", .prose),
      ]),
    rules: [
      // 约谈: the person responsible is called in; what was said goes on record.
      ActRule(
        "talk", from: ["opened", "inspected"], to: "talked", by: .handlers,
        facts: [.required("interviewee", .line), .required("findings", .prose), .optional("document", .line)]),
      // 现场检查: by two or more with certificates, who sign the record of it.
      ActRule(
        "inspect", from: ["opened", "talked"], to: "inspected", by: .handlers,
        facts: [
          .required("officers", .enforcers(atLeast: 2)), .required("document", .line), .required("findings", .prose),
        ]),
      // 责令限期改正: the paper sets the day.
      ActRule(
        "order", from: ["talked", "inspected", "rechecked"], to: "rectification", by: .heads,
        facts: [.required("demands", .prose), .required("rectifyBy", .day), .required("document", .line)],
        requires: [.later("rectifyBy")], clocks: [.startUntil(fact: "rectifyBy", "D-rectify", against: .party)]),
      // 复查: whether it was corrected, also before the day if the agency says so.
      ActRule(
        "recheck", from: ["rectification"], to: "rechecked", by: .handlers,
        facts: [
          .required("officers", .enforcers(atLeast: 2)), .required("corrected", FactField.yesNo),
          .required("findings", .prose),
        ],
        clocks: [.end("D-rectify")]),
      // 转行政处罚: a penalty proceeding of the file takes it on, where the district has the power.
      ActRule(
        "penalise", from: ["talked", "inspected", "rechecked"], to: "penalised", by: .heads,
        facts: [.optional("penaltyDelegation", .line), .optional("reason", .prose)],
        requires: [.agencyPenaltyHere, .unlicensedPenaltyHere, .penaltyOpened], clocks: [.endAll]),
      // 报送上级: to the province, which supervises patent agencies and proposes suspension to CNIPA; or to CNIPA.
      ActRule(
        "hand-up", from: ["opened", "talked", "inspected", "rectification", "rechecked"], to: "handed-up", by: .heads,
        facts: [
          .required("higherBody", .choice(["province", "cnipa"])), .required("document", .line),
          .required("reason", .prose),
        ],
        requires: [.throughProvince], clocks: [.endAll]),
      // 办结
      ActRule(
        "close", from: ["opened", "talked", "inspected", "rechecked"], to: "closed", by: .heads,
        facts: [
          .required("supervisionResult", .choice(["no-violation", "corrected", "reminded"])),
          .optional("reason", .prose),
        ],
        requires: [.corrected], clocks: [.endAll]),
    ],
    conduct: .owner([.enforcement]), begins: true, follows: [.complaint, .tip])
}

extension Requirement {
  /// 专利代理机构、专利代理师的处罚由省级专利代理管理部门作出, unless it delegated that.
  static let agencyPenaltyHere = Requirement(
    "agency-supervision.provincial", field: "facts.penaltyDelegation", citation: "patent-agency-regulation@25"
  ) { $0.known("agencyMatter") != "patent-agency-violation" || $0.known("penaltyDelegation") != nil }

  /// 擅自开展专利代理业务的处罚, likewise.
  static let unlicensedPenaltyHere = Requirement(
    "agency-supervision.provincial", field: "facts.penaltyDelegation", citation: "patent-agency-regulation@27"
  ) { $0.known("agencyMatter") != "unlicensed-agency" || $0.known("penaltyDelegation") != nil }

  /// The file has a penalty proceeding that takes the matter on.
  static let penaltyOpened = Requirement("agency-supervision.no-penalty") { standing in
    standing.file.others.contains { $0.kind == .penalty || $0.kind == .summary }
  }

  /// 停止承接业务、吊销执业许可证: CNIPA decides them on the province's proposal, not on the district's.
  static let throughProvince = Requirement(
    "agency-supervision.through-province", field: "facts.higherBody", citation: "patent-agency-measures@50"
  ) { standing in
    !["patent-agency-violation", "unlicensed-agency"].contains(standing.known("agencyMatter") ?? "")
      || standing.facts["higherBody"] != "cnipa"
  }

  /// What was not corrected is not closed; and it closes as corrected only if it was found to be.
  static let corrected = Requirement("agency-supervision.uncorrected", field: "facts.supervisionResult") { standing in
    switch standing.known("corrected") {
    case "no": false
    case "yes": true
    default: standing.facts["supervisionResult"] != "corrected"
    }
  }
}
