import Casework
import Catalogue
import Law
import Testing

@Suite struct SentenceTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue.load() }

  @Test func everyCodeInTheSourcesHasASentenceWhoseGapsAreFilled() throws {
    var seen: Set<String> = []
    for (path, text) in try Checkout.sources() {
      for call in RefusalCall.all(in: text) {
        for code in call.codes {
          seen.insert(code)
          #expect(catalogue.has("refusals.\(code)"), "\(code) in \(path)")
          guard let filled = call.gaps else { continue }
          let gaps = gaps(in: catalogue.text("refusals.\(code)", in: .chinese))
          #expect(gaps.isSubset(of: filled), "\(code) in \(path) leaves \(gaps.subtracting(filled)) open")
        }
      }
    }
    #expect(seen.isSuperset(of: ["agency.malformed", "act.ended", "act.not-now", "case.stale"]))
  }

  // Codes also reach a refusal through a function of the file's own; they are literals with a known first part.
  @Test(arguments: ["Casework", "Registry"]) func everyLiteralThatLooksLikeACodeHasASentence(target: String) throws {
    let codes = catalogue.keys.compactMap { $0.wholeMatch(of: /refusals\.(.+)/)?.1 }
    let families = Set(codes.compactMap { $0.wholeMatch(of: /(.+)\..+/)?.1 })
    #expect(families.contains("resident-id"))
    for (path, text) in try Checkout.sources(of: target) {
      for literal in text.matches(of: /"(([a-z][a-z\-]*)\.[a-z][a-z0-9.\-]*)"/) where families.contains(literal.2) {
        let known = catalogue.has("refusals.\(literal.1)") || catalogue.has(String(literal.1))
        #expect(known, "\(literal.1) in \(path)")
      }
    }
  }

  @Test func everyFaultOfAValueHasASentence() {
    for code in IdentityFault.allCases.map(\.rawValue) + Fen.Fault.allCases.map(\.rawValue) {
      #expect(catalogue.has("refusals.\(code)"), "\(code)")
      #expect(gaps(in: catalogue.text("refusals.\(code)", in: .chinese)).isEmpty, "\(code)")
    }
  }

  @Test func everySentenceEndsAndIsPunctuatedAsItsLanguageIs() throws {
    // Half-width punctuation beside a Chinese character.
    let halfWidth = try Regex(#"\p{Han}[,;:!?()"']|[,;:!?()"']\p{Han}"#)
    for key in catalogue.keys where key.utf8.starts(with: "refusals.".utf8) {
      let (chinese, english) = (catalogue.text(key, in: .chinese), catalogue.text(key, in: .english))
      #expect(chinese.unicodeScalars.last == "。" && english.unicodeScalars.last == ".", "\(key)")
      #expect(chinese.firstMatch(of: halfWidth) == nil, "\(key)")
      #expect(chinese.contains("，") || chinese.contains("；"), "\(key) does not say how to mend it")
    }
  }

  @Test func gapsAreFilledByTextTermTermsAndAgency() {
    let refusal = Refusal(
      .notAllowed, "act.not-now",
      [
        "act": .term("act.penalty.decide"), "state": .text("{allowed}"),
        "allowed": .terms(["act.penalty.verify", "act.penalty.file"]),
      ])
    #expect(sentence(refusal, in: .chinese) == "案件目前为“{allowed}”状态，不能办理“作出决定”；现在可以办理：核查、立案。")
    #expect(
      sentence(refusal, in: .english)
        == "“Decide” is not possible while the state is “{allowed}”. Possible now: Verify, File.")
    let police = Refusal(.forbidden, "referral.not-receiver", ["agency": agency("PSB")])
    #expect(sentence(police, in: .chinese) == "这一事项由接收机关公安分局办理，请与该机关联系。")
  }

  @Test func theArticleFollowsInBrackets() {
    let refusal = Refusal(.forbidden, "referral.only-head", citation: Citation(key: "order-310@5.2"))
    #expect(sentence(refusal, in: .chinese) == "移送应当由正职负责人或者主持工作的负责人决定，请提请其办理。（国务院令第310号第五条第二款）")
    #expect(
      sentence(refusal, in: .english) == "Only the head, or the deputy presiding over the work, decides on a referral. "
        + "Please submit it to them. (State Council Order No. 310, art. 5 ¶2)")
  }

  @Test(arguments: [
    ("criminal-law@219-1", "《刑法》第二百一十九条之一", "Criminal Law, art. 219-1"),
    ("penalty-law@57.1(3)", "《行政处罚法》第五十七条第一款第（三）项", "Administrative Penalty Law, art. 57 ¶1 item 3"),
    ("order-310@7", "国务院令第310号第七条", "State Council Order No. 310, art. 7"),
    ("no-such-law@1", "⟦instrument.no-such-law⟧第一条", "⟦instrument.no-such-law⟧, art. 1"),
  ])
  func citationsAreWrittenAsTheLanguageWritesThem(key: String, chinese: String, english: String) throws {
    let citation = try #require(Citation(key: key))
    #expect(catalogue.printed(citation, in: .chinese) == chinese)
    #expect(catalogue.printed(citation, in: .english) == english)
  }

  @Test func aMissingCodeAndAMissingTermAreSeen() {
    #expect(sentence(Refusal(.invalid, "no.such"), in: .english) == "⟦refusals.no.such⟧")
    let refusal = Refusal(.invalid, "fact.missing", ["fact": .term("fact.nonsense")])
    #expect(sentence(refusal, in: .chinese) == "办理这一事项应当填写“⟦fact.nonsense⟧”，请补充后提交。")
  }

  @Test func callsInTheSourcesAreFound() {
    let calls = RefusalCall.all(
      in: #"""
        // Refusal(.invalid, "in.comment")
        throw Refusal(.invalid, a ? "x.one" : "x.two", field: "f", ["k": .text("(\(n), \"")])
        NoRefusal(.invalid, "not.this"); Refusal(kind, code, gaps); Refusal(.stale, "x.three", gaps)
        Refusal(
          .invalid, "x.four", citation: Citation(key: "order-310@5.2"))
        """#)
    #expect(calls.map(\.codes) == [["x.one", "x.two"], [], ["x.three"], ["x.four"]])
    #expect(calls.map(\.gaps) == [["k"], nil, nil, []])
  }

  private func gaps(in sentence: String) -> Set<String> {
    Set(sentence.matches(of: /\{([A-Za-z0-9\-]+)\}/).map { String($0.1) })
  }

  private func agency(_ code: String) -> Refusal.Argument {
    AgencyCode(rawValue: code).map(Refusal.Argument.agency) ?? .text("no code: \(code)")
  }

  private func sentence(_ refusal: Refusal, in language: Language) -> String {
    catalogue.sentence(refusal, in: language) { $0.rawValue == "PSB" ? "公安分局" : $0.rawValue }
  }
}
