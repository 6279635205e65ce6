/// One line of the answer to an import.
struct ImportAnswer: Decodable, Sendable {
  // What became of a line of the file.
  let line: Int?
  let of: Int?
  let key: String?
  let number: String?
  let faults: [Fault]?
  // The sums, last.
  let read: Int?
  let imported: Int?
  let rejected: Int?
  let dryRun: Bool?
  // A problem that broke the work off.
  let type: String?
  let status: Int?

  /// What is wrong with a cell, or with the whole line if there is no column.
  struct Fault: Decodable, Sendable {
    let column: String?
    let type: String
    let title: String
  }
}
