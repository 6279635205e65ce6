import Law

/// What is wrong with a cell of a register: its column, and why it was refused.
public struct CellFault: Sendable, Equatable {
  /// The column; `nil` if the whole line is to blame.
  public let column: RegisterColumn?
  /// Why, and with it how to mend it.
  public let refusal: Refusal

  /// Describes a fault.
  public init(column: RegisterColumn?, refusal: Refusal) {
    (self.column, self.refusal) = (column, refusal)
  }
}

/// One line of a register: reads its cells into a case file, and finds every fault rather than the first.
public struct RegisterLine: Sendable {
  private let cells: [RegisterColumn: String]
  private let today: Day
  private var faults: [CellFault] = []

  /// Takes a line's cells by column. An absent or blank cell means unknown.
  public init(_ cells: [RegisterColumn: String], today: Day) { (self.cells, self.today) = (cells, today) }

  /// The case file that the line tells of, or all that is wrong with it.
  ///
  /// What is unknown stays unknown: a month stays a month, an empty amount is no zero.
  ///
  /// - Parameters:
  ///   - agencies: The agencies that can be named in `owner_agency`, by code or Chinese name.
  ///   - home: The agency whose register it is, where the line names none.
  ///   - today: No later date is accepted.
  ///   - foreign: Whether the line may name another agency than `home`.
  public static func read(
    _ cells: [RegisterColumn: String], agencies: [Agency], home: AgencyCode, foreign: Bool, isDemo: Bool, today: Day
  ) -> Result<NewCaseFile, LineFaults> {
    var line = RegisterLine(cells, today: today)
    let file = line.caseFile(agencies: agencies, home: home, foreign: foreign, isDemo: isDemo)
    guard let file, line.faults.isEmpty else { return .failure(LineFaults(faults: line.faults)) }
    return .success(file)
  }

  private mutating func caseFile(agencies: [Agency], home: AgencyCode, foreign: Bool, isDemo: Bool) -> NewCaseFile? {
    let owner = owner(agencies, home: home, foreign: foreign)
    let source = source()
    let ipType = word(.ipType, RegisterWords.ipTypes, missing: "import.ip-type")
    let kind = word(.procedure, RegisterWords.procedures, missing: "import.procedure")
    let told = kind.flatMap { state(of: $0) }
    let channel = optionalWord(.channel, RegisterWords.channels)
    let dates = (clue: day(.clueDate), filed: day(.filedDate), decided: day(.decidedDate))
    if let filed = dates.filed, let decided = dates.decided, filed.first > decided.last {
      fault(.decidedDate, "import.dates-order")
    }
    let amounts = Amounts(
      turnover: yuan(.turnover), gainsGross: nil, gainsNet: nil, gainsUnstated: yuan(.gains),
      goodsValue: yuan(.goodsValue))
    let (fine, confiscated) = (yuan(.fine)?.fen, yuan(.confiscated)?.fen)
    let referred = answer(.referredToPolice)
    let parties = parties(.respondent, as: .respondent) + parties(.rightsHolder, as: .rightsHolder)
    let place = line(.place)
    let items = goods(amounts.goodsValue)
    let numbers = names(.rightNumber)
    var claims: [Right] = []
    if let ipType { claims = rights(ipType, numbers) }
    guard let owner, let source, let ipType, let kind else { return nil }
    guard let summary = summary(source, items) else { return nil }
    let request = CaseFileRequest(
      ipType: ipType, summary: summary, leadSource: .published, leadOn: When(dates.clue ?? PartialDay(.earliest)),
      channel: channel, place: place, town: nil, simple: false, parties: parties, rights: claims,
      goods: items, amounts: amounts)
    let entries = entries(kind, dates, fine: fine, confiscated: confiscated, referred: referred, source: source)
    return NewCaseFile(
      request: request, owner: owner, kind: kind, state: told ?? Self.state(of: kind, entries), entries: entries,
      source: source, isDemo: isDemo)
  }

