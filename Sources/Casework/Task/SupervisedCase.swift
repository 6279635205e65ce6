import Law

/// A supervised case (督办) in a list: which case file, who asks whom, by when.
public struct SupervisedCase: Sendable, Equatable {
  /// Key of the proceeding.
  public let id: Int64
  /// The case file.
  public let number: CaseNumber
  /// What the file is about.
  public let summary: String
  /// The agency that issued the demand.
  public let issuer: AgencyCode
  /// The agency that is to answer.
  public let receiver: AgencyCode?
  /// What the demand is about.
  public let subject: String?
  /// State of the machine.
  public let state: String
  /// The last day of the latest demand.
  public let due: Day?

  /// Describes one.
  public init(
    id: Int64, number: CaseNumber, summary: String, issuer: AgencyCode, receiver: AgencyCode?, subject: String?,
    state: String, due: Day?
  ) {
    (self.id, self.number, self.summary, self.issuer) = (id, number, summary, issuer)
    (self.receiver, self.subject, self.state, self.due) = (receiver, subject, state, due)
  }

  /// How it stands at a glance.
  public func light(on today: Day) -> Light { Light(task: state, due: due, on: today) }
}
