import Law

/// Why a case is referred (移送依据).
///
/// Legal basis: 国务院令第310号 (2020) art. 3.
public enum ReferralBasis: String, Sendable, Codable, CaseIterable {
  /// The amount, circumstances or consequences reach the threshold of a crime, ¶1.
  case threshold
  /// 合理嫌疑: reasonable suspicion that needs police measures to establish, also below the threshold, ¶2.
  case reasonableSuspicion = "reasonable-suspicion"
}

/// What it takes to draft a referral.
public struct ReferralRequest: Codable, Sendable, Equatable {
  /// The agency that is to take the case over: the police.
  public var receivingAgency: AgencyCode
  /// Code of the offence suspected, such as `214`; may be left open.
  public var offence: Line?
  /// Why it is referred.
  public var basis: ReferralBasis
  /// The facts and evidence that speak for it.
  public var reason: Prose
  /// The revision of the case file that the officer had before them.
  public var revision: Int?

  /// Asks for a referral.
  public init(receivingAgency: AgencyCode, offence: Line?, basis: ReferralBasis, reason: Prose, revision: Int?) {
    (self.receivingAgency, self.offence, self.basis) = (receivingAgency, offence, basis)
    (self.reason, self.revision) = (reason, revision)
  }

  /// Checks that `officer` may draft this for `file`.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `referral.to-self`, `referral.open`,
  ///   `referral.only-police`.
  public func checked(for file: CaseFileState, to receiver: Agency, by officer: Officer) throws(Refusal) {
    try file.requireRevision(revision)
    try file.requireOwner(officer)
    try officer.requireOne(of: [.caseOfficer])
    guard receiver.code != officer.agency else {
      throw Refusal(.invalid, "referral.to-self", field: "receivingAgency", ["agency": .agency(receiver.code)])
    }
    guard receiver.kind == .police else {
      throw Refusal(
        .invalid, "referral.only-police", field: "receivingAgency", ["agency": .agency(receiver.code)],
        citation: Citation(key: "order-310@5.2"))
    }
    if file.openReferral != nil { throw Refusal(.notAllowed, "referral.open", ["case": .text(file.number.wire)]) }
  }
}
