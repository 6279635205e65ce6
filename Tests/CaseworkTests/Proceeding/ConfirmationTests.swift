import Casework
import Law
import Testing

@Suite struct ConfirmationTests {
  private static let application = ["court": "COU", "jointly": "yes"]

  private func mediation(
    _ state: String = "agreed", kind: ProceedingKind = .mediation, validity: String = "no", track: String = "peoples",
    from day: String = "2026-10-26"
  ) -> Proceeding {
    Proceeding(
      id: 9, kind: kind, state: state, agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["concernsValidity": validity, "confirmableFrom": day, "track": track])
  }

  private func refused(
    _ facts: [String: String] = application, from origin: Proceeding?, on day: String = "2026-11-05",
    by agency: AgencyCode = Sample.bureau, _ book: LawBook? = nil
  ) throws -> Refusal? {
    let request = OpeningRequest(
      kind: .confirmation, happenedOn: try When(wire: day), facts: facts, origin: origin?.id)
    // Bureaus and towns send what they mediated in files of their own.
    let file = try Sample.file(owner: agency)
    return refusal { () throws(Refusal) in
      _ = try request.opening(
        in: file, by: Sample.officer(of: agency, .clerk), today: Sample.today, Surroundings(origin: origin, book: book))
    }
  }

  private func confirmation(_ state: String, court: AgencyCode = Sample.court) -> Proceeding {
    Proceeding(id: 1, kind: .confirmation, state: state, agency: Sample.bureau, receiver: court, handledBy: [])
  }

  @Test func itFollowsFromAMediation() throws {
    #expect(try refused(from: nil)?.code == "proceeding.needs-origin")
    #expect(try refused(from: mediation("decided", kind: .penalty))?.code == "proceeding.origin")
    #expect(try refused(from: mediation()) == nil)
  }

  @Test(arguments: [Sample.town, Sample.justice, Sample.station, Sample.court, Sample.customs])
  func everyMediatorSendsItsAgreements(agency: AgencyCode) throws {
    #expect(try refused(from: mediation(), by: agency) == nil)
  }

  @Test(arguments: ["requested", "mediating", "failed", "terminated", "performed", "breached"])
  func thereMustBeAnAgreement(state: String) throws {
    let refused = try refused(from: mediation(state))
    #expect(refused?.code == "confirmation.no-agreement")
    #expect(refused?.citation?.key == "civil-procedure-law@205")
  }

  @Test func anAgreementAboutOwnershipOrValidityIsNeverConfirmed() throws {
    let refused = try refused(from: mediation(validity: "yes"))
    #expect(refused?.code == "confirmation.validity")
    #expect(refused?.kind == .notAllowed)
    #expect(refused?.citation?.key == "civil-procedure-interpretation@355(5)")
  }

  @Test func bothPartiesApplyTogether() throws {
    let refused = try refused(["court": "COU", "jointly": "no"], from: mediation())
    #expect(refused?.code == "confirmation.joint")
    #expect(refused?.citation?.key == "civil-procedure-law@205")
    #expect(try self.refused(["court": "COU"], from: mediation())?.code == "fact.missing")
  }

  /// The tiny book gives ten days, which end on the fifth of November.
  @Test(arguments: [("2026-11-05", nil as String?), ("2026-11-06", "confirmation.late")])
  func theyApplyInTime(day: String, code: String?) throws {
    let refused = try refused(from: mediation(from: "2026-10-26"), on: day, TinyLaw.book)
    #expect(refused?.code == code)
    if code != nil {
      #expect(refused?.citation?.key == "civil-procedure-law@205")
      #expect(refused?.arguments["day"] == .text("2026-11-05"))
    }
  }

  @Test(arguments: ["administrative-patent", "administrative-other"])
  func whatAnAdministrativeOrganMediatedMayBeSentWhateverTheCourtsPractice(track: String) throws {
    for practice in ["yes", "no", nil] {
      var facts = Self.application
      facts["localPractice"] = practice
      #expect(try refused(facts, from: mediation(track: track)) == nil)
    }
  }

  @Test(arguments: ["accept", "decline"]) func onlyACourtDecides(act: String) {
    let refused = Sample.refused(
      confirmation("applied", court: Sample.station), act, act == "decline" ? ["reason": "无管辖权"] : [:],
      by: Sample.officer(of: Sample.station, .clerk))
    #expect(refused?.code == "confirmation.not-court")
  }

  @Test func theMediatorDoesNotConfirmItsOwnAgreement() {
    let refused = Sample.refused(
      confirmation("accepted"), "confirm", ["document": "1号"], by: Sample.officer(.head))
    #expect(refused?.code == "proceeding.not-receiver")
    #expect(refused?.arguments["agency"] == .agency(Sample.court))
  }

  @Test func theCourtRulesOnce() {
    for state in ["confirmed", "dismissed", "withdrawn", "not-accepted"] {
      let refused = Sample.refused(
        confirmation(state), "confirm", ["document": "1号"], by: Sample.officer(of: Sample.court, .head))
      #expect(refused?.code == "act.ended")
    }
  }
}
