import Casework
import Law
import Postgres
import Secrets

/// Case files about to be kept in bulk, as rows of each table. For measuring on a register of a real size: what acts
/// and triggers would see to is written as they would have left it, docket digests and access rows included.
public struct Filling: Sendable {
  /// A case file with everything in it.
  public struct File: Sendable {
    /// Key.
    public var id: Int64
    /// Kind of right.
    public var ipType: IPType
    /// Code of the agency that has it.
    public var owner: String
    /// What it is about.
    public var summary: String
    /// Which procedure; of a file, its latest.
    public var kind: ProceedingKind
    /// Its state.
    public var state: String
    /// How the lead came.
    public var leadSource: LeadSource
    /// Where the goods were offered.
    public var channel: Channel?
    /// Where.
    public var place: String
    /// Code of the town.
    public var town: String?
    /// Turnover, gains gross, net and unstated, value of the goods, in fen.
    public var amounts: [Int64?]
    /// Whether it is handled by summary procedure.
    public var isSimple: Bool
    /// The officer who logged it and acts in it.
    public var officer: Int64
    /// When it was logged.
    public var loggedAt: Instant
    /// Its parties.
    public var parties: [Person]
    /// Its rights.
    public var rights: [(number: String?, name: String)]
    /// Its goods.
    public var goods: [(name: String, quantity: Int, unit: String, fen: Int64)]
    /// Its proceedings, the first one first.
    public var proceedings: [Course]

    /// A file of which only the head is known yet.
    public init(id: Int64, owner: String, officer: Int64, loggedAt: Instant) {
      (self.id, self.owner, self.officer, self.loggedAt) = (id, owner, officer, loggedAt)
      (ipType, kind, state, leadSource) = (.trademark, .penalty, "lead", .inspection)
      (summary, place, isSimple, amounts) = ("", "", false, [nil, nil, nil, nil, nil])
      (parties, rights, goods, proceedings) = ([], [], [], [])
    }
  }

  /// A party.
  public struct Person: Sendable {
    /// Its part.
    public var role: Party.Role
    /// What it is.
    public var kind: Party.Kind
    /// Its name.
    public var name: String
    /// Its unified social credit code.
    public var code: String?

    /// Names a party.
    public init(_ role: Party.Role, _ kind: Party.Kind, _ name: String, code: String? = nil) {
      (self.role, self.kind, self.name, self.code) = (role, kind, name, code)
    }
  }

  /// A proceeding with its docket and its clocks.
  public struct Course: Sendable {
    /// Which procedure; of a file, its latest.
    public var kind: ProceedingKind
    /// Its state.
    public var state: String
    /// The position in the file of the proceeding it follows from.
    public var origin: Int?
    /// Its acts, the first one first.
    public var steps: [Step]
    /// Its clocks.
    public var clocks: [Timer]

    /// A proceeding that nothing was done in yet.
    public init(_ kind: ProceedingKind, state: String, origin: Int? = nil) {
      (self.kind, self.state, self.origin, steps, clocks) = (kind, state, origin, [], [])
    }
  }

  /// An act.
  public struct Step: Sendable {
    /// Which act.
    public var act: String
    /// What it means for statistics.
    public var milestone: Milestone?
    /// When.
    public var day: Day
    /// What it says.
    public var facts: [(name: String, text: String)]
    /// The fine, in fen.
    public var fine: Int64?

    /// An act of that day.
    public init(
      _ act: String, _ milestone: Milestone?, on day: Day, _ facts: [(name: String, text: String)] = [],
      fine: Int64? = nil
    ) {
      (self.act, self.milestone, self.day, self.facts, self.fine) = (act, milestone, day, facts, fine)
    }
  }

  /// A clock of the owner's; steps by their position in the course.
  public struct Timer: Sendable {
    /// The rule.
    public var rule: String
    /// The step that started it.
    public var startedBy: Int
    /// The step that ended it.
    public var endedBy: Int?
    /// When it ends.
    public var reckoning: Reckoning

