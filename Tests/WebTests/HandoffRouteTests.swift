import Casework
import Foundation
import Law
import Registry
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct HandoffRouteTests {
  private func bureau() async throws -> Client {
    try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer, .head, login: "ipb.all"))
  }

  private func groups(_ client: Client) async throws -> [String: Int] {
    let list = try await client.get("/api/handoffs").object["handoffs"] as? [[String: Any]]
    return Dictionary(grouping: try #require(list).compactMap { $0["group"] as? String }) { $0 }.mapValues(\.count)
  }

  @Test func theTwoBoardsAlwaysShowTheSameNumber() async throws {
    let client = try await bureau()
    let police = try await Client().signedIn(Given.officer("PSB", .clerk, .caseOfficer, login: "psb.all"))
    var referrals: [Int] = []
    for _ in 0..<4 {
      let number = try await client.loggedCase()
      let referral = try await client.reportedReferral(of: number)
      try await client.act("approve", of: referral)
      referrals.append(referral)
    }
    // What the police do not yet know of is on nobody's board.
    #expect(try await groups(client) == [:])
    for referral in referrals.prefix(3) { try await client.act("send", of: referral) }
    #expect(try await groups(client) == ["theirs": 3])
    #expect(try await groups(police) == ["our-receipt": 3])
    for referral in referrals.prefix(2) { try await police.act("receive", of: referral) }
    try await police.act("request", of: referrals[0], ["missing": "鉴定意见"])
    #expect(try await groups(client) == ["theirs": 2, "our-decision": 1])
    #expect(try await groups(police) == ["our-receipt": 1, "our-decision": 1, "theirs": 1])
    try await police.act("decline", of: referrals[1], ["reason": "未达标准", "approver": "丁"])
    #expect(try await groups(client) == ["theirs": 1, "our-decision": 1, "returned": 1])
    #expect(try await groups(police) == ["our-receipt": 1, "theirs": 2])
  }

  @Test func bothSidesSeeOneLadder() async throws {
    let client = try await bureau()
    let number = try await client.loggedCase()
    let referral = try await client.reportedReferral(of: number)
    for act in ["approve", "send"] { try await client.act(act, of: referral) }
    let police = try await Client().signedIn(Given.officer("PSB", .clerk))
    try await police.act("receive", of: referral)
    let ours = try await client.get("/api/proceedings/\(referral)/ladder")
    let theirs = try await police.get("/api/proceedings/\(referral)/ladder")
    #expect(ours.status == 200 && ours.body == theirs.body)
    #expect(ours["turn"] == "PSB" && ours["liable"] == "PSB")
    // Three calendar days from the receipt on 20 November, as the base rule counts them.
    #expect(ours["due"]?.hasPrefix("2026-11-2") == true)
    let rungs = try #require(ours.object["rungs"] as? [[String: Any]])
    #expect(
      rungs.map { $0["act"] as? String } == [
        "draft", "team", "report", "approve", "send", "receive", "file", "conclude",
      ])
    #expect(rungs.filter { $0["done"] as? Bool == true }.count == 6)
    let page = try await Client().browsing(Given.officer("PSB", .caseOfficer))
    let shown = try await page.get("/proceedings/\(referral)/ladder")
    #expect(shown.status == 200 && shown.body.contains("公安机关立案"))
    let court = try await Client().signedIn(Given.officer("COU", .clerk))
    #expect(try await court.get("/api/proceedings/\(referral)/ladder").status == 404)
  }

  @Test func theProcuratorateSeesWhatEachAgencyOwes() async throws {
    let client = try await bureau()
    _ = try await client.loggedCase(turnover: "300000")
    let number = try await client.loggedCase()
    let referral = try await client.reportedReferral(of: number)
    for act in ["approve", "send"] { try await client.act(act, of: referral) }
    let page = try await Client().browsing(Given.officer("PRO", .caseOfficer))
    let board = try await page.get("/handoffs")
    let rows = board.body.split(separator: "\n").filter { $0.contains("class=\"figure\"") }.map(String.init)
    let numbers = rows.map { row in row.matches(of: #/<td class="figure">(\d+)</#).map { String($0.output.1) } }
    // The bureau has one hit without a referral; the police have one receipt to sign.
    #expect(numbers.contains(["0", "0", "1"]) && numbers.contains(["1", "0", "0"]))
  }

  @Test func theWeeklyLetterListsWhatTheOtherAgencyHas() async throws {
    let client = try await bureau()
    let number = try await client.loggedCase()
    let referral = try await client.reportedReferral(of: number)
    for act in ["approve", "send"] { try await client.act(act, of: referral) }
    let page = try await Client().browsing(Given.officer("IPB", .caseOfficer))
    #expect(try await page.get("/handoffs").body.contains("/handoffs/letter.pdf?to=PSB"))
    let letter = try await page.get("/handoffs/letter.pdf?to=PSB")
    #expect(letter.status == 200 && letter.bytes.starts(with: Array("%PDF".utf8)))
    #expect(try await page.get("/handoffs/letter.pdf?to=NONE").status == 404)
  }

  /// The feed, read by a library that has no part in making it.
  @Test func theCalendarIsReadByAnotherLibraryAndNeedsItsAddressOnly() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer, login: "ipb.all")
    let client = try await Client().signedIn(officer)
    let number = try await client.loggedCase()
    let page = try await Client().browsing(officer)
    let made = try await page.post("/handoffs/calendar", form: [:])
    let path = try #require(made.body.firstMatch(of: #/\/calendars\/[0-9a-f]{64}\.ics/#).map { String($0.output) })
    let feed = try await Client().get(path)
    #expect(feed.status == 200 && feed.headers[.contentType]?.hasPrefix("text/calendar") == true)
    #expect(feed.body.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 75 })
    let file = URL.temporaryDirectory.appending(path: "feed-\(UUID().uuidString).ics")
    try Data(feed.bytes).write(to: file)
    let script = """
      import icalendar, sys
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
      for event in calendar.walk('VEVENT'):
        alarms = sorted(str(a['TRIGGER'].dt) for a in event.walk('VALARM'))
        print(event['UID'], event['DTEND'].dt.isoformat(), event['SUMMARY'], *alarms)
      """
    let read = try Python.run(script, file.path)
    // P1: fifteen working days from 2 November 2026 end on 23 November at midnight in Shanghai.
    let lines = read.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(read.contains("2026-11-23T15:59:59"), "\(read)")
    #expect(read.contains(number) && read.contains("-1 day, 0:00:00") && read.contains("-1 day, 22:00:00"))
    // A new address makes the old one void; so does ending it.
    let next = try await page.post("/handoffs/calendar", form: [:])
    let other = try #require(next.body.firstMatch(of: #/\/calendars\/[0-9a-f]{64}\.ics/#).map { String($0.output) })
    #expect(try await Client().get(path).status == 404)
    #expect(try await Client().get(other).status == 200)
    #expect(try await page.post("/handoffs/calendar/end", form: [:]).status == 303)
    #expect(try await Client().get(other).status == 404)
    #expect(try await Client().get("/calendars/x.ics").status == 404)
  }

  @Test(arguments: [
    ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("一\n二", "一\\n二"), ("a\u{7}b\r", "ab"), ("\",\u{301}", "\"\\,\u{301}"),
  ])
  func textIsEscapedScalarByScalar(text: String, escaped: String) {
    #expect(Array(CalendarFeed.escaped(text).utf8) == Array(escaped.utf8))
  }

  @Test func aLineIsFoldedBetweenCharacters() {
    let folded = CalendarFeed.folded("SUMMARY:" + String(repeating: "案", count: 60))
    let lines = folded.split(separator: "\r\n").map(String.init)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.count == 3)
    #expect(folded.replacing("\r\n ", with: "") == "SUMMARY:" + String(repeating: "案", count: 60))
  }
}

/// Debian's Python, with Debian's icalendar.
