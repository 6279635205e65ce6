import Casework
import Law

extension Sample {
  /// A proceeding of police, procuratorate or court.
  static func standing(
    _ kind: ProceedingKind, _ state: String, by agency: AgencyCode, receiver: AgencyCode? = nil,
    known: [String: String] = [:], pausedFor: Set<Exclusion.Kind> = []
  ) -> Proceeding {
    Proceeding(
      id: 1, kind: kind, state: state, agency: agency, receiver: receiver, handledBy: [], pausedFor: pausedFor,
      known: known)
  }

  /// What it would follow from.
  static func origin(_ kind: ProceedingKind, _ state: String, known: [String: String] = [:]) -> Proceeding {
    Proceeding(id: 5, kind: kind, state: state, agency: bureau, receiver: nil, handledBy: [], known: known)
  }
}
