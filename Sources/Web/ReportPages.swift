import Casework
import Hummingbird
import Law
import Registry
import Reports

/// `/reports`: the forms, what is under way, each report with its checks, and the cases behind a figure.
struct ReportPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("reports", use: index).get("reports/{form}/{period}", use: show)
    routes.get("reports/{form}/{period}/lines", use: lines)
    routes.get("reports/{form}/{period}/report.csv", use: ReportRuns(site: site).csv)
    routes.get("reports/{form}/{period}/report.xlsx", use: ReportRuns(site: site).workbook)
    routes.get("reports/{form}/{period}/report.pdf", use: pdf)
    routes.post("reports/{form}/{period}/confirm", use: confirm)
    routes.post("reports/{form}/{period}/draft", use: draft)
    routes.post("report-issues/{id}/check", use: check).post("report-issues/{id}/issue", use: issue)
    routes.get("indicators", use: indicators)
    routes.get("cases/{number}/cells", use: cells)
  }

  /// The forms and the reports under way; with a form and a period, that report.
  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let query = try Query(request, names: ["form", "period", "asOf", "scope"])
    if let form = query["form"], let period = query["period"] {
      let rest = ["asOf", "scope"].compactMap { name in query[name].map { "\(name)=\($0.percentEncoded)" } }
      let tail = rest.isEmpty ? "" : "?" + rest.joined(separator: "&")
      return .redirect(
        to: "/reports/\(form.percentEncoded)/\(period.trimmingBlanks.percentEncoded)\(tail)", type: .normal)
    }
    let words = Wording(site, context)
    let month = Month(context.now.day()).previous
    let page = ReportsPage(
      frame: site.frame(words("report.title"), request, context),
      forms: site.reports.forms.map { form in
        let period = ReportPeriod(form.period, containing: month)
        let last = period.days.upperBound < context.now.day() ? period : period.previous
        return ReportsPage.Form(
          href: "/reports/\(form.key)/\(last)", name: words(form.name), period: words.period(last),
          due: form.dueDays.map { last.days.upperBound.adding(days: $0).description })
      },
      formField: Field(
        "form", choices: site.reports.forms.map { Choice($0.key, words($0.name), selected: false) }),
      periodField: Field("period", value: month.description), asOfField: Field("asOf"),
      issues: try await site.registry.issues(for: officer).map { words.row($0, site.reports) })
    return site.answer(page, context)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request, names: ["asOf", "scope", "span"])
    let span = query["span"].flatMap { ReportTables.spans.contains($0) ? $0 : nil } ?? "period"
    return site.answer(try await page(site.run(query, context), span: span, request, context), context)
  }

  private func page(
    _ run: ReportRun, span: String, _ request: Request, _ context: Context
  ) async throws -> ReportPage {
    let officer = try context.officer()
    let words = Wording(site, context)
    let tables = ReportTables(run, words)
    let writer = ReportWriter(tables: tables, span: span)
    let checks = try await site.registry.checks(of: run, for: officer)
    let changes = try await site.registry.changes(run.form, run.period, asOf: run.asOf, scope: run.scope, for: officer)
    let issue = try await site.registry.issue(of: run.form, run.period, run.scope, for: officer)
    let series = try await site.registry.series(
      ["filed", "referred"], through: ReportPeriod(.month, containing: run.period.last), count: 24, asOf: run.asOf,
      scope: run.scope, for: officer)
    let pace = try await site.registry.pace(run.period.days, asOf: run.asOf, scope: run.scope, for: officer)
    let book = try await site.registry.lawBook()
    return ReportPage(
      frame: site.frame("\(words(run.form.name)) \(words.period(run.period))", request, context),
      name: words(run.form.name), period: words.period(run.period),
      asOf: words("report.as-of", ["instant": run.asOf.local]),
      scope: run.scope == .district
        ? words("report.scope.district") : words("report.scope.agency", ["agency": words.name(of: officer.agency)]),
      checkpoint: run.checkpoint.map { $0.split(separator: "\n").prefix(3).joined(separator: " ") },
      provisional: run.isProvisional ? words("report.provisional") : nil, notes: run.form.notes.map { words($0) },
      spans: ReportTables.spans.map { name in
        ReportPage.Link(
          href: writer.address("", ["span": name]), label: words("report.column.\(name)"), isHere: name == span)
      },
      previous: ReportPage.Link(
        href: "/reports/\(run.form.key)/\(run.period.previous)", label: words.period(run.period.previous)),
      next: run.period.next.days.lowerBound <= context.now.day()
        ? ReportPage.Link(href: "/reports/\(run.form.key)/\(run.period.next)", label: words.period(run.period.next))
        : nil,
      downloads: ["csv", "xlsx", "pdf"].map {
        ReportPage.Link(href: writer.address("/report.\($0)"), label: $0.uppercased())
      },
      summary: writer.summary, tables: writer.grids,
      charts: ReportCharts(tables: tables, series: series, pace: pace, book: book, words: words).all,
      balance: words.balance(run.balance, changes), changes: words.changes(changes, run),
      checks: checks.map { words.row($0, tables) },
      issue: issue.map { words.row($0, site.reports) },
      issueDigest: issue?.digest ?? "", seal: site.seal(issue, of: run, words),
      confirmAction: officer.isOne(of: [.statistician, .head, .actingHead]) && !run.isProvisional
        ? writer.address("/confirm") : nil,
      draftAction: officer.isOne(of: [.statistician]) && issue?.state != .issued ? writer.address("/draft") : nil,
      checkAction: issue?.state == .drafted && officer.isOne(of: [.statistician, .reviewer, .deputyHead])
        ? issue.map { "/report-issues/\($0.id)/check" } : nil,
      issueAction: issue?.state == .checked && officer.isOne(of: [.head, .actingHead])
        ? issue.map { "/report-issues/\($0.id)/issue" } : nil,
      asOfValue: run.asOf.description)
  }

  @Sendable func lines(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let asked = try await site.cell(request, context)
    let lines = try await site.registry.lines(
      of: asked.cell, scope: asked.scope, limit: 100, before: asked.before, for: officer)
    let indicator = try await site.registry.indicators(for: officer).first { $0.code == asked.cell.indicator }
    var next: String?
    if lines.count == 100, let last = lines.last {
      var parts = (request.uri.query ?? "").split(separator: "&").map(String.init).filter { !$0.hasPrefix("before=") }
      parts.append("before=" + last.mark.percentEncoded)
      next = "?" + parts.joined(separator: "&")
    }
    let unit = indicator?.unit ?? .caseFile
    let page = ReportLinesPage(
      frame: site.frame(indicator.map { words($0.name) } ?? asked.cell.indicator, request, context),
      backHref: "/reports/\(asked.form.key)/\(asked.period)", report: words(asked.form.name),
      indicator: indicator.map { words($0.name) } ?? asked.cell.indicator,
      definition: indicator.map { words($0.definition) } ?? "",
      days: "\(asked.cell.days.lowerBound) – \(asked.cell.days.upperBound)",
      asOf: words("report.as-of", ["instant": asked.cell.asOf.local]),
      unit: words("report.unit.\(unit.rawValue)"),
      rows: lines.map { line in
        ReportLinesPage.Row(
          href: line.summary.map { _ in line.subject.address }, number: words(line.subject),
          summary: line.summary ?? words("report.not-shown"), agency: words.name(of: line.agency),
          category: line.category.map { words("category.\($0)") } ?? "", day: line.day.description,
          amount: unit == .money ? Fen.tenThousands(line.amount) : String(line.amount))
      }, next: next)
    return site.answer(page, context)
  }

  @Sendable func cells(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let words = Wording(site, context)
    let file = try await site.registry.caseFile(number, for: officer)
    let indicators = try await site.registry.indicators(for: officer)
    let cells = try await site.registry.cells(of: number, asOf: context.now, for: officer)
    let form = site.reports["district-monthly"]?.key ?? site.reports.forms.first?.key ?? ""
    let page = CaseCellsPage(
      frame: site.frame(words("report.cells"), request, context), caseHref: "/cases/\(number)",
      caseNumber: number.wire, summary: file.head.summary,
      rows: cells.map { cell in
        let indicator = indicators.first { $0.code == cell.indicator }
        return CaseCellsPage.Row(
          href: "/reports/\(form)/\(Month(cell.day))", month: Month(cell.day).description,
          indicator: indicator.map { words($0.name) } ?? cell.indicator, agency: words.name(of: cell.agency),
          category: words("category.\(cell.category)"), day: cell.day.description,
          amount: indicator?.unit == .money ? Fen.tenThousands(cell.amount) : String(cell.amount),
          unit: words("report.unit.\(indicator?.unit.rawValue ?? "case")"))
      })
    return site.answer(page, context)
  }

  @Sendable func indicators(_ request: Request, _ context: Context) async throws -> Response {
    let words = Wording(site, context)
    let all = try await site.registry.indicators(for: context.officer())
    let page = IndicatorsPage(
      frame: site.frame(words("report.dictionary"), request, context),
      rows: all.map { indicator in
        IndicatorsPage.Row(
          code: indicator.code, name: words(indicator.name), definition: words(indicator.definition),
          unit: words("report.unit.\(indicator.unit.rawValue)"), basis: words("report.basis.\(indicator.basis)"),
          note: indicator.note.map { words($0) }, sql: indicator.recount)
      })
    return site.answer(page, context)
  }

  @Sendable func confirm(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try site.requireOwnForm(try await Body(request).form, context)
    let (form, period) = try site.report(context)
    try await site.registry.confirm(form, period, by: officer, now: context.now)
    return .redirect(to: "/reports/\(form.key)/\(period)", type: .normal)
  }

  @Sendable func draft(_ request: Request, _ context: Context) async throws -> Response {
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    let (form, period) = try site.report(context)
    let issue = try await site.draft(form.key, period.description, asOf: body.form?["asOf"], scope: nil, context)
    return .redirect(to: "/reports/\(form.key)/\(period)?asOf=\(issue.asOf.description.percentEncoded)", type: .normal)
  }

  @Sendable func check(_ request: Request, _ context: Context) async throws -> Response {
    try await signing(request, context) { id, digest in
      try await site.registry.check(id, digest: digest, by: context.officer(), now: context.now)
    }
  }

  @Sendable func issue(_ request: Request, _ context: Context) async throws -> Response {
    try await signing(request, context) { id, digest in try await site.issue(id, digest: digest, context) }
  }

  private func signing(
    _ request: Request, _ context: Context, _ sign: (Int64, String) async throws -> Void
  ) async throws -> Response {
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    let id = try context.issue()
    try await sign(id, body.form?["digest"] ?? "")
    let (issue, _) = try await site.registry.issue(id, for: context.officer())
    return .redirect(
      to: "/reports/\(issue.form)/\(issue.period)?asOf=\(issue.asOf.description.percentEncoded)", type: .normal)
  }

  @Sendable func pdf(_ request: Request, _ context: Context) async throws -> Response {
    let run = try await site.run(request, context)
    let bytes = try await site.paper(of: run, context)
    return .pdf(bytes, named: "\(run.form.key)-\(run.period).pdf")
  }
}

