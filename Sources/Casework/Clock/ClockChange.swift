/// What an act does to the clocks (期限) of its proceeding.
public enum ClockChange: Sendable, Equatable {
  /// Starts the clock of a rule from the day of the act.
  case start(String, against: Liable)
  /// The same, only where a fact of the act has that value.
  case startIf(fact: String, is: String, String, against: Liable)
  /// Starts the clock of a rule from the day that a fact gives; a rule that counts back counts from there.
  case startOn(fact: String, String, against: Liable)
  /// Starts the clock of a rule that ends on the day that a fact gives, because the paper says so; without the fact,
  /// when the rule says.
  case startUntil(fact: String, String, against: Liable)
  /// A clock whose end a paper had fixed ends on another day, which a fact gives.
  case reset(fact: String, String)
  /// What the clock waited for was done.
  case satisfy(String)
  /// The clock no longer matters.
  case end(String)
  /// No clock of the proceeding matters any longer.
  case endAll
  /// A time that does not count begins, of the kind that the fact `pause` names.
  case pause
  /// The same, whose last day a fact gives because the party was told it: it ends by itself.
  case pauseUntil(fact: String)
  /// It ends.
  case resume
  /// The extension that the fact `extension` names is granted, as long as the fact `days` says where that is open.
  case extend
  /// One clock gives way to another that runs from the same trigger, with the extension that the fact `extension` names,
  /// if the act has it.
  case replace(String, by: String)
}

/// Against whom a clock runs.
public enum Liable: String, Sendable, Codable, CaseIterable {
  /// The agency that conducts the proceeding.
  case owner
  /// The agency that refers.
  case sender
  /// The agency referred to.
  case receiver
  /// 当事人
  case party
}
