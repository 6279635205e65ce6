import Foundation
import Testing

/// `ipcase law` where there is no server, no database and nobody signed in.
@Suite struct LawCommandTests {
  /// Runs a command of the law book.
  private static func law(_ arguments: [String], input: String = "") throws -> Running.Outcome {
    let nowhere = FileManager.default.temporaryDirectory.appending(path: "ipcase-nowhere-\(UUID().uuidString)")
    let environment = Running.environment(nowhere)
      .merging(["DATABASE_URL": "host=/nowhere", "IPCASE_SERVER": "http://127.0.0.1:1"]) { $1 }
    return try Running.run(["law"] + arguments, input: input, environment: environment)
  }

  private func object(_ arguments: String...) throws -> [String: Any] {
    let outcome = try Self.law(arguments + ["--json"])
    #expect(outcome.exitCode == 0, "\(outcome.talk)")
    #expect(outcome.talk == "")
    return outcome.object
  }

  private func list(_ arguments: String..., input: String = "") throws -> [[String: Any]] {
    let outcome = try Self.law(arguments + ["--json"], input: input)
    #expect(outcome.exitCode == 0, "\(outcome.talk)")
    #expect(outcome.talk == "")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
  }

  private func keys(_ answer: [String: Any]) -> [String] {
    (answer["citations"] as? [[String: Any]] ?? []).compactMap { $0["key"] as? String }
  }

  // MARK: due

  @Test(arguments: [
    ("2022-10-31", "2021-07-15", 60, "2022-12-30", "samr-procedure-2021@82(5)"),
    ("2022-11-01", "2022-11-01", 30, "2022-12-01", "samr-procedure@82(5)"),
  ])
  func theVersionOfTheDayGoverns(
    _ from: String, _ version: String, _ days: Int, _ due: String, _ key: String
  ) throws {
    let answer = try object("due", "P18", "--from", from)
    #expect(["rule", "version", "unit", "due"].map { answer[$0] as? String } == ["P18", version, "day", due])
    #expect(answer["provisional"] as? Bool == false && answer["toConfirm"] as? Bool == false)
    #expect(keys(answer) == [key])
    let printed = (answer["citations"] as? [[String: Any]])?.first
    #expect((printed?["text"] as? String)?.hasSuffix("第八十二条第（五）项") == true)
    #expect(printed?["toConfirm"] as? Bool == false)
    let ledger = try #require(answer["ledger"] as? [[String: Any]])
    #expect(ledger.first?["at"] as? String == from && ledger.first?["reason"] as? String == "trigger")
    #expect(ledger.compactMap { $0["number"] as? Int } == Array(1...days))
    #expect(ledger.last?["at"] as? String == due)
  }

  @Test func aLimitInHoursNeedsAnInstantAndEndsAtOne() throws {
    let answer = try object("due", "R4a", "--from", "2025-09-28T16:30+08:00")
    #expect(["unit", "due"].map { answer[$0] as? String } == ["hour", "2025-09-29T16:30:00+08:00"])
    #expect(keys(answer) == ["order-310@5.2"])
    #expect((answer["ledger"] as? [Any])?.count == 24)
    let elsewhere = try object("due", "R4a", "--from", "2025-09-28T08:30:00Z")
    #expect(elsewhere["due"] as? String == "2025-09-29T16:30:00+08:00")
  }

  @Test func pastTheLastNoticeAnAnswerIsProvisional() throws {
    let answer = try object("due", "P16", "--from", "2026-12-01")
    #expect(answer["due"] as? String == "2027-03-01")
    #expect(answer["provisional"] as? Bool == true)
  }

  @Test func whatDoesNotCountIsPassedOverAndWhatDoesNotMatterIsNamed() throws {
    let exclusions = ["--exclude", "2026-04-01..2026-04-20=appraisal", "--exclude", "2026-05-01..2026-05-02=mediation"]
    let answer = try Self.law(["due", "P16", "--from", "2026-03-02", "--json"] + exclusions).object
    let ledger = try #require(answer["ledger"] as? [[String: Any]])
    #expect(ledger.count { $0["reason"] as? String == "appraisal" } == 20)
    #expect(ledger.compactMap { $0["number"] as? Int }.last == 90)
    let ignored = answer["ignored"] as? [[String: String]]
    #expect(ignored == [["kind": "mediation", "from": "2026-05-01", "to": "2026-05-02"]])
  }

