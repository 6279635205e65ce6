import Casework
import Hummingbird
import Law
import Registry
import Reports

/// `/reports` and `/reports/{month}`
struct ReportPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("reports", use: index).get("reports/{month}", use: show)
  }

  /// The month asked for in the form, or the last one that has ended.
  @Sendable func index(_ request: Request, _ context: Context) throws -> Response {
    let query = try Query(request, names: ["month", "asOf"])
    let month = query["month"]?.trimmingBlanks ?? Month(context.now.day()).previous.description
    let asOf = query["asOf"].map { "?asOf=\($0.percentEncoded)" } ?? ""
    return .redirect(to: "/reports/\(month.percentEncoded)\(asOf)", type: .normal)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let report = try await site.report(request, context)
    let checkpoint = try await site.registry.checkpoint(of: officer.agency, asOf: report.asOf)
    let thisMonth = Month(context.now.day())
    let writer = ReportWriter(report: report, words: words)
    let page = ReportPage(
      frame: site.frame(words("pages.report.title"), request, context),
      month: words("pages.report.month-of", ["year": String(report.month.year), "month": String(report.month.month)]),
      asOf: report.asOf.local, checkpoint: checkpoint.map { $0.text.replacing("\n", with: " ") },
      scope: words("pages.report.scope", ["agency": words.name(of: officer.agency)]),
      monthField: Field("month", value: report.month.description), asOfField: Field("asOf", value: report.asOf.local),
      previous: link(report.month.previous), next: report.month < thisMonth ? link(report.month.next) : nil,
      tables: writer.tables, vague: writer.vague, definitions: writer.definitions)
    return site.answer(page, context)
  }

  private func link(_ month: Month) -> ReportPage.MonthLink {
    ReportPage.MonthLink(href: "/reports/\(month)", label: month.description)
  }
}

/// Puts a report into words and links: every number opens the cases it counts.
struct ReportWriter {
  let report: MonthlyReport
  let words: Wording

  var tables: [ReportPage.Table] {
    let total = row(words("pages.report.total"), report.total, filter: "")
    return [
      ReportPage.Table(
        id: "by-type", title: words("pages.report.by-type"), rowHeading: words("pages.report.type"),
        rows: report.byType.map { row in
          self.row(words("ip-type.\(row.key.rawValue)"), row.periods, filter: "&ipType=\(row.key.rawValue)")
        }, total: total),
      ReportPage.Table(
        id: "by-agency", title: words("pages.report.by-agency"), rowHeading: words("pages.report.agency"),
        rows: report.byAgency.map { row in
          self.row(words.name(of: row.key), row.periods, filter: "&by=\(row.key)")
        }, total: total),
    ]
  }

  var vague: ReportPage.Vague? {
    report.vague == 0
      ? nil : ReportPage.Vague(text: words("pages.report.vague", ["count": String(report.vague)]), href: nil)
  }

  var definitions: [Particular] {
    let columns = ReportFigures.columns.map(\.rawValue) + ["fines", "confiscated"]
    return columns.map { column in
      Particular(label: words("pages.report.column.\(column)"), value: words("pages.report.definition.\(column)"))
    }
  }

  private func row(_ label: String, _ periods: ReportPeriods, filter: String) -> ReportPage.Row {
    let year = report.month.yearToDate
    let month = report.month.first...report.month.last
    let spans = [(periods.month, month), (periods.yearToDate, year)]
    let counts = ReportFigures.columns.flatMap { column in
      spans.map { figures, days in
        let count = figures.counts[column] ?? 0
        return cell(String(count), isZero: count == 0, "milestone=\(column.rawValue)\(filter)", days)
      }
    }
    let fines = spans.map { figures, days in
      cell(
        ReportFigures.yuan(figures.fines), isZero: figures.fines == 0, "milestone=decided&money=fine\(filter)", days)
    }
    let confiscated = spans.map { figures, days in
      cell(
        ReportFigures.yuan(figures.confiscated), isZero: figures.confiscated == 0,
        "milestone=decided&money=confiscated\(filter)", days)
    }
    return ReportPage.Row(label: label, cells: counts + fines + confiscated)
  }

  private func cell(_ value: String, isZero: Bool, _ query: String, _ days: ClosedRange<Day>) -> ReportPage.Cell {
    let span = "from=\(days.lowerBound)&to=\(days.upperBound)&asOf=\(report.asOf.description.percentEncoded)"
    return ReportPage.Cell(value: value, href: "/cases?\(query)&\(span)", isZero: isZero)
  }
}
