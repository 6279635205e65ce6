import ArgumentParser

/// The officer's half of the program, in the order of its help.
var officerCommands: [any ParsableCommand.Type] {
  [
    Login.self, Logout.self, WhoAmI.self, CaseCommand.self, ActCommand.self, ReferralCommand.self, HandoffCommand.self,
    EvidenceCommand.self,
    PaperCommand.self,
    ReportCommand.self, ActionCommand.self,
    Explain.self, ClockCommand.self, ScreenCommand.self, CreditCommand.self, DrawCommand.self, PlanCommand.self,
    CampaignCommand.self, ConferenceCommand.self,
    SupervisedCommand.self, LawCommand.self, VerifyCommand.self, AuditCommand.self, ExchangeCommand.self,
  ]
}
