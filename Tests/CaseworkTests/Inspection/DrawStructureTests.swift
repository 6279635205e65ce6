import Casework
import Law
import Testing

/// What a draw does with keys, whatever the digest; known answers with SHA-256 are among the tests of the register.
@Suite struct DrawStructureTests {
  private let seed = Sample.sure { try Line(wire: "2026278") }

  private func commitment(_ lists: InspectionLists) throws(Refusal) -> Commitment {
    try Commitment(to: lists, by: SampleLists.plain)
  }

  private func draw(_ lists: InspectionLists) throws(Refusal) -> Draw {
    try Draw(from: lists, committedTo: commitment(lists), seed: seed, by: SampleLists.plain)
  }

  // With the bytes for their digest the smallest keys are those of the first lines.
  @Test func theSmallestKeysAreDrawnInTheirOrder() throws {
    let draw = try draw(SampleLists.lists())
    #expect(draw.picks.map(\.rank) == [1, 2, 3])
    #expect(draw.picks.map(\.target.name.wire) == ["千灯专利代理事务所", "平洲商标代理有限公司", "映月知识产权服务有限公司"])
    #expect(draw.picks.map { $0.inspectors.map(\.name.wire) } == [["何志远", "周敏"], ["何志远", "周敏"], ["何志远", "周敏"]])
  }

  @Test func whoHasAConflictIsPassedOver() throws {
    let conflicts = Sample.sure {
      try [
        SampleLists.conflict("粤A002", "91440605MA00001893"), SampleLists.conflict("粤A001", "91440605MA000020XE"),
        SampleLists.conflict("粤A002", "91440605MA000020XE"),
      ]
    }
    let draw = try draw(SampleLists.lists(conflicts: conflicts))
    #expect(draw.picks.map { $0.inspectors.map(\.name.wire) } == [["周敏", "梁家宝"], ["梁家宝", "陈一鸣"], ["何志远", "周敏"]])
  }

  @Test func aKeyIsTheDigestOfSeedCommitmentWordAndLine() throws {
    let lists = try SampleLists.lists()
    let commitment = try commitment(lists)
    let text = "2026278\u{1f}\(commitment.hex)\u{1f}target\u{1f}target\t千灯专利代理事务所\t91440605MA00001893\t"
    let hex = text.utf8.map { byte in
      let digits = Array("0123456789abcdef".unicodeScalars)
      return String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
    }.joined()
    #expect(try draw(lists).picks[0].key == hex)
  }

  @Test func itIsRepeatable() throws {
    let lists = try SampleLists.lists()
    #expect(try draw(lists) == draw(lists))
  }

  @Test func withoutCommitmentNothingIsDrawn() {
    let refused = refusal { () throws(Refusal) in
      _ = try Draw(from: SampleLists.lists(), committedTo: nil, seed: seed, by: SampleLists.plain)
    }
    #expect(refused?.code == "inspection.uncommitted")
    #expect(refused?.kind == .notAllowed)
  }

  @Test func listsThatChangedAreRefused() throws {
    let before = try commitment(SampleLists.lists())
    let changed = try [
      SampleLists.lists(targets: SampleLists.targets + [SampleLists.target("新机构", "91440605MA00002269")]),
      SampleLists.lists(
        inspectors: SampleLists.inspectors + [
          Inspector(name: Line(wire: "新人"), certificate: Line(wire: "粤A005"))
        ]), SampleLists.lists(conflicts: []), SampleLists.lists(sample: "4"), SampleLists.lists(team: 3),
    ]
    for lists in changed {
      let refused = refusal { () throws(Refusal) in
        _ = try Draw(from: lists, committedTo: before, seed: seed, by: SampleLists.plain)
      }
      #expect(refused?.code == "inspection.lists-changed")
      #expect(refused?.arguments["commitment"] == .text(before.hex))
    }
  }

  @Test func aDigestThatCannotBeMadeIsSaid() {
    let refused = refusal { () throws(Refusal) in _ = try Commitment(to: SampleLists.lists()) { _ in nil } }
    #expect(refused?.code == "busy")
  }

  @Test(arguments: [
    (String(repeating: "0", count: 64), true), (String(repeating: "af", count: 32), true),
    (String(repeating: "0", count: 63), false), (String(repeating: "A", count: 64), false),
    (String(repeating: "g", count: 64), false), ("", false),
  ])
  func aCommitmentIsSixtyFourDigits(hex: String, isOne: Bool) { #expect((Commitment(hex: hex) != nil) == isOne) }

  @Test func theDrawAsATableQuotesWhatItMust() throws {
    let target = try SampleLists.target("=千灯,\"专利\"", "91440605MA00001893", "桂城街道")
    let pick = Draw.Pick(rank: 1, target: target, key: "ab", inspectors: Array(SampleLists.inspectors.prefix(2)))
    #expect(
      Draw(kept: [pick]).csv
        == "rank,name,identityNumber,group,inspectors,certificates,key\r\n"
        + "1,\"'=千灯,\"\"专利\"\"\",91440605MA00001893,桂城街道,周敏、何志远,粤A001、粤A002,ab\r\n")
  }
}
