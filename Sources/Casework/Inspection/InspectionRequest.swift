import Law

/// What it takes to plan a random inspection. The one shape in which JSON and the form ask for it.
public struct InspectionRequest: Codable, Sendable, Equatable {
  /// What it is called.
  public var title: Line
  /// What is inspected.
  public var scope: InspectionPlan.Scope
  /// Whether targets are listed by a condition.
  public var kind: InspectionPlan.Kind
  /// That condition.
  public var condition: Line?
  /// How many targets are drawn.
  public var sample: SampleSize
  /// How many inspectors go to each; two if absent.
  public var team: Line?
  /// Among whom is drawn.
  public var targets: [InspectionTarget]
  /// Who inspects.
  public var inspectors: [Inspector]
  /// Who must not inspect whom.
  public var conflicts: [InspectionConflict]?

  /// Asks for a plan.
  public init(
    title: Line, scope: InspectionPlan.Scope, kind: InspectionPlan.Kind, condition: Line? = nil, sample: SampleSize,
    team: Line? = nil, targets: [InspectionTarget], inspectors: [Inspector], conflicts: [InspectionConflict]? = nil
  ) {
    (self.title, self.scope, self.kind, self.condition) = (title, scope, kind, condition)
    (self.sample, self.team, self.targets) = (sample, team, targets)
    (self.inspectors, self.conflicts) = (inspectors, conflicts)
  }

  /// The lists, if `officer` may plan with them.
  ///
  /// - Throws: `role.missing`, `inspection.no-power`, `inspection.condition`, `inspection.team`, and what the lists are
  ///   refused for.
  public func checked(by officer: Officer) throws(Refusal) -> InspectionLists {
    try officer.requireOne(of: InspectionPlan.planners)
    guard officer.mayPenalise else {
      throw Refusal(.forbidden, "inspection.no-power", ["agency": .agency(officer.agency)])
    }
    if kind == .directed, condition == nil {
      throw Refusal(
        .invalid, "inspection.condition", field: "condition",
        citation: Citation(key: "enterprise-spot-check-measures@5"))
    }
    let size = team.map { Int($0.wire) ?? 0 } ?? InspectionLists.teams.lowerBound
    return try InspectionLists(
      targets: targets, inspectors: inspectors, conflicts: conflicts ?? [], sample: sample, team: size)
  }
}
