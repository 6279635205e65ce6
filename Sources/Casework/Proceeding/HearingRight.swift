import Law

/// The right to a hearing (听证的权利): what must be offered, and what a decision can impose after that.
///
/// The figures are rows of the law book. Where nobody said what the party is, the lower figure counts.
///
/// Legal basis: 行政处罚法 (2021) art. 44, 45, 62-64; 市场监督管理行政处罚听证办法 (2021) art. 5;
/// 市场监督管理行政处罚程序规定 (2022) art. 57-59.
extension Requirement {
  /// 应当告知听证权利: a notice of what reaches a row of the law book cannot leave the hearing out.
  static let hearingMustBeOffered = Requirement(
    "hearing.must-offer", field: "facts.hearing",
    citing: { standing in
      guard standing.facts["hearing"] == "no", let book = standing.around.book else { return nil }
      let proposal = HearingRight(
        fine: standing.knownAmount("proposedFine"), confiscation: standing.knownAmount("proposedConfiscation"),
        isHeavy: standing.known("heavyPenalty") == "yes")
      return proposal.row(of: book, for: standing.known("partyKind"), on: standing.day.first).map(Breach.init(row:))
    })

  /// 不得重于告知的处罚: what was not told, the party could not answer.
  static let withinTheNotice = Requirement("decision.heavier-than-notice", citation: "samr-procedure@57") { standing in
    for (fact, imposed) in [
      ("proposedFine", standing.imposed(of: [.fine], "fine")),
      ("proposedConfiscation", standing.imposed(of: [.gains, .goods, .tools], "confiscated")),
    ] {
      if let told = standing.proceeding.knownAmount(fact), let imposed, imposed > told {
        return ["fact": .term("fact.\(fact)"), "most": .text(told.yuan)]
      }
    }
    return nil
  }

  /// 未告知听证权利的，不得作出应当听证的处罚.
  static let hearingWasOffered = Requirement(
    "decision.unheard",
    citing: { standing in
      guard standing.proceeding.known["hearing"] == "no", let book = standing.around.book else { return nil }
      let kind = standing.known("partyKind")
      return standing.impositions.lazy
        .compactMap { $0.row(of: book, for: kind, on: standing.day.first) }.first.map(Breach.init(row:))
    })
}

/// What is proposed for one party, or imposed on it, as far as it can give a right to a hearing.
struct HearingRight {
  /// Fines in all.
  let fine: Fen?
  /// Confiscated gains and goods in all.
  let confiscation: Fen?
  /// 责令停产停业、责令关闭、限制从业、降低资质等级、吊销许可证件
  let isHeavy: Bool

  /// The row of the law book that it reaches, for what the party is; the lower figure where that is not known.
  func row(of book: LawBook, for party: String?, on day: Day) -> HearingThreshold? {
    let rows = book.hearings.filter { row in
      row.validity.contains(day) && (party == nil || row.party == party || row.party == "any")
    }
    let reached = rows.filter { row in
      guard let amount = row.amount else { return isHeavy && row.measure == "other" }
      let sum = row.measure == "fine" ? fine : row.measure == "confiscation" ? confiscation : nil
      return sum.map { $0 >= amount } ?? false
    }
    return reached.first { $0.amount != nil } ?? reached.first
  }
}

extension Requirement.Breach {
  /// The row that gives the right, with its article.
  init(row: HearingThreshold) {
    self.init(gaps: ["ground": .text(row.name.chinese)], citation: row.authority.citations.first)
  }
}

extension Standing {
  /// What a decision imposes on each party; on all together where it does not say on whom.
  fileprivate var impositions: [HearingRight] {
    let sanctions = sanctions
    if sanctions.isEmpty {
      return [
        HearingRight(
          fine: imposed(of: [.fine], "fine"), confiscation: imposed(of: [.gains], "confiscated"), isHeavy: false)
      ]
    }
    return Dictionary(grouping: sanctions, by: \.party.wire).sorted { $0.key < $1.key }.map { _, own in
      HearingRight(
        fine: own.total(of: [.fine]), confiscation: own.total(of: [.gains, .goods, .tools]),
        isHeavy: own.contains { Self.heavy.contains($0.kind) })
    }
  }

  private static let heavy: Set<Sanction.Kind> = [
    .suspension, .closure, .revocation, .downgrade, .employmentBan, .restriction,
  ]

  /// What the decision imposes of these kinds in all, or what the fact says.
  fileprivate func imposed(of kinds: Set<Sanction.Kind>, _ fact: String) -> Fen? {
    sanctions.total(of: kinds) ?? facts[fact].flatMap(Fen.init(recorded:))
  }
}

extension [Sanction] {
  /// The amounts of these kinds together; `nil` without any.
  fileprivate func total(of kinds: Set<Sanction.Kind>) -> Fen? {
    let amounts = filter { kinds.contains($0.kind) }.compactMap { $0.amount?.fen.value }
    return amounts.isEmpty ? nil : Fen(amounts.reduce(0) { $0.addingReportingOverflow($1).partialValue })
  }
}
