import Catalogue

/// The agencies, as the server lists them.
struct AgenciesAnswer: Decodable, Sendable {
  /// In the order of lists.
  let agencies: [Agency]

  /// An agency's code and names.
  struct Agency: Decodable, Sendable {
    /// Its code.
    let code: String
    /// Its name in Chinese.
    let chinese: String
    /// Its name in English.
    let english: String
  }
}

/// The names of agencies by code.
struct AgencyNames: Sendable {
  /// Names in one language.
  let names: [String: String]

  /// Takes names that are known.
  init(names: [String: String]) { self.names = names }

  /// Takes the names in `language`.
  init(_ answer: AgenciesAnswer, in language: Language) {
    let pairs = answer.agencies.map { ($0.code, language == .chinese ? $0.chinese : $0.english) }
    names = Dictionary(pairs) { first, _ in first }
  }

  /// The name; the code where the name is not known.
  subscript(code: String) -> String { names[code] ?? code }
}
