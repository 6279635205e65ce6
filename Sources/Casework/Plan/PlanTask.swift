import Law

/// One of the sixteen tasks of the plan (主要任务), with the agencies that its bracket names.
///
/// Basis: the district's plan of 2022-09-30, section 二.
public struct PlanTask: Sendable, Equatable {
  /// What an agency has to do with a task, in the plan's own words.
  public enum Part: String, Sendable, Codable, CaseIterable {
    /// 牵头
    case lead
    /// 按职责牵头: one of several that lead, each in its own field.
    case jointLead = "joint-lead"
    /// 分工负责
    case share
    /// 按职责分工负责: a task of these has no lead.
    case shareByDuty = "share-by-duty"

    /// Whether the agency leads.
    public var leads: Bool { self == .lead || self == .jointLead }
  }

  /// An agency and its part.
  public struct Duty: Sendable, Equatable {
    /// The agency.
    public let agency: AgencyCode
    /// Its part.
    public let part: Part

    /// Names an agency for a part.
    public init(agency: AgencyCode, part: Part) { (self.agency, self.part) = (agency, part) }
  }

  /// Its number in the plan, 1 to 16.
  public let number: Int
  /// Its heading in Chinese.
  public let chinese: String
  /// The same in English.
  public let english: String
  /// The bracket that names the agencies, word for word.
  public let bracket: String
  /// The last day of the plan; the plan gives the task none of its own.
  public let endsOn: Day
  /// The agencies, leads first, in the order of the plan.
  public let duties: [Duty]
  /// The latest report of each agency, in the order of `duties`.
  public let reports: [PlanProgress]

  /// Describes a task.
  public init(
    number: Int, chinese: String, english: String, bracket: String, endsOn: Day, duties: [Duty],
    reports: [PlanProgress]
  ) {
    (self.number, self.chinese, self.english, self.bracket) = (number, chinese, english, bracket)
    (self.endsOn, self.duties, self.reports) = (endsOn, duties, reports)
  }

  /// The agencies that lead; none where each is responsible for its own share.
  public var leads: [AgencyCode] { duties.filter(\.part.leads).map(\.agency) }

  /// The agencies that take part without leading.
  public var participants: [AgencyCode] { duties.filter { !$0.part.leads }.map(\.agency) }

  /// How far it is, in per cent: as far as the slowest of those that lead, or of all where nobody does. Whoever has
  /// reported nothing stands at nought; `nil` where nobody has said how far.
  public var progress: Int? {
    let responsible = leads.isEmpty ? participants : leads
    let said = responsible.map { agency in reports.first { $0.agency == agency }?.percent }
    guard said.contains(where: { $0 != nil }) else { return nil }
    return said.map { $0 ?? 0 }.min()
  }

  /// How it stands at a glance.
  public func light(on today: Day) -> Light { Light(progress: progress, due: endsOn, on: today) }
}
