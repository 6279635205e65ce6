import Law

/// What must hold for an act beyond state, side, role and facts; the refusal if it does not.
public struct Requirement: Sendable, Equatable {
  /// Code of the refusal, whose sentence is in the catalogue.
  public let code: String
  /// The field to blame.
  public let field: String?
  /// The article that demands it.
  public let citation: Citation?
  /// `nil` where it holds; otherwise what fills the gaps of the sentence, and the article where the case decides which.
  private let breach: @Sendable (Standing) -> Breach?

  /// What is missing.
  struct Breach {
    /// What fills the gaps of the sentence.
    let gaps: [String: Refusal.Argument]
    /// The article, where it is not the requirement's own.
    var citation: Citation?
  }

  /// Demands that `breach` finds nothing; it knows the article.
  init(_ code: String, field: String? = nil, citing breach: @escaping @Sendable (Standing) -> Breach?) {
    (self.code, self.field, self.citation, self.breach) = (code, field, nil, breach)
  }

  /// Demands that `breach` finds nothing.
  init(
    _ code: String, field: String? = nil, citation: String? = nil,
    breach: @escaping @Sendable (Standing) -> [String: Refusal.Argument]?
  ) {
    (self.code, self.field) = (code, field)
    self.breach = { standing in breach(standing).map { Breach(gaps: $0) } }
    self.citation = citation.flatMap(Citation.init(key:))
  }

  /// Demands that `holds` is true.
  init(
    _ code: String, field: String? = nil, citation: String? = nil, holds: @escaping @Sendable (Standing) -> Bool
  ) {
    self.init(code, field: field, citation: citation) { holds($0) ? nil : [:] }
  }

  public static func == (left: Requirement, right: Requirement) -> Bool {
    (left.code, left.field, left.citation) == (right.code, right.field, right.citation)
  }

  /// - Throws: The refusal with its code.
  func check(_ standing: Standing) throws(Refusal) {
    guard let breach = breach(standing) else { return }
    throw Refusal(.notAllowed, code, field: field, breach.gaps, citation: breach.citation ?? citation)
  }
}

extension Requirement {
  /// A fact, given now or recorded earlier in the proceeding, must not have one of these values.
  static func refused(
    _ fact: String, is values: String..., as code: String, citation: String? = nil
  ) -> Requirement {
    Requirement(code, field: "facts.\(fact)", citation: citation) { !values.contains($0.known(fact) ?? "") }
  }

  /// Where one fact has a value, another must be given.
  static func needs(
    _ needed: String, where fact: String, is values: String..., citation: String? = nil
  ) -> Requirement {
    Requirement("fact.needed", field: "facts.\(needed)", citation: citation) { standing in
      guard values.contains(standing.known(fact) ?? ""), standing.known(needed) == nil else { return nil }
      return ["fact": .term("fact.\(needed)")]
    }
  }

  /// The time that a party has must have passed, or the party must have used it: its clock is not open any more, or
  /// its last day lies before the act. Where the law book has no version for its day, nobody can tell, and it does not bar.
  static func waited(for rule: String, citation: String? = nil) -> Requirement {
    Requirement("clock.wait", field: "happenedOn", citation: citation) { standing in
      guard let clock = standing.around.clocks.first(where: { $0.rule == rule }), clock.problem == nil else {
        return nil
      }
      guard let due = clock.dueDay else { return ["day": .text("—")] }
      return standing.day.last > due ? nil : ["day": .text(due.description)]
    }
  }

  /// The act must be in time: the clock of the rule, if it is open, has not run out on that day.
  static func inTime(for rule: String, as code: String, citation: String? = nil) -> Requirement {
    Requirement(code, field: "happenedOn", citation: citation) { standing in
      guard let due = standing.around.clocks.first(where: { $0.rule == rule })?.dueDay else { return nil }
      return standing.day.first <= due ? nil : ["day": .text(due.description)]
    }
  }

  /// No other proceeding of that kind in the file may be in one of these states; without states, none may be under way.
  static func settled(
    _ kind: ProceedingKind, _ states: String..., as code: String, citation: String? = nil
  ) -> Requirement {
    Requirement(code, citation: citation) { standing in
      standing.file.others.allSatisfy { other in
        guard other.kind == kind, other.id != standing.proceeding.id else { return true }
        return states.isEmpty
          ? kind.procedure?.finalStates.contains(other.state) ?? true : !states.contains(other.state)
      }
    }
  }

  /// A day given in a fact must not lie before the day of the act.
  static func later(_ fact: String) -> Requirement {
    Requirement("fact.day-past", field: "facts.\(fact)") { standing in
      guard let text = standing.facts[fact], let day = Day(text) else { return true }
      return day >= standing.day.first
    }
  }

  /// A day given in a fact must not lie after the day of the act.
  static func notLater(_ fact: String) -> Requirement {
    Requirement("fact.day-future", field: "facts.\(fact)") { standing in
      guard let text = standing.facts[fact], let day = Day(text) else { return true }
      return day <= standing.day.last
    }
  }

  /// Somebody named in a fact must not be one of those who handle the case.
  ///
  /// Legal basis: 市场监督管理行政处罚程序规定 (2022) art. 50, 听证办法 art. 9.
  static func stranger(_ fact: String, as code: String, citation: String? = nil) -> Requirement {
    Requirement(code, field: "facts.\(fact)", citation: citation) { standing in
      guard let names = standing.facts[fact]?.split(separator: "、").map(String.init) else { return true }
      return standing.file.assigned.union(standing.file.handlers).isDisjoint(with: names)
    }
  }
}

/// An act about to be taken, as requirements see it.
public struct Standing: Sendable {
  /// The proceeding.
  public let proceeding: Proceeding
  /// Its case file.
  public let file: CaseFileState
  /// The facts given, in canonical form.
  public let facts: [String: String]
  /// When it happened.
  public let day: PartialDay
  /// Who acts.
  public let officer: Officer
  /// What else was read.
  public let around: Surroundings

  /// A fact given now, or else recorded earlier in the proceeding.
  public func known(_ name: String) -> String? { facts[name] ?? proceeding.known[name] }

  /// The day in a fact.
  public func knownDay(_ name: String) -> Day? { known(name).flatMap { Day($0) } }
}

/// What was read besides the proceeding and its file.
public struct Surroundings: Sendable, Equatable {
  /// The open clocks of the proceeding.
  public var clocks: [Clock]
  /// The proceeding that it follows from.
  public var origin: Proceeding?
  /// Of the officers named, those with a certificate in force on the day; `nil` where nobody looked.
  public var certified: Set<String>?
  /// The law; `nil` where nobody looked.
  public var book: LawBook?
  /// The agencies named in facts, by code, and what they are; `nil` where nobody looked.
  public var agencies: [String: Agency.Kind]?
  /// Whether a signed receipt of a package of the referral is on record.
  public var isReceipted: Bool
  /// Keys of the evidence of the file, of those that facts name.
  public var things: Set<Int64>

  /// Knows nothing more.
  public init(
    clocks: [Clock] = [], origin: Proceeding? = nil, certified: Set<String>? = nil, book: LawBook? = nil,
    agencies: [String: Agency.Kind]? = nil, isReceipted: Bool = false, things: Set<Int64> = []
  ) {
    (self.clocks, self.origin, self.certified, self.book) = (clocks, origin, certified, book)
    (self.agencies, self.isReceipted, self.things) = (agencies, isReceipted, things)
  }

  public static func == (left: Surroundings, right: Surroundings) -> Bool {
    (left.clocks, left.origin, left.certified) == (right.clocks, right.origin, right.certified)
  }
}
