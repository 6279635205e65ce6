import Law

/// A random inspection (双随机、一公开): drafted with its lists → committed → drawn → finished when every result is
/// published.
///
/// Legal basis: 市场主体登记管理条例 art. 38; 专利代理管理办法 (2019) art. 40; 企业公示信息抽查办法 (2025) art. 5, 9, 12.
public struct InspectionPlan: Sendable, Equatable {
  /// What is inspected (抽查事项).
  public enum Scope: String, Sendable, Codable, CaseIterable {
    /// 专利代理机构
    case patentAgency = "patent-agency"
    /// 商标代理机构
    case trademarkAgency = "trademark-agency"
    /// 市场主体登记事项
    case market
    /// 企业公示信息
    case enterprise
    /// 其他知识产权抽查事项
    case other

    /// The article by which targets are drawn at random; `nil` where none was read.
    public var citation: Citation? {
      switch self {
      case .patentAgency: Citation(key: "patent-agency-measures@40")
      case .market: Citation(key: "market-entity-regulation@38")
      case .enterprise: Citation(key: "enterprise-spot-check-measures@4")
      case .trademarkAgency, .other: nil
      }
    }

    /// The time limit within which a result must be recorded; `nil` where no text sets one.
    public var resultRule: String? { self == .enterprise ? "I-result" : nil }
  }

  /// How targets are listed.
  ///
  /// Legal basis: 企业公示信息抽查办法 (2025) art. 5.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 不定向抽查
    case undirected
    /// 定向抽查: by type, trade, nature, scale, term or place.
    case directed
  }

  /// How far it has come.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// 已制定计划
    case drafted
    /// 已公布承诺值
    case committed
    /// 已抽取
    case drawn
    /// 结果已全部公开
    case finished
  }

  /// The lists' digest, and who published it when.
  public struct Committed: Sendable, Equatable {
    /// The digest.
    public let commitment: Commitment
    /// When.
    public let at: Instant
    /// The officer's name.
    public let officer: String

    /// Describes it.
    public init(commitment: Commitment, at: Instant, officer: String) {
      (self.commitment, self.at, self.officer) = (commitment, at, officer)
    }
  }

  /// The seed of the draw, and who drew when.
  public struct Drawn: Sendable, Equatable {
    /// Seed, source, time and witness.
    public let request: DrawRequest
    /// When it was run.
    public let at: Instant
    /// The officer's name.
    public let officer: String

    /// Describes it.
    public init(request: DrawRequest, at: Instant, officer: String) {
      (self.request, self.at, self.officer) = (request, at, officer)
    }
  }

  /// Key.
  public let id: Int64
  /// The agency that inspects.
  public let agency: AgencyCode
  /// What it is called.
  public let title: String
  /// What is inspected.
  public let scope: Scope
  /// How targets are listed.
  public let kind: Kind
  /// The condition by which they are.
  public let condition: String?
  /// How many are drawn, as it was asked for.
  public let sample: SampleSize
  /// How many targets are listed.
  public let targetCount: Int
  /// How many inspectors.
  public let inspectorCount: Int
  /// How many inspectors go to each target.
  public let team: Int
  /// How far it has come.
  public let state: State
  /// When it was planned.
  public let createdAt: Instant
  /// The officer's name.
  public let createdBy: String
  /// The commitment; `nil` before it.
  public let committed: Committed?
  /// The draw; `nil` before it.
  public let drawn: Drawn?

  /// Describes a plan.
  public init(
    id: Int64, agency: AgencyCode, title: String, scope: Scope, kind: Kind, condition: String?, sample: SampleSize,
    targetCount: Int, inspectorCount: Int, team: Int, state: State, createdAt: Instant, createdBy: String,
    committed: Committed? = nil, drawn: Drawn? = nil
  ) {
    (self.id, self.agency, self.title, self.scope) = (id, agency, title, scope)
    (self.kind, self.condition, self.sample) = (kind, condition, sample)
    (self.targetCount, self.inspectorCount, self.team) = (targetCount, inspectorCount, team)
    (self.state, self.createdAt, self.createdBy) = (state, createdAt, createdBy)
    (self.committed, self.drawn) = (committed, drawn)
  }

  /// The roles that plan, and record results.
  public static let planners: Set<Role> = .intake
  /// The roles that commit to lists.
  public static let committers: Set<Role> = .heads
  /// The roles that draw.
  public static let drawers: Set<Role> = .handlersAndHeads

  /// How many targets are drawn.
  public var count: Int { sample.count(of: targetCount) }
}

extension InspectionPlan {
  /// Whether `officer` may commit to the lists now.
  ///
  /// - Throws: `role.missing`, `inspection.committed`.
  public func checkCommitting(by officer: Officer) throws(Refusal) {
    try officer.requireOne(of: Self.committers)
    if let committed {
      throw Refusal(.notAllowed, "inspection.committed", ["at": .text(committed.at.local)])
    }
  }

  /// The draw, if it may be run now.
  ///
  /// - Parameter lists: The lists as they are now.
  /// - Throws: `role.missing`, `inspection.drawn`, `inspection.uncommitted`, `inspection.seed-early`, `instant.future`,
  ///   `inspection.lists-changed`.
  public func draw(
    _ request: DrawRequest, from lists: InspectionLists, by officer: Officer, at now: Instant, _ sha256: SHA256
  ) throws(Refusal) -> Draw {
    try officer.requireOne(of: Self.drawers)
    if let drawn { throw Refusal(.notAllowed, "inspection.drawn", ["at": .text(drawn.at.local)]) }
    guard let committed else { throw Refusal(.notAllowed, "inspection.uncommitted") }
    try request.check(against: committed.at, at: now)
    return try Draw(from: lists, committedTo: committed.commitment, seed: request.seed, by: sha256)
  }

  /// When the result of an inspection that ended on `day` must be on record, if a text says so.
  ///
  /// Legal basis: 企业公示信息抽查办法 (2025) art. 12.
  public func resultDue(endedOn day: Day?, by book: LawBook) -> Due? {
    guard let day, let rule = scope.resultRule else { return nil }
    do throws(LawFault) { return try book.due(rule, Counting(from: .day(day))) } catch { return nil }
  }
}
