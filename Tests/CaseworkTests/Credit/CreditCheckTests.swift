import Casework
import Law
import Testing

@Suite struct CreditCheckTests {
  private func record(
    _ kind: ProceedingKind, _ state: String, _ known: [String: String] = [:], number: String = "2026-000001"
  ) throws -> CreditRecord {
    CreditRecord(
      number: try CaseNumber(wire: number), kind: kind, state: state, known: known, agency: Sample.bureau)
  }

  private func check(_ records: CreditRecord..., on day: String = "2026-11-20") throws -> CreditCheck {
    CreditCheck(records, on: try #require(Day(day)), by: CreditLaw.book)
  }

  @Test func nothingOnRecordIsClear() throws {
    let check = try check()
    #expect(check.answer == .clear)
    #expect(check.reasons.isEmpty)
  }

  // 广东省知识产权保护条例 art. 49: three years. From 2024-03-01 the last day is 2027-03-01.
  @Test(arguments: [
    ("2024-03-01", "2026-11-20", CreditCheck.Answer.barred), ("2023-11-20", "2026-11-20", .barred),
    ("2023-11-19", "2026-11-20", .clear), ("2026-11-21", "2026-11-20", .caution),
  ])
  func anExclusionBarsForThreeYears(starts: String, day: String, answer: CreditCheck.Answer) throws {
    let check = try check(record(.exclusion, "flagged", ["startsOn": starts]), on: day)
    #expect(check.answer == answer)
    guard answer == .barred else { return }
    let reason = try #require(check.reasons.first)
    #expect(reason.code == "exclusion")
    #expect(reason.citation?.key == "guangdong-ip-regulation@49")
    #expect(reason.isConfirmed)
    #expect(reason.record.number.wire == "2026-000001")
    if starts == "2024-03-01" { #expect(reason.until == Day("2027-03-01")) }
  }

  @Test func anExclusionWithoutADayBarsAllTheSame() throws {
    let check = try check(record(.exclusion, "flagged"))
    #expect(check.answer == .barred)
    #expect(check.reasons.first?.until == nil)
  }

  // The article on the measures of the list (15) was not read: it cautions until somebody confirms it.
  @Test func theListOfSeriousViolationsCautions() throws {
    let check = try check(record(.listing, "listed", ["listedOn": "2026-05-06"]))
    let reason = try #require(check.reasons.first)
    #expect(check.answer == .caution)
    #expect(reason.code == "listing")
    #expect(reason.citation?.key == "serious-violation-measures@15")
    #expect(!reason.isConfirmed)
    #expect(reason.until == Day("2029-05-06"))
  }

  @Test func aFindingOfCNIPACautions() throws {
    let found = try check(record(.finding, "under-measures", ["foundOn": "2026-05-06"]))
    #expect(found.answer == .caution)
    #expect(found.reasons.map(\.code) == ["finding"])
    #expect(found.reasons.first?.citation?.key == "cnipa-credit-provisions@9")
    // A year, by a draft: not confirmed.
    #expect(found.reasons.first?.until == Day("2027-05-06"))
    #expect(found.reasons.first?.isConfirmed == false)
    let extended = try check(
      record(.finding, "extended", ["foundOn": "2026-05-06", "measuresUntil": "2028-05-06"]))
    #expect(extended.reasons.first?.until == Day("2028-05-06"))
    #expect(extended.reasons.first?.isConfirmed == true)
  }

  // Checked before 2025-12-25: three years; since then one, whenever it was published, which is to be confirmed.
  @Test(arguments: [
    ("2024-05-06", "2025-12-24", "2027-05-06", "publicity-provisions@13", true),
    ("2025-12-24", "2026-11-20", "2026-12-24", "publicity-provisions-2025@15", false),
    ("2026-05-06", "2026-11-20", "2027-05-06", "publicity-provisions-2025@15", false),
  ])
  func publicityByItselfIsInformation(
    published: String, day: String, until: String, article: String, isConfirmed: Bool
  ) throws {
    let check = try check(
      record(.publicity, "published", ["publicityClass": "general", "publishedOn": published]), on: day)
    #expect(check.answer == .clear)
    let reason = try #require(check.reasons.first)
    #expect(reason.code == "publicity")
    #expect(reason.until == Day(until))
    #expect(reason.citation?.key == article)
    #expect(reason.isConfirmed == isConfirmed)
  }

  @Test func aRestrictionIsPublishedUntilItEnds() throws {
    let known = ["publicityClass": "restriction", "publishedOn": "2026-05-06", "restrictedUntil": "2030-01-01"]
    #expect(try check(record(.publicity, "published", known)).reasons.first?.until == Day("2030-01-01"))
  }

  // Recorded as lasting, but over by law the day before.
  @Test(arguments: [
    (ProceedingKind.listing, "listed", ["listedOn": "2023-11-20"]),
    (.finding, "under-measures", ["foundOn": "2025-11-20"]),
    (.finding, "extended", ["foundOn": "2024-11-20", "measuresUntil": "2026-11-20"]),
    (.publicity, "published", ["publicityClass": "general", "publishedOn": "2025-11-20"]),
    (.publicity, "published", ["publicityClass": "restriction", "restrictedUntil": "2026-11-20"]),
    (.exclusion, "flagged", ["startsOn": "2023-11-20"]),
  ])
  func whatHasRunOutIsNoReason(kind: ProceedingKind, state: String, known: [String: String]) throws {
    #expect(try check(record(kind, state, known), on: "2026-11-20").reasons.count == 1)
    let after = try check(record(kind, state, known), on: "2026-11-21")
    #expect(after.reasons.isEmpty)
    #expect(after.answer == .clear)
  }

  @Test(arguments: [
    (ProceedingKind.exclusion, "cleared"), (.exclusion, "ended"), (.exclusion, "declined"), (.listing, "not-listed"),
    (.listing, "removed-early"), (.listing, "removed"), (.listing, "cancelled"), (.finding, "repaired"),
    (.finding, "ended"), (.publicity, "to-publish"), (.publicity, "checked"), (.publicity, "pushed"),
    (.publicity, "to-withdraw"), (.publicity, "withdrawn"), (.publicity, "expired"), (.publicity, "stopped"),
    (.repair, "denied"), (.penalty, "closed"),
  ])
  func whatIsOverOrNotYetIsNoReason(kind: ProceedingKind, state: String) throws {
    let check = try check(record(kind, state, ["startsOn": "2026-05-06", "listedOn": "2026-05-06"]))
    #expect(check.answer == .clear)
    #expect(check.reasons.isEmpty)
  }

  @Test(arguments: [(ProceedingKind.exclusion, "exclusion-proposed"), (.listing, "listing-proposed")])
  func whatIsOnlyProposedCautions(kind: ProceedingKind, code: String) throws {
    let check = try check(record(kind, "proposed"))
    #expect(check.answer == .caution)
    #expect(check.reasons.map(\.code) == [code])
  }

  @Test func theWeightiestReasonDecidesAndComesFirst() throws {
    let check = try check(
      record(.publicity, "published", ["publicityClass": "minor"], number: "2026-000001"),
      record(.finding, "extended", number: "2026-000004"), record(.listing, "listed", number: "2026-000002"),
      record(.exclusion, "flagged", ["startsOn": "2026-05-06"], number: "2026-000003"))
    #expect(check.answer == .barred)
    #expect(check.reasons.map(\.code) == ["exclusion", "listing", "finding", "publicity"])
    #expect(check.reasons.map(\.record.number.wire) == ["2026-000003", "2026-000002", "2026-000004", "2026-000001"])
  }

  @Test func everyStateOfTheseKindsIsOneOfTheirMachines() {
    for kind in CreditRecord.kinds { #expect(kind.procedure != nil) }
    #expect(Procedure.exclusion.states.contains("flagged"))
    #expect(Procedure.listing.states.contains("listed"))
    #expect(Procedure.publicity.states.contains("published"))
    #expect(Procedure.finding.states.contains("under-measures") && Procedure.finding.states.contains("extended"))
  }
}
