import Foundation
import Law
import Testing

@Suite struct CodingTests {
  private func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  private func encode(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  @Test func valuesAreEncodedAsPlainTextsAndNumbers() throws {
    #expect(try encode(#require(Day("2026年11月22日"))) == #""2026-11-22""#)
    #expect(try encode(#require(PartialDay("2024年8月"))) == #""2024-08""#)
    #expect(try encode(#require(Month("2026/10"))) == #""2026-10""#)
    #expect(try encode(#require(Instant("2026-11-01T00:00:00+08:00"))) == #""2026-10-31T16:00:00Z""#)
    #expect(try encode(#require(Fen(1_200_050))) == "1200050")
  }

  @Test func valuesAreDecodedFromThem() throws {
    #expect(try decode(Day.self, #""2026-11-22""#) == Day("2026-11-22"))
    #expect(try decode(PartialDay.self, #""2024""#) == PartialDay("2024"))
    #expect(try decode(Month.self, #""2026-10""#) == Month("2026-10"))
    #expect(try decode(Instant.self, #""2026-11-01T00:00:00+08:00""#) == Instant("2026-10-31T16:00:00Z"))
    #expect(try decode(Fen.self, "100000000000000").value == Fen.limit)
  }

  @Test(arguments: [#""2026年11月22日""#, #""2026/11/22""#, #""2026-02-29""#, #""""#, "20779", "null", #""２０２６-11-22""#])
  func aDayIsDecodedFromItsDescriptionOnly(json: String) {
    #expect(throws: DecodingError.self) { try decode(Day.self, json) }
  }

  @Test(arguments: [#""2024年8月""#, #""2024/8""#, #""2024年""#, "2024"])
  func monthsAndPartialDaysAreDecodedFromTheirDescriptionsOnly(json: String) {
    #expect(throws: DecodingError.self) { try decode(PartialDay.self, json) }
    #expect(throws: DecodingError.self) { try decode(Month.self, json) }
  }

  @Test(arguments: ["-1", "100000000000001", "0.5", "1e30", #""5""#, "null"])
  func anAmountIsDecodedFromAnIntegerOfItsRangeOnly(json: String) {
    #expect(throws: DecodingError.self) { try decode(Fen.self, json) }
  }

  @Test func anInstantIsNotDecodedWithoutItsOffset() {
    #expect(throws: DecodingError.self) { try decode(Instant.self, #""2026-11-01T00:00:00""#) }
  }
}
