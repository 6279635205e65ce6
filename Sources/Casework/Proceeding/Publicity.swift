import Law

/// Publicity of a penalty (行政处罚信息公示) in 国家企业信用信息公示系统.
///
/// To publish → checked → published, or pushed to the registrar of another province, which publishes → its period runs
/// out, or a repair stops it early, or it is withdrawn because the decision fell. A penalty imposed on the spot and a
/// mere warning are not published. What stops or expires stays in the file.
///
/// Legal basis: 市场监督管理行政处罚信息公示规定 (2025) art. 2-16; 市场监督管理信用修复管理办法 (2025) art. 14-17.
extension Procedure {
  /// The machine.
  public static let publicity = Procedure(
    kind: .publicity,
    // 纳入公示: twenty working days from the decision.
    opening: ActRule(
      "open", to: "to-publish", by: .intake,
      facts: [.required("decidedOn", .day), .optional("document", .line), .optional("concerned", .line)],
      requires: [.ordinaryDecision, .penaltyToPublish, .beyondWarning, .oneConcerned, .notLater("decidedOn")],
      citation: "publicity-provisions-2025@2", clocks: [.startOn(fact: "decidedOn", "K45-publish", against: .owner)]),
    rules: [
      // 审核: the summary is written, secrets and personal data are masked, the party was told at service.
      ActRule(
        "check", from: ["to-publish"], to: "checked", side: .conductor, by: [.caseOfficer, .reviewer],
        facts: [
          .required("summary", .prose), .required("maskedBy", .line), .required("secrecy", FactField.yesNo),
          .required("publicityNotice", FactField.yesNo),
        ],
        requires: [
          .refused("secrecy", is: "no", as: "publicity.secrecy", citation: "publicity-provisions-2025@5"),
          .refused("publicityNotice", is: "no", as: "publicity.untold", citation: "publicity-provisions-2025@8"),
        ],
        citation: "publicity-provisions-2025@6"),
      // 当事人登记地在外省: it is pushed there within ten working days of the decision instead.
      ActRule(
        "outside", from: ["to-publish", "checked"], to: nil, side: .conductor, by: .intake,
        facts: [.required("registrar", .line)],
        citation: "publicity-provisions-2025@10", clocks: [.replace("K45-publish", by: "K45-push")]),
      // 公示（本省）
      ActRule(
        "publish", from: ["checked"], to: "published", side: .conductor, by: .intake, facts: published,
        requires: [.ownProvince] + ofPublication, citation: "publicity-provisions-2025@9",
        clocks: [.satisfy("K45-publish")] + periods),
      // 推送至登记地
      ActRule(
        "push", from: ["checked"], to: "pushed", side: .conductor, by: .intake, facts: [.optional("receipt", .line)],
        requires: [.otherProvince], citation: "publicity-provisions-2025@10", clocks: [.satisfy("K45-push")]),
      // 登记地收到
      ActRule(
        "acknowledge", from: ["pushed"], to: nil, side: .conductor, by: .intake, facts: [.optional("receipt", .line)],
        citation: "publicity-provisions-2025@10", clocks: [.start("K45-registrar", against: .receiver)]),
      // 登记地公示
      ActRule(
        "publish", from: ["pushed"], to: "published", side: .conductor, by: .intake, facts: published,
        requires: ofPublication,
        citation: "publicity-provisions-2025@10", clocks: [.satisfy("K45-registrar")] + periods),
      // 更正: a version of its own each time.
      ActRule(
        "correct", from: ["published"], to: nil, side: .conductor, by: .intake,
        facts: [.required("version", .count), .required("correction", .prose)], requires: [.nextVersion],
        citation: "publicity-provisions-2025@12"),
      // 处罚决定被变更、撤销、确认违法或者确认无效: withdrawn within three working days.
      ActRule(
        "annul", from: ["to-publish", "checked", "pushed", "published"], to: "to-withdraw", side: .conductor,
        by: .intake,
        facts: [
          .required("annulment", .choice(annulments)), .required("annulledOn", .day), .required("document", .line),
        ],
        requires: [.notLater("annulledOn")], citation: "publicity-provisions-2025@11",
        clocks: [.startOn(fact: "annulledOn", "K45-withdraw", against: .owner)]),
      // 撤回公示并说明理由
      ActRule(
        "withdraw", from: ["to-withdraw"], to: "withdrawn", side: .conductor, by: .intake,
        facts: [.required("reason", .prose)],
        citation: "publicity-provisions-2025@11", clocks: [.satisfy("K45-withdraw"), .endAll]),
      // 公示期届满
      ActRule(
        "expire", from: ["published"], to: "expired", side: .conductor, by: .intake,
        requires: periodRules.map { .waited(for: $0, citation: "publicity-provisions-2025@15") },
        citation: "publicity-provisions-2025@15", clocks: [.endAll]),
      // 准予信用修复后停止公示: nothing is deleted.
      ActRule(
        "stop", from: ["published"], to: "stopped", side: .conductor, by: .intake,
        facts: [.optional("document", .line)],
        requires: [.repaired], citation: "publicity-provisions-2025@16", clocks: [.endAll]),
      // 撤销信用修复后恢复公示: until the day that the paper names; the law read does not say how long.
      ActRule(
        "restore", from: ["stopped"], to: "published", side: .conductor, by: .intake,
        facts: [.required("restoredUntil", .day), .required("reason", .prose)],
        requires: [.repairRevoked, .later("restoredUntil")],
        clocks: [.startUntil(fact: "restoredUntil", "K45-period-restored", against: .owner)]),
    ],
    leads: false, follows: [.penalty, .summary], needsOrigin: true)

