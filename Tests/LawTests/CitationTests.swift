import Law
import Testing

@Suite struct CitationTests {
  @Test(arguments: [
    ("310@5.2", "国务院令第310号", "国务院令第310号第五条第二款"),
    ("criminal-law@219-1", "刑法", "刑法第二百一十九条之一"),
    ("criminal-law@219-1.2(3)", "刑法", "刑法第二百一十九条之一第二款第（三）项"),
    ("penalty-law@57.1(3)", "行政处罚法", "行政处罚法第五十七条第一款第（三）项"),
    ("penalty-law@57(3)", "行政处罚法", "行政处罚法第五十七条第（三）项"),
    ("x@1", "", "第一条"), ("x@10", "", "第十条"), ("x@11", "", "第十一条"), ("x@12", "", "第十二条"), ("x@20", "", "第二十条"),
    ("x@21", "", "第二十一条"), ("x@99", "", "第九十九条"), ("x@100", "", "第一百条"), ("x@101", "", "第一百零一条"),
    ("x@110", "", "第一百一十条"), ("x@111", "", "第一百一十一条"), ("x@120", "", "第一百二十条"), ("x@200", "", "第二百条"),
    ("x@205", "", "第二百零五条"), ("x@210", "", "第二百一十条"), ("x@999", "", "第九百九十九条"), ("x@7(12)", "", "第七条第（十二）项"),
  ])
  func aCitationIsReadAndPrinted(key: String, name: String, printed: String) throws {
    let citation = try #require(Citation(key: key))
    #expect(citation.printed(name: name) == printed)
    #expect(citation.key == key)
  }

  @Test func aKeyNamesEveryPart() {
    #expect(
      Citation(key: "criminal-law@219-1.2(3)")
        == Citation(instrument: "criminal-law", article: 219, articleSuffix: 1, paragraph: 2, item: 3))
  }

  @Test(arguments: [
    "", "@", "x", "x@", "@5", "x@0", "x@1000", "x@05", "x@5.", "x@5.0", "x@5.02", "x@5-", "x@5-0", "x@5.2-1", "x@5()",
    "x@5(0)", "x@5(3", "x@5 ", " x@5", "x@5(3)4", "x@5(3)(4)", "x@5@6", "X@5", "-x@5", "x-@5", "x_y@5", "刑法@5", "x@五",
    "x@５", "x@5\0", "\0@5", "x\0@5", "x@5\u{0301}", "x\u{0301}@5", "x@-5", "x@+5", "x@99999999999999999999",
  ])
  func theseTextsAreNoKey(key: String) {
    #expect(Citation(key: key) == nil)
  }

  @Test func aPartOutOfRangeMakesNoCitation() {
    for number in [Int.min, -1, 0, 1000, .max] {
      #expect(Citation(instrument: "x", article: number, articleSuffix: nil, paragraph: nil, item: nil) == nil)
      #expect(Citation(instrument: "x", article: 1, articleSuffix: number, paragraph: nil, item: nil) == nil)
      #expect(Citation(instrument: "x", article: 1, articleSuffix: nil, paragraph: number, item: nil) == nil)
      #expect(Citation(instrument: "x", article: 1, articleSuffix: nil, paragraph: nil, item: number) == nil)
    }
  }
}
