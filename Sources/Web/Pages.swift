import Hummingbird

extension Site {
  /// The pages of the workplace, and their style sheet.
  func addPages(to router: Router<Context>) {
    let routes = router.group()
    StaticFiles().add(to: routes)
    SessionPages(site: self).add(to: routes)
    WorkPages(site: self).add(to: routes)
    LogPages(site: self).add(to: routes)
    CasePages(site: self).add(to: routes)
    ClockPages(site: self).add(to: routes)
    ExplanationPages(site: self).add(to: routes)
    ScreeningPages(site: self).add(to: routes)
    InspectionPages(site: self).add(to: routes)
    PlanPages(site: self).add(to: routes)
    CampaignPages(site: self).add(to: routes)
    SupervisedCasePages(site: self).add(to: routes)
    ConferenceTaskPages(site: self).add(to: routes)
    ActPages(site: self).add(to: routes)
    OpeningPages(site: self).add(to: routes)
    SupplementPages(site: self).add(to: routes)
    EnforcementActionPages(site: self).add(to: routes)
    CorrectionPages(site: self).add(to: routes)
    HelpPages(site: self).add(to: routes)
    CreditPages(site: self).add(to: routes)
    ReferralPages(site: self).add(to: routes)
    HandoffPages(site: self).add(to: routes)
    PackagePages(site: self).add(to: routes)
    EvidencePages(site: self).add(to: routes)
    PaperPages(site: self).add(to: routes)
    ReportPages(site: self).add(to: routes)
    ImportPages(site: self).add(to: routes)
  }
}
