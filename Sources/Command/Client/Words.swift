import ArgumentParser
import Casework
import Catalogue
import Foundation

/// What the program says to people, in the language of the terminal.
enum Words {
  /// The language that `IPCASE_LANG`, else `LC_ALL`, `LC_MESSAGES` or `LANG` asks for.
  static let language: Language = {
    let environment = ProcessInfo.processInfo.environment
    let names = ["IPCASE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    return Language.preferred(locale: names.compactMap { environment[$0] }.first { !$0.isEmpty })
  }()

  /// Every text; `nil` if the files that come with the program cannot be used, which is said once.
  static let catalogue: Catalogue? = {
    do { return try Catalogue.load() } catch {
      StandardStream.say("ipcase: \(error)")
      return nil
    }
  }()

  /// The text of a key, its gaps filled.
  static func text(_ key: String, _ gaps: [String: String] = [:]) -> String {
    catalogue?.text(key, in: language, gaps) ?? "⟦\(key)⟧"
  }

  /// The text of a key, or `plain` where there is none: a server may be newer than this program.
  static func text(_ key: String, or plain: String) -> String {
    guard let catalogue, catalogue.has(key) else { return plain }
    return catalogue.text(key, in: language)
  }

  /// An act in words; one that any kind of proceeding can have is worded once.
  static func act(_ act: String, of kind: String) -> String {
    text("act.\(kind).\(act)", or: text("act.any.\(act)", or: act))
  }

  /// The help of an option, an argument or a flag.
  static func help(_ key: String) -> ArgumentHelp { ArgumentHelp(stringLiteral: text(key)) }

  /// How a command is called and explained: `cli.<key>.abstract` says what it does, `cli.<key>.discussion` shows it at
  /// work.
  static func configuration(
    _ name: String, _ key: String, subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: text("cli.\(key).abstract"), discussion: text("cli.\(key).discussion"),
      subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }

  /// A refusal as the terminal shows it: the field to blame, the sentence, the code.
  static func sentence(_ refusal: Refusal) -> String {
    let sentence = catalogue?.sentence(refusal, in: language) { $0.rawValue } ?? ""
    return located(sentence, code: refusal.code, field: refusal.field)
  }

  /// A sentence with the field to blame before it and the code after it.
  static func located(_ sentence: String, code: String, field: String?) -> String {
    let place = field.map { "\($0): " } ?? ""
    return "\(place)\(sentence) [\(code)]"
  }
}
