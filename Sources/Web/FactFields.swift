import Casework

// How the facts of an act are asked for in a form.

extension FieldWriter {
  /// A fact at `path`, such as `facts.findings`.
  ///
  /// - Parameter things: The evidence of the file.
  func fact(
    _ fact: FactField, at path: String, among agencies: [Agency], things: [Evidence] = [], initially: String = ""
  ) -> ActPage.Fact {
    let label = words("fact.\(fact.name)")
    let line = text(path, label: label, required: fact.required, initially: initially)
    switch fact.form {
    case .line, .count, .quantity, .time: return ActPage.Fact(.line, line)
    case .prose: return ActPage.Fact(.prose, line)
    case .amount: return ActPage.Fact(.amount, line)
    case .day: return ActPage.Fact(.day, line)
    case .officers, .enforcers, .panel: return ActPage.Fact(.officers, line)
    case .choice(let choices):
      let values = choices.map { ($0, words("choice.\(fact.name).\($0)")) }
      return ActPage.Fact(.choice, choice(path, values, label: label, required: fact.required))
    case .things:
      let ticked = draft.form?.ticked(path) ?? []
      let boxes = things.map { item in
        Choice(
          String(item.id), item.name, hint: item.custody.last?.holder, selected: ticked.contains(String(item.id)))
      }
      return ActPage.Fact(
        .things, Field(path, label: label, required: fact.required, problem: problem(path), choices: boxes))
    case .agency:
      let values = agencies.filter { fact.agencyKinds?.contains($0.kind) ?? true }
        .map { ($0.code.rawValue, words.name(of: $0.code)) }
      return ActPage.Fact(.agency, choice(path, values, label: label, required: fact.required))
    }
  }
}

extension FactField {
  /// What each fact of any act may be, by name.
  static let forms: [String: Form] = ProceedingKind.allCases.compactMap(\.procedure).flatMap(\.acts).flatMap(\.facts)
    .reduce(into: [:]) { forms, fact in forms[fact.name] = fact.form }
}
