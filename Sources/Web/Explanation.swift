import Casework
import Law
import Registry

/// A case file explained (案情说明): its state, how it got there, who must act by when under which article, what blocks it, and
/// what another agency owes. The same text on the page, on paper and in the terminal.
struct Explanation: Codable, Sendable {
  /// A heading and what stands under it.
  struct Section: Codable, Sendable {
    let title: String
    let lines: [String]
  }

  let number: String
  let summary: String
  let sections: [Section]
}

extension Site {
  /// Explains a case file to an officer.
  ///
  /// - Throws: `case.unknown`.
  func explanation(of number: CaseNumber, _ context: Context) async throws -> Explanation {
    let officer = try context.officer()
    let file = try await registry.caseFile(number, for: officer)
    let entries = try await registry.entries(of: number, for: officer).standing
    let clocks = try await registry.clocks(of: number, for: officer)
    let hits = try await registry.screening(of: number, for: officer)
    let book = try await registry.lawBook()
    let lead = entries.first?.happenedOn?.first ?? file.head.loggedAt.day()
    let earlier = try await registry.earlierActs(of: number, since: book.lookBackDay(from: lead), for: officer)
    let writer = ExplanationWriter(
      words: Wording(self, context), book: book, now: context.now, file: file,
      entries: entries, clocks: clocks, hits: hits, earlier: earlier, reader: officer.agency)
    return Explanation(number: number.wire, summary: file.head.summary, sections: writer.sections)
  }
}

/// Puts a case file into sentences.
struct ExplanationWriter {
  let words: Wording
  let book: LawBook
  let now: Instant
  let file: CaseFile
  let entries: [Entry]
  let clocks: [Clock]
  let hits: [ScreeningHit]
  let earlier: [EarlierAct]
  /// The agency that reads.
  let reader: AgencyCode

  /// Every section; those with nothing to say do so.
  var sections: [Explanation.Section] {
    [
      ("state", state), ("history", history), ("deadlines", deadlines), ("next", next), ("blocks", blocks),
      ("others", others), ("screening", screening), ("repeated", repeated), ("fines", fines),
    ].map { key, lines in
      Explanation.Section(
        title: words("explanation.\(key).title"), lines: lines.isEmpty ? [words("explanation.\(key).none")] : lines)
    }
  }

  private var state: [String] {
    [
      words(
        "explanation.state.line",
        ["agency": words.name(of: file.head.owner), "since": file.head.heldSince.local])
    ]
      + file.proceedings.map { proceeding in
        words(
          "explanation.state.proceeding",
          [
            "proceeding": words("proceeding.\(proceeding.kind.rawValue)"),
            "state": words("state.\(proceeding.kind.rawValue).\(proceeding.state)"),
            "agency": words.name(of: proceeding.agency),
          ])
      }
  }

  private var history: [String] {
    entries.map { entry in
      words(
        "explanation.history.line",
        [
          "sequence": String(entry.sequence), "day": entry.happenedOn?.description ?? words("pages.case.date-unknown"),
          "act": words.act(entry.kind, entry.act), "officer": entry.officer,
          "agency": words.name(of: entry.agency),
        ])
    }
  }

  /// The last day on which the conduct can have been under way when the lead came.
  private var conductDay: Day { entries.first?.happenedOn?.last ?? file.head.loggedAt.day() }

  private var open: [Clock] { clocks.filter { $0.outcome == nil } }

  private func line(_ clock: Clock) -> String {
    let limit = book.limit(of: clock)
    let marks = [
      clock.outerAt.map { words("law.outer", ["due": words.moment($0)]) },
      clock.isProvisional ? words("law.provisional") : nil,
      limit?.authority.isConfirmed == false ? words("law.to-confirm") : nil,
    ].compactMap(\.self)
    return words(
      "explanation.deadlines.line",
      [
        "rule": clock.rule, "name": limit.map { words($0.name) } ?? clock.rule, "liable": words.liable(clock, book),
        "state": words("law.clock.\(clock.state(at: now).rawValue)"), "due": words.due(clock, at: now),
        "basis": limit.map { words.citations($0.authority, book) } ?? "",
        "marks": marks.isEmpty ? "" : words.separator + marks.joined(separator: words.separator),
      ])
  }

  private var deadlines: [String] { open.map(line) }

  private var next: [String] { turns.map(\.line) }

  /// Every act that brings the file on now, and whose it is.
  private var turns: [(agency: AgencyCode, line: String)] {
    file.proceedings.flatMap { proceeding -> [(agency: AgencyCode, line: String)] in
      let rules =
        proceeding.kind.procedure?.rules(in: proceeding.state).filter { rule in
          // The owner's acts wait while another agency has the file.
          rule.to != nil && (rule.side != .owner || proceeding.agency == file.head.owner)
        } ?? []
      return rules.map { rule in
        let side: AgencyCode =
          switch rule.side {
          case .owner, .conductor, .sender: proceeding.agency
          case .receiver: proceeding.receiver ?? proceeding.agency
          }
        let line = words(
          rule.citation == nil ? "explanation.next.line" : "explanation.next.cited",
          [
            "act": words("act.\(proceeding.kind.rawValue).\(rule.act)"), "agency": words.name(of: side),
            "roles": rule.roles.sorted().map { words("role.\($0.rawValue)") }.joined(separator: words.separator),
            "basis": rule.citation.map { book.printed($0) } ?? "",
          ])
        return (side, line)
      }
    }
  }

