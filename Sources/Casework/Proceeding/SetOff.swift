import Law

/// Fines of agencies and fines of courts for the same act (罚款折抵罚金).
///
/// Legal basis: 行政处罚法 (2021) art. 35.
extension Requirement {
  /// 已经给予罚款的，折抵相应罚金: a criminal fine says how much of it an earlier fine sets off; no more than either is.
  static let fineSetOff = Requirement("trial.set-off", field: "facts.setOff", citation: "penalty-law@35") { standing in
    guard let fine = standing.givenAmount("criminalFine"), fine > .zero else {
      guard standing.facts["setOff"] != nil else { return nil }
      return ["fined": .text(standing.file.fined.yuan), "most": .text(Fen.zero.yuan)]
    }
    let most = min(fine, standing.file.fined)
    let setOff = standing.givenAmount("setOff")
    let holds = most == .zero ? (setOff ?? .zero) == .zero : setOff.map { $0 > .zero && $0 <= most } ?? false
    return holds ? nil : ["fined": .text(standing.file.fined.yuan), "most": .text(most.yuan)]
  }

  /// 尚未给予罚款的，不再给予罚款: after a criminal fine no agency imposes one for the same act; other penalties stand.
  static let noFineAfterCourt = Requirement(
    "decision.court-fined", field: "facts.fine", citation: "penalty-law@35"
  ) { standing in
    !standing.file.isCourtFined || (standing.givenAmount("fine") ?? .zero) == .zero
  }
}