    /// A clock that a step started.
    public init(_ rule: String, startedBy: Int, endedBy: Int?, _ reckoning: Reckoning) {
      (self.rule, self.startedBy, self.endedBy, self.reckoning) = (rule, startedBy, endedBy, reckoning)
    }
  }

  /// Keys that each file may use in every table, so that files can be made in any order and at the same time.
  static let keysPerFile: Int64 = 256

  /// The rows of each table, in the order of `FilledTable`.
  var rows: [BinaryRows]

  /// Nothing yet.
  public init() {
    rows = FilledTable.allCases.map { BinaryRows(columns: $0.columns.count, capacity: 1 << 20) }
  }

  /// Adds a file.
  public mutating func add(_ file: File) {
    addHead(file)
    add(.access) { rows in
      rows.text(file.owner)
      rows.bigint(file.id)
      rows.text("owner")
      for _ in 0..<2 { rows.timestamp(file.loggedAt.microseconds) }
    }
    if !file.isSimple {
      add(.access) { rows in
        rows.text("PRO")
        rows.bigint(file.id)
        rows.text("supervision")
        for _ in 0..<2 { rows.timestamp(file.loggedAt.microseconds) }
      }
    }
    addParticulars(file)
    addDocket(file)
  }

  mutating func add(_ table: FilledTable, _ write: (inout BinaryRows) -> Void) {
    rows[table.rawValue].begin()
    write(&rows[table.rawValue])
  }

  private mutating func addHead(_ file: File) {
    let respondents = file.parties.filter { $0.role == .respondent }.map(\.name).joined(separator: "、")
    let searchable = SearchText(
      [file.summary] + file.parties.map(\.name) + file.rights.map(\.name) + file.rights.compactMap(\.number)
        + file.goods.map(\.name) + [file.place])
    let due = file.proceedings.flatMap(\.clocks).filter { $0.endedBy == nil }.compactMap(\.reckoning.dueAt).min()
    let entries = file.proceedings.reduce(0) { $0 + $1.steps.count }
    add(.caseFile) { rows in
      rows.bigint(file.id)
      rows.smallint(file.loggedAt.day().year)
      rows.text(file.ipType.rawValue)
      rows.text(file.owner)
      rows.timestamp(file.loggedAt.microseconds)
      rows.text(file.summary)
      rows.text(respondents)
      rows.text("\(file.kind.rawValue)/\(file.state)")
      rows.text(file.leadSource.rawValue)
      rows.text(file.channel?.rawValue)
      rows.text(file.place)
      rows.text(file.town)
      for amount in file.amounts { rows.bigint(amount) }
      rows.boolean(file.isSimple)
      rows.int(entries)
      rows.bigint(file.officer)
      rows.timestamp(file.loggedAt.microseconds)
      rows.text(searchable.text)
      rows.array(searchable.grams)
      rows.array(file.isSimple ? [file.owner] : [file.owner, "PRO"].sorted())
      rows.timestamp(due?.microseconds)
    }
  }

  private mutating func addParticulars(_ file: File) {
    for party in file.parties {
      add(.party) { rows in
        rows.bigint(file.id)
        rows.text(party.role.rawValue)
        rows.text(party.kind.rawValue)
        rows.text(party.name)
        rows.text(party.code.map { _ in "uscc" })
        rows.text(party.code)
      }
    }
    for right in file.rights {
      add(.right) { rows in
        rows.bigint(file.id)
        rows.text(file.ipType.rawValue)
        rows.text(right.number)
        rows.text(right.name)
      }
    }
    for item in file.goods {
      add(.goods) { rows in
        rows.bigint(file.id)
        rows.text(item.name)
        rows.numeric(item.quantity)
        rows.text(item.unit)
        rows.bigint(item.fen)
        rows.text("marked")
      }
    }
  }
}
