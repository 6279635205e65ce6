import Foundation
import Yams

/// Every text that people read, in every language, by dotted key: `act.penalty.file`, `refusals.case.stale`.
///
/// The files are in `zh-CN` and `en`, a file for each noun: nested mappings whose leaves are texts; which file has a key
/// does not matter. A text with `{name}` in it has a gap of that name. Where a key has a text of its own and others below
/// it, its own is under `_`.
public struct Catalogue: Sendable {
  private let texts: [Language: [String: String]]

  /// Reads the files that come with the program.
  ///
  /// - Throws: `CatalogueFault`.
  public static func load() throws -> Catalogue {
    var documents: [Language: [String]] = [:]
    for language in Language.allCases {
      let folder = Bundle.module.bundleURL.appending(path: language.rawValue)
      let names = (FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []).compactMap { $0 as? String }
      for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
        guard let text = String(validating: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self) else {
          throw CatalogueFault(.unreadable, name, in: language)
        }
        documents[language, default: []].append(text)
      }
    }
    return try Catalogue(reading: documents)
  }

  /// Reads YAML texts, any number for each language; a language that is absent has no keys.
  ///
  /// - Throws: A fault if a key is there twice or malformed, if a leaf is not text, if one language has a key that
  ///   another has not, or names its gaps differently.
  public init(reading documents: [Language: [String]]) throws(CatalogueFault) {
    var texts: [Language: [String: String]] = [:]
    for language in Language.allCases {
      texts[language] = try Leaves(reading: documents[language] ?? [], in: language).texts
    }
    self.texts = texts
    for language in Language.allCases {
      for other in Language.allCases where other != language { try compare(language, with: other) }
    }
  }

  /// The text under `key`, gaps as written. A missing key is printed in ⟦⟧, so that somebody sees and reports it.
  public func text(_ key: String, in language: Language) -> String {
    texts[language]?[key] ?? "⟦\(key)⟧"
  }

  /// The text under `key` with its gaps filled; what fills a gap is never itself searched for gaps, and a gap without a
  /// filling stays as written.
  public func text(_ key: String, in language: Language, _ gaps: [String: String]) -> String {
    text(key, in: language).filling(gaps)
  }

  /// Whether there is a text under `key`; then there is one in every language.
  public func has(_ key: String) -> Bool { texts[.chinese]?[key] != nil }

  /// Every key, in order of its bytes.
  public var keys: [String] { (texts[.chinese] ?? [:]).keys.sorted() }

  private func compare(_ language: Language, with other: Language) throws(CatalogueFault) {
    let theirs = texts[other] ?? [:]
    for (key, text) in (texts[language] ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let counterpart = theirs[key] else { throw CatalogueFault(.oneLanguageOnly, key, in: language) }
      guard text.gapNames == counterpart.gapNames else { throw CatalogueFault(.differentGaps, key, in: language) }
    }
  }
}
