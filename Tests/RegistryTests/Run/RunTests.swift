import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct RunTests {
  @Test(arguments: Run.all) func aCompleteRunHasTheDueDaysThatTheLawGives(run: Run) async throws {
    let stage = try await Stage(run)
    for step in run.steps { try await stage.take(step) }
    let officer = try await stage.officer(run.begins.agency, .caseOfficer)
    let file = try await stage.registry.caseFile(stage.number, for: officer)
    #expect(file.proceedings.map { "\($0.kind.rawValue)/\($0.state)" } == run.states)
    let clocks = try await stage.registry.clocks(of: stage.number, for: officer).sorted { $0.id < $1.id }
    #expect(clocks.map(Self.told) == run.clocks)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  private static func told(_ clock: Clock) -> String {
    let end = [clock.outcome?.rawValue, clock.endedOn?.description].compactMap(\.self)
    return ([clock.rule, clock.dueDay?.description ?? "-"] + end).joined(separator: " ")
  }
}

/// The register while a run is played: an officer of each agency for each role, and the file.
private final class Stage {
  let registry = Registry(TestDatabase.service)
  let number: CaseNumber
  private var officers: [String: Officer] = [:]

  init(_ run: Run) async throws {
    let begins = run.begins
    let login = "\(begins.agency.lowercased()).\(begins.role.rawValue)"
    let officer = try await Given.officer(begins.agency, begins.role, login: login)
    officers = [login: officer]
    var request = try Given.request(ipType: run.ipType, leadOn: begins.day)
    request.proceeding = OpeningRequest(kind: begins.kind, facts: begins.facts)
    number = try await registry.log(
      request, once: Given.once(), by: officer, now: Self.noon(of: begins.day)
    ).value
  }

  /// The act of a step, or the proceeding it opens.
  func take(_ step: Run.Step) async throws {
    let officer = try await officer(step.agency, step.role)
    let day = try When(wire: step.day)
    let now = try Self.noon(of: step.day)
    let state = try await registry.state(of: number, for: officer)
    if let act = step.act {
      let proceeding = try #require(state.others.last { $0.kind == step.kind }, "\(act): no \(step.kind)")
      let request = ActRequest(act: act, happenedOn: day, facts: step.facts, revision: nil)
      do {
        _ = try await registry.act(proceeding.id, request, once: Given.once(), by: officer, now: now)
      } catch let refusal as Refusal {
        Issue.record("\(step.kind.rawValue) \(act) on \(step.day): \(refusal.code) \(refusal.field ?? "")")
      }
      return
    }
    if step.kind == .referral {
      let request = ReferralRequest(
        receivingAgency: try AgencyCode(wire: "PSB"), offence: nil, basis: .reasonableSuspicion,
        reason: try Prose(wire: "有合理理由怀疑"), revision: nil)
      _ = try await registry.draft(request, of: number, once: Given.once(), by: officer, now: now)
      return
    }
    let origin = state.others.last { $0.kind == step.origin }
    let request = OpeningRequest(kind: step.kind, happenedOn: day, facts: step.facts, origin: origin?.id)
    do {
      _ = try await registry.open(request, in: number, once: Given.once(), by: officer, now: now)
    } catch let refusal as Refusal {
      Issue.record("open \(step.kind.rawValue) on \(step.day): \(refusal.code) \(refusal.field ?? "")")
    }
  }

  func officer(_ agency: String, _ role: Role) async throws -> Officer {
    let login = "\(agency.lowercased()).\(role.rawValue)"
    if let known = officers[login] { return known }
    let officer = try await Given.officer(agency, role, login: login)
    officers[login] = officer
    return officer
  }

  /// Noon in Asia/Shanghai: what happens in a run is recorded on its day.
  private static func noon(of day: String) throws -> Instant {
    try #require(Day(day)).start.adding(seconds: 43_200)
  }
}
