import Law

/// Finding of dishonest conduct by CNIPA (国家知识产权局失信认定), imported and only read here.
///
/// Found, under measures → extended, repaired or ended, all by CNIPA. The district never makes a finding of its own:
/// each step names the paper of CNIPA that it records. It is neither the list of serious violations nor the courts' list
/// of defaulters (失信被执行人), and has a case file of its own.
///
/// Legal basis: 国家知识产权局知识产权信用管理规定 (2022) art. 6, 9.
extension Procedure {
  /// The machine.
  public static let finding = Procedure(
    kind: .finding,
    // 导入国家知识产权局的认定
    opening: ActRule(
      "import", to: "under-measures", side: .conductor, by: .intake,
      facts: [
        .required("findingDocument", .line), .required("findingCategory", .choice(categories)),
        .required("foundOn", .day), .optional("address", .line),
      ],
      requires: [.ownFile, .notLater("foundOn")], citation: "cnipa-credit-provisions@6",
      clocks: [.startOn(fact: "foundOn", "KC-period", against: .owner)]),
    rules: [
      // 期内再次认定，延长管理期: until the day that CNIPA's paper names.
      ActRule(
        "extend", from: ["under-measures", "extended"], to: "extended", side: .conductor, by: .intake,
        facts: [.required("findingDocument", .line), .required("measuresUntil", .day)],
        requires: [.measuresLonger], clocks: [.reset(fact: "measuresUntil", "KC-period")]),
      // 国家知识产权局准予信用修复: not within six months of the finding, nor within a year of the last repair.
      ActRule(
        "repair", from: ["under-measures", "extended"], to: "repaired", side: .conductor, by: .intake,
        facts: [
          .required("findingDocument", .line), .required("lastRepair", FactField.yesNo),
          .optional("lastRepairOn", .day),
        ],
        requires: [
          .elapsed("KC-repair-minimum", since: "foundOn", as: "finding.too-early"),
          .needs("lastRepairOn", where: "lastRepair", is: "yes"),
          .elapsed("KC-repair-interval", since: "lastRepairOn", as: "finding.repaired-lately"),
        ],
        clocks: [.endAll]),
      // 管理期届满
      ActRule(
        "end", from: ["under-measures", "extended"], to: "ended", side: .conductor, by: .intake,
        requires: [.waited(for: "KC-period")], clocks: [.endAll]),
    ],
    conduct: .anyOf([.enforcement, .platform]), begins: true)

  /// 失信行为, in the order of the article.
  private static let categories = [
    "abnormal-filing", "bad-faith-mark", "agency", "false-material", "broken-commitment", "non-performance",
    "catalogue-item",
  ]
}

extension Requirement {
  /// What CNIPA found has a file of its own, so that it does not become the state of another case.
  static let ownFile = Requirement("finding.own-file", field: "kind") { $0.file.others.isEmpty }

  /// The new last day lies after the one that the period has now.
  static let measuresLonger = Requirement("finding.not-longer", field: "facts.measuresUntil") { standing in
    guard let day = standing.facts["measuresUntil"].flatMap({ Day($0) }),
      let due = standing.around.clocks.first(where: { $0.rule == "KC-period" })?.dueDay
    else { return nil }
    return day > due ? nil : ["day": .text(due.description)]
  }
}
