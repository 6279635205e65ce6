import Casework
import Foundation
import Registry
import Testing

/// Known answers of the draw, reckoned by `draw.py` beside this file, and by `sha256sum` and `sort`.
@Suite struct DrawTests {
  private static let commitment = "fbce638aae4631b982643dd56ebcb7a5b12febbb2014bbfb22b8bf7c4220578b"

  private func lists() throws -> InspectionLists {
    try GivenInspection.request().checked(
      by: Officer(
        id: 1, login: "ce.shi", name: "测试员", agency: AgencyCode(wire: "IPB"), agencyKind: .enforcement,
        roles: [.clerk]))
  }

  private func draw(_ seed: String) throws -> Draw {
    try Draw(
      from: lists(), committedTo: Commitment(hex: Self.commitment), seed: Line(wire: seed), by: GivenInspection.sha256)
  }

  @Test func theCommitmentIsTheDigestOfTheText() throws {
    #expect(try Commitment(to: lists(), by: GivenInspection.sha256).hex == Self.commitment)
  }

  @Test(arguments: [
    (
      "2026278 07 11 19 23 28 31 09",
      [
        "061c1beec0d0bdb5055894b3fe3a1186e14bae09832ac6216364fc9ee1d7a392 91440605MA000020XE 粤A003、粤A004",
        "85daeac576f5e51c29dcbfd76f6981ed0d14b8a1c7ff582a3cb69ee076067514 91440605MA0000197X 粤A002、粤A004",
        "a68f40c58d9d70743d4db43b23f1442697892cb7ba70cbf7fc5da84f08eb2f7c 91440605MA00001893 粤A002、粤A004",
      ]
    ),
    (
      "2026279 01 05 12 18 22 30 14",
      [
        "01617a527b14806b5e37d919ed23412e2ce8fb7f15e718f00366a6df92cad209 91440605MA000020XE 粤A004、粤A002",
        "21c0033eb58b9b0d1d52a1e0f5df525752db30efed4d4e5b26932af56e524f88 91440605MA0000162B 粤A002、粤A004",
        "394ac77cc0728e5b82b488d6dacde4b19a07a4d2ba5c38063a9bb9196e2338ee 91440605MA00001706 粤A004、粤A002",
      ]
    ),
  ])
  func aSeedGivesItsDraw(seed: String, picks: [String]) throws {
    let drawn = try draw(seed).picks.map { pick in
      "\(pick.key) \(pick.target.identityNumber) \(pick.inspectors.map(\.certificate.wire).joined(separator: "、"))"
    }
    #expect(drawn == picks)
  }

  /// The recipe of the documentation, run by a shell.
  @Test func standardToolsGiveTheSameTargets() throws {
    let seed = "2026278 07 11 19 23 28 31 09"
    let script = #"""
      commitment=$(sha256sum < lists.txt | cut -c1-64)
      count=$(sed -n 2p lists.txt | cut -f2)
      grep '^target' lists.txt | while IFS= read -r line; do
        key=$(printf '%s\037%s\037target\037%s' "$seed" "$commitment" "$line" | sha256sum | cut -c1-64)
        printf '%s\t%s\n' "$key" "$line"
      done | LC_ALL=C sort | head -n "$count"
      """#
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipcase-draw-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(lists().text.utf8).write(to: folder.appending(path: "lists.txt"))
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", script]
    shell.currentDirectoryURL = folder
    shell.environment = ["PATH": "/usr/bin:/bin", "seed": seed]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(printed == (try draw(seed).picks.map { "\($0.key)\t\($0.target.line)\n" }.joined()))
  }

  @Test func oneInspectorMoreChangesTheCommitment() throws {
    var request = try GivenInspection.request()
    request.inspectors.append(Inspector(name: try Line(wire: "新人"), certificate: try Line(wire: "粤A005")))
    let officer = Officer(
      id: 1, login: "ce.shi", name: "测试员", agency: try AgencyCode(wire: "IPB"), agencyKind: .enforcement,
      roles: [.clerk])
    let lists = try request.checked(by: officer)
    #expect(try Commitment(to: lists, by: GivenInspection.sha256).hex != Self.commitment)
  }
}

@Suite struct InspectionTableTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: [
    "灯湖商标事务所,91440605MA00001706,大沥镇\n", "名称,统一社会信用代码,分组\r\n灯湖商标事务所,91440605ma00001706,大沥镇\r\n",
    "灯湖商标事务所\t91440605MA00001706\t大沥镇", "\u{FEFF}\"灯湖商标事务所\", 91440605MA00001706 ,大沥镇\n\n",
  ])
  func targetsAreReadFromATable(text: String) throws {
    let targets = try InspectionTable.targets(bytes(text))
    #expect(targets.map(\.name.wire) == ["灯湖商标事务所"])
    #expect(targets.map { $0.identityNumber.wire.uppercased() } == ["91440605MA00001706"])
    #expect(targets.map { $0.group?.wire } == ["大沥镇"])
  }

  @Test func aGroupMayBeLeftOutAndANameMayHaveAComma() throws {
    let targets = try InspectionTable.targets(bytes("\"甲,乙事务所\",91440605MA00001706\n丙,91440605MA0000162B,\n"))
    #expect(targets.map(\.name.wire) == ["甲,乙事务所", "丙"])
    #expect(targets.map(\.group) == [nil, nil])
  }

  @Test func inspectorsAndConflictsAreReadToo() throws {
    #expect(
      try InspectionTable.inspectors(bytes("姓名,执法证号\n周敏,粤A001\n")).map(\.line) == ["inspector\t周敏\t粤A001"])
    #expect(
      try InspectionTable.conflicts(bytes("粤A001,91440605MA00001706\n")).map(\.line)
        == ["conflict\t粤A001\t91440605MA00001706"])
    for text in ["", " \n\r\n"] { #expect(try InspectionTable.conflicts(bytes(text)).isEmpty) }
  }

  @Test(arguments: [
    ("灯湖商标事务所\n", "inspection.cells", "1"), ("甲,91440605MA00001706,乙,丙\n", "inspection.cells", "1"),
    ("甲,91440605MA00001706\n乙,91440605MA00001707\n", "inspection.row", "2"), ("甲,x\n", "inspection.row", "1"),
    (",91440605MA00001706\n", "inspection.row", "1"),
  ])
  func aWrongLineIsNamed(text: String, code: String, line: String) async throws {
    let refused = try await refusal { _ = try InspectionTable.targets(bytes(text)) }
    #expect(refused?.code == code)
    #expect(refused?.field == "targets")
    #expect(refused?.arguments["line"] == .text(line))
  }

  @Test func anEmptyTableIsRefused() async throws {
    let refused = try await refusal { _ = try InspectionTable.inspectors([]) }
    #expect(refused?.code == "import.empty")
    #expect(refused?.field == "inspectors")
  }
}
