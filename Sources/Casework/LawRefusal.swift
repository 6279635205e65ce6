import Law

extension Refusal {
  /// What the law book refuses, as a refusal of ours.
  public init(_ fault: LawFault) {
    let kind: Kind =
      switch fault.code {
      case "law.rule-unknown", "law.scale-unknown": .notFound
      case "law.data": .notAllowed
      default: .invalid
      }
    self.init(kind, fault.code, field: fault.field, fault.arguments.mapValues(Argument.text))
  }
}
