/// Criminal investigation by the police (公安机关侦查), as far as the police share it.
///
/// Filed → coercive measures → transferred for prosecution → its end. The procuratorate may send the case back for
/// supplementary investigation, twice at most. A case that is withdrawn, or handed to other police, ends once those
/// have been told who must be: the agency that referred it among them.
///
/// Legal basis: 刑事诉讼法 (2018) art. 80, 162-163, 175; 公安机关办理刑事案件程序规定 (2020) art. 178, 184, 189.
extension Procedure {
  /// The machine.
  public static let criminal = Procedure(
    kind: .criminal,
    // 立案: a case that another agency referred is filed in the referral first.
    opening: ActRule(
      "file", to: "filed", side: .conductor, by: .handlersAndHeads,
      facts: [
        .required("document", .line), .required("offence", .choice(Self.offences)), .optional("approver", .line),
      ],
      requires: [.referralFiled], citation: "police-criminal-procedure@178"),
    rules: [
      // 采取强制措施: of one person, from a day on; 逮捕 only with the approval of the procuratorate.
      ActRule(
        "coerce", from: ["filed", "supplement"], to: nil, side: .conductor, by: .handlers,
        facts: [
          .required(
            "coerciveMeasure", .choice(["summons", "bail", "residential-surveillance", "detention", "arrest"])),
          .required("person", .line), .required("from", .day), .optional("until", .day),
          .optional("arrestWarrant", .line),
        ],
        requires: [.notLater("from"), .untilAfterFrom, .arrestApproved]),
      // 移送审查起诉
      ActRule(
        "transfer", from: ["filed", "supplement"], to: "transferred", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("procuratorate", .agency), .optional("document", .line), .optional("persons", .count),
          .optional("caseValue", .amount),
        ],
        informs: "procuratorate", citation: "criminal-procedure-law@162"),
      // 退回补充侦查: the procuratorate has sent the case back, once or twice.
      ActRule(
        "take-back", from: ["transferred"], to: "supplement", side: .conductor, by: .intake,
        facts: [.required("supplementRound", .choice(["first", "second"])), .optional("reason", .prose)],
        requires: [.noThirdSupplement, .supplementInOrder], citation: "criminal-procedure-law@175"),
      // 侦查终结后的结果
      ActRule(
        "conclude", from: ["transferred"], to: "concluded", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("outcome", .choice(["prosecuted", "not-prosecuted"])), .optional("document", .line),
        ],
        clocks: [.endAll]),
      // 撤销案件
      ActRule(
        "withdraw", from: ["filed", "supplement"], to: "withdrawn", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], citation: "criminal-procedure-law@163",
        clocks: [.start("R16", against: .owner)]),
      // 移送其他公安机关
      ActRule(
        "forward", from: ["filed"], to: "forwarded", side: .conductor, by: .handlersAndHeads,
        facts: [.required("movedTo", .line), .optional("reason", .prose), .optional("document", .line)],
        citation: "police-criminal-procedure@184", clocks: [.start("R17", against: .owner)]),
      // 告知: within three days, the agency that referred the case among others.
      ActRule(
        "tell", from: ["withdrawn"], to: "withdrawn-told", side: .conductor, by: .intake,
        facts: [.optional("toldAgency", .agency), .optional("told", .prose)], requires: [.senderTold, .somebodyTold],
        informs: "toldAgency", citation: "police-criminal-procedure@189", clocks: [.satisfy("R16"), .endAll]),
      ActRule(
        "tell", from: ["forwarded"], to: "forwarded-told", side: .conductor, by: .intake,
        facts: [.optional("toldAgency", .agency), .optional("told", .prose)], requires: [.senderTold, .somebodyTold],
        informs: "toldAgency", citation: "police-criminal-procedure@184", clocks: [.satisfy("R17"), .endAll]),
    ],
    conduct: .anyOf([.police]), begins: true, follows: [.referral, .tip, .customs])

  /// 罪名: the crimes of 刑法 art. 213-219之一, or another.
  static let offences = ["213", "214", "215", "216", "217", "218", "219", "219-1", "other"]
}

extension Requirement {
  /// What was referred is filed in the referral, with the notice to the agency, before it is investigated.
  static let referralFiled = Requirement("criminal.referral-undecided", citation: "order-310@8") { standing in
    guard let origin = standing.around.origin, origin.kind == .referral else { return true }
    return ["police-filed", "recorded"].contains(origin.state)
  }

  /// A measure does not end before it began.
  static let untilAfterFrom = Requirement("criminal.until", field: "facts.until") { standing in
    guard let from = standing.facts["from"], let until = standing.facts["until"] else { return true }
    return from <= until
  }

  /// 逮捕必须经人民检察院批准或者人民法院决定: the file has the approval, or the act names it.
  static let arrestApproved = Requirement(
    "criminal.arrest-unapproved", field: "facts.arrestWarrant", citation: "criminal-procedure-law@80"
  ) { standing in
    standing.facts["coerciveMeasure"] != "arrest" || standing.facts["arrestWarrant"] != nil
      || standing.file.others.contains { $0.kind == .arrest && $0.state == "approved" }
  }

  /// 补充侦查以二次为限: after the second there is none.
  static let noThirdSupplement = Requirement(
    "supplementary.third", field: "facts.supplementRound", citation: "criminal-procedure-law@175"
  ) { $0.proceeding.known["supplementRound"] != "second" }

  /// The first return is the first, the next one the second.
  static let supplementInOrder = Requirement(
    "supplementary.order", field: "facts.supplementRound", citation: "criminal-procedure-law@175"
  ) { standing in
    let earlier = standing.proceeding.known["supplementRound"]
    return standing.facts["supplementRound"] == (earlier == nil ? "first" : "second")
  }

  /// 告知移送机关: a case that another agency referred ends for it too.
  static let senderTold = Requirement(
    "criminal.sender-untold", field: "facts.toldAgency", citation: "police-criminal-procedure@189"
  ) { $0.around.origin?.kind != .referral || $0.facts["toldAgency"] != nil }

  /// 告知: it says whom.
  static let somebodyTold = Requirement("tell.nobody", field: "facts.told") {
    $0.facts["toldAgency"] != nil || $0.facts["told"] != nil
  }
}
