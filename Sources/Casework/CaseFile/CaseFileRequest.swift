import Law

/// What it takes to log a case file. The one shape in which JSON, the form and the command line ask for it.
public struct CaseFileRequest: Codable, Sendable, Equatable {
  /// The intellectual property concerned.
  public var ipType: IPType
  /// What it is about, in a line.
  public var summary: Line
  /// How the lead came.
  public var leadSource: LeadSource
  /// When it came; a month or a year where the day is not known.
  public var leadOn: When
  /// Where the goods were offered.
  public var channel: Channel?
  /// Place in words.
  public var place: Line?
  /// Town of the district.
  public var town: Town?
  /// Handled by summary procedure (简易程序).
  public var simple: Bool?
  /// The proceeding with which the file begins and the facts of its opening; a penalty's lead where absent.
  public var proceeding: OpeningRequest?
  /// What kind of violation, where the intellectual property alone does not say.
  public var matter: Matter?
  /// Marks for statistics.
  public var flags: [CaseFlag]?
  /// At least the respondent.
  public var parties: [Party]
  /// The rights concerned.
  public var rights: [Right]?
  /// The goods concerned.
  public var goods: [Goods]?
  /// The money concerned.
  public var amounts: Amounts?

  /// Asks for a case file.
  public init(
    ipType: IPType, summary: Line, leadSource: LeadSource, leadOn: When, channel: Channel?, place: Line?,
    town: Town?, simple: Bool?, parties: [Party], rights: [Right]?, goods: [Goods]?, amounts: Amounts?,
    proceeding: OpeningRequest? = nil
  ) {
    self.proceeding = proceeding
    (self.ipType, self.summary, self.leadSource, self.leadOn) = (ipType, summary, leadSource, leadOn)
    (self.channel, self.place, self.town, self.simple) = (channel, place, town, simple)
    (self.parties, self.rights, self.goods, self.amounts) = (parties, rights, goods, amounts)
  }

  /// How many parties, rights or goods one request may carry.
  public static let listLimit = 200

  /// The kind of proceeding with which the file begins.
  public var kind: ProceedingKind { proceeding?.kind ?? (simple == true ? .summary : .penalty) }

  /// The request, if `officer` may log it on `today`.
  ///
  /// - Throws: `role.missing`, `case.no-power`, `party.no-respondent`, `list.too-long`, `date.future`, and what a party's or right's own
  ///   number is refused for, with the field named.
  public func checked(by officer: Officer, on today: Day) throws(Refusal) {
    if kind == .penalty {
      try officer.requireOne(of: .intake)
      guard officer.mayPenalise else { throw Refusal(.forbidden, "case.no-power", ["agency": .agency(officer.agency)]) }
    }
    guard leadOn.day.first <= today else { throw Refusal(.invalid, "date.future", field: "leadOn") }
    guard parties.contains(where: { $0.role == .respondent }) else {
      throw Refusal(.invalid, "party.no-respondent", field: "parties")
    }
    try checkLists()
  }

  /// The step with which the file begins.
  ///
  /// - Throws: What `OpeningRequest.beginning` throws, each field below `proceeding`.
  public func beginning(by officer: Officer, today: Day, _ around: Surroundings) throws(Refusal) -> Step {
    let file = CaseFileState(
      id: 0, number: CaseNumber(kept: ""), owner: officer.agency, revision: 0, openReferral: nil, ipType: ipType,
      respondents: parties.filter { $0.role == .respondent }.map(\.name.wire))
    var asked = proceeding ?? OpeningRequest(kind: kind)
    asked.kind = kind
    do throws(Refusal) { return try asked.beginning(file, on: leadOn.day, by: officer, today: today, around) } catch {
      guard let field = error.field, field != "happenedOn" else { throw error }
      throw error.at("proceeding.\(field)")
    }
  }

  /// Checks every number that carries its own check digit.
  func checkLists() throws(Refusal) {
    try Self.checkLists(parties: parties, rights: rights ?? [], goods: goods ?? [])
  }

  static func checkLists(parties: [Party], rights: [Right], goods: [Goods]) throws(Refusal) {
    for (field, count) in [("parties", parties.count), ("rights", rights.count), ("goods", goods.count)]
    where count > Self.listLimit {
      throw Refusal(.invalid, "list.too-long", field: field, ["limit": .text(String(Self.listLimit))])
    }
    for (index, party) in parties.enumerated() {
      do throws(Refusal) { _ = try party.identity() } catch { throw error.at("parties.\(index).\(error.field ?? "")") }
    }
    for (index, right) in rights.enumerated() {
      do throws(Refusal) { _ = try right.canonicalNumber() } catch {
        throw error.at("rights.\(index).\(error.field ?? "")")
      }
    }
    for (index, item) in goods.enumerated() { _ = try item.unit?.atMost(20, "goods.\(index).unit") }
  }

  /// The respondents' names for lists, in order.
  public var respondents: String {
    parties.filter { $0.role == .respondent }.map(\.name.wire).joined(separator: "；")
  }
}

extension Officer {
  /// - Throws: `role.missing` unless the officer has one of `roles`.
  public func requireOne(of roles: Set<Role>) throws(Refusal) {
    guard isOne(of: roles) else {
      throw Refusal(.forbidden, "role.missing", ["roles": .terms(roles.sorted().map { "role.\($0.rawValue)" })])
    }
  }
}
