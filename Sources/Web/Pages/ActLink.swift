/// A link to the form of an act.
struct ActLink {
  /// The form.
  let href: String
  /// The act in words.
  let label: String
  /// Whether it is the usual next step, rather than one that ends or turns back the proceeding.
  let usual: Bool
}
