import Foundation
import TestSupport
import Testing

@Suite(.database, .serialized) struct PlanCommandTests {
  @Test func thePlanIsReportedMeasuredAndExportedByCommandLine() async throws {
    try await Running.service { ipcase in
      try ipcase.signIn("ipb", "IPB", "clerk", "case-officer")
      let reported = try ipcase(
        "plan", "progress", "9", "--period", "2025", "--text", "已建成指导站三个", "--percent", "80", "--json")
      #expect(reported.exitCode == 0, "\(reported.talk)")
      let measured = try ipcase(
        "plan", "measure", "trademarks", "--as-of", "2025-12-31", "--value", "250001", "--source", "商标年度统计")
      #expect(measured.exitCode == 0, "\(measured.talk)")
      let tasks = try ipcase("plan", "show", "--json").object["tasks"] as? [[String: Any]]
      #expect(tasks?.count == 16)
      #expect(tasks?[8]["progress"] as? Int == 80)
      let targets = try ipcase("plan", "show", "--targets", "--year", "2025", "--csv")
      #expect(targets.output.contains("trademarks,有效注册商标,突破,250000,piece,2025,250001,true"))
      let file = ipcase.folder.appending(path: "self-assessment.csv")
      let exported = try ipcase("plan", "self-assessment", "--year", "2025", "--csv", "--output", file.path)
      #expect(exported.exitCode == 0, "\(exported.talk)")
      #expect(try Data(contentsOf: file).starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(try ipcase("plan", "progress", "9", "--period", "2025", "--text", "x", "--percent", "101").exitCode == 65)
      #expect(try ipcase("plan", "progress", "17", "--period", "2025", "--text", "x").exitCode == 66)
      #expect(try ipcase("plan", "progress", "4", "--period", "2025", "--text", "x").exitCode == 77)
    }
  }

  @Test func aCampaignIsBegunAndAFileTaggedByCommandLine() async throws {
    try await Running.service { ipcase in
      try ipcase.signIn("ipb", "IPB", "clerk", "case-officer")
      let logged = try ipcase(
        "case", "new", "--ip-type", "trademark", "--summary", "涉嫌侵权", "--lead-source", "inspection", "--lead-on",
        "2026-11-02", "--respondent", "灯湖服饰商行", "--respondent-kind", "organisation", "--json")
      let number = try #require(logged.object["number"] as? String)
      let begun = try ipcase("campaign", "new", "tie-quan-2026", "--name", "铁拳行动", "--from", "2026-03-01")
      #expect(begun.exitCode == 0, "\(begun.talk)")
      let tagged = try ipcase("campaign", "tag", "tie-quan-2026", number)
      #expect(tagged.exitCode == 0, "\(tagged.talk)")
      let list = try ipcase("campaign", "list", "--csv")
      #expect(list.output.contains("tie-quan-2026,铁拳行动,2026-03-01,,IPB,1"))
      #expect(try ipcase("campaign", "tag", "none-such", number).exitCode == 66)
      #expect(try ipcase("campaign", "new", "Tie", "--name", "x", "--from", "2026-03-01").exitCode == 64)
    }
  }

  @Test func aTaskOfTheConferenceIsPutDownAndAnsweredByCommandLine() async throws {
    try await Running.service { ipcase in
      try ipcase.signIn("ipb", "IPB", "head")
      let put = try ipcase(
        "conference", "new", "--meeting-on", "2026-11-10", "--subject", "案件移送", "--demand", "报送移送情况", "--due-on",
        "2026-11-30", "--lead", "PSB", "--participant", "PRO", "--participant", "JUS", "--plan-task", "6", "--json")
      #expect(put.exitCode == 0, "\(put.talk)")
      let id = try #require(put.object["id"] as? Int)
      #expect(try ipcase("conference", "act", "\(id)", "close").exitCode == 65)
      try ipcase.signIn("psb", "PSB", "case-officer")
      #expect(try ipcase("conference", "act", "\(id)", "reply", "--text", "已报送").exitCode == 0)
      let list = try ipcase("conference", "list", "--csv")
      #expect(list.output.contains("\(id),2026-11-10,案件移送,PSB,replied,2026-11-30,green"))
    }
  }
}
