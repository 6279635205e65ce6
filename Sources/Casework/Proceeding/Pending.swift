// Procedures being written; each line goes as its file comes.
extension Procedure {
  static let summary = Procedure(kind: .summary, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let measure = Procedure(kind: .measure, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let hearing = Procedure(kind: .hearing, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let execution = Procedure(kind: .execution, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let review = Procedure(kind: .review, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let publicity = Procedure(kind: .publicity, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let listing = Procedure(kind: .listing, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let finding = Procedure(kind: .finding, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let repair = Procedure(kind: .repair, opening: ActRule("open", to: "opened", by: .intake), rules: [])
  static let exclusion = Procedure(kind: .exclusion, opening: ActRule("open", to: "opened", by: .intake), rules: [])
}
