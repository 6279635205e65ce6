/// Importing a register step by step, and what was imported: `GET /imports`, and what its forms answer.
struct ImportsPage: Page {
  static let template = "imports/index"

  /// The file under way.
  struct File {
    let digest: String
    let name: String
    let source: String
    /// Proves that this session uploaded it.
    let mark: String
  }

  /// A column of it.
  struct Column {
    let position: Int
    let heading: String
    let choices: [Choice]
  }

  /// What its columns are.
  struct Mapping {
    let file: File
    let columns: [Column]
  }

  /// A column, carried along.
  struct Hidden {
    let position: Int
    let heading: String
    let field: String
  }

  /// Why a line cannot be imported.
  struct Fault {
    let line: String
    let key: String
    let column: String
    let sentence: String
  }

  /// What came of a rehearsal or an import.
  struct Outcome {
    let file: File
    let isRehearsal: Bool
    let sentence: String
    let columns: [Hidden]
    /// At most those of 200 lines.
    let faults: [Fault]
  }

  /// One run of an import.
  struct Batch {
    /// `nil` where it was taken back.
    let undoAction: String?
    let fileName: String
    let importedAt: String
    let officer: String
    let files: Int
    let undone: String?
  }

  let frame: Frame
  let mapping: Mapping?
  let outcome: Outcome?
  let batches: [Batch]
}
