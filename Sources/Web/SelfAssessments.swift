import Casework
import Hummingbird
import Law
import Registry

extension Site {
  /// The self-assessment that an address asks for: JSON, or a spreadsheet with a byte order mark if `format=csv`.
  ///
  /// - Throws: `query.parameter`, also where no year is given.
  func selfAssessment(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let query = try Query(request, names: ["year", "format"])
    guard let year = try query.year() else {
      throw Refusal(.malformed, "query.parameter", field: "year", ["name": .text("year")])
    }
    let isCSV = try query.value("format") { ["csv": true, "json": false][$0] } ?? false
    let assessment = try await registry.selfAssessment(of: year, for: officer)
    let today = context.now.day()
    return isCSV ? spreadsheet(assessment, on: today, context) : .json(Self.json(assessment, on: today))
  }

  private static func json(_ assessment: SelfAssessment, on today: Day) -> ByteBuffer {
    JSON.object(capacity: 32_768) { json in
      json.field("year", assessment.year)
      json.list("tasks", assessment.tasks) { json, task in json.object { $0.fields(of: task, on: today) } }
      json.list("targets", assessment.targets) { json, standing in json.object { $0.fields(of: standing) } }
    }
  }

  /// Tasks first, then targets, under one heading: a column that says nothing of a row is empty there.
  func spreadsheet(_ assessment: SelfAssessment, on today: Day, _ context: Context) -> Response {
    let words = Wording(self, context)
    var buffer = ByteBuffer(bytes: [0xEF, 0xBB, 0xBF])
    let headings = [
      "section", "number", "name", "leads", "participants", "progress", "reports", "evidence", "light", "target",
      "value", "met",
    ]
    buffer.writeRecord(headings.map { words("pages.plan.export.\($0)") })
    for task in assessment.tasks {
      let evidence = task.reports.compactMap { report in
        report.evidence.map { words.said(report, $0) }
      }
      buffer.writeRecord([
        words("pages.plan.export.task"), String(task.number), words.name(of: task), words.leads(task),
        words.names(task.participants), words.progress(task),
        task.reports.map { words.said($0, $0.text) }.joined(separator: "\n"), evidence.joined(separator: "\n"),
        words.tag(task.light(on: today)).label, "", "", "",
      ])
    }
    for (index, standing) in assessment.targets.enumerated() {
      let row = words.row(standing)
      let sources = standing.measurements.map { measurement in
        words(
          "pages.plan.export.source",
          [
            "asOf": measurement.asOf.description,
            "value": words.amount(measurement.value.wire, standing.target.measuredIn), "source": measurement.source,
          ])
      }
      buffer.writeRecord([
        words("pages.plan.export.goal"), String(index + 1), row.name, "", "", "", row.missing ?? "",
        sources.joined(separator: "\n"), "", row.target, row.value, row.met.label,
      ])
    }
    var headers: HTTPFields = [.contentType: "text/csv; charset=utf-8"]
    headers[.contentDisposition] = "attachment; filename=\"self-assessment-\(assessment.year).csv\""
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: buffer))
  }
}

extension Wording {
  /// What an agency says of a time.
  fileprivate func said(_ report: PlanProgress, _ text: String) -> String {
    self(
      "pages.plan.latest", ["agency": name(of: report.agency), "period": report.period.description, "text": text])
  }
}
