import Casework
import Testing

/// 行政处罚法 art. 35: an earlier fine is set off against the criminal fine; after a criminal fine there is none.
@Suite struct SetOffTests {
  private let judge = Sample.officer(of: Sample.court, .head)
  private let head = Sample.officer(.head)

  private func judged(fined: Int64, criminalFine: String?, setOff: String?) throws -> Refusal? {
    var facts = ["verdict": "guilty"]
    (facts["criminalFine"], facts["setOff"]) = (criminalFine, setOff)
    return Sample.refused(
      Sample.standing(.criminalTrial, "trial", by: Sample.court), "judge", facts, by: judge,
      in: try Sample.file(owner: Sample.police, fined: fined))
  }

  @Test(arguments: [
    // Fined 12,000 before: of a criminal fine of 50,000 all of it is set off, or the part that fits the person.
    (1_200_000 as Int64, "50000" as String?, "12000" as String?, nil as String?), (1_200_000, "50000", "8000", nil),
    (1_200_000, "50000", nil, "12000.00"), (1_200_000, "50000", "0", "12000.00"),
    (1_200_000, "50000", "12000.01", "12000.00"),
    // A criminal fine below the earlier one is all that there is to set off.
    (1_200_000, "5000", "5000", nil), (1_200_000, "5000", "5000.01", "5000.00"), (1_200_000, nil, nil, nil),
    (1_200_000, nil, "1", "0.00"), (0, "50000", nil, nil), (0, "50000", "1", "0.00"), (0, nil, nil, nil),
  ])
  func aCriminalFineSaysWhatAnEarlierFineSetsOff(
    fined: Int64, criminalFine: String?, setOff: String?, most: String?
  ) throws {
    let refused = try judged(fined: fined, criminalFine: criminalFine, setOff: setOff)
    #expect(refused?.code == most.map { _ in "trial.set-off" })
    #expect(refused?.arguments["most"] == most.map { .text($0) })
    #expect(refused?.citation?.key == most.map { _ in "penalty-law@35" })
  }

  @Test(arguments: [("fine", "1000", true), ("confiscated", "1000", false), ("otherPenalties", "责令停产停业", false)])
  func afterACriminalFineOnlyAFineIsBarred(fact: String, value: String, isBarred: Bool) throws {
    for court in [false, true] {
      let refused = Sample.refused(
        Sample.penalty("notice"), "decide", ["outcome": "penalty", fact: value], by: head,
        in: try Sample.file(isCourtFined: court))
      #expect(refused?.code == (court && isBarred ? "decision.court-fined" : nil))
    }
  }
}
