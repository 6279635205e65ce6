import Casework
import Hummingbird
import Law
import Registry
import Reports

/// `/api/indicators`, `/api/report-forms` and `/api/reports/{form}/{period}`: what there is, a report as it is run, and
/// the cases behind each figure.
struct ReportRuns {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("indicators", use: indicators).get("report-forms", use: forms)
    routes.get("reports/{form}/{period}", use: show).get("reports/{form}/{period}/csv", use: csv)
    routes.get("reports/{form}/{period}/xlsx", use: workbook).get("reports/{form}/{period}/lines", use: lines)
    routes.get("reports/{form}/{period}/checks", use: checks).get("reports/{form}/{period}/changes", use: changes)
    routes.get("reports/{form}/{period}/pdf", use: ReportPages(site: site).pdf)
    routes.post("reports/{form}/{period}/confirmation", use: confirm)
    routes.get("cases/{number}/cells", use: cells)
  }

  @Sendable func indicators(_ request: Request, _ context: Context) async throws -> Response {
    let all = try await site.registry.indicators(for: context.officer())
    return .json(JSON.object { $0.list("indicators", all) { json, each in json.object { $0.fields(of: each) } } })
  }

  @Sendable func forms(_ request: Request, _ context: Context) async throws -> Response {
    _ = try context.officer()
    return .json(
      JSON.object { json in
        json.list("forms", site.reports.forms) { json, form in
          json.object { json in
            json.field("key", form.key)
            json.field("version", form.version)
            json.field("nameZh", form.name.chinese)
            json.field("nameEn", form.name.english)
            json.field("period", form.period.rawValue)
            json.field("dueDays", form.dueDays)
          }
        }
      })
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    .json(try await site.run(request, context).json)
  }

  @Sendable func csv(_ request: Request, _ context: Context) async throws -> Response {
    let run = try await site.run(request, context)
    return .file(
      ReportTables(run, Wording(site, context)).csv, "text/csv; charset=utf-8",
      named: "\(run.form.key)-\(run.period).csv")
  }

  @Sendable func workbook(_ request: Request, _ context: Context) async throws -> Response {
    let run = try await site.run(request, context)
    let bytes = try await site.workbook(of: run, in: Wording(site, context), context)
    return .file(
      ByteBuffer(bytes: bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      named: "\(run.form.key)-\(run.period).xlsx")
  }

  @Sendable func lines(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let asked = try await site.cell(request, context)
    let lines = try await site.registry.lines(
      of: asked.cell, scope: asked.scope, limit: 100, before: asked.before, for: officer)
    let next: String? = lines.count == 100 ? lines.last?.mark : nil
    return .json(
      JSON.object { json in
        json.list("lines", lines) { json, line in
          json.object { json in
            json.subject(line.subject)
            json.field("summary", line.summary)
            json.field("agency", line.agency.rawValue)
            json.field("category", line.category)
            json.field("day", line.day.description)
            json.field("amount", line.amount)
          }
        }
        json.field("next", next)
      })
  }

  @Sendable func checks(_ request: Request, _ context: Context) async throws -> Response {
    let run = try await site.run(request, context)
    let checks = try await site.registry.checks(of: run, for: context.officer())
    return .json(
      JSON.object { json in
        json.list("checks", checks) { json, check in
          json.object { json in
            json.field("code", check.code)
            json.field("outcome", check.outcome.rawValue)
            let facts = check.arguments.sorted { $0.key < $1.key }
            json.object("facts") { json in
              for (name, value) in facts { json.field(name, text: value) }
            }
            json.list("cases", check.cases) { $0.element($1.wire) }
          }
        }
      })
  }

  @Sendable func changes(_ request: Request, _ context: Context) async throws -> Response {
    let run = try await site.run(request, context)
    let changes = try await site.registry.changes(
      run.form, run.period, asOf: run.asOf, scope: run.scope, for: context.officer())
    return .json(
      JSON.object { json in
        json.field("since", changes?.since.period)
        json.field("issuedClosing", changes?.since.closing)
        json.field("lateFiled", changes?.filed)
        json.field("lateClosed", changes?.closed)
        json.field("opening", changes?.opening)
        json.list("lines", changes?.lines ?? []) { json, line in
          json.object { json in
            json.field("indicator", line.indicator)
            json.field("day", line.day.description)
            json.subject(line.subject)
            json.field("agency", line.agency.rawValue)
            json.field("amount", line.amount)
            json.field("recordedAt", line.recordedAt)
          }
        }
      })
  }

  @Sendable func confirm(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (form, period) = try site.report(context)
    try await site.registry.confirm(form, period, by: officer, now: context.now)
    return .json(
      JSON.object { json in
        json.field("form", form.key)
        json.field("period", period.description)
        json.field("agency", officer.agency.rawValue)
      }, status: .created)
  }

  /// Every cell in which a case counts.
  @Sendable func cells(_ request: Request, _ context: Context) async throws -> Response {
    let cells = try await site.registry.cells(of: context.caseNumber(), asOf: context.now, for: context.officer())
    return .json(
      JSON.object { json in
        json.list("cells", cells) { json, cell in
          json.object { json in
            json.field("indicator", cell.indicator)
            json.field("month", Month(cell.day).description)
            json.field("day", cell.day.description)
            json.field("agency", cell.agency.rawValue)
            json.field("category", cell.category)
            json.field("amount", cell.amount)
          }
        }
      })
  }
}

