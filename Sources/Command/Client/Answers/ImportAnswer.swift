/// One line of the answer to an import.
struct ImportAnswer: Decodable, Sendable {
  // What became of a line of the file.
  /// The line of the file, from 1.
  let line: Int?
  /// How many lines there are.
  let of: Int?
  /// The source's key.
  let key: String?
  /// Number of the case file.
  let number: String?
  /// Why the line was rejected; empty if it was not.
  let faults: [Fault]?
  // The sums, last.
  /// Lines read.
  let read: Int?
  /// Lines that became case files.
  let imported: Int?
  /// Lines that did not.
  let rejected: Int?
  /// Whether it was only a rehearsal.
  let dryRun: Bool?
  // A problem that broke the work off.
  /// Stable, dotted code.
  let type: String?
  /// The status of HTTP.
  let status: Int?

  /// What is wrong with a cell, or with the whole line if there is no column.
  struct Fault: Decodable, Sendable {
    /// The column, by its English heading.
    let column: String?
    /// Stable, dotted code.
    let type: String
    /// One sentence for people.
    let title: String
  }
}
