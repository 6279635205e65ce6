import Casework
import Testing

@Suite struct InspectionListsTests {
  private func code(_ make: () throws(Refusal) -> Void) -> String? { refusal(make)?.code }

  @Test func theCanonicalTextHasALineForEach() throws {
    // In the order of the bytes of their UTF-8, which is that of the code points.
    let lines = [
      "ipcase-inspection 1", "draw\t3\t2", "target\t千灯专利代理事务所\t91440605MA00001893\t",
      "target\t平洲商标代理有限公司\t91440605MA000020XE\t桂城街道", "target\t映月知识产权服务有限公司\t91440605MA0000197X\t狮山镇",
      "target\t灯湖商标事务所\t91440605MA00001706\t大沥镇", "target\t远航知识产权代理有限公司\t91440605MA0000162B\t桂城街道",
      "target\t里水专利代理事务所\t91440605MA0000218E\t里水镇", "inspector\t何志远\t粤A002", "inspector\t周敏\t粤A001",
      "inspector\t梁家宝\t粤A003", "inspector\t陈一鸣\t粤A004", "conflict\t粤A001\t91440605MA00001706",
      "conflict\t粤A003\t91440605MA0000197X",
    ]
    #expect(try SampleLists.lists().text == lines.map { "\($0)\n" }.joined())
  }

  @Test func theOrderInWhichTheyAreGivenDoesNotMatter() throws {
    let other = try SampleLists.lists(
      targets: SampleLists.targets.reversed(), inspectors: SampleLists.inspectors.reversed(),
      conflicts: SampleLists.conflicts + SampleLists.conflicts)
    #expect(try other == SampleLists.lists())
  }

  @Test func aShareIsTheNextWholeNumber() throws {
    #expect(try SampleLists.lists(sample: "20%").count == 2)
    #expect(try SampleLists.lists(sample: "1%").count == 1)
    #expect(try SampleLists.lists(sample: "100％").count == 6)
    #expect(try SampleSize(wire: "3%").count(of: 1000) == 30)
    #expect(try SampleSize(wire: "3%").count(of: 1001) == 31)
  }

  @Test(arguments: ["", "0", "-1", "1.5", "0%", "101%", "10001", "三", "5 %", "%", "99999999999999999999"])
  func aSizeThatIsNoneIsRefused(text: String) {
    #expect(code { () throws(Refusal) in _ = try SampleSize(wire: text) } == "inspection.sample")
  }

  @Test(arguments: [("6", nil), ("7", "inspection.sample-large")] as [(String, String?)])
  func noMoreAreDrawnThanThereAre(sample: String, code: String?) {
    #expect(self.code { () throws(Refusal) in _ = try SampleLists.lists(sample: sample) } == code)
  }

  @Test func nothingIsDrawnFromAnEmptyList() {
    for sample in ["1", "5%"] {
      let refused = code { () throws(Refusal) in
        _ = try SampleLists.lists(targets: [], conflicts: [], sample: sample)
      }
      #expect(refused == "inspection.sample-large")
    }
  }

  // Two inspectors at least: 企业公示信息抽查办法 art. 9.
  @Test(arguments: [(0, false), (1, false), (2, true), (3, true), (10, false)])
  func aTeamIsOfTwoOrMore(team: Int, isTeam: Bool) {
    let refused = code { () throws(Refusal) in _ = try SampleLists.lists(team: team) }
    #expect(refused == (isTeam ? nil : "inspection.team"))
  }

  @Test func aTargetListedTwiceIsRefused() throws {
    let twice = try SampleLists.targets + [SampleLists.target("另一名称", "91440605ma00001706")]
    let refused = refusal { () throws(Refusal) in _ = try SampleLists.lists(targets: twice) }
    #expect(refused?.code == "inspection.twice")
    #expect(refused?.field == "targets.6.identityNumber")
    #expect(refused?.arguments["number"] == .text("91440605MA00001706"))
  }

