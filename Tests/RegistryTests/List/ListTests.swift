import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct ListTests {
  /// Files of two types and two owners in several states, all seen by the procuratorate.
  private func filled() async throws -> District {
    let district = try await District()
    for (index, type) in [IPType.trademark, .patent, .trademark, .specialMark, .trademark].enumerated() {
      let number = try await Given.caseFile(by: district.handler, Given.request(ipType: type))
      let penalty = try await district.penalty(number)
      if index >= 1 { try await district.act("verify", of: penalty, by: district.handler) }
      if index >= 3 { try await district.act("file", of: penalty, by: district.handler) }
      if index == 4 { _ = try await district.referral(number, to: "received") }
    }
    for type in [IPType.copyright, .trademark] {
      _ = try await Given.caseFile(by: district.culture, Given.request(ipType: type))
    }
    return district
  }

  @Test func eachPartOfAFilterNarrowsAloneAndWithTheOthers() async throws {
    let district = try await filled()
    let all = try await district.registry.caseFiles(CaseFileFilter(limit: 500), for: district.prosecutor)
    #expect(all.count == 7)
    let owners: [AgencyCode?] = [nil] + all.map(\.owner)
    for type in [nil, IPType.trademark, .patent, .olympicMark] as [IPType?] {
      for owner in Set(owners) {
        for kind in [nil, ProceedingKind.penalty, .referral, .civil] as [ProceedingKind?] {
          for state in kind == nil ? [nil] : [nil, "lead", "verification", "received"] as [String?] {
            var filter = CaseFileFilter(limit: 500)
            (filter.ipType, filter.owner, filter.kind, filter.state) = (type, owner, kind, state)
            let expected = all.filter { file in
              (type == nil || file.ipType == type) && (owner == nil || file.owner == owner)
                && (kind == nil || file.kind == kind) && (state == nil || file.state == state)
            }
            let found = try await district.registry.caseFiles(filter, for: district.prosecutor)
            #expect(found == expected)
            #expect(try await district.registry.count(filter, for: district.prosecutor) == expected.count)
          }
        }
      }
    }
  }

  @Test func aStateNarrowsWithoutAKind() async throws {
    let district = try await filled()
    var filter = CaseFileFilter(limit: 500)
    filter.state = "verification"
    let found = try await district.registry.caseFiles(filter, for: district.prosecutor)
    #expect(found.map(\.state) == ["verification", "verification"])
  }

  @Test func aCellOfAReportNarrowsToWhatItCounts() async throws {
    let district = try await filled()
    let period = try #require(Month("2026-11")).yearToDate
    var filter = CaseFileFilter(limit: 500)
    for (milestone, count) in [(Milestone.lead, 7), (.filed, 2), (.received, 1), (.decided, 0)] {
      filter.cell = ReportCell(
        milestone: milestone, withFine: false, withConfiscation: false, agency: nil, period: period, asOf: Given.now)
      #expect(try await district.registry.caseFiles(filter, for: district.prosecutor).count == count)
      #expect(try await district.registry.count(filter, for: district.prosecutor) == count)
    }
    filter.cell?.milestone = .lead
    filter.cell?.agency = district.culture.agency
    #expect(try await district.registry.count(filter, for: district.prosecutor) == 2)
    filter.ipType = .copyright
    #expect(try await district.registry.count(filter, for: district.prosecutor) == 1)
    filter.cell?.asOf = Given.now.adding(seconds: -1)
    #expect(try await district.registry.count(filter, for: district.prosecutor) == 0)
  }

  @Test func aCellKnowsFinesAndConfiscation() async throws {
    let district = try await District()
    let period = try #require(Month("2026-11")).yearToDate
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let way = ["verify", "file", "investigate", "conclude"]
    for act in way { try await district.act(act, of: penalty, by: district.handler) }
    try await district.act("agree", of: penalty, by: district.reviewer)
    for act in ["notify", "waive"] { try await district.act(act, of: penalty, by: district.handler) }
    let decision = ActRequest(
      act: "decide", happenedOn: try When(wire: "2026-11-06"), facts: ["outcome": "penalty", "fine": "0"], revision: nil
    )
    _ = try await district.registry.act(penalty, decision, once: Given.once(), by: district.head, now: Given.now)
    for (fine, confiscation, count) in [(false, false, 1), (true, false, 1), (false, true, 0), (true, true, 0)] {
      var filter = CaseFileFilter(limit: 5)
      filter.cell = ReportCell(
        milestone: .decided, withFine: fine, withConfiscation: confiscation, agency: nil, period: period,
        asOf: Given.now)
      #expect(try await district.registry.count(filter, for: district.handler) == count)
    }
  }

  @Test(arguments: [1, 3, 7, 10, 23, 24]) func pagesCoverEveryFileExactlyOnceLatestFirst(limit: Int) async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let registry = Registry(TestDatabase.service)
    var logged: [String] = []
    for _ in 0..<23 { logged.append(try await Given.caseFile(by: officer).wire) }
    var filter = CaseFileFilter(limit: limit)
    var seen: [String] = []
    while true {
      let page = try await registry.caseFiles(filter, for: officer)
      #expect(page.count <= limit)
      guard let last = page.last else { break }
      seen += page.map(\.number.wire)
      filter.before = last.id
      #expect(try await registry.count(filter, for: officer) == 23)
    }
    #expect(seen == logged.reversed())
  }

  @Test func whatIsLoggedMeanwhileDoesNotShiftThePages() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let registry = Registry(TestDatabase.service)
    var logged: [String] = []
    for _ in 0..<4 { logged.append(try await Given.caseFile(by: officer).wire) }
    var filter = CaseFileFilter(limit: 2)
    let first = try await registry.caseFiles(filter, for: officer)
    _ = try await Given.caseFile(by: officer)
    filter.before = first.last?.id
    let second = try await registry.caseFiles(filter, for: officer)
    #expect((first + second).map(\.number.wire) == logged.reversed())
  }
}