  /// What is said of a publication.
  private static let published: [FactField] = [
    .required("publicityClass", .choice(["minor", "general", "key", "restriction"])), .required("publishedOn", .day),
    .optional("restrictedUntil", .day), .optional("address", .line),
  ]
  /// What every publication must satisfy.
  private static let ofPublication: [Requirement] = [
    .onItsDay("publishedOn", as: "publicity.other-day"), .restrictionClass, .minorClass,
    .needs("restrictedUntil", where: "publicityClass", is: "restriction"), .restrictionDay, .later("restrictedUntil"),
  ]
  /// The period of publicity (公示期) of each class.
  private static let periods: [ClockChange] = [
    .startIf(fact: "publicityClass", is: "minor", "K45-period-minor", against: .owner),
    .startIf(fact: "publicityClass", is: "general", "K45-period-general", against: .owner),
    .startIf(fact: "publicityClass", is: "key", "K45-period-key", against: .owner),
    .startUntil(fact: "restrictedUntil", "K45-period-restriction", against: .owner),
  ]
  private static let periodRules = [
    "K45-period-minor", "K45-period-general", "K45-period-key", "K45-period-restriction", "K45-period-restored",
  ]
  /// How a decision falls.
  static let annulments = ["varied", "revoked", "unlawful", "void"]
}

extension Requirement {
  /// 简易程序作出的处罚不公示
  static let ordinaryDecision = Requirement(
    "publicity.summary", field: "origin", citation: "publicity-provisions-2025@2"
  ) { $0.around.origin?.kind != .summary }

  /// There is a decision, and it imposes a penalty.
  static let penaltyToPublish = Requirement(
    "publicity.no-penalty", field: "origin", citation: "publicity-provisions-2025@2"
  ) { standing in standing.around.origin?.known["outcome"] == "penalty" }

  /// 仅受到警告的不公示
  static let beyondWarning = Requirement(
    "publicity.warning", field: "origin", citation: "publicity-provisions-2025@2"
  ) { standing in
    guard let decision = standing.around.origin else { return true }
    let sanctions = decision.sanctions(on: standing.known("concerned"))
    if !sanctions.isEmpty { return sanctions.contains { $0.kind != .warning } }
    if decision.known["fine"] != nil || decision.known["confiscated"] != nil { return true }
    let words = (decision.known["otherPenalties"] ?? "").filter { !$0.isPunctuation && !$0.isWhitespace }
    return !["警告", "给予警告", "予以警告"].contains(words)
  }

