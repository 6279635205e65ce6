import Law

/// What became of a target that was drawn (检查结果).
public struct InspectionResult: Sendable, Equatable {
  /// What was found.
  public enum Category: String, Sendable, Codable, CaseIterable {
    /// 未发现问题
    case noProblem = "no-problem"
    /// 发现问题已责令改正
    case corrected
    /// 发现问题待后续处理
    case pending
    /// 通过登记的住所或者经营场所无法联系
    case unreachable
    /// 不配合检查
    case uncooperative
    /// 未发现开展本次抽查涉及的经营活动
    case inactive
  }

  /// The pick.
  public let pick: Draw.Pick
  /// The last day of the inspection (检查结束之日).
  public var endedOn: Day?
  /// What was found.
  public var category: Category?
  /// The problem found.
  public var problem: String?
  /// The day on which the result was recorded.
  public var recordedOn: Day?
  /// The day on which it was published.
  public var publishedOn: Day?
  /// Where.
  public var address: String?
  /// The case file that it led to.
  public var followUp: CaseNumber?

  /// Describes a result; of a pick alone, that nothing is known yet.
  public init(
    _ pick: Draw.Pick, endedOn: Day? = nil, category: Category? = nil, problem: String? = nil, recordedOn: Day? = nil,
    publishedOn: Day? = nil, address: String? = nil, followUp: CaseNumber? = nil
  ) {
    (self.pick, self.endedOn, self.category, self.problem) = (pick, endedOn, category, problem)
    (self.recordedOn, self.publishedOn, self.address) = (recordedOn, publishedOn, address)
    self.followUp = followUp
  }
}

/// What it takes to record something about a target that was drawn. What is left out stays as it is.
public struct InspectionResultRequest: Codable, Sendable, Equatable {
  /// The target's number.
  public var target: Line
  /// The last day of the inspection.
  public var endedOn: When?
  /// What was found.
  public var category: InspectionResult.Category?
  /// The problem found.
  public var problem: Prose?
  /// The day on which the result was published.
  public var publishedOn: When?
  /// Where.
  public var address: Line?
  /// Number of the case file that it led to.
  public var followUp: CaseNumber?

  /// Asks to record it.
  public init(
    target: Line, endedOn: When? = nil, category: InspectionResult.Category? = nil, problem: Prose? = nil,
    publishedOn: When? = nil, address: Line? = nil, followUp: CaseNumber? = nil
  ) {
    (self.target, self.endedOn, self.category, self.problem) = (target, endedOn, category, problem)
    (self.publishedOn, self.address, self.followUp) = (publishedOn, address, followUp)
  }
}

extension InspectionResult {
  /// The result with what `request` adds. What is on record is not changed.
  ///
  /// - Parameter drawnAt: When the draw was run.
  /// - Throws: `role.missing`, `inspection.nothing`, `inspection.recorded`, `clock.day-needed`, `date.future`,
  ///   `inspection.before-draw`, `inspection.not-ended`, `inspection.problem`, `inspection.no-result`,
  ///   `date.before-last-act`.
  public func adding(
    _ request: InspectionResultRequest, by officer: Officer, drawnAt: Instant, today: Day
  ) throws(Refusal) -> InspectionResult {
    try officer.requireOne(of: InspectionPlan.planners)
    let (ended, published) = (
      try Self.day(request.endedOn, "endedOn", today), try Self.day(request.publishedOn, "publishedOn", today)
    )
    var result = self
    try Self.set(&result.endedOn, to: ended, "endedOn")
    try Self.set(&result.category, to: request.category, "category")
    try Self.set(&result.problem, to: request.problem?.wire, "problem")
    try Self.set(&result.publishedOn, to: published, "publishedOn")
    try Self.set(&result.address, to: request.address?.wire, "address")
    try Self.set(&result.followUp, to: request.followUp, "followUp")
    if result == self { throw Refusal(.invalid, "inspection.nothing") }
    if let ended, ended < drawnAt.day() {
      throw Refusal(
        .invalid, "inspection.before-draw", field: "endedOn", ["day": .text(drawnAt.day().description)])
    }
    if result.category != nil, result.endedOn == nil {
      throw Refusal(.notAllowed, "inspection.not-ended", field: "endedOn")
    }
    if let category = result.category, category != .noProblem, category != .inactive, result.problem == nil {
      throw Refusal(.invalid, "inspection.problem", field: "problem")
    }
    if result.category == nil, let field = result.afterResult {
      throw Refusal(.notAllowed, "inspection.no-result", field: field)
    }
    if let published, let end = result.endedOn, published < end {
      throw Refusal(.invalid, "date.before-last-act", field: "publishedOn", ["day": .text(end.description)])
    }
    if category == nil, result.category != nil { result.recordedOn = today }
    return result
  }

  /// What is on record and must follow a result.
  private var afterResult: String? {
    if problem != nil { return "problem" }
    if publishedOn != nil { return "publishedOn" }
    if address != nil { return "address" }
    return followUp == nil ? nil : "followUp"
  }

  private static func day(_ when: When?, _ field: String, _ today: Day) throws(Refusal) -> Day? {
    guard let when else { return nil }
    guard let day = when.day.exact else { throw Refusal(.invalid, "clock.day-needed", field: field) }
    guard day <= today else { throw Refusal(.invalid, "date.future", field: field) }
    return day
  }

  private static func set<Value: Equatable>(
    _ value: inout Value?, to new: Value?, _ field: String
  ) throws(Refusal) {
    guard let new else { return }
    if let old = value, old != new { throw Refusal(.notAllowed, "inspection.recorded", field: field) }
    value = new
  }
}

/// A random inspection with what became of it.
public struct Inspection: Sendable, Equatable {
  /// The plan.
  public let plan: InspectionPlan
  /// A result for each target drawn, in the order of the draw.
  public let results: [InspectionResult]

  /// Describes one.
  public init(plan: InspectionPlan, results: [InspectionResult]) { (self.plan, self.results) = (plan, results) }
}
