import ArgumentParser

/// Referrals of suspected crimes to the police.
struct ReferralCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "referral", "referral",
    subcommands: [
      ReferralList.self, ReferralShow.self, ReferralDraft.self, ReferralTeam.self, ReferralReport.self,
      ReferralApprove.self, ReferralRefuse.self,
      ReferralSend.self, ReferralWithdraw.self, ReferralReceive.self, ReferralDecide.self, ReferralPackage.self,
      ReferralImport.self, ReferralArrivals.self, ReferralReceipt.self,
    ])
}
