import Law

/// The yearly self-assessment (自评估) of the plan: what was reported of each task for the year, and how each target
/// stands.
///
/// Basis: the district's plan of 2022-09-30, section 三(三).
public struct SelfAssessment: Sendable, Equatable {
  /// A target and its standing.
  public struct Standing: Sendable, Equatable {
    /// The target.
    public let target: PlanTarget
    /// Every figure recorded, oldest first.
    public let measurements: [PlanMeasurement]
    /// The year.
    public let year: Int
    /// How it stands in the year.
    public let reading: PlanTarget.Reading

    /// Reads the figures of a target in a year.
    public init(_ target: PlanTarget, _ measurements: [PlanMeasurement], in year: Int) {
      (self.target, self.measurements, self.year) = (target, measurements, year)
      reading = target.reading(of: measurements.byYear, in: year)
    }
  }

  /// The year.
  public let year: Int
  /// The tasks, each with the latest report of each agency for the year.
  public let tasks: [PlanTask]
  /// The targets.
  public let targets: [Standing]

  /// Puts it together.
  public init(year: Int, tasks: [PlanTask], targets: [Standing]) {
    (self.year, self.tasks, self.targets) = (year, tasks, targets)
  }
}
