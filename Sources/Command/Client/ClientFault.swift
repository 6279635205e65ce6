import ArgumentParser

/// What goes wrong on this side of the line: a command that makes no sense, a file that is not there, a server that
/// does not answer.
struct ClientFault: Error, Sendable, Equatable {
  /// What the program ends with.
  let exitCode: ExitCode
  /// The text under `cli.fault`.
  let key: String
  /// What fills its gaps.
  let gaps: [String: String]

  /// States a fault.
  init(_ exitCode: ExitCode, _ key: String, _ gaps: [String: String] = [:]) {
    (self.exitCode, self.key, self.gaps) = (exitCode, key, gaps)
  }

  /// The sentence for people.
  var sentence: String { Words.text("cli.fault.\(key)", gaps) }
}
