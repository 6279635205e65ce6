import Casework
import Foundation
import Law
import Postgres
import Registry
import Reports
import TestSupport
import Testing

/// Forty cases written out in `Quarter/quarter.txt`, and every cell of every form that ships, as `Quarter/quarter.py`
/// counts them by the definitions in words.
@Suite(.database) struct QuarterTests {
  private static func lines(_ name: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Quarter/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Writes the cases as entries: what is tested is how they are counted, not how they are acted on.
  private static func keep(by officer: Officer) async throws {
    var script = ""
    var agency = ""
    for line in try lines("quarter.txt") where !line.hasPrefix("#") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if line.hasPrefix("  ") {
        script += proceeding(line.trimmingCharacters(in: .whitespaces), of: agency, officer)
      } else if line.hasPrefix("action ") {
        script += """
          insert into enforcement_action (agency, day, town, place, market, officers, officer, recorded_at) values (
            '\(cells[0].dropFirst(7))', '\(cells[1])', nullif('\(cells[2])', ''), '某处', \(cells[4] == "yes"), \(cells[3]),
            \(officer.id), '\(Given.now)');\n
          """
      } else if line.hasPrefix("market ") {
        script += """
          insert into key_market (agency, name, since, until, officer, recorded_at, ended_by, ended_at) values (
            '\(cells[0].dropFirst(7))', '\(cells[1])', '\(cells[2])', null, \(officer.id), '\(Given.now)', null, null);\n
          """
        if !cells[3].isEmpty {
          script += """
            update key_market set until = '\(cells[3])', ended_by = \(officer.id), ended_at = '\(Given.now)'
              where name = '\(cells[1])';\n
            """
        }
      } else {
        agency = cells[1]
        script += file(cells, officer)
      }
    }
    let all = script
    try await TestDatabase.owner.transaction { db in try db.script(all) }
  }

  private static func file(_ cells: [String], _ officer: Officer) -> String {
    let marks = cells[5].split(separator: " ").joined(separator: ",")
    let value = cells[6].isEmpty ? "null" : "round(\(cells[6]) * 100)::bigint"
    let people = (0..<(Int(cells[7]) ?? 0)).map { number in
      """
      insert into party (case_file, role, kind, name) values (currval('case_file_id_seq'), 'respondent', 'natural-person', '某\(number)');\n
      """
    }
    return """
      insert into case_file (year, ip_type, owner_agency, held_since, summary, respondents, status, lead_source, town, matter, flags,
        goods_value_fen, revision, logged_by, logged_at, search_text, grams) values (2026, '\(cells[2])', '\(cells[1])',
        '\(Given.now)', '第\(cells[0])案', '', 'penalty/recorded', 'other', nullif('\(cells[4])', ''), nullif('\(cells[3])', ''),
        '{\(marks)}', \(value), 1, \(officer.id), '\(Given.now)', '', '{}');
      insert into party (case_file, role, kind, name) values (currval('case_file_id_seq'), 'respondent', 'organisation', '某店');\n
      """ + people.joined()
  }

  /// `penalty: register/lead 2026-07-01; decide/decided 2026-08-10 fine=3000`
  private static func proceeding(_ line: String, of owner: String, _ officer: Officer) -> String {
    let halves = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    var script = """
      insert into proceeding (case_file, kind, state, agency, since)
        values (currval('case_file_id_seq'), '\(halves[0])', 'recorded', '\(owner)', '\(Given.now)');\n
      """
    for act in halves[1].components(separatedBy: "; ") {
      let words = act.split(separator: " ").map(String.init)
      let names = words[0].split(separator: "/").map(String.init)
      let agency = words.first { $0.hasPrefix("@") }.map { String($0.dropFirst()) } ?? owner
      let facts = Dictionary(
        uniqueKeysWithValues: words.dropFirst(2).filter { $0.contains("=") }.map { word in
          let pair = word.split(separator: "=").map(String.init)
          return (pair[0], pair[1])
        })
      let day = words[1]
      let days: String =
        switch day.count {
        case 10: "'\(day)', '\(day)'"
        case 7: "'\(day)-01', ('\(day)-01'::date + interval '1 month' - interval '1 day')::date"
        default: "'\(day)-01-01', '\(day)-12-31'"
        }
      let fen = { (name: String) in
        names[1] == "decided" ? facts[name].map { "round(\($0) * 100)::bigint" } ?? "null" : "null"
      }
      let json = facts.map { "\"\($0.key)\": \"\($0.value)\"" }.sorted().joined(separator: ", ")
      script += """
        insert into entry (case_file, sequence, proceeding, act, milestone, agency, officer, happened_from, happened_to, recorded_at,
          facts, fine_fen, confiscated_fen)
        select currval('case_file_id_seq'), (select count(*) + 1 from entry where case_file = currval('case_file_id_seq')),
          currval('proceeding_id_seq'), '\(names[0])', nullif('\(names[1])', '-'), '\(agency)', \(officer.id), \(days),
          '\(Given.now)', '{\(json)}', \(fen("fine")), \(fen("confiscated"));\n
        """
    }
    return script
  }

  /// Every cell that is not zero, as `form,table,row,column,period,periodBefore,year,yearBefore`.
  private func cells(_ registry: Registry, for officer: Officer) async throws -> Set<String> {
    var found: Set<String> = []
    for form in try ReportShelf().forms {
      let period = try #require(ReportPeriod(form.period == .quarter ? "2026-Q3" : "2026-09"))
      let run = try await registry.run(
        form, period, asOf: Given.now, scope: .district, for: officer, now: Given.now)
      for table in run.tables {
        for row in table.rows {
          for (column, figures) in zip(table.table.columns, row.figures) where !figures.isZero {
            found.insert(
              "\(form.key),\(table.table.key),\(row.key),\(column.key),\(figures.period),\(figures.periodBefore),\(figures.year),\(figures.yearBefore)"
            )
          }
        }
      }
    }
    return found
  }

  @Test func everyCellOfEveryFormIsAsItWasCountedFromTheDefinitions() async throws {
    let bureau = try await Given.officer("IPB", .statistician)
    try await Self.keep(by: bureau)
    let registry = Registry(TestDatabase.service)
    let expected = Set(try Self.lines("expected.csv").dropFirst())
    #expect(expected.count > 400)
    let found = try await cells(registry, for: bureau)
    #expect(found.subtracting(expected).sorted() == [])
    #expect(expected.subtracting(found).sorted() == [])
    // The same from the sums of closed days, and by the recount.
    try await registry.closeTallies(through: Given.now.day())
    #expect(try await cells(registry, for: bureau) == found)
    let owner = Registry(TestDatabase.owner)
    #expect(try await owner.recount() == [])
    #expect(try await owner.brokenSums() == 0)
  }

  @Test func everyIndicatorButTwoIsInAFormThatShips() async throws {
    let bureau = try await Given.officer("IPB", .statistician)
    let used = Set(try ReportShelf().forms.flatMap(\.tables).flatMap(\.columns).map(\.indicator))
    let codes = try await Registry(TestDatabase.service).indicators(for: bureau).map(\.code)
    #expect(codes.filter { !used.contains($0) } == ["not-filed", "mediation-accepted"])
  }
}