/// Puts the tables of a report on a page: each figure opens its cases.
struct ReportWriter {
  let tables: ReportTables
  /// The time that the wide tables show.
  let span: String

  private var run: ReportRun { tables.run }

  /// The address of the report, with what follows its path and with more parameters.
  func address(_ tail: String, _ more: [String: String] = [:]) -> String {
    var parameters = ["asOf": run.asOf.description, "scope": run.scope.wire]
    parameters.merge(more) { $1 }
    let query = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.percentEncoded)" }
    return "/reports/\(run.form.key)/\(run.period)\(tail)?" + query.joined(separator: "&")
  }

  /// Every indicator once, over all cases, in its four times with the change.
  var summary: [ReportPage.SummaryRow] {
    var seen: Set<String> = []
    return tables.tables.flatMap { table -> [ReportPage.SummaryRow] in
      guard let total = table.total ?? (table.kind == .total ? table.rows.first : nil) else { return [] }
      return zip(table.columns, total.cells).compactMap { column, cell in
        guard seen.insert(column.column.key).inserted else { return nil }
        return ReportPage.SummaryRow(
          name: column.name, unit: column.unit,
          cells: ReportTables.spans.map { figure(cell, column.column, nil, table, span: $0) }, change: cell.change)
      }
    }
  }

  var grids: [ReportPage.Grid] {
    tables.tables.filter { $0.kind != .total }.map { table in
      ReportPage.Grid(
        id: table.key, title: table.title, rowHeading: tables.words("report.rows.\(table.kind.rawValue)"),
        columns: table.columns.map { ReportPage.Heading(name: $0.name, unit: $0.unit) },
        rows: table.rows.map { row($0, table, isTotal: false) },
        total: table.total.map { [row($0, table, isTotal: true)] } ?? [])
    }
  }

  private func row(_ row: ReportTables.Row, _ table: ReportTables.Table, isTotal: Bool) -> ReportPage.Row {
    ReportPage.Row(
      label: row.label, unreported: row.isUnreported ? tables.words("report.not-reported") : nil,
      span: table.columns.count,
      cells: row.isUnreported
        ? []
        : zip(row.cells, table.columns).map { cell, column in
          figure(cell, column.column, isTotal ? nil : row.key, table, span: span)
        })
  }

  private func figure(
    _ cell: ReportTables.Cell, _ column: ReportForm.Column, _ key: String?, _ table: ReportTables.Table, span: String
  ) -> ReportPage.Figure {
    var parameters = ["indicator": column.indicator, "span": span, "table": table.key]
    parameters["flag"] = column.flag
    if let key {
      parameters["rows"] = table.kind.rawValue
      parameters["key"] = key
    } else if let groups = run.form.tables.first(where: { $0.key == table.key })?.groups, !groups.isEmpty {
      parameters["rows"] = table.kind.rawValue
      parameters["key"] = "*"
    }
    return ReportPage.Figure(
      value: cell.text(span), href: address("/lines", parameters), isZero: cell.value(span) == 0)
  }
}

