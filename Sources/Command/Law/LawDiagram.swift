import ArgumentParser
import Casework

/// The machine of a proceeding as a Mermaid state diagram.
struct LawDiagram: ParsableCommand {
  static let configuration = Words.configuration("diagram", "law.diagram")

  /// The proceeding, such as penalty.
  @Argument(help: Words.help("cli.law.diagram.proceeding")) var proceeding: String

  func run() throws {
    try Exit.reportingAtOnce {
      guard let kind = ProceedingKind(rawValue: proceeding), let procedure = kind.procedure else {
        let known = ProceedingKind.allCases.filter { $0.procedure != nil }.map(\.rawValue).joined(separator: ", ")
        throw ClientFault(.notFound, "no-procedure", ["name": proceeding, "known": known])
      }
      let text = procedure.diagram(
        state: { Words.text("state.\(kind.rawValue).\($0)") }, act: { Words.text("act.\(kind.rawValue).\($0)") })
      try StandardStream.output.write(Array(text.utf8))
    }
  }
}
