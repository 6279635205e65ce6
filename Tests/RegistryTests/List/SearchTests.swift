import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct SearchTests {
  /// Three files; the second has everything that can be searched.
  private func filled() async throws -> Officer {
    let officer = try await Given.officer("IPB", .clerk)
    _ = try await Given.caseFile(by: officer, Given.request(respondent: "桂澜鞋店"))
    var request = try Given.request(ipType: .patent, respondent: "灯湖Fashion商行")
    request.summary = try Line(wire: "假冒专利的茶壶")
    request.place = try Line(wire: "千灯湖展馆")
    request.rights = [
      Right(kind: .trademark, number: try Line(wire: "12345678"), name: try Line(wire: "云岭ＹＵＮ"))
    ]
    request.goods = [
      Goods(name: try Line(wire: "紫砂壶 套装"), quantity: nil, unit: nil, value: nil, priceBasis: nil)
    ]
    _ = try await Given.caseFile(by: officer, request)
    _ = try await Given.caseFile(by: officer, Given.request(respondent: "湖灯工艺厂"))
    return officer
  }

  private func found(_ search: String, by officer: Officer) async throws -> [Int] {
    var filter = CaseFileFilter(limit: 50)
    filter.search = search
    let registry = Registry(TestDatabase.service)
    let files = try await registry.caseFiles(filter, for: officer)
    #expect(try await registry.count(filter, for: officer) == files.count)
    return files.map { Int($0.number.wire.suffix(6)) ?? 0 }
  }

  @Test func theseWordsAreFound() async throws {
    let officer = try await filled()
    for (search, expected) in [
      ("壶", [2]), ("湖", [3, 2]), ("灯湖", [2]), ("湖灯", [3]), ("鞋", [1]), ("鞋店", [1]), ("紫砂壶", [2]), ("专利", [2]),
      ("侵犯", [3, 1]), ("fashion", [2]), ("FASHION", [2]), ("ｆａｓｈｉｏｎ", [2]), ("yun", [2]), ("ＹＵＮ", [2]),
      ("12345678", [2]),
      ("１２３４５６７８", [2]), ("3456", [2]), ("商行", [2]), ("千灯", [2]), ("2026-000003", [3]), ("zzz", []), ("鱼", []),
      ("灯厂", []), ("", [3, 2, 1]), ("  ", [3, 2, 1]),
    ] as [(String, [Int])] {
      let numbers = try await found(search, by: officer)
      #expect(numbers == expected, "\(search)")
    }
  }

  @Test func severalWordsMustAllOccur() async throws {
    let officer = try await filled()
    for (search, expected) in [
      ("灯湖 专利", [2]), ("湖 侵犯", [3]), ("灯湖\u{3000}茶壶", [2]), ("湖 鞋", []), ("2026-000002 壶", [2]),
      ("2026-000001 壶", []),
    ] as [(String, [Int])] {
      let numbers = try await found(search, by: officer)
      #expect(numbers == expected, "\(search)")
    }
  }

  @Test func aMarkIsNoWildcardAndNoEndOfTheStatement() async throws {
    let officer = try await filled()
    for search in ["%", "_", "'", "\\", "{1,2}", "\"", "$1", "); drop table entry; --", "湖%", "\u{301}"] {
      #expect(try await found(search, by: officer) == [], "\(search)")
    }
  }

  @Test func aNumberIsFoundInFullWidth() async throws {
    let officer = try await filled()
    #expect(try await found("２０２６－０００００３", by: officer) == [3])
  }

  @Test func aPartOfANumberIsFound() async throws {
    let officer = try await filled()
    #expect(try await found("000003", by: officer) == [3])
  }

  @Test func aNinthWordMustOccurToo() async throws {
    let officer = try await filled()
    #expect(try await found("湖 湖 湖 湖 湖 湖 湖 湖 鱼", by: officer) == [])
  }

  @Test func aSearchWithANulFindsNothingAndBreaksNothing() async throws {
    let officer = try await filled()
    #expect(try await found("湖\0", by: officer) == [])
  }

  /// Whether the latest files fill the list or all have to be looked up, the same are found, page by page.
  @Test(arguments: 1...4) func pagesOfASearchMissNoneAndRepeatNone(limit: Int) async throws {
    let officer = try await filled()
    var filter = CaseFileFilter(limit: limit)
    filter.search = "湖"
    var numbers: [String] = []
    while true {
      let page = try await Registry(TestDatabase.service).caseFiles(filter, for: officer)
      numbers += page.map(\.number.wire)
      #expect(try await Registry(TestDatabase.service).count(filter, for: officer) == 2)
      guard page.count == limit, let last = page.last else { break }
      filter.before = last.id
    }
    #expect(numbers == ["2026-000003", "2026-000002"])
  }
}