  /// The docket as far as the line tells it: each date that is known is an entry.
  ///
  /// It counts for statistics where the procedure is one whose steps the monthly report counts.
  private func entries(
    _ kind: ProceedingKind, _ dates: (clue: PartialDay?, filed: PartialDay?, decided: PartialDay?), fine: Fen?,
    confiscated: Fen?, referred: Bool?, source: PublishedSource
  ) -> [NewEntry] {
    let counts = [.penalty, .summary, .referral].contains(kind)
    func entry(_ milestone: Milestone, _ day: PartialDay?, fine: Fen? = nil, confiscated: Fen? = nil) -> NewEntry {
      NewEntry(
        act: "import", milestone: counts ? milestone : nil, happenedOn: day, facts: ["source": source.key], fine: fine,
        confiscated: confiscated)
    }
    var entries = [entry(.lead, dates.clue)]
    if let filed = dates.filed { entries.append(entry(.filed, filed)) }
    let handsOver = kind == .referral
    if !handsOver, dates.decided != nil || fine != nil || confiscated != nil {
      entries.append(entry(.decided, dates.decided, fine: fine, confiscated: confiscated))
    }
    if handsOver || counts && referred == true { entries.append(entry(.referred, handsOver ? dates.decided : nil)) }
    return entries
  }

  /// Where a penalty stands by its dates; of another procedure they do not say.
  private static func state(of kind: ProceedingKind, _ entries: [NewEntry]) -> String {
    guard kind == .penalty else { return "recorded" }
    if entries.contains(where: { $0.milestone == .decided }) { return "decision" }
    return entries.contains { $0.milestone == .filed } ? "investigation" : "lead"
  }
}

/// Everything that is wrong with one line.
public struct LineFaults: Error, Sendable, Equatable {
  /// At least one fault.
  public let faults: [CellFault]
}

// MARK: - Cells

extension RegisterLine {
  private func text(_ column: RegisterColumn) -> String? {
    let text = (cells[column] ?? "").trimmingBlanks
    return text.isEmpty ? nil : text
  }

  private mutating func fault(_ column: RegisterColumn, _ code: String, _ gaps: [String: Refusal.Argument] = [:]) {
    faults.append(CellFault(column: column, refusal: Refusal(.invalid, code, field: column.rawValue, gaps)))
  }

  private mutating func read<T>(_ column: RegisterColumn, _ read: (String) throws(Refusal) -> T) -> T? {
    guard let text = text(column) else { return nil }
    do throws(Refusal) { return try read(text) } catch {
      faults.append(CellFault(column: column, refusal: error.at(column.rawValue)))
      return nil
    }
  }

  private mutating func line(_ column: RegisterColumn) -> Line? {
    read(column) { text throws(Refusal) in try Line(wire: text) }
  }

  private mutating func prose(_ column: RegisterColumn) -> String? {
    read(column) { text throws(Refusal) in try Prose(wire: text).wire }
  }

  private mutating func day(_ column: RegisterColumn) -> PartialDay? {
    let today = today
    return read(column) { text throws(Refusal) in
      let day = try When(wire: text).day
      guard day.first <= today else { throw Refusal(.invalid, "date.future") }
      return day
    }
  }

  private mutating func yuan(_ column: RegisterColumn) -> Yuan? {
    read(column) { text throws(Refusal) in try Yuan(wire: text) }
  }

  private mutating func word<T: RawRepresentable & CaseIterable>(
    _ column: RegisterColumn, _ chinese: [String: T], missing code: String
  ) -> T? where T.RawValue == String {
    let text = text(column) ?? ""
    if let found = T(rawValue: text.lowercased()) ?? chinese[text] { return found }
    let choices = T.allCases.map(\.rawValue).joined(separator: ", ")
    fault(column, code, ["value": .text(String(text.prefix(40))), "choices": .text(choices)])
    return nil
  }

  private mutating func optionalWord<T: RawRepresentable & CaseIterable>(
    _ column: RegisterColumn, _ chinese: [String: T]
  ) -> T? where T.RawValue == String {
    guard let text = text(column) else { return nil }
    if let found = T(rawValue: text.lowercased()) ?? chinese[text] { return found }
    fault(column, "fact.choice", ["choices": .text(T.allCases.map(\.rawValue).joined(separator: ", "))])
    return nil
  }

