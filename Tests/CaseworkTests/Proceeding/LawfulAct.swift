import Casework
import Testing

/// An act as the research notes on the law have it: the tests' own reckoning, not the program's.
struct LawfulAct: Sendable, CustomTestStringConvertible {
  let act: String
  let from: [String]
  /// `nil` where the act leaves the state as it is.
  let to: String?
  let side: AgencyCode
  let roles: Set<Role>
  let facts: [String: String]
  /// What earlier acts must have recorded for it.
  let known: [String: String]
  /// What else must be in the file for it, latest last.
  let beside: [Sibling]

  init(
    _ act: String, from: [String], to: String?, side: AgencyCode = Sample.bureau, by roles: Set<Role>,
    _ facts: [String: String] = [:], known: [String: String] = [:], beside: [Sibling] = []
  ) {
    (self.act, self.from, self.to, self.side, self.roles) = (act, from, to, side, roles)
    (self.facts, self.known, self.beside) = (facts, known, beside)
  }

  var testDescription: String { act }

  /// An officer of the agency whose turn it is, with one of the roles it takes.
  func officer(_ role: Role? = nil) -> Officer {
    Officer(
      id: 7, login: "ce.shi", name: "测试员", agency: side, agencyKind: Sample.kind(of: side),
      roles: role.map { [$0] } ?? Set(roles.sorted().prefix(1)))
  }

  /// The names of those of `acts` that `state` allows, in order.
  static func allowed(_ acts: [LawfulAct], in state: String) -> [String] {
    acts.filter { $0.from.contains(state) }.map(\.act)
  }
}
