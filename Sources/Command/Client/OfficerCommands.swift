import ArgumentParser

/// The officer's half of the program, in the order of its help.
var officerCommands: [any ParsableCommand.Type] {
  [
    Login.self, Logout.self, WhoAmI.self, CaseCommand.self, ActCommand.self, ReferralCommand.self, ReportCommand.self,
    LawCommand.self,
  ]
}
