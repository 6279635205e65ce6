/// A line of the summary of problems at the head of a form.
struct FormProblem {
  /// The field to blame: `#parties-0-name`.
  let href: String
  /// What is wrong.
  let text: String

  /// Blames the field at `path`, which is written as a refusal names it. `parties`, `rights`, `goods` and `amounts`
  /// lead to their part of the form.
  init(_ path: String, _ text: String) {
    href = "#" + path.split(separator: ".").joined(separator: "-")
    self.text = text
  }
}