extension Wording {
  /// A report on its way, as lists show it.
  func row(_ issue: ReportIssue, _ shelf: ReportShelf) -> ReportsPage.Issue {
    let tone: StateTag.Tone = issue.state == .issued ? .done : .waiting
    func sign(_ key: String, _ person: (by: String, at: Instant)?) -> String? {
      person.map { self("report.signed.\(key)", ["name": $0.by, "at": $0.at.local]) }
    }
    return ReportsPage.Issue(
      href: "/reports/\(issue.form)/\(issue.period)?asOf=\(issue.asOf.description.percentEncoded)",
      name: shelf[issue.form].map { self($0.name) } ?? issue.form,
      period: ReportPeriod(issue.period).map { period($0) } ?? issue.period,
      state: StateTag(tone, self("report.state.\(issue.state.rawValue)")),
      signatures: [sign("drafted", issue.drafted), sign("checked", issue.checked), sign("issued", issue.issued)]
        .compactMap { $0 },
      shortDigest: String(issue.digest.prefix(16)),
      checkpoint: issue.checkpoint.map { $0.split(separator: "\n").prefix(3).joined(separator: " ") })
  }

  /// A check in words, with its cases.
  func row(_ check: ReportCheck, _ tables: ReportTables) -> ReportPage.Check {
    var gaps = check.arguments
    gaps["table"] = gaps["table"].map { key in tables.tables.first { $0.key == key }?.title ?? key }
    let indicator = gaps["indicator"].flatMap { code in
      tables.run.indicators.first { $0.code == code.prefix { $0 != "@" } }
    }
    gaps["indicator"] = indicator.map { self($0.name) } ?? gaps["indicator"]
    for name in ["now", "mean", "sum", "total"] {
      guard let amount = gaps[name].flatMap({ Int64($0) }), let indicator else { continue }
      let text = indicator.unit == .money ? Fen.tenThousands(amount) : String(amount)
      gaps[name] = "\(text) \(self("report.unit.\(indicator.unit.rawValue)"))"
    }
    if let list = gaps["agencies"] {
      gaps["agencies"] = list.split(separator: " ").map { AgencyCode(rawValue: String($0)).map { name(of: $0) } ?? "" }
        .joined(separator: separator)
    }
    let tone: StateTag.Tone =
      switch check.outcome {
      case .holds: .done
      case .fault: .overdue
      case .warning: .waiting
      case .note: .info
      }
    return ReportPage.Check(
      tag: StateTag(tone, self("report.outcome.\(check.outcome.rawValue)")),
      sentence: self("report.check.\(check.code)", gaps),
      cases: check.cases.map { ReportPage.Link(href: "/cases/\($0)", label: $0.wire) })
  }

