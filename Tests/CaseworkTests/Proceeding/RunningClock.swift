import Casework
import Law

extension Sample {
  /// What is read where one clock of a proceeding runs until the end of `day`.
  static func running(_ rule: String, until day: String, of kind: ProceedingKind) -> Surroundings {
    Surroundings(clocks: [
      Clock(
        id: 1, proceeding: 1, kind: kind, rule: rule, from: nil, startedBy: 1, liable: .owner, agency: bureau,
        dueDay: Day(day), dueAt: nil, outerAt: nil, isProvisional: false, problem: nil, grants: [], pauses: [],
        outcome: nil, endedOn: nil)
    ])
  }
}
