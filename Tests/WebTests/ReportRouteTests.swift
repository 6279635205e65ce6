import Casework
import Foundation
import HTTPTypes
import Law
import Registry
import TestSupport
import Testing

@testable import Web

/// Reports through the API and the pages, and as files that other programs open.
@Suite(.database) struct ReportRouteTests {
  private func file(_ client: Client, _ path: String) async throws -> URL {
    let answer = try await client.get(path)
    #expect(answer.status == 200, "\(answer.body.prefix(300))")
    let url = URL.temporaryDirectory.appending(path: "report-\(UUID().uuidString).xlsx")
    try Data(answer.bytes).write(to: url)
    return url
  }

  @Test func theWorkbookOpensElsewhereWithNumbersAsNumbersAndIsTheSameAgain() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer, .statistician))
    _ = try await client.loggedCase(leadOn: "2026-10-05")
    let path = "/api/reports/district-monthly/2026-10/xlsx?asOf=\(Given.now.description.percentEncoded)"
    let first = try await file(client, path)
    let script = """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]
      print(len(book.worksheets), sheet.freeze_panes, sheet["A5"].value, sheet["B5"].value, type(sheet["B5"].value).__name__, sheet["B5"].number_format, len(sheet._charts))
      print(book.worksheets[-1]["A2"].value, book.worksheets[-1]["B2"].value)
      """
    #expect(try Python.run(script, first.path) == "6 B5 商标侵权 1 int #,##0 1\nleads 线索\n")
    _ = try await client.loggedCase(leadOn: "2026-10-06")
    let second = try await file(client, path)
    let later = try Data(contentsOf: second)
    // The second case was recorded at the same instant, which stands still here; as of the one before, nothing is there.
    #expect(later.count > 0)
    let before =
      "/api/reports/district-monthly/2026-10/xlsx?asOf=\(Given.now.adding(seconds: -1).description.percentEncoded)"
    let (left, right) = (try await file(client, before), try await file(client, before))
    #expect(try Data(contentsOf: left) == Data(contentsOf: right))
  }

  @Test func theCSVHasAMarkOfItsEncodingAndEveryFigureOnce() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    _ = try await client.loggedCase(leadOn: "2026-10-05")
    let csv = try await client.get("/api/reports/district-monthly/2026-10/csv").body
    #expect(csv.hasPrefix("\u{FEFF}"))
    let script = """
      import sys, csv
      rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig")))
      print(len(set(map(len, rows))), [row[6] for row in rows if row[1] == "trademark-infringement" and row[3] == "leads"])
      """
    let path = URL.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
    try Data(csv.utf8).write(to: path)
    #expect(try Python.run(script, path.path) == "1 ['1']\n")
  }

  @Test func aReportGoesFromTheDraftToTheSealedPaper() async throws {
    let site = try await Client()
    let drafter = try await site.browsing(Given.officer("IPB", .statistician, login: "ipb.drafts"))
    let checker = try await site.browsing(Given.officer("IPB", .statistician, login: "ipb.checks"))
    let head = try await site.browsing(Given.officer("IPB", .head))
    let logger = try await site.signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    _ = try await logger.loggedCase(leadOn: "2026-10-05")
    let drafted = try await drafter.post(
      "/reports/district-monthly/2026-10/draft", form: ["asOf": Given.now.adding(seconds: -60).description])
    #expect(drafted.status == 303, "\(drafted.body.prefix(300))")
    let address = try #require(drafted.headers[.location])
    let page = try await checker.get(address).body
    let digest = try #require(page.firstMatch(of: /name="digest" value="([0-9a-f]{64})"/)?.output.1)
    let form = ["digest": String(digest)]
    #expect(try await drafter.post("/report-issues/1/check", form: form).status == 403)
    #expect(try await head.post("/report-issues/1/issue", form: form).status == 409)
    #expect(try await checker.post("/report-issues/1/check", form: form).status == 303)
    #expect(try await head.post("/report-issues/1/issue", form: form).status == 303)
    let issued = try await drafter.get(address).body
    #expect(issued.contains("已签发") && issued.contains("ipcase/IPB"))
    // What was frozen is what runs again, byte by byte.
    let reader = try await site.signedIn(Given.officer("IPB", .auditor))
    let content = try await reader.get("/api/report-issues/1/content").body
    let asOf = try #require(try await reader.get("/api/report-issues/1")["asOf"])
    #expect(try await reader.get("/api/reports/district-monthly/2026-10?asOf=\(asOf.percentEncoded)").body == content)
    // Anybody who holds the paper may ask whether it is genuine.
    let mark = try await site.get("/verify/\(digest)")
    #expect(mark.status == 200 && mark.body.contains("知识产权执法月报"))
    #expect(try await site.get("/verify/\(String(repeating: "0", count: 64))").status == 404)
    let pdf = try await file(reader, "/api/reports/district-monthly/2026-10/pdf?asOf=\(asOf.percentEncoded)")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftotext")
    process.arguments = [pdf.path, "-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("知识产权执法月报") && text.contains("立案监督") && !text.contains("草稿"))
  }

  @Test func anAgencyThatDrawsItsOwnSeesNoOtherCases() async throws {
    let site = try await Client()
    let bureau = try await site.signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let number = try await bureau.loggedCase(leadOn: "2026-10-05")
    let culture = try await site.signedIn(Given.officer("CUL", .head, .statistician))
    let lines = try await culture.get("/api/reports/district-monthly/2026-10/lines?indicator=leads")
    #expect(lines.status == 200 && !lines.body.contains(number))
    for scope in ["district", "IPB"] {
      #expect(try await culture.get("/api/reports/district-monthly/2026-10?scope=\(scope)").status == 403)
      #expect(
        try await culture.get("/api/reports/district-monthly/2026-10/lines?indicator=leads&scope=\(scope)").status
          == 403)
    }
    #expect(try await culture.get("/api/cases/\(number)/cells").body == #"{"cells":[]}"#)
  }

  @Test(arguments: [
    "/moon/2026-10", "/district-monthly/2026", "/district-monthly/2026-Q4", "/district-monthly/2026-10?asOf=x",
  ])
  func whatIsNoReportIsRefused(path: String) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    #expect([400, 404, 422].contains(try await client.get("/api/reports\(path)").status))
  }

  @Test func aWorkbookIsImportedStepByStepAndHandedBackWithItsFaultsMarked() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let path = URL.temporaryDirectory.appending(path: "register-\(UUID().uuidString).xlsx")
    let script = """
      import sys, datetime, openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.append(["编号", "标题", "类型", "种类", "单位", "立案日", "罚款"])
      sheet.append(["G1", "案一", "商标", "行政处罚", "灯湖服饰商行", datetime.date(2026, 10, 8), 12000.5])
      sheet.append(["G2", "案二", "月亮", "行政处罚", "晨桥鞋业", "２０２６年１０月９日", "约5万"])
      book.save(sys.argv[1])
      """
    _ = try Python.run(script, path.path)
    let bytes = Array(try Data(contentsOf: path))
    let columns = """
      {"columns":{"编号":"case_ref","标题":"source_title","类型":"ip_type","种类":"procedure","单位":"respondent",
      "立案日":"decided_date","罚款":"fine_yuan"}}
      """
    let source = "桂城".percentEncoded
    #expect(try await client.post("/api/imports/mappings/\(source)", json: columns).status == 201)
    let rehearsed = try await client.send(
      .post, "/api/imports?dryRun=true&source=\(source)", "application/octet-stream", bytes, [:])
    #expect(rehearsed.body.contains(#""imported":1,"rejected":1,"dryRun":true"#), "\(rehearsed.body)")
    let marked = try await client.send(
      .post, "/api/imports/marked?source=\(source)", "application/octet-stream", bytes, [:])
    let handed = URL.temporaryDirectory.appending(path: "marked-\(UUID().uuidString).xlsx")
    try Data(marked.bytes).write(to: handed)
    let look = """
      import sys, openpyxl
      sheet = openpyxl.load_workbook(sys.argv[1]).active
      print([cell.coordinate for row in sheet for cell in row if cell.comment], sheet["C3"].fill.fgColor.rgb)
      """
    #expect(try Python.run(look, handed.path) == "['C3', 'G3'] FFFFC7CE\n")
    let done = try await client.send(.post, "/api/imports?source=\(source)", "application/octet-stream", bytes, [:])
    #expect(done.body.contains(#""batch":"#) && done.body.contains(#""imported":1"#))
    let report = try await client.get("/api/reports/district-monthly/2026-10/csv").body
    #expect(report.contains("1.20"))
  }

  @Test func theImportPagesLeadFromTheFileToTheUndo() async throws {
    let client = try await Client().browsing(Given.officer("IPB", .clerk))
    let csv = "编号,标题,类型,种类,单位\nG1,案一,商标,行政处罚,灯湖服饰商行\n"
    let boundary = "xx"
    let parts = [("csrf", client.csrf), ("source", "九江")].map {
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
    }.joined()
    let body =
      parts
      + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n\(csv)\r\n--\(boundary)--\r\n"
    let asked = try await client.send(
      .post, "/imports/file", "multipart/form-data; boundary=\(boundary)", Array(body.utf8), [:])
    #expect(asked.status == 200 && asked.body.contains("各列是什么"), "\(asked.body.prefix(500))")
    let digest = String(try #require(asked.body.firstMatch(of: /name="digest" value="([0-9a-f]{64})"/)?.output.1))
    let mark = String(try #require(asked.body.firstMatch(of: /name="mark" value="([^"]+)"/)?.output.1))
    var form = ["digest": digest, "mark": mark, "source": "九江"]
    form["fileName"] = asked.body.firstMatch(of: /name="fileName" value="([^"]+)"/).map { String($0.output.1) }
    for (index, pair) in [
      ("编号", "case_ref"), ("标题", "source_title"), ("类型", "ip_type"), ("种类", "procedure"), ("单位", "respondent"),
    ].enumerated() {
      form["columns[\(index)][heading]"] = pair.0
      form["columns[\(index)][field]"] = pair.1
    }
    let rehearsed = try await client.post("/imports/rehearsal", form: form)
    #expect(rehearsed.body.contains("可以导入1行"), "\(rehearsed.body.prefix(500))")
    #expect(try await client.post("/imports", form: form.merging(["mark": "x"]) { $1 }).status == 403)
    #expect(try await client.post("/imports", form: form).body.contains("已导入1行"))
    #expect(try await client.get("/cases").body.contains("案一"))
    let page = try await client.get("/imports").body
    #expect(page.contains("a.csv"))
    let undo = String(try #require(page.firstMatch(of: /action="(\/imports\/[0-9]+\/undo)"/)?.output.1))
    #expect(try await client.post(undo, form: [:]).status == 303)
    #expect(try await !client.get("/cases").body.contains("案一"))
  }
}
