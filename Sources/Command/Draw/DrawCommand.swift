import ArgumentParser
import Casework
import Foundation
import Law
import Registry
import Secrets

/// The draw of a random inspection, on files: it needs no server, no sign-in and no database.
struct DrawCommand: ParsableCommand {
  static let configuration = Words.configuration(
    "draw", "draw", subcommands: [DrawCommit.self, DrawRun.self, DrawVerify.self])

  /// SHA-256, as draws ask for it.
  static let sha256: SHA256 = { Digest.sha256($0) }
}

/// What was committed to, as `draw commit` prints it and `draw run` reads it.
struct CommitmentRecord: Codable, Sendable {
  /// SHA-256 of the canonical text of the lists, in hexadecimal.
  let commitment: String
  /// When.
  let committedAt: Instant
  /// How many targets are drawn.
  let draws: Int
  /// How many inspectors go to each.
  let team: Int
  /// How many targets are listed.
  let targets: Int
  /// How many inspectors.
  let inspectors: Int

  /// How a record is printed.
  static var columns: [Column<CommitmentRecord>] {
    [
      Column("commitment", .code, \.commitment), Column("committedAt", .code, { $0.committedAt.local }),
      Column("draws", .number, { String($0.draws) }), Column("team", .number, { String($0.team) }),
      Column("targets", .number, { String($0.targets) }), Column("inspectors", .number, { String($0.inspectors) }),
    ]
  }
}

/// What a draw was committed to, named on the command line: the digest itself, or a record of it in a file.
struct CommitmentOption {
  /// The digest.
  let commitment: Commitment
  /// When; `nil` where only the digest is given.
  let committedAt: Instant?

  /// Reads 64 hexadecimal digits, or the file that `draw commit` printed.
  ///
  /// - Throws: `inspection.commitment`, and what the file cannot be read for.
  init(_ text: String) throws {
    if let commitment = Commitment(hex: text) {
      (self.commitment, committedAt) = (commitment, nil)
      return
    }
    let record = try InputFile(path: text).request(CommitmentRecord.self)
    guard let commitment = Commitment(hex: record.commitment) else {
      throw Refusal(.invalid, "inspection.commitment", field: "commitment")
    }
    (self.commitment, committedAt) = (commitment, record.committedAt)
  }
}

extension InspectionLists {
  /// Reads the canonical text in a file.
  ///
  /// - Throws: `inspection.lists-text`, `import.encoding`, and what the lists are refused for.
  init(file path: String) throws {
    guard let text = String(validating: try InputFile(path: path).bytes(), as: UTF8.self) else {
      throw Refusal(.malformed, "import.encoding")
    }
    try self.init(text: text)
  }
}
