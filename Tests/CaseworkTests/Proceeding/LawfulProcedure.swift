import Casework
import Law
import Testing

/// A procedure as the research notes on the law have it.
struct LawfulProcedure: Sendable, CustomTestStringConvertible {
  let kind: ProceedingKind
  /// Every state, the first one first.
  let states: [String]
  /// Every act after the opening.
  let acts: [LawfulAct]
  /// The opening: who opens it, and with what.
  let opening: LawfulAct
  /// Whom it follows from in the samples.
  let origin: Proceeding?
  /// The agency that has the file.
  let owner: AgencyCode
  /// The agency that conducts it.
  let conductor: AgencyCode
  /// The agency that is to answer.
  let receiver: AgencyCode?
  /// The intellectual property concerned.
  let ipType: IPType
  /// Every proceeding of the file.
  let others: [Sibling]

  init(
    _ kind: ProceedingKind, states: [String], opening: LawfulAct, origin: Proceeding? = nil,
    owner: AgencyCode = Sample.bureau, conductor: AgencyCode? = nil, receiver: AgencyCode? = nil,
    ipType: IPType = .trademark, others: [Sibling] = [], acts: [LawfulAct]
  ) {
    (self.kind, self.states, self.opening, self.origin) = (kind, states, opening, origin)
    (self.owner, self.conductor, self.receiver) = (owner, conductor ?? owner, receiver)
    (self.ipType, self.others, self.acts) = (ipType, others, acts)
  }

  var testDescription: String { kind.rawValue }

  /// A proceeding of the kind in that state, with what `act` needs to have been recorded, and suspended where it resumes.
  func proceeding(_ state: String, for act: LawfulAct? = nil) -> Proceeding {
    let lasting = act?.act == "resume" ? act?.facts["pause"].flatMap(Exclusion.Kind.init(rawValue:)) : nil
    return Proceeding(
      id: 1, kind: kind, state: state, agency: conductor, receiver: receiver, handledBy: [],
      pausedFor: Set([lasting].compactMap(\.self)), known: act?.known ?? [:])
  }

  /// Its file.
  var file: CaseFileState { file(with: []) }

  /// Its file, with what `act` needs beside the proceeding.
  func file(for act: LawfulAct) -> CaseFileState { file(with: act.beside) }

  private func file(with more: [Sibling]) -> CaseFileState {
    CaseFileState(
      id: 1, number: Sample.sure { try CaseNumber(wire: "2026-000001") }, owner: owner, revision: 3,
      openReferral: nil, ipType: ipType, others: others + more)
  }
}
