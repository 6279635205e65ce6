import ArgumentParser

/// Case files.
struct CaseCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "case", "case",
    subcommands: [
      CaseList.self, CaseShow.self, CaseNew.self, CaseOpen.self, CaseSupplement.self, CaseCorrect.self, CaseImport.self,
      ImportUndo.self,
      CaseExport.self,
    ])
}
