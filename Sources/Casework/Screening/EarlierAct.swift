import Law

/// An earlier act of the same person or organisation that some agency penalised. Says when, and nothing of whom.
public struct EarlierAct: Sendable, Equatable {
  /// The day of the decision.
  public let decidedOn: Day
  /// The last day on which the act can have been under way when the lead came.
  public let actedOn: Day
  /// The kind of right it infringed.
  public let ipType: IPType

  /// States an act.
  public init(decidedOn: Day, actedOn: Day, ipType: IPType) {
    (self.decidedOn, self.actedOn, self.ipType) = (decidedOn, actedOn, ipType)
  }
}

/// Repeated conduct found by looking back (再次违法): a rule, and the earlier acts that it counts.
public struct Repetition: Sendable, Equatable {
  /// The rule.
  public let rule: LookBack
  /// The earlier acts within its years.
  public let acts: [EarlierAct]

  /// What `book` finds repeated in conduct known on `day` over a right of that kind.
  ///
  /// A rule that counts sanctions looks at the days of decisions, one that counts acts at the days of the acts.
  public static func found(
    _ earlier: [EarlierAct], over ipType: IPType, on day: Day, by book: LawBook
  ) -> [Repetition] {
    book.lookBacks.filter { $0.validity.contains(day) }.compactMap { rule in
      let acts = earlier.filter { act in
        let counted = rule.isFromSanction ? act.decidedOn : act.actedOn
        guard counted < day, day <= counted.adding(months: rule.years * 12) else { return false }
        return rule.isFromSanction
          ? act.ipType.offences.contains { rule.offences.contains($0) }
            && ipType.offences.contains { rule.offences.contains($0) }
          : act.ipType == ipType && rule.key.hasPrefix(ipType.lookBackPrefix ?? "-")
      }
      return acts.isEmpty ? nil : Repetition(rule: rule, acts: acts)
    }
  }
}

extension IPType {
  /// How the keys of look-backs that count acts against such a right begin.
  fileprivate var lookBackPrefix: String? {
    switch self {
    case .trademark: "trademark-repeat"
    case .tradeSecret: "trade-secret-repeat"
    default: nil
    }
  }
}