  /// Pending cases, reconciled with the last issue.
  func balance(_ balance: ReportBalance, _ changes: ReportChanges?) -> [ReportPage.BalanceRow] {
    var rows: [ReportPage.BalanceRow] = []
    if let changes {
      rows = [
        .init(
          label: self("report.balance.issued", ["period": changes.since.period]), value: String(changes.since.closing)),
        .init(label: self("report.balance.late-filed"), value: String(changes.filed)),
        .init(label: self("report.balance.late-closed"), value: String(-changes.closed)),
      ]
    }
    return rows + [
      .init(label: self("report.balance.opening"), value: String(balance.opening)),
      .init(label: self("report.balance.new"), value: String(balance.new)),
      .init(label: self("report.balance.closed"), value: String(-balance.closed)),
      .init(label: self("report.balance.closing"), value: String(balance.closing)),
    ]
  }

  /// The adjustments since the last issue, at most 200 of them.
  func changes(_ changes: ReportChanges?, _ run: ReportRun) -> [ReportPage.ChangeRow] {
    (changes?.lines ?? []).prefix(200).map { line in
      let indicator = run.indicators.first { $0.code == line.indicator }
      return ReportPage.ChangeRow(
        indicator: indicator.map { self($0.name) } ?? line.indicator, number: self(line.subject),
        href: line.subject.address, agency: name(of: line.agency), day: line.day.description,
        amount: indicator?.unit == .money ? Fen.tenThousands(line.amount) : String(line.amount),
        recordedAt: line.recordedAt.local)
    }
  }
}
