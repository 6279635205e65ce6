import Law
import Testing

@Suite struct FenTests {
  @Test(arguments: [
    ("0", 0), ("0.01", 1), ("0.1", 10), ("12000", 1_200_000), ("12,000.50", 1_200_050), ("12,000.5", 1_200_050),
    ("１２，０００", 1_200_000), ("１２，０００．５０元", 1_200_050), ("5万", 5_000_000), ("5万元", 5_000_000), ("5 万 元", 5_000_000),
    ("1.2亿", 12_000_000_000), ("1.2345万", 1_234_500), ("1.234567万", 1_234_567), ("0.0000000001亿", 1),
    ("12000元", 1_200_000), ("¥12,000.00", 1_200_000), ("￥12000", 1_200_000), ("¥ 12000 元", 1_200_000),
    (" 12000 ", 1_200_000), ("\u{3000}12000\u{A0}", 1_200_000), ("007", 700), ("1,234,567.89", 123_456_789),
    ("1000000000000", 100_000_000_000_000), ("10000亿", 100_000_000_000_000), ("000000000000000000000000000000001", 100),
  ])
  func anExactAmountIsRead(text: String, fen: Int64) {
    #expect(Fen.parse(yuan: text).map(\.value) == .success(fen))
  }

  @Test(arguments: [
    "约5万", "5万余", "近百万", "5-6万", ">5", "5万余元", "大约12000元", "12000左右", "5万以上", "不足5万", "超过5万元", "5~6万", "5～6万元",
    "5—6万", "5至6万", "几万", "十几万", "数万元", "5万多", "5万+", "≥5万", "<5", "上百万", "至少5万", "将近5万", "5万上下", "12000?",
    "５－６万", "+5",
  ])
  func aVagueAmountNeverBecomesANumber(text: String) {
    #expect(Fen.parse(yuan: text) == .failure(.vague))
  }

  @Test(arguments: [
    "", " ", "元", "万", "¥", ".", ",", "-", "abc", "1e18", "1E5", "１ｅ５", "0x10", "12,00", "1,2000", "1234,567",
    ",123", "123,", "12,000,", "1,,000", "12.", ".5", "1.2.3", "12 000", "1'000", "5万万", "5千", "1万2千", "五万",
    "5万元元", "元5", "$5", "5%", "NaN", "inf", "(500)", "2026-09-30", "12000\0", "\0", "1\0002", "5\u{0301}",
    "1\u{0301}2", "5\u{20E3}", "٥", "५", "12000\n", "5万\u{FE0F}", "数码产品", "近日", "5-6-7", "--5",
  ])
  func theseTextsAreUnreadable(text: String) {
    #expect(Fen.parse(yuan: text) == .failure(.unreadable))
  }

  @Test(arguments: ["-1", "-0.01", "−5万", "－１２", "¥-5", "-¥5", "-12,000元", "-99999999999999999999"])
  func anAmountBelowZeroIsNegative(text: String) {
    #expect(Fen.parse(yuan: text) == .failure(.negative))
  }

  @Test(arguments: ["12.345", "12.340", "12.000", "0.001", "1.2345678万", "0.00000000001亿"])
  func digitsBeyondTheFenAreTooFine(text: String) {
    #expect(Fen.parse(yuan: text) == .failure(.tooFine))
  }

  @Test(arguments: [
    "1000000000000.01", "1000000000001", "10001亿", "10000.0000000001亿", "1000000000000000000", "9223372036854775807",
    "92233720368547758.08", "18446744073709551616", "99999999999999999999999999999999999999亿",
  ])
  func anAmountAboveTheLimitIsTooLarge(text: String) {
    #expect(Fen.parse(yuan: text) == .failure(.tooLarge))
  }

  @Test(arguments: [
    (0, "0.00", "0.00"), (1, "0.01", "0.01"), (99, "0.99", "0.99"), (100_000, "1000.00", "1,000.00"),
    (99_999, "999.99", "999.99"), (1_200_050, "12000.50", "12,000.50"), (100_000_005, "1000000.05", "1,000,000.05"),
    (Fen.limit, "1000000000000.00", "1,000,000,000,000.00"),
  ])
  func anAmountPrintsInYuanAndIsReadBack(value: Int64, yuan: String, grouped: String) throws {
    let amount = try #require(Fen(value))
    #expect(amount.yuan == yuan)
    #expect(amount.grouped == grouped)
    #expect(Fen.parse(yuan: yuan) == .success(amount))
    #expect(Fen.parse(yuan: grouped) == .success(amount))
  }

  @Test func anAmountIsFromZeroThroughTheLimit() throws {
    #expect(Fen(-1) == nil)
    #expect(Fen(.min) == nil)
    #expect(Fen(Fen.limit + 1) == nil)
    #expect(Fen(.max) == nil)
    let (limit, one) = (try #require(Fen(Fen.limit)), try #require(Fen(1)))
    #expect(limit.adding(one) == nil)
    #expect(limit.adding(.zero) == limit)
    #expect(one.adding(one)?.value == 2)
    #expect(Fen.zero < one)
  }
}
