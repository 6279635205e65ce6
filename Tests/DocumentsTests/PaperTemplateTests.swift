import Foundation
import Testing

@testable import Documents

struct PaperTemplateTests {
  @Test func whatIsMissingIsToldBeforePrintingInTheOrderOfTheTemplate() throws {
    let letter = try #require(try PaperShelf()["referral-letter"])
    var facts = Paper.letterFacts
    facts.texts["referral.approve.on"] = nil
    facts.texts["asked.number"] = "   "
    facts = PaperFacts(texts: facts.texts, lists: facts.lists)
    #expect(letter.missing(in: facts).map(\.path) == ["referral.approve.on", "asked.number"])
    #expect(letter.missing(in: Paper.letterFacts).isEmpty)
  }

  @Test func theFiveMaterialsOfOrder310AreThere() throws {
    let materials = try PaperShelf().templates.compactMap(\.material).sorted()
    #expect(materials == [1, 2, 3, 4, 5])
  }

  @Test func anAdministratorsTemplateTakesThePlaceOfTheShippedOne() throws {
    let folder = URL.temporaryDirectory.appending(path: "papers-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = "version: 7\nname: [移送函, Letter]\nof: referral\n---\n- 正文\n"
    try own.write(to: folder.appending(path: "referral-letter.txt"), atomically: true, encoding: .utf8)
    let shelf = try PaperShelf(overriddenIn: folder)
    #expect(shelf["referral-letter"]?.version == 7)
    #expect(shelf["goods-list"]?.version == 1)
  }

  @Test(arguments: [
    ("name: [甲, A]\nof: referral\n---\n- 正文", "version: a number from 1"),
    ("version: 1\nof: referral\n---\n- 正文", "name: [Chinese, English]"),
    ("version: 1\nname: [甲, A]\n---\n- 正文", "of: a kind of proceeding"),
    ("version: 1\nname: [甲, A]\nof: referral\n---\n正文", "a line begins with none of the signs: 正文"),
    ("version: 1\nname: [甲, A]\nof: referral\n- 正文", "no line --- after the head"),
    ("version: 1\nname: [甲, A]\nof: referral\nneeds:\n  a: 甲\n---\n- 正文", "needs: each is PATH: [Chinese, English]"),
  ])
  func aTemplateThatIsWrongSaysWhy(source: String, problem: String) {
    #expect(throws: PaperTemplate.Fault(template: "x", problem: problem)) { try PaperTemplate(source, key: "x") }
  }

  /// What people write is text, whatever it looks like.
  @Test(arguments: ["甲\n# 乙", "# 乙", "甲\r\n| 乙 | 丙 |", "{{agency}}", "甲\u{2028}# 乙"])
  func aValueCannotBecomeLayout(value: String) throws {
    let template = try PaperTemplate("version: 1\nname: [甲, A]\nof: x\n---\n- {{a}}\n", key: "x")
    let blocks = template.blocks(PaperFacts(texts: ["a": value, "agency": "机关"]))
    #expect(blocks.allSatisfy { $0.style == .body || $0.text.isEmpty })
    #expect(!blocks.contains { $0.text == "机关" })
  }

  @Test func aValueCannotEndItsCell() throws {
    let template = try PaperTemplate("version: 1\nname: [甲, A]\nof: x\n---\n| 一 | {{a}} |\n", key: "x")
    let row = try #require(template.blocks(PaperFacts(texts: ["a": "二 | 三\n四"])).first)
    #expect(row.cells == ["一", "二 ｜ 三\u{2028}四"])
  }

  @Test func everyShippedTemplateShowsWhatItNeeds() throws {
    for template in try PaperShelf().templates {
      let fields = template.needs + template.asks
      let given = PaperFacts(
        texts: Dictionary(uniqueKeysWithValues: fields.map { ($0.path, "值\($0.path)值") }),
        lists: ["goods", "appraisals", "materials", "handoffs", "summary"].reduce(into: [:]) {
          $0[$1] = [["name": "值\($1)值", "number": "值\($1)值"]]
        })
      let text = template.blocks(given).map(\.text).joined()
      for field in fields where !template.mayStayUnprinted.contains(field.path) {
        #expect(text.contains("值\(field.path)值"), "\(template.key): \(field.path)")
      }
    }
  }
}

extension PaperTemplate {
  /// Approval of a notice is a condition of issuing it, not part of its text.
  fileprivate var mayStayUnprinted: Set<String> { ["penalty.notify.approver"] }
}
