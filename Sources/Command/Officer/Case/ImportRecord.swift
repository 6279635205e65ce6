import Casework
import Foundation

/// What an import came to, as the server tells it line by line.
struct ImportRecord {
  /// Where it is printed.
  let output: Output
  /// The bar that moves meanwhile.
  var bar: ProgressBar
  private var faults: [Fault] = []
  private var rejected = 0
  private var sums: ImportAnswer?

  /// A fault with the line it is on.
  private struct Fault {
    let line: Int
    let key: String
    let fault: ImportAnswer.Fault
  }

  /// Begins with nothing.
  init(output: Output) {
    self.output = output
    bar = ProgressBar(isQuiet: output.isQuiet)
  }

  /// Takes in one line of the answer. As JSON it is printed at once, as it came.
  ///
  /// - Throws: The problem that broke the import off.
  mutating func take(_ bytes: Data) throws {
    let answer: ImportAnswer = try Answer(bytes: bytes, isReplay: false).read()
    if let status = answer.status, answer.line == nil { throw ServerProblem(status: status, body: bytes) }
    if answer.read != nil { sums = answer }
    if let line = answer.line, let total = answer.of {
      for fault in answer.faults ?? [] { faults.append(Fault(line: line, key: answer.key ?? "", fault: fault)) }
      if answer.number == nil { rejected += 1 }
      done += 1
      bar.draw(
        done, of: total,
        Words.text(
          "cli.case.import.progress",
          ["done": String(done), "of": String(total), "rejected": String(rejected)]))
    }
    if output.format == .json { try StandardStream.output.write(Array(bytes) + [10]) }
  }

  private var done = 0

  /// Prints what is left to print and tells how many lines were rejected.
  ///
  /// - Throws: `cli.fault.import-broken` if the sums never came.
  func close() throws -> Int {
    guard let sums, let read = sums.read, let imported = sums.imported, let rejected = sums.rejected else {
      throw ClientFault(.unavailable, "import-broken")
    }
    switch output.format {
    case .json: break
    case .csv: try output.csv(faults, Self.columns)
    case .table: if !faults.isEmpty { try output.table(faults, Self.columns) }
    }
    let key = sums.dryRun == true ? "cli.case.import.rehearsed" : "cli.case.import.done"
    let line = Words.text(
      key, ["read": String(read), "imported": String(imported), "rejected": String(rejected)])
    if output.format == .table { try output.lines([line]) } else { output.say(line) }
    return rejected
  }

  private static var columns: [Column<Fault>] {
    [
      Column("line", .number) { String($0.line) }, Column("key", .code, \.key),
      Column("column", .code, { $0.fault.column ?? "" }, words: { inWords($0.fault.column) }),
      Column(wireOnly: "type", \.fault.type), Column("title", .code, \.fault.title),
    ]
  }

  private static func inWords(_ column: String?) -> String {
    guard let column else { return Words.text("cli.case.import.whole-line") }
    return Words.language == .chinese ? RegisterColumn(rawValue: column)?.chinese ?? column : column
  }
}
