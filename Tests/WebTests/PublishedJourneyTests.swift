import Casework
import Foundation
import Registry
import TestSupport
import Testing

@Suite(.database) struct PublishedJourneyTests {
  @Test(arguments: PublishedJourney.all) func aPublishedCaseIsCarriedThroughByTheAPI(
    journey: PublishedJourney
  ) async throws {
    let stage = try await Stage(journey)
    for step in journey.steps { try await stage.take(step) }
    let (states, ledger) = try await stage.outcome()
    #expect(states == journey.states)
    #expect(ledger == journey.ledger)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func fortyCasesOrMoreAreCarriedThrough() {
    #expect(PublishedJourney.all.count >= 40)
    #expect(Set(PublishedJourney.all.map(\.key)).count == PublishedJourney.all.count)
  }

  @Test(arguments: PublishedJourney.all) func aJourneyEndsWhereTheTableSaysAndKeepsThePublishedDates(
    journey: PublishedJourney
  ) throws {
    let states = try Self.states()
    let told = try #require(states[journey.key])
    #expect(journey.states.contains(told))
    let days = Set(journey.steps.map(\.day))
    #expect(days.isSuperset(of: journey.given))
  }

  /// Kind and state of each case, by the table of published cases.
  private static func states() throws -> [String: String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let table = tests.appending(path: "RegistryTests/Import/published.csv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let cells = line.split(separator: ",", maxSplits: 3).map(String.init)
        return (cells[0], "\(cells[1])/\(cells[2])")
      })
  }
}

/// The service while a journey is played: of each agency, one who handles cases and one who heads and reviews.
private final class Stage {
  private let journey: PublishedJourney
  private let client: Client
  private var signedIn: [String: (client: Client, officer: Officer)] = [:]
  /// Every file logged, with the agency that logged it.
  private var files: [(number: CaseNumber, agency: String)] = []
  /// The latest proceeding of each kind.
  private var proceedings: [ProceedingKind: Int64] = [:]

  init(_ journey: PublishedJourney) async throws {
    self.journey = journey
    client = try await Client()
  }

  func take(_ step: PublishedJourney.Step) async throws {
    switch step.deed {
    case .log:
      let answer = try await send(step, step.kind.procedure?.opening, "/api/cases", request(step))
      let number = try CaseNumber(wire: try #require(answer["number"]))
      files.append((number, step.agency))
      let file = try await officer(step.agency, .clerk).client.get("/api/cases/\(number)").object
      let first = try #require((file["proceedings"] as? [[String: Any]])?.first?["id"] as? Int)
      proceedings[step.kind] = Int64(first)
    case .open(let origin):
      let request = OpeningRequest(
        kind: step.kind, happenedOn: try When(wire: step.day), facts: step.facts,
        origin: origin.flatMap { proceedings[$0] })
      let path = "/api/cases/\(try #require(files.last).number)/proceedings"
      let answer = try await send(step, step.kind.procedure?.opening, path, request)
      proceedings[step.kind] = Int64(try #require(answer.object["proceeding"] as? Int))
    case .refer(let basis):
      let request = ReferralRequest(
        receivingAgency: try AgencyCode(wire: "PSB"), offence: try step.facts["offence"].map { try Line(wire: $0) },
        basis: basis, reason: try Prose(wire: "涉嫌犯罪"), revision: nil)
      let path = "/api/cases/\(try #require(files.last).number)/referrals"
      let answer = try await send(step, step.kind.procedure?.opening, path, request)
      proceedings[step.kind] = Int64(try #require(answer.object["id"] as? Int))
    case .act(let act):
      let id = try #require(proceedings[step.kind], "\(act): no \(step.kind)")
      let sanctions = try step.sanctions.map { party, kind, amount in
        Sanction(party: try Line(wire: party), kind: kind, amount: try amount.map { try Yuan(wire: $0) })
      }
      let request = ActRequest(
        act: act, happenedOn: try When(wire: step.day), facts: step.facts, sanctions: sanctions, revision: nil)
      let rule = step.kind.procedure?.rules.first { $0.act == act }
      _ = try await send(step, rule, "/api/proceedings/\(id)/acts", request)
    }
  }

  /// Kind and state of every proceeding, and every line of the ledger, file by file.
  func outcome() async throws -> (states: [String], ledger: [String]) {
    var (states, ledger): ([String], [String]) = ([], [])
    for file in files {
      let (client, officer) = try await self.officer(file.agency, .clerk)
      let body = try await client.get("/api/cases/\(file.number)").object
      let found = try #require(body["proceedings"] as? [[String: Any]])
      states += found.map { "\($0["kind"] as? String ?? "")/\($0["state"] as? String ?? "")" }
      let lines = try await Registry(TestDatabase.service).ledger(of: file.number, for: officer)
      ledger += lines.map { "\($0.code.rawValue) \($0.amount?.yuan ?? "-")" }
    }
    return (states, ledger)
  }

  private func request(_ step: PublishedJourney.Step) throws -> CaseFileRequest {
    let parties = try journey.respondents.map { name in
      Party(role: .respondent, kind: .unstated, name: try Line(wire: name), identityNumber: nil)
    }
    let amounts = Amounts(
      turnover: try journey.turnover.map { try Yuan(wire: $0) }, gainsGross: nil, gainsNet: nil, gainsUnstated: nil,
      goodsValue: try journey.goodsValue.map { try Yuan(wire: $0) })
    return CaseFileRequest(
      ipType: journey.ipType, summary: try Line(wire: "公开案例\(journey.key)"), leadSource: .other,
      leadOn: try When(wire: step.day), channel: .other, place: nil, town: nil, simple: nil, parties: parties,
      rights: nil, goods: nil, amounts: amounts, proceeding: OpeningRequest(kind: step.kind, facts: step.facts))
  }

  /// Sends what an officer with one of the rule's roles asks for, which must be granted.
  private func send(
    _ step: PublishedJourney.Step, _ rule: ActRule?, _ path: String, _ request: some Encodable
  ) async throws -> Client.Answer {
    let roles = try #require(rule, "\(step.kind) \(step.deed)").roles
    let role = [Role.clerk, .caseOfficer].first { roles.contains($0) } ?? .head
    let client = try await officer(step.agency, role).client
    let json = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    let answer = try await client.post(path, json: json)
    #expect(answer.status == 201, "\(journey.key) \(step.kind) \(step.deed) on \(step.day): \(answer.body)")
    return answer
  }

  /// The officer of the agency who has the role.
  private func officer(_ agency: String, _ role: Role) async throws -> (client: Client, officer: Officer) {
    let isHead = role == .head
    let login = "\(agency.lowercased()).\(isHead ? "head" : "desk")"
    if let known = signedIn[login] { return known }
    let officer =
      isHead
      ? try await Given.officer(agency, .reviewer, .head, login: login)
      : try await Given.officer(agency, .clerk, .caseOfficer, login: login)
    let one = (client: try await client.signedIn(officer), officer: officer)
    signedIn[login] = one
    return one
  }
}