  @Test func anExtensionIsAddedAndOneOfOpenLengthTakesItsNumber() throws {
    #expect(try object("due", "P1", "--from", "2026-11-02")["due"] as? String == "2026-11-23")
    #expect(try object("due", "P1", "--from", "2026-11-02", "--extension", "head")["due"] as? String == "2026-12-14")
    let longer = [
      "due", "P16", "--from", "2026-03-02", "--extension", "head", "--extension", "collective=30", "--json",
    ]
    let ledger = try #require(try Self.law(longer).object["ledger"] as? [[String: Any]])
    #expect(ledger.compactMap { $0["number"] as? Int }.last == 150)
  }

  @Test func aTextThatCanBeReadInTwoWaysHasBothReadings() throws {
    let answer = try object("due", "R3", "--from", "2026-09-30")
    #expect(answer["due"] as? String == "2026-10-03")
    #expect(answer["outer"] as? [String: String] == ["reading": "working-day", "due": "2026-10-10"])
  }

  @Test func theLedgerIsATableForPeopleAndASpreadsheet() throws {
    let csv = try Self.law(["due", "P1", "--from", "2026-11-02", "--csv"])
    let records = csv.output.split(whereSeparator: \.isNewline)
    #expect(records.first == "at,count,reason,note,citations")
    #expect(records.count == 23)
    let table = try Self.law(["due", "P1", "--from", "2026-11-02", "--table"])
    for text in ["2026-11-23", "Verify the lead and decide on filing", "weekend"] {
      #expect(table.output.contains(text), "\(text)")
    }
    #expect(csv.exitCode == 0 && table.exitCode == 0)
  }

  // MARK: refusals

  private static let scale = ["fine", "--scale", "trademark-infringement"]
  private static let due = ["due", "P16", "--from", "2026-03-02"]

  @Test(arguments: [
    (["due", "Z9", "--from", "2026-03-02"], 66, "law.rule-unknown"),
    (["due", "P18", "--from", "1999-01-01"], 65, "law.before-versions"),
    (["due", "P18", "--from", "yesterday"], 65, "law.from"),
    (["due", "P18", "--from", "2026-02-30"], 65, "law.from"),
    (["due", "R4a", "--from", "2025-09-28"], 65, "law.time-needed"),
    (due + ["--exclude", "2026-03-10..2026-03-01=appraisal"], 65, "law.exclusion-order"),
    (due + ["--exclude", "2026-03-01..2026-03-10=lunch"], 65, "law.exclusion-kind"),
    (due + ["--exclude", "2026-03-01"], 65, "law.exclusion"),
    (due + ["--extension", "nobody"], 65, "law.extension-unknown"),
    (due + ["--extension", "collective=30"], 65, "law.extension-after"),
    (due + ["--extension", "head", "--extension", "collective"], 65, "law.extension-length"),
    (["fine", "--scale", "nothing", "--base", "1", "--on", "2026-11-02"], 66, "law.scale-unknown"),
    (scale + ["--on", "2026-11-02"], 65, "law.base-needed"),
    (scale + ["--base", "1", "--on", "2013-01-01"], 65, "law.before-versions"),
    (["rules", "--on", "2026-13-01"], 65, "law.from"), (["scales", "--on", "x"], 65, "law.from"),
  ])
  func whatCannotBeAnsweredIsSaidInOneSentenceWithItsCode(
    _ arguments: [String], _ exitCode: Int, _ code: String
  ) throws {
    try expect(Self.law(arguments + ["--json"]), exitCode, code)
  }

