import ArgumentParser
import Foundation
import Law
import Registry
import Schema

/// A command that asks the law book which comes with the program.
protocol LawBookCommand: ParsableCommand {
  /// The form of results.
  var form: FormOptions { get }
  /// Answers.
  func answer(from book: LawBook, on today: Day, to output: Output) throws
}

extension LawBookCommand {
  /// Reads the law book and the clock, answers, and puts what goes wrong into a sentence and an exit code.
  func run() throws {
    try Exit.reportingAtOnce {
      try answer(from: .shipped(), on: Instant.clock().day(), to: form.output)
    }
  }
}

/// The form of the results of a command that talks to nobody.
struct FormOptions: ParsableArguments {
  /// The form of results.
  @Flag(exclusivity: .exclusive)
  var format: Output.Format?

  /// Where results go.
  var output: Output { Output(format, hasByteOrderMark: false, isQuiet: false) }
}

extension LawBook {
  /// The law book that comes with the program.
  ///
  /// - Throws: `law.data`.
  static func shipped() throws -> LawBook { try LawBook(csv: shippedTables()) }

  /// Its tables, as CSV.
  static func shippedTables() throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try tables.map { ($0, try Schema.reference($0)) })
  }
}

extension Output {
  /// Prints a value as JSON.
  func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    var bytes = try encoder.encode(value)
    bytes.append(10)
    try StandardStream.output.write(Array(bytes))
  }
}

extension BilingualText {
  /// The text in the language of the terminal.
  var words: String { Words.language == .chinese ? chinese : english }
}
