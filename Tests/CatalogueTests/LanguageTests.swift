import Catalogue
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    nil, "", "*", "zh", "zh-CN,zh;q=0.9,en;q=0.8", "zh-TW", "zh-Hans-CN", "fr", "fr, de;q=0.5", "en, zh",
    "zh;q=0.5,en;q=0.5", "en;q=0", "en;q=0.3, zh;q=0.4", "fr;q=1, *;q=0.5", "en;q=0.5, *", "en;q=1.1", "en;q=2",
    "en;q=", "en;q=0.1234",
    "en;q=.5", "en;level=1", "en;q=1;x", "en q=1", ";q=1", ",,,", "english-", "e", "en--us", "eng", "en\u{0301}",
  ])
  func chineseIsTheDefault(header: String?) { #expect(Language.preferred(from: header) == .chinese) }

  @Test(arguments: [
    "en", "EN", "en-US", "en-US,en;q=0.9", "en-GB,en;q=0.9,zh-CN;q=0.8", "en , zh;q=0.999", "zh;q=0, en;q=0.1",
    "fr, en;q=0.2", "\ten\t;\tQ=1.000 ,", "zh;q=0.5,en;q=0.6,*;q=0.1", "en;q=0.001", "zh;q=oops, en;q=0.1",
  ])
  func englishIfItWeighsMore(header: String) { #expect(Language.preferred(from: header) == .english) }

  @Test(arguments: ["en", "en_US", "en_US.UTF-8", "en_GB@euro", "en-US", "EN", "en.UTF-8"])
  func anEnglishLocaleMeansEnglish(locale: String) { #expect(Language.preferred(locale: locale) == .english) }

  @Test(arguments: [nil, "", "C", "C.UTF-8", "POSIX", "zh_CN.UTF-8", "de_DE", "eng", "english", "_en", ".en"])
  func anyOtherLocaleMeansChinese(locale: String?) { #expect(Language.preferred(locale: locale) == .chinese) }

  @Test func aVeryLongHeaderIsReadQuickly() {
    let header = String(repeating: "en;q=0.1,", count: 100_000)
    var language: Language?
    let spent = ContinuousClock().measure { language = Language.preferred(from: header) }
    #expect(language == .english)
    #expect(spent < .seconds(5))
  }
}
