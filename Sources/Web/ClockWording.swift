import Casework
import Law

// How clocks are put into words.

extension Wording {
  /// A text of the reference data in the reader's language.
  func callAsFunction(_ text: BilingualText) -> String { language == .chinese ? text.chinese : text.english }

  /// What parts the members of a list.
  var separator: String { self("law.separator") + (language == .english ? " " : "") }

  /// How a clock stands, with its colour.
  func tag(_ clock: Clock, at now: Instant) -> StateTag {
    let state = clock.state(at: now)
    let tone: StateTag.Tone =
      switch state {
      case .overdue, .satisfiedLate: .overdue
      case .dueSoon, .provisional, .pastInner: .waiting
      case .onTime: .running
      case .suspended: .paused
      case .uncomputable: .info
      case .satisfied, .ended, .lapsed: .done
      }
    return StateTag(tone, self("law.clock.\(state.rawValue)"))
  }

  /// An instant as people read it: the day alone where it is the day's end.
  func moment(_ instant: Instant) -> String {
    let next = instant.adding(microseconds: 1)
    return next == next.day().start ? instant.day().description : instant.local
  }

  /// What started a clock.
  func moment(_ trigger: Trigger) -> String {
    switch trigger {
    case .day(let day): day.description
    case .instant(let instant): instant.local
    }
  }

  /// The nearest end of a file's clocks, with its colour.
  func tag(due: Instant, at now: Instant) -> StateTag {
    let tone: StateTag.Tone =
      due < now ? .overdue : due <= now.adding(seconds: Clock.soonHours * 3600) ? .waiting : .running
    return StateTag(tone, moment(due))
  }

  /// Against whom a clock runs: the agency, and who in it by the rule's own word.
  func liable(_ clock: Clock, _ book: LawBook) -> String {
    guard let agency = clock.agency.map({ name(of: $0) }) else { return self("law.liable.party") }
    guard let person = book.limit(of: clock)?.liable, !person.chinese.isEmpty else { return agency }
    return self("law.liable.agency", ["agency": agency, "person": self(person)])
  }

  /// When a clock ends: the day or minute, and how far off that is.
  func due(_ clock: Clock, at now: Instant) -> String {
    guard let dueAt = clock.dueAt, let dueDay = clock.dueDay else {
      return clock.problem.map { sentence(Refusal(LawFault($0, ["rule": clock.rule]))) } ?? self("law.no-due")
    }
    if clock.outcome != nil { return dueDay.description }
    if case .instant? = clock.from {
      let hours = Int((dueAt.microseconds - now.microseconds) / 3_600_000_000)
      return self(
        hours < 0 || now > dueAt ? "law.hours-over" : "law.hours-left",
        [
          "due": dueAt.local, "hours": String(abs(hours)),
        ])
    }
    let days = dueDay - now.day()
    return self(days < 0 ? "law.days-over" : "law.days-left", ["due": dueDay.description, "days": String(abs(days))])
  }

  /// A citation, with the mark of what was not read.
  func citation(_ citation: CitationAnswer) -> String {
    citation.toConfirm ? self("law.citation-to-confirm", ["citation": citation.text]) : citation.text
  }

  /// Citations in one line.
  func citations(_ authority: Authority, _ book: LawBook) -> String {
    let marks = authority.isConfirmed ? [] : [self("law.to-confirm")]
    return (book.answer(authority.citations).map { citation($0) } + marks).joined(separator: separator)
  }

  /// The range of a fine, as advice to who decides.
  func advice(_ range: FineRange, _ book: LawBook) -> String {
    self("law.fine-advice", ["range": self.range(range), "basis": citations(range.scale.authority, book)])
  }

  /// From when on a hearing must be offered, as advice to who gives notice.
  func advice(_ threshold: HearingThreshold, _ book: LawBook) -> String {
    self(
      threshold.amount == nil ? "law.hearing-advice" : "law.hearing-advice-from",
      [
        "case": self(threshold.name), "amount": threshold.amount?.grouped ?? "",
        "basis": citations(threshold.authority, book),
      ])
  }

  /// A clock as a row of the case page.
  func row(_ clock: Clock, _ book: LawBook, in number: CaseNumber, at now: Instant) -> CasePage.ClockRow {
    let limit = book.limit(of: clock)
    return CasePage.ClockRow(
      href: "/cases/\(number)/clocks/\(clock.id)", rule: clock.rule, name: limit.map { self($0.name) } ?? clock.rule,
      state: tag(clock, at: now), due: due(clock, at: now), liable: liable(clock, book),
      outer: clock.outcome == nil
        ? clock.outerAt.map { self("law.outer", ["due": moment($0)]) } : nil,
      toConfirm: limit?.authority.isConfirmed == false)
  }
}
