import Foundation
import Postgres
import Registry
import TestSupport
import Testing

@Suite(.database, .serialized) struct JourneyTests {
  @Test func aCaseGoesFromLeadToPoliceByCommandLineAlone() async throws {
    try await Running.service { ipcase in
      try ipcase.signIn("ipb", "IPB", "clerk", "case-officer")
      let logged = try ipcase(
        "case", "new", "--ip-type", "trademark", "--summary", "涉嫌销售假冒注册商标的商品", "--lead-source", "inspection",
        "--lead-on", "2026-11-02", "--respondent", "灯湖服饰商行", "--turnover", "5.2万", "--json")
      #expect(logged.exitCode == 0, "\(logged.talk)")
      let number = try #require(logged.object["number"] as? String)
      let drafted = try ipcase(
        "referral", "draft", number, "--to", "PSB", "--offence", "214", "--basis", "reasonable-suspicion", "--reason",
        "数量大", "--json")
      #expect(drafted.exitCode == 0, "\(drafted.talk)")
      let team = try ipcase("referral", "team", number, "--officers", "甲、乙")
      #expect(team.exitCode == 0, "\(team.talk)")
      #expect(try ipcase("referral", "report", number, "--findings", "涉嫌销售假冒注册商标的商品罪").exitCode == 0)
      #expect(try ipcase("referral", "approve", number).exitCode == 77)
      try ipcase.signIn("ipb.deputy", "IPB", "deputy-head")
      let deputy = try ipcase("referral", "approve", number)
      #expect(deputy.exitCode == 77)
      #expect(deputy.talk.contains("referral.only-head"))
      try ipcase.signIn("ipb.head", "IPB", "head")
      #expect(try ipcase("referral", "approve", number).exitCode == 0)
      _ = try ipcase("login", "ipb", input: "correct horse\n")
      #expect(try ipcase("referral", "send", number).exitCode == 0)
      #expect(try ipcase("referral", "receive", number).exitCode == 77)
      try ipcase.signIn("psb", "PSB", "clerk", "case-officer")
      #expect(try ipcase("referral", "receive", number).exitCode == 0)
      let filed = try ipcase("referral", "decide", number, "--file", "--document", "立字1号", "--approver", "李局")
      #expect(filed.exitCode == 0, "\(filed.talk)")
      try ipcase.signIn("pro", "PRO", "auditor")
      let seen = try ipcase("case", "show", number, "--json").object
      #expect(seen["owner"] as? String == "PSB")
      #expect(seen["state"] as? String == "police-filed")
      let findings = try await Registry(TestDatabase.owner).examine(now: Given.now)
      #expect(findings == [])
    }
  }

  @Test func theReportByCommandLineIsTheServersByteForByte() async throws {
    try await Running.service { ipcase in
      try ipcase.signIn("ipb", "IPB", "clerk", "case-officer")
      _ = try ipcase(
        "case", "new", "--ip-type", "patent", "--summary", "涉嫌假冒专利", "--lead-source", "tip", "--lead-on", "2026-10",
        "--respondent", "晨桥公司")
      let arguments = ["district-monthly", "2026-10", "--as-of", "2026-10-31T16:00:00Z", "--json"]
      let before = try ipcase("report", "run", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])
      #expect(before.exitCode == 0, "\(before.talk)")
      _ = try ipcase(
        "case", "new", "--ip-type", "patent", "--summary", "迟到的案件", "--lead-source", "tip", "--lead-on", "2026-10-02",
        "--respondent", "晨桥公司")
      let after = try ipcase("report", "run", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])
      #expect(before.output == after.output)
    }
  }

  @Test func importedAndRejectedLinesAddUpToTheLinesRead() async throws {
    try await Running.service { ipcase in
      try ipcase.signIn("ipb", "IPB", "clerk")
      let file = ipcase.folder.appending(path: "register.csv")
      let lines = [
        "案件编号,来源标题,知识产权类型,程序,当事人,罚款（元）,线索日期",
        "A-1,公开案例一,商标,行政处罚,灯湖服饰商行,12000,2026-09", "A-2,公开案例二,商标,行政处罚,晨桥鞋业,约5万,2026-09-01",
        "A-3,公开案例三,不明,行政处罚,晨桥鞋业,,2026-02-30",
      ]
      try Data(lines.joined(separator: "\r\n").utf8).write(to: file)
      let rehearsal = try ipcase("case", "import", file.path, "--dry-run", "--json")
      #expect(rehearsal.exitCode == 1)
      let first = try ipcase("case", "import", file.path, "--json")
      let again = try ipcase("case", "import", file.path, "--json")
      for (outcome, imported) in [(rehearsal, 1), (first, 1), (again, 0)] {
        let sums = outcome.output + outcome.talk
        #expect(sums.contains("\"imported\":\(imported)"), "\(sums)")
        #expect(sums.contains("\"read\":3"))
        #expect(sums.contains("\"rejected\":\(3 - imported)"))
      }
      #expect(first.output.contains("fine_yuan") && first.output.contains("amount.vague"))
    }
  }

  @Test(arguments: [
    (["case", "show", "2026-999999"], 66), (["case", "show", "nonsense"], 64),
    (["case", "list", "--ip-type", "x"], 64),
    (["report", "run", "2026-13"], 64), (["case"], 0), (["whoami"], 0),
  ])
  func everyCommandEndsWithItsCode(_ arguments: [String], _ code: Int) async throws {
    try await Running.service { ipcase in
      try ipcase.signIn("ipb", "IPB", "clerk")
      let environment = Running.environment(ipcase.folder).merging(["IPCASE_SERVER": ipcase.address]) { $1 }
      let outcome = try Running.run(arguments, environment: environment)
      #expect(Int(outcome.exitCode) == code, "\(outcome.talk)")
    }
  }

  @Test func withoutAServerACommandSaysSo() throws {
    let folder = FileManager.default.temporaryDirectory
    let environment = Running.environment(folder).merging(["IPCASE_SERVER": "http://127.0.0.1:1", "IPCASE_TOKEN": "x"])
    { $1 }
    let outcome = try Running.run(["case", "list"], environment: environment)
    #expect(outcome.exitCode == 69)
    #expect(outcome.talk.hasPrefix("ipcase: "))
    #expect(outcome.output.isEmpty)
  }

  @Test func aDatabaseThatLacksMigrationsIsRefusedInOneSentence() async throws {
    try await TestDatabase.owner.transaction { try $0.script("delete from migration where number > 3") }
    let folder = FileManager.default.temporaryDirectory
    let environment = Running.environment(folder).merging(["DATABASE_URL": TestDatabase.conninfo]) { $1 }
    let outcome = try Running.run(["serve", "--port", "0"], environment: environment)
    #expect(outcome.exitCode == 69)
    #expect(outcome.talk.contains("ipcase migrate"))
  }
}
