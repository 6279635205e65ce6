import Casework
import Law

// How a case file's parts are put into words on its page.

extension Wording {
  /// The choices of an enumeration.
  func choices<T: RawRepresentable & CaseIterable & Equatable>(
    _ type: T.Type, _ section: String, selected: T?
  ) -> [Choice] where T.RawValue == String {
    T.allCases.map { Choice($0.rawValue, self("\(section).\($0.rawValue)"), selected: $0 == selected) }
  }

  /// Every kind of proceeding, and every state of those that have a machine.
  func states(selected kind: ProceedingKind?, _ state: String?) -> [Choice] {
    ProceedingKind.allCases.flatMap { each -> [Choice] in
      let name = self("proceeding.\(each.rawValue)")
      let states = each.procedure?.states
      return [Choice(each.rawValue, name, selected: each == kind && state == nil)]
        + (states ?? []).map {
          Choice(
            "\(each.rawValue)/\($0)", "\(name)：\(self("state.\(each.rawValue).\($0)"))",
            selected: each == kind && $0 == state)
        }
    }
  }

  /// Which number of a report a list explains.
  func drill(_ cell: ReportCell) -> String {
    let gaps = [
      "milestone": self("milestone.\(cell.milestone.rawValue)"), "from": cell.period.lowerBound.description,
      "to": cell.period.upperBound.description, "asOf": cell.asOf.local,
      "agency": cell.agency.map { name(of: $0) } ?? self("pages.cases.all-agencies"),
    ]
    let key = cell.withFine ? "drill-fine" : cell.withConfiscation ? "drill-confiscated" : "drill"
    return self("pages.cases.\(key)", gaps)
  }

  /// Why an officer can do nothing with a file now.
  func nothingToDo(_ file: CaseFile, for officer: Officer) -> String {
    if file.head.owner != officer.agency { return self("pages.case.with-other", ["agency": name(of: file.head.owner)]) }
    return self("pages.case.no-act")
  }

  /// A proceeding, with those that lead to it and come from it.
  func row(_ proceeding: Proceeding, _ entries: [Entry], among all: [Proceeding], at now: Instant)
    -> CasePage.ProceedingRow
  {
    let latest = entries.last { $0.proceeding == proceeding.id }
    let kind = proceeding.kind.rawValue
    let from = all.first { $0.id == proceeding.origin }.map { related("pages.case.follows-from", $0) }
    let to = all.filter { $0.origin == proceeding.id }.map { related("pages.case.leads-to", $0) }
    return CasePage.ProceedingRow(
      anchor: "proceeding-\(proceeding.id)",
      helpHref: proceeding.kind.procedure == nil ? nil : "/help/proceedings/\(kind)",
      related: (from.map { [$0] } ?? []) + to,
      lapses: proceeding.lapsesAt.map { self("pages.case.lapses", ["at": $0.local]) },
      kind: self("proceeding.\(kind)"), state: tag(proceeding.kind, proceeding.state(at: now)),
      agency: name(of: proceeding.agency), receiver: proceeding.receiver.map { name(of: $0) },
      since: latest.map { since($0.recordedAt) } ?? "")
  }

  private func related(_ key: String, _ other: Proceeding) -> CasePage.Related {
    CasePage.Related(
      href: "#proceeding-\(other.id)", label: self(key, ["kind": self("proceeding.\(other.kind.rawValue)")]))
  }

  func row(_ line: LedgerLine) -> CasePage.LedgerRow {
    CasePage.LedgerRow(
      code: line.code.rawValue, name: self("ledger.\(line.code.rawValue)"), party: line.party,
      amount: line.amount?.grouped, quantity: line.quantity)
  }

  func particulars(_ file: CaseFile) -> [Particular] {
    let known: [(String, String?)] = [
      ("pages.case.ip-type", self("ip-type.\(file.head.ipType.rawValue)")),
      ("pages.case.lead-source", self("lead-source.\(file.leadSource.rawValue)")),
      ("pages.case.channel", file.channel.map { self("channel.\($0.rawValue)") }), ("pages.case.place", file.place),
      ("pages.new-case.matter", file.matter.map { self("matter.\($0.rawValue)") }),
      (
        "pages.new-case.flags",
        file.flags.isEmpty ? nil : file.flags.map { self("flag.\($0.rawValue)") }.joined(separator: separator)
      ),
      ("pages.case.town", file.town.map { self("town.\($0.rawValue)") }),
      ("pages.case.procedure", file.isSimple ? self("pages.case.simple") : nil),
    ]
    return known.compactMap { key, value in value.map { Particular(label: self(key), value: $0) } }
  }

