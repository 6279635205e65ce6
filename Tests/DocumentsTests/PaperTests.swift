import Foundation
import Testing

@testable import Documents

/// Papers, read back by poppler, which has no part in making them.
struct PaperTests {
  @Test func theSamePaperGivesTheSameBytesFromAnotherPress() async throws {
    let paper = try Paper.letter()
    let pdf = try await PaperPress().pdf(paper)
    #expect(try await PaperPress().pdf(paper) == pdf)
  }

  @Test func textIsSelectableAndRight() async throws {
    let text = try await Poppler.text(of: PaperPress().pdf(.letter()))
    for part in ["涉嫌犯罪案件移送书", "灯湖服饰商行", "南知移〔2026〕12号", "第1页共2页", "张喆堃"] {
      #expect(text.filter { !$0.isWhitespace }.contains(part), "\(part)")
    }
  }

  @Test func everyFontIsEmbeddedAsASubsetWithItsCharacters() async throws {
    let fonts = try await Poppler.fonts(of: PaperPress().pdf(.letter()))
    #expect(!fonts.isEmpty)
    #expect(fonts.allSatisfy { $0.isEmbedded && $0.isSubset && $0.hasText })
    #expect(fonts.contains { $0.name.contains("FangSong") || $0.name.contains("FandolFang") })
  }

  @Test func aDraftSaysSoOnEveryPageAndAPaperThatIsIssuedDoesNot() async throws {
    let long = String(repeating: "字", count: 28 * 22)
    let draft = try Paper.plain(long + "。", isDraft: true)
    let pages = try await Poppler.text(of: PaperPress().pdf(draft)).split(separator: "\u{0C}")
    #expect(pages.count == 2)
    #expect(pages.allSatisfy { $0.contains("草") && $0.contains("稿") })
    #expect(try await !Poppler.text(of: PaperPress().pdf(.plain(long, isDraft: false))).contains("草"))
  }

  /// GB/T 9704: 22 lines of 28 characters fill the block; the first line is indented by two.
  @Test(arguments: [(28 * 22 - 2, 1), (28 * 22 - 1, 2), (28 * 44 - 2, 2), (28 * 44 - 1, 3)])
  func twentyTwoLinesOfTwentyEightCharactersFillAPage(characters: Int, pages: Int) async throws {
    let pdf = try await PaperPress().pdf(.plain(String(repeating: "权", count: characters), isDraft: false))
    #expect(try Poppler.pages(of: pdf) == pages)
  }

  /// 37 mm above, 28 mm at the left, 28.99 points from line to line, by poppler's boxes of the words.
  @Test func theBlockStandsWhereTheStandardPutsIt() async throws {
    let pdf = try await PaperPress().pdf(.plain(String(repeating: "权", count: 28 * 3), isDraft: false))
    let boxes = try Poppler.boxes(of: pdf).filter { $0.text.contains("权") }
    #expect(boxes.count == 4)
    #expect(abs(boxes[1].left - 28 * 72 / 25.4) < 1)
    #expect(abs(boxes[1].right - (28 + 156) * 72 / 25.4) < 1)
    #expect(abs(boxes[2].top - boxes[1].top - 28.99) < 0.02)
    #expect(abs(boxes[0].left - (28 * 72 / 25.4 + 2 * 15.79)) < 1)
    #expect(boxes[0].top > 37 * 72 / 25.4 && boxes[0].top < 37 * 72 / 25.4 + 15)
  }

  @Test func aLongTableGoesOnOverleaf() async throws {
    var facts = Paper.letterFacts
    facts.lists["goods"] = (1...60).map {
      ["index": "\($0)", "name": "假冒运动鞋\($0)号", "quantity": "10", "unit": "双", "value": "100.00", "basis": "标价"]
    }
    facts.texts["asked.keeping"] = "本机关仓库"
    let template = try #require(try PaperShelf()["goods-list"])
    let pdf = try await PaperPress().pdf(
      Paper(template: template, facts: facts, isDraft: false, code: nil, day: "2026-11-20"))
    let text = try Poppler.text(of: pdf)
    #expect(try Poppler.pages(of: pdf) == 4)
    #expect((1...60).allSatisfy { text.contains("假冒运动鞋\($0)号") })
  }
}
