import Foundation
import Sheets
import Testing

/// Workbooks as other programs write them: made by openpyxl, and by hand where that would not.
@Suite struct SpreadsheetTests {
  private static let folder = Result {
    let folder = URL.temporaryDirectory.appending(path: "workbooks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "workbooks.py").path, folder.path,
    ]
    try process.run()
    process.waitUntilExit()
    return folder
  }

  private func rows(_ name: String) throws -> [[String]] {
    let book = try Spreadsheet(Self.folder.get().appending(path: "\(name).xlsx").path)
    #expect(book.sheets == ["登记表"] || name == "empty")
    return try book.rows(of: book.sheets[0]).map(\.cells)
  }

  private func fault(_ name: String) throws -> SheetFault? {
    do { _ = try rows(name) } catch let fault as SheetFault { return fault }
    return nil
  }

  @Test func textsAndNumbersAreAsTheyWereTyped() throws {
    #expect(
      try rows("plain") == [
        ["案件编号", "来源标题", "立案日期", "罚款（元）"], ["440000000000000001", "案一", "2026-10-31", "12000.5"],
        ["A2", "案二", "", "0.3"], ["A3", "案三", "是", "1000000000000000"],
      ])
  }

  @Test func rowsKeepTheirNumbersPastEmptyOnes() throws {
    let book = try Spreadsheet(Self.folder.get().appending(path: "plain.xlsx").path)
    #expect(try book.rows(of: "登记表").map(\.number) == [1, 2, 3, 5])
    let million = try Spreadsheet(Self.folder.get().appending(path: "million.xlsx").path)
    #expect(try million.rows(of: "登记表").count == 4)
  }

  // 46326 days after 1899-12-30 is 2026-10-31; a number that is not shown as a date stays one.
  @Test func datesAreReadFromSerialNumbersInEitherCalendar() throws {
    #expect(
      try rows("dates").dropFirst().map { $0[2] } == [
        "2026-10-31", "1900-03-01", "２０２６年１０月３１日", "2026-10-31", "46326", "46326",
      ])
    #expect(try rows("dates-1904")[1][2] == "2026-10-31")
  }

  @Test(
    arguments: [
      ("renamed", .none, ""), ("old", .none, ""), ("other", .none, ""), ("broken", .none, ""), ("macros", .macros, ""),
      ("external", .external, ""), ("entities", .entity, ""), ("formula", .formula, "D2"), ("merged", .merged, "B1:C1"),
      ("empty", .empty, ""),
    ] as [(String, SheetFault.Kind, String)])
  func whatCannotBeReadIsRefusedNamingTheCell(name: String, kind: SheetFault.Kind, cell: String) throws {
    let found = try fault(name)
    #expect(found?.kind == kind && found?.cell == cell, "\(String(describing: found))")
  }

  @Test func aTitleAboveTheHeadingMayBeMerged() throws {
    #expect(try rows("title").map(\.count) == [1, 4, 4])
  }
}
