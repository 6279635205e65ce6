import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct RegisterFileTests {
  private func outcomes(_ bytes: [UInt8]) async throws -> [Register.Outcome] {
    let clerk = try await Given.officer("IPB", .clerk)
    return try await Register.imported(bytes, by: clerk).lines.map(Register.Outcome.init)
  }

  private func refused(_ bytes: [UInt8]) async throws -> Refusal? {
    let clerk = try await Given.officer("IPB", .clerk)
    let refused = try await refusal { _ = try await Register.imported(bytes, by: clerk) }
    #expect(try await refusal { try Registry.checkRegister(RegisterTable(csv: bytes), by: clerk) } == refused)
    #expect(try await Registry(TestDatabase.service).count(CaseFileFilter(limit: 1), for: clerk) == 0)
    return refused
  }

  private let heading = Register.heading
  private let first = Register.first
  private let second = Register.second

  @Test func linesAreNumberedFromTheHeadingOn() async throws {
    let lines = try await outcomes(Register.bytes(heading, first, second))
    #expect(lines.map(\.line) == [2, 3])
    #expect(lines.map(\.key) == ["G1", "G2"])
    #expect(lines.allSatisfy { $0.isImported && $0.codes.isEmpty })
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func anyLineEndWillDo(end: String) async throws {
    let lines = try await outcomes(Register.bytes(heading, first, "", second, end: end))
    #expect(lines.map(\.line) == [2, 4])
    #expect(lines.map(\.isImported) == [true, true])
  }

  @Test func theLastLineNeedsNoEnd() async throws {
    let lines = try await outcomes(Array("\(heading)\n\(first)".utf8))
    #expect(lines.map(\.key) == ["G1"])
  }

  @Test func aByteOrderMarkIsPassedOver() async throws {
    let lines = try await outcomes([0xEF, 0xBB, 0xBF] + Register.bytes(heading, first))
    #expect(lines.map(\.isImported) == [true])
  }

  @Test func tabsMayPartTheCells() async throws {
    let lines = [heading, first].map { $0.split(separator: ",").joined(separator: "\t") }
    #expect(try await outcomes(Register.bytes(lines[0], lines[1])).map(\.isImported) == [true])
  }

  @Test func aCopyInGBKIsTheSameRegister() async throws {
    // 案件编号,来源标题,知识产权类型,程序,当事人 and one line, encoded by Python.
    let hex = """
      b0b8bcfeb1e0bac52cc0b4d4b4b1eacce22cd6aacab6b2fac8a8c0e0d0cd2cb3ccd0f22cb5b1cac2c8cb0a47312ccffacadbbcd9c3b0\
      c9ccb1eab7fed7b0b0b82cc9ccb1ea2cd0d0d5feb4a6b7a32cb5c6bafeb7fecacec9ccd0d00a
      """
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    let clerk = try await Given.officer("IPB", .clerk)
    let number = try #require(try await Register.imported(bytes, by: clerk).lines.first?.number)
    let file = try await Registry(TestDatabase.service).caseFile(number, for: clerk)
    #expect(file.head.summary == "销售假冒商标服装案")
    #expect(file.head.respondents == "灯湖服饰商行")
  }

  @Test func quotesHoldCommasQuotesAndLineEnds() async throws {
    let bytes = Register.bytes(
      heading + ",notes", "G1,\"销售\"\"假冒\"\"商标,服装案\",trademark,penalty,灯湖服饰商行,\"一行\n二行\r\n三行\"", second + ",x")
    let clerk = try await Given.officer("IPB", .clerk)
    let lines = try await Register.imported(bytes, by: clerk).lines
    #expect(lines.map(\.line) == [2, 5])
    let file = try await Registry(TestDatabase.service).caseFile(try #require(lines[0].number), for: clerk)
    #expect(file.head.summary == "销售\"假冒\"商标,服装案")
    #expect(file.source?.notes == "一行\n二行\r\n三行")
  }

  @Test func columnsMayComeInAnyOrderAndInChinese() async throws {
    let bytes = Register.bytes("程序,当事人, 案件编号 ,知识产权类型,来源标题,罚款（元）", "行政处罚,灯湖服饰商行,G1,商标,服装案,5万")
    let clerk = try await Given.officer("IPB", .clerk)
    let number = try #require(try await Register.imported(bytes, by: clerk).lines.first?.number)
    let entries = try await Registry(TestDatabase.service).entries(of: number, for: clerk)
    #expect(entries.map(\.milestone) == [.lead, .decided])
    #expect(try await District.look("select fine_fen::text as value from entry where sequence = 2") == ["5000000"])
  }

  @Test func aLineWithTheWrongNumberOfCellsIsReportedAndTheOthersImported() async throws {
    let bytes = Register.bytes(heading, "G1,\"服装\n案\",trademark,penalty", second, "G3,a,b,c,d,e", "G4,鞋案,商标,处罚,")
    let lines = try await Register.imported(bytes, by: Given.officer("IPB", .clerk)).lines
    #expect(lines.map(\.line) == [2, 4, 5, 6])
    #expect(lines.map { $0.number != nil } == [false, true, false, true])
    for (index, found) in [(0, "4"), (2, "6")] {
      #expect(lines[index].faults.map(\.refusal.code) == ["import.cells"])
      #expect(lines[index].faults.map(\.column) == [nil])
      #expect(lines[index].faults.first?.refusal.arguments == ["found": .text(found), "expected": .text("5")])
    }
  }

  @Test(arguments: [
    ("source_title,ip_type,procedure", "case_ref（案件编号）"), ("case_ref,ip_type", "source_title（来源标题）, procedure（程序）"),
    ("甲,乙", "case_ref（案件编号）, source_title（来源标题）, ip_type（知识产权类型）, procedure（程序）"),
  ])
  func aMissingColumnIsNamed(heading: String, names: String) async throws {
    let refused = try await refused(Register.bytes(heading, "a,b"))
    #expect(refused?.code == "import.column-missing")
    #expect(refused?.field == "heading")
    #expect(refused?.arguments["columns"] == .text(names))
  }

  @Test func anUnknownColumnIsNamed() async throws {
    let refused = try await refused(Register.bytes(heading + ",colour,价格", first + ",a,b"))
    #expect(refused?.code == "import.column-unknown")
    #expect(refused?.arguments["columns"] == .text("colour, 价格"))
  }

  @Test(arguments: ["respondent", "当事人"]) func aColumnThatComesTwiceIsRefused(name: String) async throws {
    let refused = try await refused(Register.bytes("\(heading),\(name)", first + ",a"))
    #expect(refused?.code == "import.column-twice")
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", " , ,\n"]) func anEmptyFileIsRefused(text: String) async throws {
    #expect(try await refused(Array(text.utf8))?.code == "import.empty")
  }

  @Test func aHeadingAloneIsARegisterOfNothing() async throws {
    #expect(try await outcomes(Register.bytes(heading)).isEmpty)
  }

  @Test func aQuoteThatIsNotClosedIsRefusedWithItsLine() async throws {
    let refused = try await refused(Register.bytes(heading, first, "G2,\"开头,trademark,penalty,甲", second))
    #expect(refused?.code == "import.quote")
    #expect(refused?.arguments["line"] == .text("3"))
  }

  @Test(arguments: [[0xFF, 0xFF, 0xFF], [0xFF, 0xFE, 0x41, 0x00], [0x80]] as [[UInt8]])
  func bytesInNoEncodingAreRefused(bytes: [UInt8]) async throws {
    #expect(try await refused(Register.bytes(heading) + bytes)?.code == "import.encoding")
  }

  @Test func aMarkedUTF8FileThatIsBrokenIsRefusedForItsEncoding() async throws {
    let broken = [0xEF, 0xBB, 0xBF] + Register.bytes(heading) + [0xB0, 0xB8, 0x0A]
    #expect(try await refused(broken)?.code == "import.encoding")
  }

  @Test func aFileOverTwentyMegabytesIsRefused() async throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 20 * 1024 * 1024 + 1)
    let refused = try await refused(bytes)
    #expect(refused?.code == "import.too-large")
    #expect(refused?.arguments["limit"] == .text("20 MB"))
  }

  @Test func aThousandLinesAreImportedWhole() async throws {
    let lines = (0..<1000).map { "K\($0),服装案,商标,处罚,灯湖服饰商行\($0)" }.joined(separator: "\n")
    let clerk = try await Given.officer("IPB", .clerk)
    let outcome = try await Register.imported(Register.bytes(heading, lines), by: clerk)
    #expect(outcome.imported == 1000)
    #expect(outcome.lines.map(\.line) == Array(2...1001))
  }
}
