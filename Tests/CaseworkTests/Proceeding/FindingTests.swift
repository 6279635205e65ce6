import Casework
import Law
import Testing

@Suite struct FindingTests {
  private let officer = Sample.officer(.clerk)
  private static let facts = [
    "findingDocument": "国知认定一号", "findingCategory": "bad-faith-mark", "foundOn": "2026-05-06",
  ]

  private func finding(_ known: [String: String] = [:]) -> Proceeding {
    Proceeding(
      id: 1, kind: .finding, state: "under-measures", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: known.merging(Self.facts) { given, _ in given })
  }

  // The seven kinds of conduct of art. 6.
  @Test(arguments: [
    "abnormal-filing", "bad-faith-mark", "agency", "false-material", "broken-commitment", "non-performance",
    "catalogue-item",
  ])
  func itRecordsAnyOfSeven(category: String) {
    let facts = Self.facts.merging(["findingCategory": category]) { $1 }
    #expect(Sample.refused(opening: .finding, facts, by: officer) == nil)
  }

  @Test(arguments: ["findingDocument", "findingCategory", "foundOn"]) func theDistrictMakesNoneOfItsOwn(fact: String) {
    var facts = Self.facts
    facts[fact] = nil
    let refused = Sample.refused(opening: .finding, facts, by: officer)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test func everyStepNamesThePaperOfCNIPA() {
    for act in ["extend", "repair"] {
      let facts = act == "extend" ? ["measuresUntil": "2028-05-06"] : ["lastRepair": "no"]
      #expect(Sample.refused(finding(), act, facts, by: officer)?.field == "facts.findingDocument", "\(act)")
    }
  }

  @Test func itHasAFileOfItsOwn() throws {
    let file = try Sample.file(others: [Sibling(id: 9, kind: .penalty, state: "filed")])
    #expect(Sample.refused(opening: .finding, Self.facts, by: officer, in: file)?.code == "finding.own-file")
    #expect(officer.beginnings.contains(.finding))
  }

  @Test(arguments: [Sample.police, Sample.procuratorate, Sample.court, Sample.customs, Sample.town])
  func onlyEnforcersAndPlatformsImport(agency: AgencyCode) {
    let refused = Sample.refused(opening: .finding, Self.facts, by: Sample.officer(of: agency, .clerk))
    #expect(refused?.code == "proceeding.not-ours")
    #expect(Sample.refused(opening: .finding, Self.facts, by: Sample.officer(of: Sample.station, .clerk)) == nil)
  }

  // Six months from the finding, a year from the last repair.
  @Test(
    arguments: [
      (nil, "2026-11-06", "finding.too-early", "2026-11-07"), (nil, "2026-11-07", nil, ""),
      ("2025-11-10", "2026-11-10", "finding.repaired-lately", "2026-11-11"), ("2025-11-10", "2026-11-11", nil, ""),
    ] as [(String?, String, String?, String)])
  func aRepairIsNotRecordedTooEarly(last: String?, day: String, code: String?, from: String) {
    var facts = ["findingDocument": "国知修复一号", "lastRepair": last == nil ? "no" : "yes"]
    facts["lastRepairOn"] = last
    let refused = Sample.refused(
      finding(["foundOn": "2026-05-06"]), "repair", facts, by: officer, on: day, Surroundings(book: CreditLaw.book))
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.arguments["day"] == .text(from)) }
  }

  @Test func anEarlierRepairHasADay() {
    let facts = ["findingDocument": "国知修复一号", "lastRepair": "yes"]
    #expect(Sample.refused(finding(), "repair", facts, by: officer)?.field == "facts.lastRepairOn")
  }

  @Test(arguments: [("2027-05-06", "finding.not-longer"), ("2027-05-07", nil)] as [(String, String?)])
  func anExtensionIsLonger(until: String, code: String?) throws {
    let clock = Clock(
      id: 1, proceeding: 1, kind: .finding, rule: "KC-period", from: nil, startedBy: 1, liable: .owner, agency: nil,
      dueDay: Day("2027-05-06"), dueAt: nil, outerAt: nil, isProvisional: false, problem: nil,
      grants: [], pauses: [], outcome: nil, endedOn: nil)
    let facts = ["findingDocument": "国知认定二号", "measuresUntil": until]
    #expect(Sample.refused(finding(), "extend", facts, by: officer, Surroundings(clocks: [clock]))?.code == code)
    #expect(Sample.refused(finding(), "end", by: officer, Surroundings(clocks: [clock]))?.code == "clock.wait")
  }
}
