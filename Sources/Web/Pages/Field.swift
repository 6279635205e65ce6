/// A field of a form: what was typed in it, and what is wrong with that.
///
/// Rendered by one of the partials `field-line`, `field-prose`, `field-amount`, `field-select` and `field-radios`.
struct Field {
  /// Where the field is in the page, and what a `FormProblem` links to: `parties-0-name`.
  let id: String
  /// What the browser sends it as: `parties[0][name]`.
  let name: String
  /// Its label; `nil` where the template has the wording.
  let label: String?
  /// Help below the label; `nil` where there is none or the template has the wording.
  let hint: String?
  /// What was typed; empty for a choice.
  let value: String
  /// Whether it must be filled in. Fields that need not be are marked so.
  let required: Bool
  /// What is wrong with the value.
  let problem: String?
  /// What may be chosen; empty for a field that is typed in.
  let choices: [Choice]

  /// Describes the field at `path`, which is written as a refusal names it: `parties.0.name`.
  init(
    _ path: String, label: String? = nil, hint: String? = nil, value: String = "", required: Bool = false,
    problem: String? = nil, choices: [Choice] = []
  ) {
    let steps = path.split(separator: ".").map(String.init)
    id = steps.joined(separator: "-")
    name = (steps.first ?? "") + steps.dropFirst().map { "[\($0)]" }.joined()
    (self.label, self.hint, self.value, self.required) = (label, hint, value, required)
    (self.problem, self.choices) = (problem, choices)
  }
}

/// One of the values a field may take.
struct Choice {
  /// What is sent.
  let value: String
  /// What is read.
  let label: String
  /// Help beside the label; for radio buttons only.
  let hint: String?
  /// Whether it is chosen.
  let selected: Bool

  /// Describes a choice.
  init(_ value: String, _ label: String, hint: String? = nil, selected: Bool = false) {
    (self.value, self.label, self.hint, self.selected) = (value, label, hint, selected)
  }
}
