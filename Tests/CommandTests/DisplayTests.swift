import Casework
import Foundation
import Testing

@testable import Command

@Suite("Display")
struct DisplayTests {
  @Test(
    "A full-width scalar takes two cells, a combining one none",
    arguments: [
      ("", 0), ("abc", 3), ("案卷", 4), ("ＡＢ", 4), ("ｱ", 1), ("（）", 4), ("e\u{301}", 1), ("案\u{3099}", 2),
      ("\u{200B}", 0), ("𠮷", 2), ("〔2026〕", 8), ("…", 1), ("\u{1F4C4}", 2), ("\t\u{7}", 0), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{AD}", 0),
    ])
  func width(text: String, cells: Int) {
    #expect(text.displayWidth == cells)
  }

  @Test(
    "Cutting goes between scalars and never through a full-width one",
    arguments: [
      ("灯湖服饰商行", 12, "灯湖服饰商行"), ("灯湖服饰商行", 11, "灯湖服饰商…"), ("灯湖服饰商行", 10, "灯湖服饰…"),
      ("abcdef", 4, "abc…"), ("灯湖", 1, "…"), ("灯湖", 0, ""), ("e\u{301}fg", 2, "e\u{301}…"), ("", 0, ""),
    ])
  func truncation(text: String, cells: Int, cut: String) {
    #expect(text.truncated(to: cells) == cut)
    #expect(text.truncated(to: cells).displayWidth <= cells)
  }

  @Test(
    "Nothing that commands a terminal is printed",
    arguments: [
      ("a\nb\tc", "a b c"), ("\u{1B}[31m红", "\u{FFFD}[31m红"), ("甲\u{202E}乙", "甲\u{FFFD}乙"), ("\u{85}", " "),
      ("平常", "平常"),
    ])
  func printable(text: String, plain: String) {
    #expect(text.printable == plain)
  }

  private static let columns = [
    Table.Column(heading: "编号", alignment: .leading, isFlexible: false),
    Table.Column(heading: "金额", alignment: .trailing, isFlexible: false),
    Table.Column(heading: "当事人", alignment: .leading, isFlexible: true),
  ]

  @Test("Columns are aligned by cells, numbers flush right, without blanks at the end")
  func table() {
    let table = Table(columns: Self.columns, rows: [["1", "35740.82", "灯湖服饰商行"], ["案22", "5.00", ""]])
    #expect(
      table.lines(width: nil) == [
        "编号      金额  当事人", "----  --------  ------------", "1     35740.82  灯湖服饰商行", "案22      5.00",
      ])
  }

  @Test("A table fits the terminal as far as its flexible columns give way", arguments: 22...40)
  func narrow(width: Int) {
    let table = Table(columns: Self.columns, rows: [["1", "35740.82", "灯湖服饰商行与星帆服饰有限公司"]])
    let lines = table.lines(width: width)
    #expect(lines.allSatisfy { $0.displayWidth <= max(width, 24) })
    #expect(lines[2].hasPrefix("1     35740.82  灯湖"))
  }

  @Test("A row that is too short has empty cells")
  func shortRow() {
    #expect(Table(columns: Self.columns, rows: [["1"]]).lines(width: nil)[2] == "1")
  }

  @Test(
    "CSV quotes what must be quoted and disarms formulas",
    arguments: [
      (["a", "b"], "a,b\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"), (["说\"好\""], "\"说\"\"好\"\"\"\r\n"),
      (["a\r\nb"], "\"a\r\nb\"\r\n"), (["=1+1"], "\"'=1+1\"\r\n"), (["-5"], "\"'-5\"\r\n"), (["@x"], "\"'@x\"\r\n"),
      (["＝1"], "\"'＝1\"\r\n"), (["\t=1"], "\"'\t=1\"\r\n"), (["1=1"], "1=1\r\n"), (["", ""], ",\r\n"),
    ])
  func csv(cells: [String], record: String) {
    #expect(String(decoding: CSV.record(cells), as: UTF8.self) == record)
  }
}

@Suite("Exit codes")
struct DisplayExitTests {
  @Test("Every kind of refusal ends with the code of the status that the server gives it")
  func kinds() {
    let statuses: [Refusal.Kind: Int] = [
      .malformed: 400, .invalid: 422, .notFound: 404, .notAllowed: 409, .stale: 412, .forbidden: 403,
      .unauthenticated: 401, .throttled: 429,
    ]
    for kind in Refusal.Kind.allCases {
      #expect(statuses[kind].map(Exit.code(forStatus:)) == kind.exitCode)
    }
  }

  @Test("Statuses without a refusal", arguments: [(413, 64), (415, 64), (503, 69), (502, 69), (500, 70), (405, 70)])
  func statuses(status: Int, code: Int) {
    #expect(Exit.code(forStatus: status).rawValue == Int32(code))
  }

  @Test("A problem that is no problem+json gets the status for its code")
  func problem() throws {
    #expect(ServerProblem(status: 500, body: Data("<html>".utf8)).type == "http.500")
    let told = ServerProblem(
      status: 409, body: Data(#"{"type":"act.not-now","title":"现在不能办理。","status":409,"field":"act"}"#.utf8))
    #expect(told.sentence == "act: 现在不能办理。 [act.not-now]")
  }

  @Test(
    "Addresses of servers",
    arguments: [
      ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"), ("https://ipcase.example.cn", "https://ipcase.example.cn"),
      ("ipcase.example.cn", nil), ("ftp://x", nil), ("http://", nil), ("http://a@b", nil), ("http://b?c", nil),
    ] as [(String, String?)])
  func addresses(text: String, address: String?) {
    #expect((try? ServerAddress(text))?.text == address)
  }

  @Test("Every byte of a parameter arrives, a plus sign too")
  func parameters() throws {
    let url = try ServerAddress("http://h").url(["a", "b/c"], [("asOf", "2026-11-01T00:00+08:00"), ("none", nil)])
    #expect(url.absoluteString == "http://h/a/b%2Fc?asOf=2026-11-01T00%3A00%2B08%3A00")
  }
}
