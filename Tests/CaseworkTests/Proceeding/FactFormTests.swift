import Casework
import Law
import Testing

@Suite struct FactFormTests {
  private let officer = Sample.officer(.clerk, .caseOfficer, .head)

  /// What the opening of a kind keeps of a fact, or the refusal that it meets.
  private func opened(
    _ kind: ProceedingKind, _ facts: [String: String], in file: CaseFileState? = nil, from origin: Proceeding? = nil
  ) throws -> Result<[String: String], Refusal> {
    let request = OpeningRequest(kind: kind, happenedOn: try When(wire: "2026-11-05"), facts: facts, origin: origin?.id)
    let file = try file ?? Sample.file()
    do throws(Refusal) {
      return .success(
        try request.opening(in: file, by: officer, today: Sample.today, Surroundings(origin: origin)).facts)
    } catch { return .failure(error) }
  }

  private func refused(_ result: Result<[String: String], Refusal>) -> Refusal? {
    if case .failure(let refusal) = result { refusal } else { nil }
  }

  private static let publicity = Proceeding(
    id: 9, kind: .penalty, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [],
    known: ["outcome": "penalty", "fine": "1000.00"])

  @Test(arguments: [
    "2026-11", "2026", "2026-02-29", "2026-13-01", "2026-11-31", "明天", "26-11-02", "2026-11-02T10:00",
  ])
  func aDayIsADayOfTheCalendar(text: String) throws {
    let refused = refused(try opened(.publicity, ["decidedOn": text], from: Self.publicity))
    #expect(refused?.code == "fact.day")
    #expect(refused?.field == "facts.decidedOn")
  }

  @Test(arguments: [
    ("2026-11-02", "2026-11-02"), (" 2026-11-02 ", "2026-11-02"), ("2026年11月2日", "2026-11-02"),
    ("2024-02-29", "2024-02-29"),
  ])
  func aDayIsKeptInOneForm(text: String, kept: String) throws {
    let facts = try opened(.publicity, ["decidedOn": text], from: Self.publicity).get()
    #expect(facts["decidedOn"] == kept)
  }

  @Test(
    arguments: [
      ("TWN-GC", nil), (" TWN-GC ", nil), ("twn gc", "agency.malformed"), ("桂城街道", "agency.malformed"),
      ("TWN-GC、TWN-DL", "agency.malformed"),
    ] as [(String, String?)])
  func anAgencyIsNamedByItsCode(text: String, code: String?) throws {
    let result = try opened(.workOrder, ["town": text, "demands": "核查门店", "dueOn": "2026-11-30"])
    #expect(refused(result)?.code == code)
    #expect(refused(result)?.field == code.map { _ in "facts.town" })
    if code == nil { #expect(try result.get()["town"] == "TWN-GC") }
  }

  @Test(arguments: ["yes", "no"]) func yesAndNoAreWordsOfTheWire(word: String) throws {
    let facts = [
      "complainant": "消费者庚", "capacity": "consumer", "claim": "退货", "forDailyUse": word, "intake": "counter",
    ]
    #expect(try opened(.complaint, facts).get()["forDailyUse"] == word)
  }

  @Test(arguments: ["true", "1", "是", "YES", "Yes", "yes no"]) func anythingElseIsNeither(word: String) throws {
    let facts = [
      "complainant": "消费者庚", "capacity": "consumer", "claim": "退货", "forDailyUse": word, "intake": "counter",
    ]
    let refused = refused(try opened(.complaint, facts))
    #expect(refused?.code == "fact.choice")
    #expect(refused?.field == "facts.forDailyUse")
    #expect(refused?.arguments["choices"] == .text("yes, no"))
  }

  // 合议组: three or more, an odd number.

  private func filed(_ panel: String) throws -> Result<[String: String], Refusal> {
    let adjudication = Proceeding(
      id: 1, kind: .adjudication, state: "requested", agency: Sample.bureau, receiver: nil, handledBy: [])
    let facts = ["caseNumber": "南专裁〔2026〕1号", "panel": panel, "suitPending": "no"]
    let (request, file) = (try Sample.request("file", facts), try Sample.file(ipType: .patent))
    do throws(Refusal) {
      return .success(try adjudication.step(request, by: officer, in: file, on: Sample.today).facts)
    } catch { return .failure(error) }
  }

  @Test(arguments: ["甲", "甲、乙", "甲、乙、丙、丁", "甲、乙、甲", "甲、乙、丙、丙、丁", "甲、乙、", "、，；"])
  func aPanelOfAnotherNumberOrWithAMemberTwiceIsRefused(names: String) throws {
    let refused = refused(try filed(names))
    #expect(refused?.code == "fact.panel")
    #expect(refused?.field == "facts.panel")
    #expect(refused?.citation?.key == "patent-dispute-measures@20")
  }

  @Test(arguments: [("甲、乙、丙", "甲、乙、丙"), (" 甲 ,乙；丙，丁;戊 ", "甲、乙、丙、丁、戊")])
  func aPanelOfThreeOrFiveIsKept(names: String, kept: String) throws {
    #expect(try filed(names).get()["panel"] == kept)
  }

  // 行政执法证件

  private func filing(_ names: String, certified: Set<String>?) -> Refusal? {
    Sample.refused(
      Sample.penalty("verification"), "file", ["officers": names, "approver": "丁"], by: officer,
      Surroundings(certified: certified))
  }

  @Test func whoHoldsNoCertificateOnTheDayIsNamed() {
    let refused = filing("甲、乙、丙", certified: ["乙", "戊"])
    #expect(refused?.code == "officer.no-certificate")
    #expect(refused?.kind == .notAllowed)
    #expect(refused?.field == "facts.officers")
    #expect(refused?.arguments["names"] == .text("甲、丙"))
    #expect(refused?.arguments["day"] == .text("2026-11-05"))
    #expect(refused?.citation?.key == "samr-procedure@19")
    #expect(filing("甲、乙", certified: ["甲", "乙"]) == nil)
    #expect(filing(" 乙 ,甲、", certified: ["甲", "乙"]) == nil)
  }

  @Test func whereNobodyLookedNobodyIsRefused() {
    #expect(filing("甲、乙", certified: nil) == nil)
    #expect(filing("甲、乙", certified: [])?.code == "officer.no-certificate")
  }

  @Test func oneOfficerAloneIsTooFewWhateverTheCertificate() {
    #expect(filing("甲", certified: ["甲"])?.code == "fact.officers")
    #expect(filing("甲、甲", certified: ["甲"])?.code == "fact.officers")
  }

  @Test func whereOfficersNeedNoCertificateNoneIsAskedFor() throws {
    let facts = ["heads": "丙、丁", "discussion": "一致同意"]
    #expect(Sample.refused(Sample.penalty("notice"), "discuss", facts, by: officer, Surroundings(certified: [])) == nil)
  }

  /// The register looks up the certificates of those named as `officers`: no act may ask for them under another name.
  @Test func certificatesAreAskedForUnderOneName() {
    for fact in ProceedingKind.allCases.compactMap(\.procedure).flatMap(\.acts).flatMap(\.facts) {
      if case .enforcers(let least) = fact.form {
        #expect(fact.name == "officers")
        #expect(least == 2)
      }
    }
  }
}
