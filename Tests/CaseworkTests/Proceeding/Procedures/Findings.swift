import Casework

extension LawfulProcedure {
  /// 国家知识产权局失信认定, imported: everything that happens to it happens at CNIPA.
  static let finding = LawfulProcedure(
    .finding, states: ["under-measures", "extended", "repaired", "ended"],
    opening: LawfulAct(
      "import", from: [], to: "under-measures", by: [.clerk, .caseOfficer],
      ["findingDocument": "国知认定一号", "findingCategory": "bad-faith-mark", "foundOn": "2026-05-06"]),
    acts: [
      LawfulAct(
        "extend", from: ["under-measures", "extended"], to: "extended", by: [.clerk, .caseOfficer],
        ["findingDocument": "国知认定二号", "measuresUntil": "2028-05-06"]),
      LawfulAct(
        "repair", from: ["under-measures", "extended"], to: "repaired", by: [.clerk, .caseOfficer],
        ["findingDocument": "国知修复一号", "lastRepair": "no"]),
      LawfulAct("end", from: ["under-measures", "extended"], to: "ended", by: [.clerk, .caseOfficer]),
    ])
}
