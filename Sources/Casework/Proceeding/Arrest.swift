/// Review of a request for approval of arrest (审查批准逮捕) by the procuratorate.
///
/// Accepted → approved, not approved with reasons, or the request is taken back.
///
/// Legal basis: 刑事诉讼法 (2018) art. 87-91; 人民检察院刑事诉讼规则 (2019) art. 282.
extension Procedure {
  /// The machine.
  public static let arrest = Procedure(
    kind: .arrest,
    // 受理提请批准逮捕: seven days for suspects in detention, longer for others.
    opening: ActRule(
      "accept", to: "review", side: .conductor, by: .intake,
      facts: [
        .required("detained", FactField.yesNo), .required("persons", .count), .optional("document", .line),
        .optional("police", .agency),
      ],
      requires: [.underInvestigation], informs: "police", citation: "criminal-procedure-law@87",
      clocks: [
        .startIf(fact: "detained", is: "yes", "S-arrest", against: .owner),
        .startIf(fact: "detained", is: "no", "S-arrest-free", against: .owner),
      ]),
    rules: [
      // 延长审查期限: complex cases of suspects who are free.
      ActRule(
        "extend", from: ["review"], to: nil, side: .conductor, by: .heads,
        facts: [.required("extension", .choice(["S-arrest-free-complex"])), .required("reason", .prose)],
        citation: "procuratorate-rules@282", clocks: [.extend]),
      // 批准逮捕: decided by the chief procurator, of some or all.
      ActRule(
        "approve", from: ["review"], to: "approved", side: .conductor, by: .heads,
        facts: [.required("approvedPersons", .count), .optional("document", .line)], requires: [.arrestedAmongThem],
        milestone: .arrested, citation: "criminal-procedure-law@90",
        clocks: [.satisfy("S-arrest"), .satisfy("S-arrest-free"), .endAll]),
      // 不批准逮捕，说明理由; with what is to be investigated further.
      ActRule(
        "refuse", from: ["review"], to: "not-approved", side: .conductor, by: .heads,
        facts: [.required("reason", .prose), .optional("document", .line), .optional("supplement", .prose)],
        citation: "criminal-procedure-law@90",
        clocks: [.satisfy("S-arrest"), .satisfy("S-arrest-free"), .endAll]),
      // 公安机关撤回提请
      ActRule(
        "withdraw", from: ["review"], to: "withdrawn", side: .conductor, by: .intake,
        facts: [.required("reason", .prose)], clocks: [.endAll]),
    ],
    conduct: .anyOf([.procuratorate]), leads: false, follows: [.criminal], needsOrigin: true, receiver: "police")
}

extension Requirement {
  /// 侦查阶段: arrest is requested while the police investigate.
  static let underInvestigation = Requirement("arrest.not-investigating", citation: "criminal-procedure-law@87") {
    ["filed", "supplement"].contains($0.around.origin?.state ?? "filed")
  }

  /// Not more are arrested than the police asked for.
  static let arrestedAmongThem = Requirement("arrest.persons", field: "facts.approvedPersons") { standing in
    guard let asked = standing.proceeding.known["persons"].flatMap({ Int($0) }),
      let approved = standing.facts["approvedPersons"].flatMap({ Int($0) }), approved > asked
    else { return nil }
    return ["persons": .text(String(asked))]
  }
}
