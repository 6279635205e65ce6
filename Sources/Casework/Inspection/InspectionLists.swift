/// The lists from which a random inspection is drawn (检查对象名录库、执法检查人员名录库), and how many are drawn.
///
/// Lists that are published cannot be changed unnoticed: their canonical text has a digest, the commitment. It is UTF-8,
/// every line ended by a line feed, the parts of a line parted by one tab:
///
/// ```
/// ipcase-inspection 1
/// draw    COUNT   TEAM
/// target  NAME    NUMBER  GROUP
/// inspector   NAME    CERTIFICATE
/// conflict    CERTIFICATE NUMBER
/// ```
///
/// A line for each target, inspector and conflict, in this order of kinds and within a kind in the order of the bytes.
public struct InspectionLists: Sendable, Equatable {
  /// The targets.
  public let targets: [InspectionTarget]
  /// The inspectors.
  public let inspectors: [Inspector]
  /// Who must not inspect whom.
  public let conflicts: [InspectionConflict]
  /// How many targets are drawn.
  public let count: Int
  /// How many inspectors go to each.
  public let team: Int

  /// How many targets or conflicts there may be, and how many inspectors.
  public static let (limit, inspectorLimit) = (10_000, 500)
  /// How many inspectors may go to a target; two are the fewest.
  ///
  /// Legal basis: 企业公示信息抽查办法 (2025) art. 9.
  public static let teams = 2...9
  /// The first line of the canonical text.
  static let heading = "ipcase-inspection 1"

  /// Checks the lists and puts them in order.
  ///
  /// - Throws: `list.too-long`, `inspection.team`, `inspection.twice`, `inspection.conflict`, `inspection.sample-large`,
  ///   `inspection.inspectors` if a target is left with too few inspectors, and what a target's number is refused for.
  public init(
    targets: [InspectionTarget], inspectors: [Inspector], conflicts: [InspectionConflict], sample: SampleSize,
    team: Int
  ) throws(Refusal) {
    for (field, size, limit) in [
      ("targets", targets.count, Self.limit), ("inspectors", inspectors.count, Self.inspectorLimit),
      ("conflicts", conflicts.count, Self.limit),
    ] where size > limit {
      throw Refusal(.invalid, "list.too-long", field: field, ["limit": .text(String(limit))])
    }
    guard Self.teams.contains(team) else { throw Refusal(.invalid, "inspection.team", field: "team") }
    var (read, numbers): ([InspectionTarget], Set<String>) = ([], [])
    for (index, target) in targets.enumerated() {
      do throws(Refusal) { read.append(try target.canonical()) } catch {
        throw error.at("targets.\(index).identityNumber")
      }
      guard numbers.insert(read[index].identityNumber.wire).inserted else {
        throw Self.twice(read[index].identityNumber, "targets.\(index).identityNumber")
      }
    }
    var certificates: Set<String> = []
    for (index, inspector) in inspectors.enumerated() where !certificates.insert(inspector.certificate.wire).inserted {
      throw Self.twice(inspector.certificate, "inspectors.\(index).certificate")
    }
    var barred: Set<InspectionConflict> = []
    for (index, conflict) in conflicts.enumerated() {
      guard let known = conflict.canonical, certificates.contains(known.certificate.wire),
        numbers.contains(known.identityNumber.wire)
      else {
        throw Refusal(
          .invalid, "inspection.conflict", field: "conflicts.\(index)",
          ["certificate": .text(conflict.certificate.wire), "number": .text(conflict.identityNumber.wire)])
      }
      barred.insert(known)
    }
    count = sample.count(of: read.count)
    guard (1...max(1, read.count)).contains(count), !read.isEmpty else {
      throw Refusal(
        .invalid, "inspection.sample-large", field: "sample",
        ["count": .text(String(count)), "total": .text(String(read.count))])
    }
    self.team = team
    self.targets = Self.ordered(read, by: \.line)
    self.inspectors = Self.ordered(inspectors, by: \.line)
    self.conflicts = Self.ordered(Array(barred), by: \.line)
    try checkTeams()
  }

  /// The canonical text.
  public var text: String {
    let lines = [Self.heading, "draw\t\(count)\t\(team)"] + targets.map(\.line) + inspectors.map(\.line)
    return (lines + conflicts.map(\.line)).map { "\($0)\n" }.joined()
  }

  /// The numbers of the targets that each inspector, named by certificate, must not inspect.
  var conflicting: [String: Set<String>] {
    Dictionary(grouping: conflicts) { $0.certificate.wire }.mapValues { Set($0.map(\.identityNumber.wire)) }
  }

  /// Whichever target is drawn, enough inspectors are free for it.
  private func checkTeams() throws(Refusal) {
    let barred = Dictionary(grouping: conflicts) { $0.identityNumber.wire }.mapValues(\.count)
    for target in targets {
      let free = inspectors.count - (barred[target.identityNumber.wire] ?? 0)
      guard free >= team else {
        throw Refusal(
          .notAllowed, "inspection.inspectors", field: "inspectors",
          ["target": .text(target.name.wire), "free": .text(String(free)), "team": .text(String(team))])
      }
    }
  }

  private static func ordered<Value>(_ values: [Value], by line: (Value) -> String) -> [Value] {
    values.map { (value: $0, line: line($0)) }
      .sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }.map(\.value)
  }

  private static func twice(_ number: Line, _ field: String) -> Refusal {
    Refusal(.invalid, "inspection.twice", field: field, ["number": .text(number.wire)])
  }
}

extension InspectionLists {
  /// Reads a canonical text.
  ///
  /// - Throws: `inspection.lists-text` for any text but the one that the lists in it have, and what the lists are refused
  ///   for.
  public init(text: String) throws(Refusal) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var (targets, inspectors, conflicts): ([InspectionTarget], [Inspector], [InspectionConflict]) = ([], [], [])
    var (sample, team): (SampleSize?, Int?) = (nil, nil)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (parts[0], parts.count) {
      case (Self.heading, 1) where index == 0: continue
      case ("draw", 3) where index == 1: (sample, team) = (try SampleSize(wire: parts[1]), Int(parts[2]))
      case ("target", 4):
        var target = InspectionTarget(name: try Line(wire: parts[1]), identityNumber: try Line(wire: parts[2]))
        if !parts[3].isEmpty { target.group = try Line(wire: parts[3]) }
        targets.append(target)
      case ("inspector", 3):
        inspectors.append(Inspector(name: try Line(wire: parts[1]), certificate: try Line(wire: parts[2])))
      case ("conflict", 3):
        conflicts.append(
          InspectionConflict(certificate: try Line(wire: parts[1]), identityNumber: try Line(wire: parts[2])))
      default: throw Refusal(.malformed, "inspection.lists-text", ["line": .text(String(index + 1))])
      }
    }
    guard let sample, let team else { throw Refusal(.malformed, "inspection.lists-text", ["line": .text("2")]) }
    try self.init(targets: targets, inspectors: inspectors, conflicts: conflicts, sample: sample, team: team)
    let own = self.text
    if !own.utf8.elementsEqual(text.utf8) {
      let others = own.split(separator: "\n", omittingEmptySubsequences: false)
      let same = zip(others, lines).prefix { $0.utf8.elementsEqual($1.utf8) }.count
      throw Refusal(.malformed, "inspection.lists-text", ["line": .text(String(same + 1))])
    }
  }
}
