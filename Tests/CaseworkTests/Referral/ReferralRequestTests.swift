import Casework
import Testing

@Suite struct ReferralRequestTests {
  private let police = Sample.agency(Sample.police, .police)

  private func request(revision: Int? = nil, basis: ReferralBasis = .threshold) throws -> ReferralRequest {
    ReferralRequest(
      receivingAgency: Sample.police, offence: nil, basis: basis, reason: try Prose(wire: "数额达到追诉标准"),
      revision: revision)
  }

  private func refused(
    _ request: ReferralRequest, file: CaseFileState, to receiver: Agency, by officer: Officer
  ) -> Refusal? {
    refusal { () throws(Refusal) in try request.checked(for: file, to: receiver, by: officer) }
  }

  @Test(arguments: ReferralBasis.allCases) func aCaseMayBeReferredOnEitherBasis(basis: ReferralBasis) throws {
    let officer = Sample.officer(.caseOfficer)
    #expect(refused(try request(basis: basis), file: try Sample.file(), to: police, by: officer) == nil)
  }

  @Test func anAgencyCannotReferToItself() throws {
    let own = refused(
      try request(), file: try Sample.file(owner: Sample.police), to: police,
      by: Sample.officer(of: Sample.police, .caseOfficer))
    #expect(own?.code == "referral.to-self")
    #expect(own?.field == "receivingAgency")
  }

  @Test(arguments: Agency.Kind.allCases.filter { $0 != .police })
  func aSuspectedCrimeIsReferredToThePoliceOnly(kind: Agency.Kind) throws {
    let other = Sample.agency(Sample.culture, kind)
    let wrong = refused(try request(), file: try Sample.file(), to: other, by: Sample.officer(.caseOfficer))
    #expect(wrong?.code == "referral.only-police")
    #expect(wrong?.citation?.key == "order-310@5.2")
  }

  @Test(arguments: Role.allCases.filter { $0 != .caseOfficer }) func onlyACaseOfficerDrafts(role: Role) throws {
    #expect(
      refused(try request(), file: try Sample.file(), to: police, by: Sample.officer(role))?.code == "role.missing")
  }

  @Test func anotherAgencysFileIsNotReferred() throws {
    let stranger = Sample.officer(of: Sample.culture, .caseOfficer)
    #expect(refused(try request(), file: try Sample.file(), to: police, by: stranger)?.code == "case.not-yours")
  }

  @Test(arguments: ["drafted", "approved", "sent", "received"])
  func aSecondReferralIsRefusedWhileOneIsOpen(state: String) throws {
    let file = try Sample.file(openReferral: state)
    #expect(
      refused(try request(), file: file, to: police, by: Sample.officer(.caseOfficer))?.code == "referral.open")
  }

  @Test func anOlderRevisionIsStale() throws {
    let officer = Sample.officer(.caseOfficer)
    let file = try Sample.file(revision: 3)
    #expect(refused(try request(revision: 2), file: file, to: police, by: officer)?.code == "case.stale")
    #expect(refused(try request(revision: 3), file: file, to: police, by: officer) == nil)
  }
}