  /// The state that the line tells of: one of the procedure's machine, or that the case is only recorded.
  private mutating func state(of kind: ProceedingKind) -> String? {
    guard let text = text(.state) else { return nil }
    let choices = ["recorded"] + (kind.procedure?.states ?? [])
    if let state = choices.first(where: { $0 == text.lowercased() }) { return state }
    fault(
      .state, "import.state",
      ["value": .text(String(text.prefix(40))), "choices": .text(choices.joined(separator: ", "))])
    return nil
  }

  private mutating func answer(_ column: RegisterColumn) -> Bool? {
    guard let text = text(column) else { return nil }
    if RegisterWords.undecided.contains(text.lowercased()) { return nil }
    if let known = RegisterWords.answers[text.lowercased()] { return known }
    fault(column, "import.yes-no", ["value": .text(String(text.prefix(40)))])
    return nil
  }

  private mutating func owner(_ agencies: [Agency], home: AgencyCode, foreign: Bool) -> AgencyCode? {
    guard let text = text(.ownerAgency) else { return home }
    guard let agency = agencies.first(where: { $0.code.rawValue == text || $0.chinese == text }) else {
      fault(.ownerAgency, "agency.unknown", ["agency": .text(String(text.prefix(40)))])
      return nil
    }
    if agency.code != home, !foreign {
      fault(.ownerAgency, "import.other-agency", ["agency": .agency(home)])
      return nil
    }
    return agency.code
  }

  private mutating func source() -> PublishedSource? {
    let key: Line? = line(.caseRef)
    let title: Line? = line(.sourceTitle)
    if text(.caseRef) == nil { fault(.caseRef, "import.key") }
    if text(.sourceTitle) == nil { fault(.sourceTitle, "text.empty") }
    let (url, publisher) = (prose(.sourceURL), prose(.publisher))
    let (agency, articles) = (prose(.enforcingAgency), prose(.lawArticles))
    let (outcome, police) = (prose(.outcome), prose(.policeOutcome))
    let (court, notes) = (prose(.courtOutcome), prose(.notes))
    guard let key, let title else { return nil }
    return PublishedSource(
      key: key.wire, title: title.wire, url: url, publisher: publisher, enforcingAgency: agency,
      lawArticles: articles, outcome: outcome, policeOutcome: police, courtOutcome: court, notes: notes)
  }

  /// The title, with the goods where the line names them: many lines of one publication share a title.
  private mutating func summary(_ source: PublishedSource, _ goods: [Goods]) -> Line? {
    let named = goods.first.map { "（\($0.name)）" } ?? ""
    let scalars = (source.title + named).unicodeScalars.prefix(Line.limit)
    return read(.sourceTitle) { _ throws(Refusal) in try Line(wire: String(scalars)) }
  }

  private mutating func parties(_ column: RegisterColumn, as role: Party.Role) -> [Party] {
    names(column).map { Party(role: role, kind: .unstated, name: $0, identityNumber: nil) }
  }

  private mutating func names(_ column: RegisterColumn) -> [Line] {
    guard let text = text(column) else { return [] }
    var names: [Line] = []
    let parts = text.split(whereSeparator: { $0 == ";" || $0 == "；" })
    guard parts.count <= CaseFileRequest.listLimit else {
      fault(column, "list.too-long", ["limit": .text(String(CaseFileRequest.listLimit))])
      return []
    }
    for part in parts {
      do throws(Refusal) { names.append(try Line(wire: String(part))) } catch {
        faults.append(CellFault(column: column, refusal: error.at(column.rawValue)))
      }
    }
    return names
  }

  private mutating func rights(_ ipType: IPType, _ numbers: [Line]) -> [Right] {
    var rights: [Right] = []
    for number in numbers {
      let right = Right(kind: ipType, number: number, name: nil)
      do throws(Refusal) {
        _ = try right.canonicalNumber()
        rights.append(right)
      } catch {
        faults.append(CellFault(column: .rightNumber, refusal: error.at(RegisterColumn.rightNumber.rawValue)))
      }
    }
    return rights
  }

  private mutating func goods(_ value: Yuan?) -> [Goods] {
    let quantity = read(.goodsCount) { text throws(Refusal) in try Quantity(wire: text) }
    let name = line(.goods)
    guard let name else { return [] }
    return [Goods(name: name, quantity: quantity, unit: nil, value: value, priceBasis: value == nil ? nil : .unstated)]
  }
}
