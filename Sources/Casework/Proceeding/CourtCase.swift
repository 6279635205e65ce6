/// What every case of a court must have: a number in its form, a court with the power, a track that only goes up.
extension Requirement {
  /// The form of a case number, such as （2026）粤0605民初123号, whose type word has `word` in it: one of
  /// the first instance.
  ///
  /// Legal basis: 法〔2015〕137号.
  static func courtCaseNumber(_ word: Character) -> Requirement {
    Requirement("court.number", field: "facts.courtCaseNumber") { standing in
      guard let number = standing.facts["courtCaseNumber"], !number.isCourtCaseNumber(of: word) else { return nil }
      return ["word": .text(String(word))]
    }
  }

  /// The court that tries patents, plant varieties, layout-designs, technical secrets and software of all Guangdong.
  static let intellectualPropertyCourtCode = "GZIPC"

  /// 专利、植物新品种、集成电路布图设计、技术秘密、计算机软件: not before a basic court.
  ///
  /// Legal basis: 法释〔2022〕13号 art. 1-2; 最高人民法院关于北京、上海、广州知识产权法院案件管辖的规定 (2020) art. 1-3.
  static let intellectualPropertyCourt = Requirement("court.ip-court", citation: "ip-jurisdiction-2022@1") { standing in
    if standing.officer.agency.rawValue == intellectualPropertyCourtCode { return nil }
    let goesThere =
      switch standing.file.ipType {
      case .patent, .plantVariety, .layoutDesign: true
      case .tradeSecret: standing.known("secretKind") != "business"
      case .copyright: standing.known("software") == "yes"
      case .trademark, .geographicalIndication, .specialMark, .olympicMark: false
      }
    guard goesThere else { return nil }
    return [
      "right": .term("ip-type.\(standing.file.ipType.rawValue)"), "agency": .agency(standing.officer.agency),
    ]
  }

  /// 简易程序、小额诉讼: of basic courts only.
  static func basicCourt(_ citation: String) -> Requirement {
    Requirement("court.basic-only", field: "facts.trialTrack", citation: citation) { standing in
      standing.facts["trialTrack"] == "ordinary" || standing.officer.agency.rawValue != intellectualPropertyCourtCode
    }
  }

  /// 程序转换: to a fuller track than the one that it is in.
  static func trackBelow(_ track: String, citation: String) -> Requirement {
    Requirement("court.track", field: "facts.trialTrack", citation: citation) { standing in
      let tracks = ["small-claims", "fast-track", "summary", "ordinary"]
      guard let now = standing.proceeding.known["trialTrack"], let from = tracks.firstIndex(of: now),
        let to = tracks.firstIndex(of: track), from >= to
      else { return nil }
      return ["track": .term("choice.trialTrack.\(now)")]
    }
  }

  /// 一审终审: small claims are judged once.
  static let notSmallClaims = Requirement("court.small-claims", citation: "civil-procedure-law@165") {
    $0.proceeding.known["trialTrack"] != "small-claims"
  }

  /// Only small claims are judged without appeal.
  static let smallClaims = Requirement("court.not-small-claims", citation: "civil-procedure-law@165") {
    $0.proceeding.known["trialTrack"] == "small-claims"
  }

  /// No mediation of the case is under way: it has come to an agreement, or to none.
  static let mediationEnded = Requirement.settled(
    .mediation, "requested", "statement", "refused", "consented", "mediating", as: "court.mediating",
    citation: "invited-mediation@27")

  /// 生效之日: after the last day for an appeal.
  static func afterAppealTime(_ rule: String, citation: String) -> Requirement {
    Requirement("court.effective-early", field: "facts.effectiveOn", citation: citation) { standing in
      guard let due = standing.around.clocks.first(where: { $0.rule == rule })?.dueDay,
        let day = standing.knownDay("effectiveOn"), day <= due
      else { return nil }
      return ["day": .text(due.description)]
    }
  }
}

extension String {
  /// Reads （2026）粤0605民初123号: year in brackets, code of the court, type word, number without padding.
  fileprivate func isCourtCaseNumber(of word: Character) -> Bool {
    var rest = self[...]
    guard let open = rest.popFirst(), open == "（" || open == "(" else { return false }
    let year = rest.prefix(while: \.isASCIIDigit)
    guard year.count == 4 else { return false }
    rest = rest.dropFirst(4)
    guard let close = rest.popFirst(), close == "）" || close == ")", rest.popLast() == "号" else { return false }
    let place = rest.prefix { !$0.isASCIIDigit }
    rest = rest.dropFirst(place.count)
    let court = rest.prefix(while: \.isASCIIDigit)
    rest = rest.dropFirst(court.count)
    let kind = rest.prefix { !$0.isASCIIDigit }
    let number = rest.dropFirst(kind.count)
    guard (1...2).contains(place.count), !court.isEmpty else { return false }
    guard (2...5).contains(kind.count), kind.contains(word), kind.last == "初" else { return false }
    return !number.isEmpty && number.allSatisfy(\.isASCIIDigit) && number.first != "0"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
