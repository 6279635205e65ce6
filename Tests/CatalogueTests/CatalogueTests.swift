import Catalogue
import Testing

// Without it an expectation that fails prints every text.
extension Catalogue: CustomTestStringConvertible {
  public var testDescription: String { "catalogue" }
}

@Suite struct CatalogueTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.load() }

  @Test func theFilesAgree() {
    #expect(catalogue.keys.count > 300)
    #expect(catalogue.keys == catalogue.keys.sorted())
    #expect(catalogue.keys.allSatisfy(catalogue.has))
  }

  @Test(arguments: Language.allCases) func everyTextSaysSomething(language: Language) {
    for key in catalogue.keys {
      let scalars = catalogue.text(key, in: language).unicodeScalars
      let ends = [scalars.first, scalars.last].map { $0?.properties.isWhitespace }
      #expect(ends == [false, false], "\(key)")
      #expect(
        !scalars.contains { ($0.properties.generalCategory == .control && $0 != "\n") || $0 == "\u{FFFD}" }, "\(key)")
    }
  }

  @Test(arguments: Language.allCases) func aMissingKeyIsSeen(language: Language) {
    #expect(catalogue.text("no.such", in: language) == "⟦no.such⟧")
    #expect(!catalogue.has("no.such"))
    #expect(!catalogue.has("act.penalty"))
  }

  @Test func theTextIsThatOfTheLanguage() {
    #expect(catalogue.text("proceeding.penalty", in: .chinese) == "行政处罚")
    #expect(catalogue.text("proceeding.penalty", in: .english) == "Administrative penalty")
  }
}

@Suite struct CatalogueReadingTests {
  @Test func ownTextOfABranchIsUnderAnUnderscore() throws {
    let catalogue = try read("a:\n  _: \"own\"\n  b: {c: \"below\", \"no\": \"quoted\"}\nd: plain words")
    #expect(catalogue.keys == ["a", "a.b.c", "a.b.no", "d"])
    #expect(catalogue.text("a", in: .english) == "own")
    #expect(catalogue.text("d", in: .english) == "plain words")
  }

  @Test(arguments: [
    ("a:\n  b: \"1\"\n  b: \"2\"\n", "b"), ("yes: \"1\"\n\"yes\": \"2\"\n", "yes"), ("a: \"1\"\na: \"1\"\n", "a"),
  ])
  func aKeyTwiceIsRefused(yaml: String, key: String) {
    let fault = #expect(throws: CatalogueFault.self) { try read(yaml) }
    #expect(fault?.reason == .duplicate)
    #expect(fault?.key.split(separator: " ").first.map(String.init) == key)
  }

  @Test(arguments: ["1", "-1.5", "yes", "No", "true", "null", "~", "", "[]", "[x]", "{}", "2026-11-22"])
  func aLeafThatIsNoTextIsRefused(value: String) {
    #expect(throws: CatalogueFault(.notText, "a.b", in: .chinese)) { try read("a:\n  b: \(value)\n") }
  }

  @Test(arguments: [
    ("a.b: \"x\"", "a.b"), ("a: {\"\": \"x\"}", "a."), ("a: {\"b c\": \"x\"}", "a.b c"), ("键: \"x\"", "键"),
  ])
  func aKeyWithADotOrWorseIsRefused(yaml: String, key: String) {
    #expect(throws: CatalogueFault(.malformedKey, key, in: .chinese)) { try read(yaml) }
  }

  @Test(arguments: ["a: [", "\"", "a: \"x\"\n b: \"y\""]) func whatIsNoYAMLIsRefused(yaml: String) {
    let fault = #expect(throws: CatalogueFault.self) { try read(yaml) }
    #expect(fault?.reason == .unreadable)
  }

  @Test func aKeyOfOneLanguageOnlyIsRefused() {
    let (more, less) = ("a: \"x\"\nb: {c: \"y\"}", "a: \"x\"")
    #expect(throws: CatalogueFault(.oneLanguageOnly, "b.c", in: .chinese)) {
      try Catalogue(reading: [.chinese: [more], .english: [less]])
    }
    #expect(throws: CatalogueFault(.oneLanguageOnly, "b.c", in: .english)) {
      try Catalogue(reading: [.chinese: [less], .english: [more]])
    }
    #expect(throws: CatalogueFault(.oneLanguageOnly, "a", in: .chinese)) { try Catalogue(reading: [.chinese: [less]]) }
  }

  @Test func gapsNamedDifferentlyAreRefused() {
    #expect(throws: CatalogueFault(.differentGaps, "a", in: .chinese)) {
      try Catalogue(reading: [.chinese: ["a: \"{x}和{y}\""], .english: ["a: \"{x}\""]])
    }
  }

  private func read(_ yaml: String) throws -> Catalogue {
    try Catalogue(reading: [.chinese: [yaml], .english: [yaml]])
  }
}

@Suite struct GapTests {
  @Test(arguments: [
    ("{a}", "1"), ("甲{a}乙{b}丙", "甲1乙2丙"), ("{a}{a}{b}", "112"), ("{c}", "{c}"), ("{", "{"), ("{a", "{a"), ("a}", "a}"),
    ("{}", "{}"), ("{{a}}", "{1}"), ("{ a}", "{ a}"), ("{a}\u{0301}", "1\u{0301}"), ("{乙}{b}", "{乙}2"),
  ])
  func namesInBracesAreFilled(text: String, filled: String) throws {
    let yaml = "t: '\(text)'"
    let catalogue = try Catalogue(reading: [.chinese: [yaml], .english: [yaml]])
    #expect(catalogue.text("t", in: .chinese, ["a": "1", "b": "2"]).utf8.elementsEqual(filled.utf8))
    #expect(catalogue.text("t", in: .chinese).utf8.elementsEqual(text.utf8))
  }

  @Test func whatFillsAGapIsNotFilledAgain() throws {
    let yaml = "t: '{a} {b}'"
    let catalogue = try Catalogue(reading: [.chinese: [yaml], .english: [yaml]])
    #expect(catalogue.text("t", in: .english, ["a": "{b}", "b": "{a}"]) == "{b} {a}")
  }
}
