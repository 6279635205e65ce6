import Law

/// A figure measured for a target of the plan. Recorded once and never changed: a correction is another one.
public struct PlanMeasurement: Sendable, Equatable {
  /// Key; the later of two for the same day corrects the earlier.
  public let id: Int64
  /// Key of the target.
  public let target: String
  /// The year or day for which it holds.
  public let asOf: PartialDay
  /// The figure, in the unit in which the target is measured.
  public let value: Quantity
  /// Where it comes from.
  public let source: String
  /// The agency that recorded it.
  public let agency: AgencyCode
  /// The officer's name.
  public let officer: String
  /// When.
  public let recordedAt: Instant

  /// Describes one.
  public init(
    id: Int64, target: String, asOf: PartialDay, value: Quantity, source: String, agency: AgencyCode, officer: String,
    recordedAt: Instant
  ) {
    (self.id, self.target, self.asOf, self.value) = (id, target, asOf, value)
    (self.source, self.agency, self.officer, self.recordedAt) = (source, agency, officer, recordedAt)
  }
}

extension [PlanMeasurement] {
  /// The figure that counts for each year: that of the latest day in it, and of two for one day the one recorded last.
  public var byYear: [Int: Quantity] {
    var latest: [Int: PlanMeasurement] = [:]
    for measurement in sorted(by: { ($0.asOf.last, $0.id) < ($1.asOf.last, $1.id) }) {
      latest[measurement.asOf.last.year] = measurement
    }
    return latest.mapValues(\.value)
  }
}

/// What it takes to record a figure.
public struct PlanMeasurementRequest: Codable, Sendable, Equatable {
  /// Key of the target.
  public var target: Line
  /// The year or day for which it holds.
  public var asOf: When
  /// The figure, in the unit in which the target is measured.
  public var value: Quantity
  /// Where it comes from: a paper, a register, a web page.
  public var source: Line

  /// Records a figure.
  public init(target: Line, asOf: When, value: Quantity, source: Line) {
    (self.target, self.asOf, self.value, self.source) = (target, asOf, value, source)
  }

  /// Checks that `officer` may record this for `target`, as far as the officer is concerned.
  ///
  /// - Throws: `role.missing`, `date.future`, `plan.year`.
  public func check(for target: PlanTarget, by officer: Officer, on today: Day) throws(Refusal) {
    try officer.requireOne(of: PlanProgressRequest.reporters)
    guard asOf.day.last <= today else { throw Refusal(.invalid, "date.future", field: "asOf") }
    // Growth is measured against the year before; what came before that is no business of the plan.
    guard asOf.day.last.year >= target.years.lowerBound - 1 else {
      throw Refusal(.invalid, "plan.year", field: "asOf", ["year": .text(String(target.years.lowerBound - 1))])
    }
  }
}
