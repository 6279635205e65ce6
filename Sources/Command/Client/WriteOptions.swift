import ArgumentParser
import Foundation

/// Options of every command that changes something.
struct WriteOptions: ParsableArguments {
  /// What makes this happen once: repeat it when trying again (default: random).
  @Option(help: Words.help("cli.options.idempotency-key"))
  var idempotencyKey: String?

  /// What makes the write happen once: the key given, else a new one.
  func key() -> String { idempotencyKey ?? UUID().uuidString.lowercased() }
}
