import Postgres
import TestSupport
import Testing

private enum Colour: String, Column {
  case red
  case green = "light-green"
}

@Suite struct ColumnTests {
  @Test(
    arguments: [
      ([], "\\x"), ([0], "\\x00"), ([0, 9, 10, 127, 128, 255], "\\x00090a7f80ff"),
    ] as [([UInt8], String)])
  func bytesAreHexadecimal(bytes: [UInt8], text: String) {
    #expect(Bytes(bytes).sqlText == text)
    #expect(Bytes(sqlText: text)?.bytes == bytes)
    #expect(Bytes(bytes).hex == String(text.dropFirst(2)))
  }

  @Test(arguments: ["", "\\", "x00", "\\x0", "\\xg0", "\\x0A", "00", "\\x 0", "\\x值"])
  func otherTextIsNoBytes(text: String) {
    #expect(Bytes(sqlText: text) == nil)
  }

  @Test(
    arguments: [
      ([], "{}"), ([1], "{1}"), ([.min, -1, 0, .max], "{-9223372036854775808,-1,0,9223372036854775807}"),
    ] as [([Int64], String)])
  func numbersAreAnArrayLiteral(values: [Int64], text: String) {
    #expect(Numbers(values).sqlText == text)
    #expect(Numbers(sqlText: text)?.values == values)
  }

  @Test(arguments: ["", "{", "}", "1,2", "{a}", "{1,NULL}", "{{1,2}}", "[0:1]={1,2}", "{9223372036854775808}"])
  func otherTextIsNoNumbers(text: String) {
    #expect(Numbers(sqlText: text) == nil)
  }

  @Test func onlyTAndFAreBooleans() {
    #expect(["t", "f", "true", "T", "", "1"].map { Bool(sqlText: $0) } == [true, false, nil, nil, nil, nil])
    #expect([true, false].map(\.sqlText) == ["t", "f"])
  }

  @Test func anIntegerMustFit() {
    #expect(Int16(sqlText: "32767") == 32767)
    #expect(Int16(sqlText: "32768") == nil)
    #expect(Int32(sqlText: "-2147483648") == .min)
    #expect(Int64(sqlText: "9223372036854775807") == .max)
    #expect(["", " 1", "1.0", "1e3", "0x1"].map { Int(sqlText: $0) } == [nil, nil, nil, nil, nil])
  }

  @Test func anEnumerationIsItsRawValue() {
    #expect(Colour.green.sqlText == "light-green")
    #expect(["red", "light-green", "green"].map { Colour(sqlText: $0) } == [.red, .green, nil])
  }
}

@Suite(.database) struct ColumnRoundTripTests {
  @Test(arguments: [[], [0], Array(0...255), [92, 120, 39, 34]] as [[UInt8]])
  func bytesComeBack(bytes: [UInt8]) async throws {
    let row = try await TestDatabase.owner.read { db in
      try db.first("select \(Bytes(bytes))::bytea as n, length(\(Bytes(bytes))::bytea) as size") { row in
        (bytes: try row["n"] as Bytes, size: try row["size"] as Int)
      }
    }
    #expect(row?.bytes == Bytes(bytes))
    #expect(row?.size == bytes.count)
  }

  @Test(arguments: [[], [7], [3, -1, 3], [.min, .max]] as [[Int64]])
  func numbersComeBack(values: [Int64]) async throws {
    let row = try await TestDatabase.owner.read { db in
      try db.first("select \(Numbers(values))::bigint[] as n, cardinality(\(Numbers(values))::bigint[]) as size") {
        (numbers: try $0["n"] as Numbers, size: try $0["size"] as Int)
      }
    }
    #expect(row?.numbers == Numbers(values))
    #expect(row?.size == values.count)
  }

  @Test func aListOfNumbersSelects() async throws {
    let positions = try await TestDatabase.owner.read { db in
      try db.all("select position from town where position = any (\(Numbers([2, 5]))::int[]) order by position") {
        try $0["position"] as Int
      }
    }
    #expect(positions == [2, 5])
  }

  @Test func theOtherKindsComeBack() async throws {
    let row = try await TestDatabase.owner.read { db in
      try db.first(
        """
        select \(true) as a, \(false)::bool as b, \(Int16.min)::smallint as c, \(Int32.max)::int as d,
          \(Int64.min)::bigint as e, \(Colour.green)::text as f
        """
      ) { row in
        #expect(try row["a"] as Bool == true)
        #expect(try row["b"] as Bool == false)
        #expect(try row["c"] as Int16 == .min)
        #expect(try row["d"] as Int32 == .max)
        #expect(try row["e"] as Int64 == .min)
        return try row["f"] as Colour
      }
    }
    #expect(row == .green)
  }
}
