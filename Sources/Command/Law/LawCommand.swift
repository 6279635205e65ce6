import ArgumentParser

/// The law book: what needs no data needs no server, no sign-in and no database.
struct LawCommand: AsyncParsableCommand {
  static let configuration = Words.configuration(
    "law", "law",
    subcommands: [
      LawDue.self, LawRules.self, LawScreen.self, LawFine.self, LawScales.self, LawCalendar.self, LawConfirm.self,
      LawDiagram.self, LawMeasure.self,
    ])
}