  /// Of several respondents it is said which one is meant.
  static let oneConcerned = Requirement("concerned.party", field: "facts.concerned") { standing in
    let respondents = standing.file.respondents
    let isNamed = standing.known("concerned").map { respondents.isEmpty || respondents.contains($0) }
    return isNamed ?? (respondents.count < 2) ? nil : ["parties": .text(respondents.joined(separator: "、"))]
  }

  /// The day in a fact is the day of the act, and known to the day.
  static func onItsDay(_ fact: String, as code: String) -> Requirement {
    Requirement(code, field: "facts.\(fact)") { $0.knownDay(fact) == $0.day.exact }
  }

  /// 登记地在本省的，自行公示
  static let ownProvince = Requirement(
    "publicity.outside", field: "act", citation: "publicity-provisions-2025@10"
  ) { $0.known("registrar") == nil }

  /// 登记地在外省的，推送
  static let otherProvince = Requirement(
    "publicity.inside", field: "act", citation: "publicity-provisions-2025@9"
  ) { $0.known("registrar") != nil }

  /// 限制开展生产经营活动、责令停产停业、责令关闭、限制从业、降低资质等级、吊销许可证件 are a class of their own.
  static let restrictionClass = Requirement(
    "publicity.restriction", field: "facts.publicityClass", citation: "publicity-provisions-2025@14(3)"
  ) { standing in
    let restricting: Set<Sanction.Kind> = [
      .restriction, .suspension, .closure, .employmentBan, .downgrade, .revocation,
    ]
    let sanctions = standing.around.origin?.sanctions(on: standing.known("concerned")) ?? []
    return standing.known("publicityClass") == "restriction" || sanctions.allSatisfy { !restricting.contains($0.kind) }
  }

  /// 较低数额罚款: since 2025-12-25 not more than 50,000 yuan, of an individual less still.
  static let minorClass = Requirement(
    "publicity.not-minor", field: "facts.publicityClass", citation: "publicity-provisions-2025@13"
  ) { standing in
    guard standing.known("publicityClass") == "minor", standing.known("publishedOn") ?? "" >= "2025-12-25",
      let fine = standing.around.origin?.fine(on: standing.known("concerned"))
    else { return true }
    return fine.value <= 5_000_000
  }

  /// Only a restriction has a last day of its own.
  static let restrictionDay = Requirement("publicity.restriction-day", field: "facts.restrictedUntil") {
    $0.facts["restrictedUntil"] == nil || $0.known("publicityClass") == "restriction"
  }

  /// The corrected text is the next version; the first publication is version 1.
  static let nextVersion = Requirement("publicity.version", field: "facts.version") { standing in
    let next = (standing.proceeding.known["version"].flatMap { Int($0) } ?? 1) + 1
    return standing.facts["version"] == String(next) ? nil : ["next": .text(String(next))]
  }

  /// 准予信用修复
  static let repaired = Requirement("repair.none-granted", field: "act", citation: "publicity-provisions-2025@16") {
    $0.ownRepairs.contains { ["approved", "synced"].contains($0.state) }
  }

  /// The latest repair was revoked.
  static let repairRevoked = Requirement("repair.none-revoked", field: "act") {
    $0.ownRepairs.last?.state == "revoked"
  }
}

extension Standing {
  /// The repairs of this record, not those of another in the file, in order.
  var ownRepairs: [Sibling] { file.others.filter { $0.kind == .repair && $0.origin == proceeding.id } }
}

extension Proceeding {
  /// The penalties that its decision imposes one by one, on `party` if one is named.
  fileprivate func sanctions(on party: String?) -> [Sanction] {
    (known["sanctions"] ?? "").split(separator: "\u{1e}").compactMap { Sanction(kept: String($0)) }
      .filter { party == nil || $0.party.wire == party }
  }

  /// The fine that its decision imposes.
  fileprivate func fine(on party: String?) -> Fen? {
    let fines = sanctions(on: party).filter { $0.kind == .fine }.compactMap { $0.amount?.fen.value }
    if !fines.isEmpty { return Fen(fines.reduce(0, +)) }
    guard let text = known["fine"], case .success(let fen) = Fen.parse(yuan: text) else { return nil }
    return fen
  }
}
