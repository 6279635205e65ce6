import Law

/// What a case file offers for the screening for crimes (涉嫌犯罪筛查).
public struct Screening: Sendable, Equatable {
  /// Kind of intellectual property.
  public var ipType: IPType
  /// Illegal turnover.
  public var turnover: Fen?
  /// Illegal gains, less costs; gross gains are no measure of a crime.
  public var gainsNet: Fen?
  /// Value of goods not sold.
  public var goodsValue: Fen?
  /// Rights of the kind concerned, by number or name. More than one need not come from different sources.
  public var rights: Int
  /// The last day on which the conduct can have been under way: that of the first entry whose day is known.
  public var conductTo: Day?
  /// Sanctions before; absent where nobody is known by a number.
  public var earlier: [ScreenFacts.Sanction]?

  /// Describes a case file.
  public init(
    ipType: IPType, turnover: Fen?, gainsNet: Fen?, goodsValue: Fen?, rights: Int, conductTo: Day?,
    earlier: [ScreenFacts.Sanction]?
  ) {
    (self.ipType, self.turnover, self.gainsNet, self.goodsValue) = (ipType, turnover, gainsNet, goodsValue)
    (self.rights, self.conductTo, self.earlier) = (rights, conductTo, earlier)
  }

  /// Describes a file about to be logged.
  public init(_ request: CaseFileRequest, conductTo: Day?, earlier: [ScreenFacts.Sanction]?) {
    let amounts = request.amounts
    let values = (request.goods ?? []).compactMap { $0.value?.fen }
    let kept = values.isEmpty ? nil : values.reduce(Fen.zero) { $0.adding($1) ?? $0 }
    self.init(
      ipType: request.ipType, turnover: amounts?.turnover?.fen, gainsNet: amounts?.gainsNet?.fen,
      goodsValue: amounts?.goodsValue?.fen ?? kept,
      rights: (request.rights ?? []).count { $0.kind == request.ipType }, conductTo: conductTo,
      earlier: earlier)
  }

  /// The findings that somebody should look at: hits, near misses, and what one unknown fact would decide.
  public func findings(by book: LawBook, on today: Day) -> [Law.Finding] {
    guard turnover != nil || gainsNet != nil || goodsValue != nil else { return [] }
    var facts = ScreenFacts()
    facts.conductTo = conductTo
    facts.measures[.turnover] = turnover?.value
    facts.measures[.gains] = gainsNet?.value
    facts.measures[.unsold] = goodsValue?.value
    facts.priorSanctions = earlier
    facts.subject = .goods
    if rights == 1 { (facts.marks, facts.patents) = (1, 1) }
    // The value of goods made or stored is turnover where the offence is measured by that.
    facts.turnoverIsGoodsValue = turnover == nil && goodsValue != nil
    if facts.turnoverIsGoodsValue { facts.measures[.turnover] = goodsValue?.value }
    return ipType.offences.flatMap { offence in
      facts.offence = offence
      return book.screen.findings(facts, on: today).filter { finding in
        finding.result == .met || finding.result == .near || finding.decidedBy != nil && finding.result == .unknown
      }
    }
  }
}

extension IPType {
  /// The offences that conduct against such a right may be, by article.
  ///
  /// Legal basis: 刑法 (2021) art. 213-219-1.
  public var offences: [String] {
    switch self {
    // 215 is about labels alone, which a file does not tell apart.
    case .trademark: ["213", "214"]
    case .patent: ["216"]
    case .copyright: ["217", "218"]
    case .tradeSecret: ["219", "219-1"]
    case .geographicalIndication, .plantVariety, .layoutDesign, .specialMark, .olympicMark: []
    }
  }

  /// The scale by which an administrative fine for infringing such a right is set; `nil` where none is certain.
  public var penaltyScale: String? {
    switch self {
    case .trademark: "trademark-infringement"
    case .patent: "patent-passing-off"
    case .copyright: "copyright-infringement"
    case .tradeSecret: "trade-secret"
    case .olympicMark: "olympic-mark"
    case .specialMark: "special-mark"
    case .geographicalIndication, .plantVariety, .layoutDesign: nil
    }
  }
}