extension Site {
  /// The form and the period in the path.
  ///
  /// - Throws: `report.form`, `report.period-unreadable`.
  func report(_ context: Context) throws(Refusal) -> (ReportForm, ReportPeriod) {
    guard let form = reports[try context.part("form")] else { throw Refusal(.notFound, "report.form") }
    guard let period = ReportPeriod(try context.part("period")) else {
      throw Refusal(.malformed, "report.period-unreadable", field: "period")
    }
    return (form, period)
  }

  /// The report that an address asks for: form and period in the path, `asOf` and `scope` among the parameters.
  ///
  /// - Throws: What `report(_:)` and `Registry.run` throw, `instant.unreadable`, `report.scope`.
  func run(_ request: Request, _ context: Context, also names: Set<String> = []) async throws -> ReportRun {
    let query = try Query(request, names: names.union(["asOf", "scope"]))
    return try await run(query, context)
  }

  func run(_ query: Query, _ context: Context) async throws -> ReportRun {
    let officer = try context.officer()
    let (form, period) = try report(context)
    let scope = try await registry.scope(query["scope"], for: officer)
    do {
      return try await registry.run(
        form, period, asOf: try query.instant(or: context.now), scope: scope, for: officer, now: context.now)
    } catch let fault as ReportForm.Fault {
      throw Refusal(.notAllowed, "report.form-broken", ["detail": .text(fault.detail)])
    }
  }

  /// The cell that an address asks for, and where its list goes on.
  ///
  /// - Throws: `query.parameter` for a parameter that cannot be read.
  func cell(
    _ request: Request, _ context: Context
  ) async throws -> AskedCell {
    let query = try Query(
      request, names: ["indicator", "rows", "key", "flag", "span", "asOf", "scope", "before", "table"])
    let (form, period) = try report(context)
    let scope = try await registry.scope(query["scope"], for: context.officer())
    guard let indicator = query["indicator"] else {
      throw Refusal(.malformed, "query.parameter", field: "indicator", ["name": .text("indicator")])
    }
    let span = query["span"] ?? "period"
    let days: ClosedRange<Day>? =
      switch span {
      case "period": period.days
      case "year": period.yearToDate
      case "periodBefore": period.yearBefore.days
      case "yearBefore": period.yearBefore.yearToDate
      default: nil
      }
    guard let days else { throw Refusal(.malformed, "query.parameter", field: "span", ["name": .text("span")]) }
    let rows = try query.value("rows", ReportForm.Rows.init(rawValue:))
    let key = query["key"] ?? ""
    // Of a form that names its rows, a row is a group of categories, and the total is all of the groups.
    let groups = form.tables.first { $0.key == query["table"] }?.groups ?? []
    let keys = key == "*" ? groups.flatMap(\.categories) : groups.first { $0.key == key }?.categories ?? [key]
    let before = try query.value("before") { text -> (day: Day, id: Int64)? in
      let halves = text.split(separator: "/")
      guard halves.count == 2, let day = Day(String(halves[0])), let id = Int64(halves[1]) else { return nil }
      return (day, id)
    }
    let cell = TallyCell(
      indicator: indicator, row: rows.map { ($0, keys) }, flag: query["flag"], days: days,
      asOf: try query.instant(or: context.now))
    return AskedCell(cell: cell, scope: scope, before: before, form: form, period: period)
  }
}

