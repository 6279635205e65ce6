import Reports

// What lines of the tally are of, in words and as links.

extension Wording {
  /// What a line is of, in a word.
  func callAsFunction(_ subject: TallySubject) -> String {
    switch subject {
    case .file(let number): number.wire
    case .action(let id): self("report.subject.action", ["id": String(id)])
    case .inspection(let plan): self("report.subject.inspection", ["id": String(plan)])
    case .market(let id): self("report.subject.market", ["id": String(id)])
    }
  }
}

extension TallySubject {
  /// Where it is shown.
  var address: String {
    switch self {
    case .file(let number): "/cases/\(number)"
    case .action(let id): "/actions/\(id)"
    case .inspection(let plan): "/inspections/\(plan)"
    case .market: "/actions#markets"
    }
  }
}
