import Casework
import Registry

/// A random inspection as the form sends it: its lists are pasted as tables.
struct PastedInspection: Decodable {
  let title: Line
  let scope: InspectionPlan.Scope
  let kind: InspectionPlan.Kind
  let condition: Line?
  let sample: SampleSize
  let team: Line?
  let targets: String
  let inspectors: String
  let conflicts: String?

  /// What it asks for.
  ///
  /// - Throws: What the tables are refused for.
  func request() throws(Refusal) -> InspectionRequest {
    InspectionRequest(
      title: title, scope: scope, kind: kind, condition: condition, sample: sample, team: team,
      targets: try InspectionTable.targets(Array(targets.utf8)),
      inspectors: try InspectionTable.inspectors(Array(inspectors.utf8)),
      conflicts: try InspectionTable.conflicts(Array((conflicts ?? "").utf8)))
  }
}

/// What the form of a result sends: the target is in the address.
struct TypedResult: Decodable {
  let endedOn: When?
  let category: InspectionResult.Category?
  let problem: Prose?
  let publishedOn: When?
  let address: Line?
  let followUp: CaseNumber?

  /// What it asks for.
  func request(of target: Line) -> InspectionResultRequest {
    InspectionResultRequest(
      target: target, endedOn: endedOn, category: category, problem: problem, publishedOn: publishedOn,
      address: address, followUp: followUp)
  }
}

extension Refusal {
  /// The same refusal, blamed on the list as a whole where it is a member of one: lists are pasted in one piece.
  var onWholeList: Refusal {
    guard let first = field?.split(separator: ".").first, field?.contains(".") == true else { return self }
    return at(String(first))
  }
}
