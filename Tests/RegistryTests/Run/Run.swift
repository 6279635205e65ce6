import Casework
import Testing

/// A complete run of a proceeding with the due days that its clocks must have, reckoned by hand from the law.
struct Run: Sendable, CustomTestStringConvertible {
  /// One step: an act of a proceeding of the file, or the opening of one.
  struct Step: Sendable {
    let kind: ProceedingKind
    /// `nil` opens a proceeding of the kind.
    let act: String?
    let agency: String
    let role: Role
    let day: String
    let facts: [String: String]
    /// The kind that an opening follows from.
    let origin: ProceedingKind?

    /// An act.
    static func act(
      _ act: String, of kind: ProceedingKind, by agency: String = "IPB", _ role: Role, on day: String,
      _ facts: [String: String] = [:]
    ) -> Step {
      Step(kind: kind, act: act, agency: agency, role: role, day: day, facts: facts, origin: nil)
    }

    /// An opening.
    static func open(
      _ kind: ProceedingKind, by agency: String = "IPB", _ role: Role, on day: String, _ facts: [String: String] = [:],
      from origin: ProceedingKind? = nil
    ) -> Step {
      Step(kind: kind, act: nil, agency: agency, role: role, day: day, facts: facts, origin: origin)
    }

    /// A referral of the file to the police, drafted.
    static func refer(by agency: String = "IPB", on day: String) -> Step {
      Step(kind: .referral, act: nil, agency: agency, role: .caseOfficer, day: day, facts: [:], origin: nil)
    }
  }

  let name: String
  let ipType: IPType
  /// The first step, with which the file is logged; always an opening.
  let begins: Step
  let steps: [Step]
  /// Kind and state of every proceeding at the end, in the order of opening: `complaint/settled`.
  let states: [String]
  /// Every clock in the order of its start: `P16 2026-11-30`, `P1 2026-09-18 satisfied 2026-09-01`.
  let clocks: [String]

  init(
    _ name: String, ipType: IPType = .trademark, begins: Step, steps: [Step], states: [String], clocks: [String]
  ) {
    (self.name, self.ipType, self.begins, self.steps) = (name, ipType, begins, steps)
    (self.states, self.clocks) = (states, clocks)
  }

  var testDescription: String { name }
}

extension Run {
  /// Every run.
  static let all: [Run] = [
    penaltyRuns, satelliteRuns, patentRuns, intakeRuns, justiceRuns, creditRuns, workRuns, taskRuns,
  ].flatMap(\.self)
}