/// A cell of a report, as an address asks for it.
struct AskedCell {
  let cell: TallyCell
  let scope: ReportScope
  /// Where the list goes on.
  let before: (day: Day, id: Int64)?
  let form: ReportForm
  let period: ReportPeriod
}

extension JSON {
  /// What a line is of: a number, or the key of an action or of an inspection plan.
  fileprivate mutating func subject(_ subject: TallySubject) {
    switch subject {
    case .file(let number): field("number", number.wire)
    case .action(let id): field("action", id)
    case .inspection(let plan): field("plan", plan)
    case .market(let id): field("market", id)
    }
  }
}

extension TallyLine {
  /// Where a list goes on after it.
  var mark: String { "\(day)/\(id)" }
}

extension Query {
  /// The parameter `asOf`, or `now`.
  ///
  /// - Throws: `instant.unreadable`.
  func instant(or now: Instant) throws(Refusal) -> Instant {
    guard let text = self["asOf"] else { return now }
    guard let instant = Instant(reading: text) else { throw Refusal(.malformed, "instant.unreadable", field: "asOf") }
    return instant
  }
}

extension Instant {
  /// An instant as people write it: RFC 3339, or a day and time in Asia/Shanghai such as `2026-11-01 00:00`.
  init?(reading text: String) {
    guard text.utf8.count <= 40 else { return nil }
    // In an address an unescaped + of an offset arrives as a blank.
    let plain = text.trimmingBlanks.replacing(/(T.*) ([0-9]{2}:?[0-9]{2})$/, with: { "\($0.1)+\($0.2)" })
    guard let instant = Instant(plain) ?? Instant("\(plain):00+08:00") ?? Instant("\(plain)T00:00:00+08:00") else {
      return nil
    }
    self = instant
  }
}

extension Response {
  /// A file to be saved.
  static func file(_ bytes: ByteBuffer, _ type: String, named name: String) -> Response {
    var headers: HTTPFields = [.contentType: type, .cacheControl: "private, no-store"]
    headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: bytes))
  }
}

extension ReportRun {
  /// The report for programs: the same run gives the same bytes. Amounts of money are in fen.
  var json: ByteBuffer {
    JSON.object(capacity: 65_536) { json in
      json.field("form", form.key)
      json.field("version", form.version)
      json.field("period", period.description)
      json.field("asOf", asOf)
      json.field("scope", scope.wire)
      json.field("provisional", isProvisional)
      json.field("checkpoint", checkpoint)
      json.list("indicators", indicators) { json, each in json.object { $0.fields(of: each) } }
      json.list("tables", tables) { json, table in
        json.object { json in
          json.field("key", table.table.key)
          json.field("rows", table.table.rows.rawValue)
          json.list("columns", table.table.columns) { $0.element($1.key) }
          json.list("lines", table.rows) { json, row in
            json.object { json in
              json.field("key", row.key)
              if let isReported = row.isReported { json.field("reported", isReported) }
              json.list("figures", row.figures) { json, figures in json.object { $0.fields(of: figures) } }
            }
          }
          if let total = table.total {
            json.list("total", total) { json, figures in json.object { $0.fields(of: figures) } }
          }
        }
      }
      json.object("pending") { json in
        json.field("opening", balance.opening)
        json.field("new", balance.new)
        json.field("closed", balance.closed)
        json.field("closing", balance.closing)
      }
    }
  }
}

extension JSON {
  fileprivate mutating func fields(of figures: ReportFigures) {
    field("period", figures.period)
    field("periodBefore", figures.periodBefore)
    field("year", figures.year)
    field("yearBefore", figures.yearBefore)
  }

  fileprivate mutating func fields(of indicator: Indicator) {
    field("code", indicator.code)
    field("nameZh", indicator.name.chinese)
    field("nameEn", indicator.name.english)
    field("definitionZh", indicator.definition.chinese)
    field("definitionEn", indicator.definition.english)
    field("unit", indicator.unit.rawValue)
    field("basis", indicator.basis)
    field("since", indicator.since.description)
    field("noteZh", indicator.note?.chinese)
    field("noteEn", indicator.note?.english)
    field("sql", indicator.recount)
  }
}
