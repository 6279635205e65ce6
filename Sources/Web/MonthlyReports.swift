import Casework
import Hummingbird
import Law
import Registry
import Reports

/// `/api/reports/{month}`
struct MonthlyReports {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("{month}", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let report = try await site.report(request, context)
    let checkpoint = try await site.registry.checkpoint(of: context.officer().agency, asOf: report.asOf)
    return .json(
      JSON.object(capacity: 16_384) { json in
        json.field("month", report.month.description)
        json.field("asOf", report.asOf)
        json.field("checkpoint", checkpoint?.note)
        json.list("byType", report.byType) { json, row in
          json.object { json in
            json.field("ipType", row.key.rawValue)
            json.periods(row.periods)
          }
        }
        json.list("byAgency", report.byAgency) { json, row in
          json.object { json in
            json.field("agency", row.key.rawValue)
            json.periods(row.periods)
          }
        }
        json.object("total") { $0.periods(report.total) }
        json.field("vague", report.vague)
      })
  }
}

extension Site {
  /// The report that an address asks for: the month in the path, `asOf` among the parameters.
  ///
  /// - Throws: `month.unreadable`, `instant.unreadable`, `instant.future`.
  func report(_ request: Request, _ context: Context) async throws -> MonthlyReport {
    let officer = try context.officer()
    guard let month = Month(try context.part("month")) else {
      throw Refusal(.malformed, "month.unreadable", field: "month")
    }
    let query = try Query(request, names: ["asOf"])
    var asOf = context.now
    if let text = query["asOf"] {
      guard let instant = Instant(reading: text) else {
        throw Refusal(.malformed, "instant.unreadable", field: "asOf")
      }
      asOf = instant
    }
    return try await registry.monthlyReport(month, asOf: asOf, for: officer, now: context.now)
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

extension JSON {
  fileprivate mutating func periods(_ periods: ReportPeriods) {
    object("month") { $0.figures(periods.month) }
    object("yearToDate") { $0.figures(periods.yearToDate) }
  }

  private mutating func figures(_ figures: ReportFigures) {
    field("leads", figures.counts[.lead] ?? 0)
    field("filed", figures.counts[.filed] ?? 0)
    field("decided", figures.counts[.decided] ?? 0)
    field("closed", figures.counts[.closed] ?? 0)
    field("referred", figures.counts[.referred] ?? 0)
    field("policeFiled", figures.counts[.policeFiled] ?? 0)
    field("fines", ReportFigures.yuan(figures.fines))
    field("confiscated", ReportFigures.yuan(figures.confiscated))
  }
}
