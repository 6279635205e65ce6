import Casework
import Law

extension Catalogue {
  /// What a refusal says to people: the text under `refusals.<code>`, its gaps filled, and the article it rests on.
  ///
  /// - Parameter agency: The name of an agency in `language`.
  public func sentence(_ refusal: Refusal, in language: Language, agency: (AgencyCode) -> String) -> String {
    let gaps = refusal.arguments.mapValues { argument in
      switch argument {
      case .text(let text): text
      case .term(let key): text(key, in: language)
      case .terms(let keys): keys.map { text($0, in: language) }.joined(separator: language.listSeparator)
      case .agency(let code): agency(code)
      }
    }
    let sentence = text("refusals.\(refusal.code)", in: language, gaps)
    guard let citation = refusal.citation else { return sentence }
    switch language {
    case .chinese: return "\(sentence)（\(printed(citation, in: language))）"
    case .english: return "\(sentence) (\(printed(citation, in: language)))"
    }
  }

  /// A citation with the short name of its instrument: `国务院令第310号第五条第二款`, `State Council Order No. 310, art. 5 ¶2`.
  public func printed(_ citation: Citation, in language: Language) -> String {
    let name = text("instrument.\(citation.instrument)", in: language)
    guard language == .english else { return citation.printed(name: name) }
    var place = "\(name), art. \(citation.article)"
    if let suffix = citation.articleSuffix { place += "-\(suffix)" }
    if let paragraph = citation.paragraph { place += " ¶\(paragraph)" }
    if let item = citation.item { place += " item \(item)" }
    return place
  }
}

extension Language {
  /// What stands between the members of a list in running text.
  var listSeparator: String {
    switch self {
    case .chinese: "、"
    case .english: ", "
    }
  }
}
