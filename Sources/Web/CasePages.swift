import Casework
import Catalogue
import Hummingbird
import Law
import Registry

/// `/cases` and `/cases/{number}`
struct CasePages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases", use: index).get("cases/{number}", use: show)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let filter = try site.filter(request, context)
    let files = try await site.registry.caseFiles(filter, for: officer)
    let total = try await site.registry.count(filter, for: officer)
    let address = ListAddress(request)
    let next =
      files.count == filter.limit && !filter.byDue ? files.last.map { address.with("before", String($0.id)) } : nil
    let page = CasesPage(
      frame: site.frame(words("pages.cases.title"), request, context),
      newCaseHref: officer.beginnings.isEmpty ? nil : "/cases/new",
      drill: filter.cell.map { words.drill($0) },
      kept: address.kept(["milestone", "money", "by", "from", "to", "asOf", "sort"]),
      search: filter.search ?? "",
      ipTypes: words.choices(IPType.self, "ip-type", selected: filter.ipType),
      agencies: site.directory.agencies.map {
        Choice($0.code.rawValue, words.name(of: $0.code), selected: $0.code == filter.owner)
      },
      states: words.states(selected: filter.kind, filter.state), chips: chips(filter, address, words),
      byDue: filter.byDue,
      sortHref: filter.byDue ? address.without("sort") : address.with("sort", "due"),
      total: words(
        "pages.cases.count",
        [
          "total": total > filter.countLimit ? "\(filter.countLimit)+" : String(total),
          "shown": String(files.count),
        ]),
      rows: files.map { row($0, words, context.now) }, paged: next != nil || filter.before != nil,
      previousHref: filter.before == nil ? nil : address.without("before"), nextHref: next)
    return site.answer(page, context)
  }

  private func row(_ file: CaseFileSummary, _ words: Wording, _ now: Instant) -> CasesPage.Row {
    CasesPage.Row(
      href: "/cases/\(file.number)", number: file.number.wire, summary: file.summary, demo: file.isDemo,
      respondents: file.respondents, ipType: words("ip-type.\(file.ipType.rawValue)"),
      holder: words.name(of: file.owner), since: words.since(file.heldSince), state: words.tag(file.kind, file.state),
      due: file.dueAt.map { words.tag(due: $0, at: now) }, loggedOn: file.loggedAt.day().description)
  }

  private func chips(_ filter: CaseFileFilter, _ address: ListAddress, _ words: Wording) -> [CasesPage.Chip] {
    var chips: [(String, String)] = []
    if let search = filter.search { chips.append(("search", search)) }
    if let type = filter.ipType { chips.append(("ipType", words("ip-type.\(type.rawValue)"))) }
    if let owner = filter.owner { chips.append(("agency", words.name(of: owner))) }
    if let kind = filter.kind {
      let state = filter.state.map { "：" + words("state.\(kind.rawValue).\($0)") } ?? ""
      chips.append(("status", words("proceeding.\(kind.rawValue)") + state))
    }
    return chips.map { CasesPage.Chip(label: $0.1, removeHref: address.without($0.0)) }
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let number = try context.caseNumber()
    let file = try await site.registry.caseFile(number, for: officer)
    let entries = try await site.registry.entries(of: number, for: officer)
    let book = try await site.registry.lawBook()
    let clocks = try await site.registry.clocks(of: number, for: officer)
    let hits = try await site.registry.screening(of: number, for: officer)
    let ledger = try await site.registry.ledger(of: number, for: officer)
    let openings = file.state.openings(for: officer).map {
      Choice($0.kind.rawValue, words("proceeding.\($0.kind.rawValue)"))
    }
    let turns = file.proceedings.compactMap { proceeding -> CasePage.Turn? in
      let acts = proceeding.allowed(to: officer, in: file.state)
      guard !acts.isEmpty else { return nil }
      return CasePage.Turn(
        proceeding: words("proceeding.\(proceeding.kind.rawValue)"),
        state: words.tag(proceeding.kind, proceeding.state(at: context.now)),
        acts: acts.map { words.link($0, of: proceeding) })
    }
    let mayRefer =
      file.head.owner == officer.agency && file.state.openReferral == nil && officer.isOne(of: .handlers)
      && officer.agencyKind != .police
    let standing = entries.standing
    let later = Dictionary(entries.compactMap { entry in entry.corrects.map { ($0, entry.sequence) } }) { $1 }
    let page = CasePage(
      frame: site.frame(number.wire, request, context), number: number.wire, summary: file.head.summary,
      demo: file.head.isDemo,
      respondents: file.head.respondents.isEmpty ? words("pages.unknown") : file.head.respondents,
      state: words.tag(file.head.kind, file.head.state), officer: file.latestOfficer.isEmpty ? nil : file.latestOfficer,
      holder: words.name(of: file.head.owner), since: words.since(file.head.heldSince),
      lastEntryOn: entries.last?.recordedAt.local ?? "", turns: turns,
      referralHref: mayRefer ? "/cases/\(number)/referrals/new" : nil,
      supplementHref: file.head.owner == officer.agency && officer.isOne(of: .intake)
        ? "/cases/\(number)/supplements/new" : nil,
      againHref: officer.beginnings.isEmpty ? nil : "/cases/new?from=\(number)",
      nothingToDo: turns.isEmpty && !mayRefer && openings.isEmpty ? words.nothingToDo(file, for: officer) : nil,
      explanationHref: "/cases/\(number)/explanation", papersHref: "/cases/\(number)/papers",
      cellsHref: "/cases/\(number)/cells",
      evidenceHref: "/cases/\(number)/evidence",
      warnings: words.warnings(file, standing, book),
      clocks: clocks.map { words.row($0, book, in: number, at: context.now) },
      hits: hits.map { words.row($0, book, for: officer) },
      proceedings: file.proceedings.map { words.row($0, standing, among: file.proceedings, at: context.now) },
      openings: openings, openingHref: "/cases/\(number)/proceedings/new", ledger: ledger.map { words.row($0) },
      particulars: words.particulars(file),
      parties: file.parties.map { words.row($0) }, rights: file.rights.map { words.row($0) },
      goods: file.goods.map { words.row($0) }, amounts: words.rows(file.amounts),
      entries: entries.map { words.row($0, of: number, correctedBy: later, for: officer) },
      source: file.source.map { words.block($0) })
    return site.answer(page, context)
  }
}

/// The address of a list, and what it becomes when one parameter changes.
struct ListAddress {
  private let path: String
  private let fields: [(name: String, value: String)]

  init(_ request: Request) {
    path = request.uri.path
    let form = try? Form(Array((request.uri.query ?? "").utf8))
    fields = form?.fields.filter { !$0.value.isEmpty } ?? []
  }

  func without(_ name: String) -> String { address(fields.filter { $0.name != name && $0.name != "before" }) }

  func with(_ name: String, _ value: String) -> String { address(fields.filter { $0.name != name } + [(name, value)]) }

  func kept(_ names: Set<String>) -> [CasesPage.Kept] {
    fields.filter { names.contains($0.name) }.map { CasesPage.Kept(name: $0.name, value: $0.value) }
  }

  private func address(_ fields: [(name: String, value: String)]) -> String {
    let query = fields.map { "\($0.name)=\($0.value.percentEncoded)" }.joined(separator: "&")
    return query.isEmpty ? path : "\(path)?\(query)"
  }
}