  @Test(arguments: [
    (#"{"offence":"214","sale":"1"}"#, 65, "law.facts"), (#"{"offence":"999"}"#, 65, "law.facts"),
    (#"{"offence":"214","sales_yuan":"about 5"}"#, 65, "law.facts"),
    (#"{"offence":"214","sales_yuan":"-1"}"#, 65, "law.facts"),
    (#"{"offence":"214","conduct_from":"2025-02-30"}"#, 65, "law.facts"),
    (#"{"conduct_from":"2025-06-30","conduct_to":"2025-06-01"}"#, 65, "law.facts-order"),
    (#"{"offence":"#, 64, "body.malformed"), ("", 64, "body.malformed"), ("[]", 64, "body.malformed"),
  ])
  func factsThatCannotBeReadAreRefusedAlike(_ facts: String, _ exitCode: Int, _ code: String) throws {
    try expect(Self.law(["screen", "--facts", "-", "--json"], input: facts), exitCode, code)
  }

  @Test func anUnknownFactIsNamed() throws {
    let outcome = try Self.law(["screen", "--facts", "-"], input: #"{"offence":"214","sale":"1"}"#)
    #expect(outcome.talk.contains("“sale”"))
  }

  @Test func aFileThatIsNotThereIsSaidInOneSentence() throws {
    let outcome = try Self.law(["screen", "--facts", "/nowhere/facts.json"])
    #expect(outcome.exitCode == 66)
    #expect(outcome.output == "")
    #expect(outcome.talk.hasPrefix("ipcase: ") && outcome.talk.contains("/nowhere/facts.json"))
    #expect(outcome.talk.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test(arguments: [
    ["due"], ["due", "P18"], ["due", "P18", "--from"], ["due", "P18", "--from", "2026-03-02", "--json", "--csv"],
    ["fine", "--scale", "trademark-infringement"], ["screen"], ["due", "P18", "--form", "2026-03-02"], ["nonsense"],
  ])
  func aCommandThatCannotBeReadEndsWith64(_ arguments: [String]) throws {
    let outcome = try Self.law(arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output == "")
    #expect(outcome.talk != "")
  }

  private func expect(_ outcome: Running.Outcome, _ exitCode: Int, _ code: String) {
    #expect(Int(outcome.exitCode) == exitCode, "\(outcome.talk)")
    #expect(outcome.output == "")
    #expect(outcome.talk.hasPrefix("ipcase: "))
    #expect(outcome.talk.hasSuffix(" [\(code)]\n"), "\(outcome.talk)")
    #expect(outcome.talk.split(whereSeparator: \.isNewline).count == 1)
  }

  // MARK: screen

  @Test func factsAreMeasuredAndTheSumIsShown() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "ipcase-facts-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let facts = #"{"offence":"214","conduct_from":"2025-06-01","conduct_to":"2025-06-30","sales_yuan":"52000"}"#
    try Data(facts.utf8).write(to: file)
    let findings = try list("screen", "--facts", file.path)
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    let fields = ["offence", "result", "tier", "decided_by", "version", "arithmetic", "citations", "notes"]
    #expect(Set(finding.keys) == Set(fields))
    #expect(
      ["offence", "result", "decided_by", "version", "arithmetic"].map { finding[$0] as? String } == [
        "214", "met", "214-2025-sales", "2025", "sales 52000.00 >= 50000.00",
      ])
    #expect(finding["tier"] as? Int == 1)
    #expect(keys(finding).first == "ip-crime-2025@5.1(1)")
    #expect((finding["notes"] as? [String])?.isEmpty == false)
  }

  @Test(arguments: [
    ("49999.99", "near"), ("50000", "met"), ("50,000.00", "met"), ("30000", "unknown"), ("100", "not_met"),
  ])
  func theFigureItselfIsReached(_ sales: String, _ result: String) throws {
    let facts = """
      {"offence":"214","conduct_from":"2025-06-01","conduct_to":"2025-06-30","sales_yuan":"\(sales)"}
      """
    #expect(try list("screen", "--facts", "-", input: facts).map { $0["result"] as? String } == [result])
  }

  @Test func withoutAnOffenceAllAreScreenedAndATierNotReachedIsNull() throws {
    let facts = #"{"conduct_from":"2025-06-01","conduct_to":"2025-06-30"}"#
    let findings = try list("screen", "--facts", "-", input: facts)
    let offences = findings.map { $0["offence"] as? String }
    #expect(offences == ["213", "214", "215", "216", "217", "218", "219", "219-1"])
    for finding in findings {
      #expect(finding["result"] as? String == "unknown")
      #expect(finding["tier"] is NSNull)
      #expect(finding["decided_by"] is NSNull)
    }
  }

  // MARK: fine, rules, scales, calendar

  @Test(arguments: [
    ("49,999.99", "2026-11-02", "below", "2014-05-01", "trademark-law@60.2"),
    ("50000", "2026-11-02", "above", "2014-05-01", "trademark-law@60.2"),
    ("49,999.99", "2027-01-01", "below", "2027-01-01", "trademark-law-2026@74.2"),
    ("50000", "2027-01-01", "above", "2027-01-01", "trademark-law-2026@74.2"),
  ])
  func theFigureThatDividesTheBranchesIsInTheUpperOne(
    _ base: String, _ day: String, _ branch: String, _ version: String, _ key: String
  ) throws {
    let range = try object("fine", "--scale", "trademark-infringement", "--base", base, "--on", day)
    #expect(
      ["scale", "version", "base", "branch", "max_yuan", "duty"].map { range[$0] as? String } == [
        "trademark-infringement", version, "turnover", branch, "250000.00", "may",
      ])
    #expect(range["min_yuan"] is NSNull)
    #expect(keys(range) == [key])
    #expect(range["toConfirm"] as? Bool == false)
  }

  @Test func aboveTheFigureTheFineIsAMultiple() throws {
    let range = try object("fine", "--scale", "trademark-infringement", "--base", "50000.02", "--on", "2026-11-02")
    #expect(range["max_yuan"] as? String == "250000.10")
  }

  @Test(arguments: [("2022-10-31", 60), ("2022-11-01", 30)])
  func theRulesOfADayAreOneVersionOfEach(_ day: String, _ length: Int) throws {
    let rules = try list("rules", "--on", day)
    let names = rules.compactMap { $0["rule"] as? String }
    #expect(names.count == rules.count && Set(names).count == names.count && names.count > 50)
    let notice = rules.first { $0["rule"] as? String == "P18" }
    #expect(notice?["length"] as? Int == length)
    #expect(notice?["unit"] as? String == "day")
    // P2 before P10.
    #expect(try #require(names.firstIndex(of: "P2")) < #require(names.firstIndex(of: "P10")))
    #expect(try Self.law(["rules", "--on", day, "--csv"]).output.hasPrefix("rule,version,"))
  }

  @Test(arguments: [("2026-12-31", "2014-05-01"), ("2027-01-01", "2027-01-01")])
  func theScalesOfADayAreOneVersionOfEach(_ day: String, _ version: String) throws {
    let scales = try list("scales", "--on", day)
    let names = scales.compactMap { $0["scale"] as? String }
    #expect(names.count == scales.count && Set(names).count == names.count)
    #expect(scales.first { $0["scale"] as? String == "trademark-infringement" }?["version"] as? String == version)
  }

  @Test func todaysRulesAndScalesNeedNoDay() throws {
    #expect(try list("rules").count > 50)
    #expect(try list("scales").count > 10)
  }

  @Test func theCalendarHasTheWorkingDaysOfItsYears() throws {
    let years = try list("calendar", "check")
    #expect(years.map { $0["year"] as? Int } == [2022, 2023, 2024, 2025, 2026, 2027])
    #expect(years.prefix(5).map { $0["workingDays"] as? Int } == [249, 249, 251, 248, 248])
    for year in years.prefix(5) {
      let name = (year["year"] as? Int).map { "国务院办公厅关于\($0)年部分节假日安排的通知" }
      #expect(year["notice"] as? String == name)
      #expect(year["provisional"] as? Bool == false)
    }
    #expect(years.last?["provisional"] as? Bool == true)
    #expect(years.last?["notice"] as? String == nil)
  }
}