  private var blocks: [String] {
    var lines: [String] = []
    if file.state.openReferral != nil { lines.append(words("explanation.blocks.referral")) }
    for clock in open where clock.liable == .party && clock.dueAt.map({ now <= $0 }) == true {
      lines.append(words("explanation.blocks.party", ["rule": clock.rule, "due": words.due(clock, at: now)]))
    }
    for clock in open where clock.state(at: now) == .suspended {
      lines.append(words("explanation.blocks.suspended", ["rule": clock.rule]))
    }
    return lines
  }

  /// Clocks that run against another agency, and acts that are its turn.
  private var others: [String] {
    open.filter { $0.agency != nil && $0.agency != reader }.map(line)
      + turns.filter { $0.agency != reader }.map(\.line)
  }

  private var screening: [String] {
    hits.map { hit in
      var line = words(
        "explanation.screening.line",
        [
          "offence": words.offence(hit.offence) ?? hit.offence, "result": words("law.result.\(hit.result.rawValue)"),
          "arithmetic": words.arithmetic(hit.arithmetic), "basis": words.basis(of: hit, book),
        ])
      if let reason = hit.reason {
        line += words("explanation.screening.reason", ["reason": reason.text, "officer": reason.officer])
      } else if hit.isOpen {
        line += words("explanation.screening.open")
      }
      return line
    }
  }

  /// Conduct repeated within the years that the law looks back.
  private var repeated: [String] {
    Repetition.found(earlier, over: file.head.ipType, on: conductDay, by: book).map { repetition in
      words(
        "explanation.repeated.line",
        [
          "rule": words(repetition.rule.name),
          "days": repetition.acts.map { (repetition.rule.isFromSanction ? $0.decidedOn : $0.actedOn).description }
            .joined(separator: "、"),
          "basis": words.citations(repetition.rule.authority, book),
        ])
    }
  }

  /// Fines outside the range that the law gives: a warning, not a bar.
  private var fines: [String] { words.warnings(file, entries, book) }
}

/// The range of a fine that the amounts of a case file lead to.
struct FineAdvice {
  let range: FineRange
  /// The range of serious circumstances, where the scale has one.
  let serious: FineRange?

  /// Whether a fine lies within either.
  func holds(_ fine: Fen) -> Bool { range.holds(fine) || serious?.holds(fine) == true }

  /// `nil` where no scale is certain, or its base is unknown.
  ///
  /// - Parameter day: The day of the conduct, as far as it is known.
  init?(_ file: CaseFile, on day: Day, _ book: LawBook) {
    guard let scale = file.head.ipType.penaltyScale, let versions = book.scales[scale] else { return nil }
    let base: Fen? =
      switch versions.first(where: { $0.validity.contains(day) })?.base {
      case .turnover: file.amounts.turnover?.fen
      case .gains: file.amounts.gainsNet?.fen ?? file.amounts.gainsGross?.fen ?? file.amounts.gainsUnstated?.fen
      case .goodsValue: file.amounts.goodsValue?.fen
      default: nil
      }
    do throws(LawFault) {
      range = try book.fine(scale, base: base, on: day)
      let grave = try book.fine(scale, base: base, on: day, isSerious: true)
      serious = grave.branch == .serious ? grave : nil
    } catch { return nil }
  }
}

extension Wording {
  /// What to warn of in the decisions of a file.
  func warnings(_ file: CaseFile, _ entries: [Entry], _ book: LawBook) -> [String] {
    let day = entries.first?.happenedOn?.last ?? file.head.loggedAt.day()
    return entries.compactMap { entry -> String? in
      guard entry.act == "decide", let text = entry.facts["fine"], case .success(let fine) = Fen.parse(yuan: text),
        let advice = FineAdvice(file, on: day, book), !advice.holds(fine)
      else { return nil }
      return warning(of: fine, advice, book)
    }
  }

  /// That a fine lies outside the range.
  func warning(of fine: Fen, _ advice: FineAdvice, _ book: LawBook) -> String {
    self(
      "explanation.fines.line",
      [
        "fine": fine.grouped, "range": range(advice.range), "basis": citations(advice.range.scale.authority, book),
      ])
  }

  /// A range of fines in words.
  func range(_ range: FineRange) -> String {
    switch (range.least, range.most) {
    case (let least?, let most?): self("law.range.both", ["least": least.grouped, "most": most.grouped])
    case (nil, let most?): self("law.range.most", ["most": most.grouped])
    case (_, nil): self("law.range.none")
    }
  }
}