  @Test func anInspectorListedTwiceIsRefused() throws {
    let twice = SampleLists.inspectors + [SampleLists.inspectors[0]]
    let refused = refusal { () throws(Refusal) in _ = try SampleLists.lists(inspectors: twice) }
    #expect(refused?.code == "inspection.twice")
    #expect(refused?.field == "inspectors.4.certificate")
  }

  @Test func aNumberThatIsNoneIsRefusedWithItsPlace() throws {
    let wrong = try [SampleLists.targets[0], SampleLists.target("某机构", "91440605MA0000162C")]
    let refused = refusal { () throws(Refusal) in _ = try SampleLists.lists(targets: wrong, conflicts: [], sample: "1")
    }
    #expect(refused?.code == "uscc.check")
    #expect(refused?.field == "targets.1.identityNumber")
  }

  @Test(arguments: [
    ("粤A009", "91440605MA00001706"), ("粤A001", "91440605MA00002269"), ("粤A001", "x"),
  ])
  func aConflictOfSomebodyUnknownIsRefused(certificate: String, number: String) throws {
    let conflicts = try [SampleLists.conflict(certificate, number)]
    let refused = refusal { () throws(Refusal) in _ = try SampleLists.lists(conflicts: conflicts) }
    #expect(refused?.code == "inspection.conflict")
    #expect(refused?.field == "conflicts.0")
  }

  @Test func aTargetWithFewerThanTwoFreeInspectorsIsRefusedByName() throws {
    let conflicts = try ["粤A001", "粤A002", "粤A003"].map { try SampleLists.conflict($0, "91440605MA000020XE") }
    let refused = refusal { () throws(Refusal) in _ = try SampleLists.lists(conflicts: conflicts) }
    #expect(refused?.code == "inspection.inspectors")
    #expect(refused?.arguments["target"] == .text("平洲商标代理有限公司"))
    #expect(refused?.arguments["free"] == .text("1"))
    let enough = code { () throws(Refusal) in _ = try SampleLists.lists(conflicts: Array(conflicts.prefix(2))) }
    #expect(enough == nil)
  }

  @Test func moreThanAListMayHaveIsRefused() throws {
    let many = Array(repeating: SampleLists.inspectors[0], count: 501)
    let refused = refusal { () throws(Refusal) in _ = try SampleLists.lists(inspectors: many) }
    #expect(refused?.code == "list.too-long")
    #expect(refused?.field == "inspectors")
  }

  @Test func aCanonicalTextIsReadBack() throws {
    let lists = try SampleLists.lists()
    #expect(try InspectionLists(text: lists.text) == lists)
    let shared = try SampleLists.lists(sample: "50%")
    #expect(try InspectionLists(text: shared.text).text == shared.text)
  }

  @Test(arguments: [
    "", "draw\t3\t2\n", "ipcase-inspection 2\n", "ipcase-inspection 1\ndraw\t3\n", "ipcase-inspection 1\nx\t1\n",
    "ipcase-inspection 1\ndraw\t1\t2\ntarget\t甲\t91440605MA0000162B\n",
  ])
  func anotherTextIsRefused(text: String) {
    #expect(code { () throws(Refusal) in _ = try InspectionLists(text: text) } == "inspection.lists-text")
  }

  @Test func aTextOutOfOrderOrWithMoreInItIsRefused() throws {
    let lines = try SampleLists.lists().text.split(separator: "\n").map(String.init)
    var swapped = lines
    swapped.swapAt(2, 3)
    for (text, line) in [
      (swapped.map { "\($0)\n" }.joined(), "3"), (lines.joined(separator: "\n"), "15"),
      (lines.map { "\($0)\n" }.joined() + "\n", "16"),
    ] {
      let refused = refusal { () throws(Refusal) in _ = try InspectionLists(text: text) }
      #expect(refused?.code == "inspection.lists-text")
      #expect(refused?.arguments["line"] == .text(line))
    }
  }
}
