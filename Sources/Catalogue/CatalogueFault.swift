/// Why a catalogue cannot be used: a mistake in its files, to be mended before the program starts.
public struct CatalogueFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with the key.
  public enum Reason: String, Sendable, CaseIterable {
    /// The file of the language is missing, or no YAML.
    case unreadable
    /// The key is there twice.
    case duplicate
    /// The key has a character other than ASCII letters, digits, hyphen and underscore, or none at all.
    case malformedKey = "malformed-key"
    /// The value is a number, a truth value, a list or nothing; a text that looks like one needs quotes.
    case notText = "not-text"
    /// The other language does not have the key.
    case oneLanguageOnly = "one-language-only"
    /// The gaps in braces are named differently in the other language.
    case differentGaps = "different-gaps"
  }

  /// What is wrong.
  public let reason: Reason
  /// The dotted path of the key. Of a `duplicate`, its last part and the line; of an `unreadable` file, the parser's
  /// account.
  public let key: String
  /// The language whose file is to blame.
  public let language: Language

  /// States a fault.
  public init(_ reason: Reason, _ key: String, in language: Language) {
    (self.reason, self.key, self.language) = (reason, key, language)
  }

  /// One line for the log.
  public var description: String { "catalogue \(language.rawValue): \(reason.rawValue): \(key)" }
}