  func row(_ party: Party) -> CasePage.PartyRow {
    CasePage.PartyRow(
      role: self("party-role.\(party.role.rawValue)"), name: party.name.wire,
      kind: self("party-kind.\(party.kind.rawValue)"), identityNumber: party.identityNumber?.wire)
  }

  func row(_ right: Right) -> CasePage.RightRow {
    CasePage.RightRow(
      kind: self("ip-type.\(right.kind.rawValue)"), number: right.number?.wire, name: right.name?.wire)
  }

  func row(_ goods: Goods) -> CasePage.GoodsRow {
    CasePage.GoodsRow(
      name: goods.name.wire, quantity: goods.quantity.map { $0.wire + (goods.unit.map { " \($0.wire)" } ?? "") },
      value: goods.value?.fen.grouped, priceBasis: goods.priceBasis.map { self("price-basis.\($0.rawValue)") })
  }

  func rows(_ amounts: Amounts) -> [CasePage.AmountRow] {
    let all: [(String, Yuan?)] = [
      ("turnover", amounts.turnover), ("gainsGross", amounts.gainsGross), ("gainsNet", amounts.gainsNet),
      ("gainsUnstated", amounts.gainsUnstated), ("goodsValue", amounts.goodsValue),
    ]
    return all.map { CasePage.AmountRow(label: self("amount.\($0.0)"), value: $0.1?.fen.grouped) }
  }

  /// An entry of the docket of `file`; `later` says by which entries others were put right.
  func row(
    _ entry: Entry, of file: CaseNumber, correctedBy later: [Int: Int] = [:], for officer: Officer? = nil
  ) -> CasePage.EntryRow {
    let by = later[entry.sequence]
    let mayCorrect = officer.map { Correctable(entry: entry, place: entry.sequence, correctedBy: by).isOpen(to: $0) }
    return CasePage.EntryRow(
      sequence: entry.sequence, proceeding: self("proceeding.\(entry.kind.rawValue)"),
      proceedingHref: "#proceeding-\(entry.proceeding)",
      act: act(entry.kind, entry.act),
      milestone: entry.milestone.map { self("milestone.\($0.rawValue)") }, happenedOn: entry.happenedOn?.description,
      recordedAt: entry.recordedAt.local, officer: entry.officer, agency: name(of: entry.agency),
      facts: facts(of: entry), corrects: entry.corrects.map { self("pages.case.corrects", ["entry": String($0)]) },
      corrected: by.map { self("pages.case.corrected", ["entry": String($0)]) },
      correctionHref: mayCorrect == true ? "/cases/\(file)/entries/\(entry.sequence)/correction" : nil,
      digest: String(entry.digest.prefix(12)))
  }

  /// The facts of an entry in the order in which the act asks for them.
  private func facts(of entry: Entry) -> [Particular] {
    let rule = entry.kind.procedure?.acts.first { $0.act == entry.act }
    let order = rule?.facts.map(\.name) ?? []
    // What the act itself noted, nobody said.
    let noted = rule?.sets.keys.map { $0 } ?? []
    let names =
      order.filter { entry.facts[$0] != nil }
      + entry.facts.keys.filter { !order.contains($0) && !noted.contains($0) }.sorted()
    return names.compactMap { name in entry.facts[name].map { particular(name, $0) } }
  }

  func block(_ source: PublishedSource) -> CasePage.Source {
    let facts: [(String, String?)] = [
      ("publisher", source.publisher), ("enforcing-agency", source.enforcingAgency), ("key", source.key),
      ("law-articles", source.lawArticles), ("outcome", source.outcome), ("police-outcome", source.policeOutcome),
      ("court-outcome", source.courtOutcome), ("notes", source.notes),
    ]
    let isWeb = source.url.map { $0.hasPrefix("http://") || $0.hasPrefix("https://") } ?? false
    return CasePage.Source(
      title: source.title, href: isWeb ? source.url : nil,
      facts: facts.compactMap { key, value in
        value.map { Particular(label: self("pages.case.source.\(key)"), value: $0) }
      })
  }
}
