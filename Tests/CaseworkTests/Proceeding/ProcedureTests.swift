import Casework
import Law
import Testing

extension LawfulProcedure {
  /// Every procedure but penalty and referral, which have suites of their own.
  static let all: [LawfulProcedure] = [
    .summary, .measure, .hearing, .execution, .review, .adjudication, .mediation, .confirmation, .complaint, .tip,
    .assistance, .customs, .criminal, .arrest, .prosecution, .filingSupervision, .opinion, .criminalTrial, .civil,
    .administrativeTrial, .publicity, .listing, .finding, .repair, .exclusion, .agencySupervision, .workOrder, .task,
    .transfer, .support,
  ]
}

@Suite struct ProcedureTests {
  @Test func everyProcedureHasItsTable() {
    let machines = ProceedingKind.allCases.filter { $0.procedure != nil && $0 != .penalty && $0 != .referral }
    #expect(LawfulProcedure.all.map(\.kind) == machines)
  }

  @Test(arguments: LawfulProcedure.all) func itsStatesAreThoseOfTheLaw(table: LawfulProcedure) throws {
    let procedure = try #require(table.kind.procedure)
    #expect(procedure.kind == table.kind)
    #expect(procedure.initial == table.states.first)
    #expect(Set(procedure.states) == Set(table.states))
  }

  @Test(arguments: LawfulProcedure.all)
  func everyActIsGrantedFromEveryStateThatAllowsIt(table: LawfulProcedure) throws {
    for act in table.acts {
      for state in act.from {
        for role in act.roles {
          let step = try table.proceeding(state, for: act).step(
            Sample.request(act.act, act.facts), by: act.officer(role), in: table.file(for: act), on: Sample.today,
            Surroundings(origin: table.origin))
          #expect(step.to == act.to ?? state, "\(act.act) in \(state)")
        }
      }
    }
  }

  @Test(arguments: LawfulProcedure.all)
  func everyOtherActIsRefusedAndTheAllowedOnesAreNamed(table: LawfulProcedure) throws {
    for act in table.acts {
      let here = table.acts.filter { $0.act == act.act }.flatMap(\.from)
      for state in table.states where !here.contains(state) {
        let refused = Sample.refused(
          table.proceeding(state, for: act), act.act, act.facts, by: act.officer(), in: table.file)
        let allowed = LawfulAct.allowed(table.acts, in: state)
        #expect(refused?.code == (allowed.isEmpty ? "act.ended" : "act.not-now"), "\(act.act) in \(state)")
        guard case .terms(let terms)? = refused?.arguments["allowed"] else { continue }
        #expect(Set(terms) == Set(allowed.map { "act.\(table.kind.rawValue).\($0)" }), "\(act.act) in \(state)")
      }
    }
  }

  @Test(arguments: LawfulProcedure.all) func nobodyElseTakesAnAct(table: LawfulProcedure) throws {
    for act in table.acts {
      let state = try #require(act.from.first)
      for role in Role.allCases where !act.roles.contains(role) {
        let refused = Sample.refused(
          table.proceeding(state, for: act), act.act, act.facts, by: act.officer(role), in: table.file)
        #expect(refused?.kind == .forbidden, "\(act.act) by \(role)")
      }
      let stranger = Officer(
        id: 8, login: "lu.ren", name: "路人", agency: Sample.stranger, agencyKind: Sample.kind(of: act.side),
        roles: Set(Role.allCases))
      let refused = Sample.refused(
        table.proceeding(state, for: act), act.act, act.facts, by: stranger, in: table.file)
      #expect(refused?.kind == .forbidden, "\(act.act) by a stranger")
    }
  }

  @Test(arguments: LawfulProcedure.all) func itsOpeningIsGrantedToWhomTheLawNames(table: LawfulProcedure) throws {
    let procedure = try #require(table.kind.procedure)
    for role in Role.allCases {
      let request = OpeningRequest(
        kind: table.kind, happenedOn: try When(wire: "2026-11-05"), facts: table.opening.facts,
        origin: table.origin?.id)
      let officer = table.opening.officer(role)
      let refused = refusal { () throws(Refusal) in
        _ = try request.opening(
          in: table.file, by: officer, today: Sample.today, Surroundings(origin: table.origin))
      }
      #expect((refused == nil) == table.opening.roles.contains(role), "\(role): \(refused?.code ?? "granted")")
    }
    #expect(procedure.opening.act == table.opening.act)
  }

  @Test(arguments: LawfulProcedure.all) func whatIsNotOverHasANextAct(table: LawfulProcedure) throws {
    let procedure = try #require(table.kind.procedure)
    for state in procedure.states where !procedure.finalStates.contains(state) {
      #expect(procedure.rules(in: state).contains { $0.to != nil })
    }
    for rule in procedure.rules where rule.to.map(procedure.finalStates.contains) == true {
      let starts = procedure.acts.contains { !$0.clocks.isEmpty }
      #expect(!starts || rule.clocks.contains(.endAll), "\(rule.act) leaves clocks running")
    }
  }
}
