import Casework
import Secrets

/// A form on its way back to the reader: what was typed, and what was wrong with it.
struct Draft {
  /// What was typed; `nil` when the form is first shown.
  let form: Form?
  /// Why it was refused.
  let refusal: Refusal?
  /// The key that makes sending it twice harmless; new for each form, kept while it is corrected.
  let key: String

  /// A form first shown.
  init() {
    (form, refusal) = (nil, nil)
    key = Self.fresh
  }

  /// A form that was refused.
  init(_ form: Form?, _ refusal: Refusal) {
    (self.form, self.refusal) = (form, refusal)
    key = form?["idempotencyKey"] ?? Self.fresh
  }

  /// A form that comes back with a question rather than a refusal.
  init(kept form: Form?) {
    (self.form, refusal) = (form, nil)
    key = form?["idempotencyKey"] ?? Self.fresh
  }

  /// The revision that the reader had before them; `nil` after a stale one, because the page that comes back shows the
  /// present one with the warning.
  var revision: Int? { refusal?.kind == .stale ? nil : form?["revision"].flatMap(Int.init) }

  /// Whether anything was typed, or is wrong, in the part of that name.
  func touches(_ part: String) -> Bool {
    if refusal?.field?.hasPrefix(part) == true { return true }
    return form?.fields.contains { $0.name.hasPrefix(part) && !$0.value.isEmpty && !$0.name.hasSuffix("[kind]") }
      ?? false
  }

  private static var fresh: String { String(Token.random().text.prefix(32)) }
}

/// Writes the fields of a form from what was typed and what was wrong.
struct FieldWriter {
  let draft: Draft
  let words: Wording

  /// The summary at the head of the form.
  var problems: [FormProblem] {
    guard let refusal = draft.refusal else { return [] }
    return [FormProblem(refusal.field ?? "main", words.sentence(refusal))]
  }

  /// A field that is typed in. `path` is written as a refusal names it.
  func text(
    _ path: String, label: String? = nil, required: Bool = false, initially: String = ""
  ) -> Field {
    Field(
      path, label: label, value: draft.form?.typed(path) ?? initially, required: required, problem: problem(path))
  }

  /// A field that chooses among the cases of an enumeration, whose words are in `section` of the catalogue.
  func choice<T: RawRepresentable>(
    _ path: String, _ section: String, _ cases: [T], label: String? = nil, required: Bool = false, initially: T? = nil
  ) -> Field where T.RawValue == String {
    let values = cases.map { ($0.rawValue, words("\(section).\($0.rawValue)")) }
    return choice(path, values, label: label, required: required, initially: initially?.rawValue)
  }

  /// A field that chooses among values with their words.
  func choice(
    _ path: String, _ values: [(value: String, label: String)], label: String? = nil, hints: [String: String] = [:],
    required: Bool = false, initially: String? = nil
  ) -> Field {
    let chosen = draft.form?.typed(path) ?? initially
    return Field(
      path, label: label, required: required, problem: problem(path),
      choices: values.map { Choice($0.value, $0.label, hint: hints[$0.value], selected: $0.value == chosen) })
  }

  /// What is wrong with a field.
  func problem(_ path: String) -> String? {
    guard let refusal = draft.refusal, refusal.field == path else { return nil }
    return words.sentence(refusal)
  }
}

extension Refusal {
  /// Whether the form comes back with what was typed, rather than a page that says why not.
  var returnsForm: Bool { [.invalid, .malformed, .stale, .notAllowed].contains(kind) }
}
