/// A word and what there is to say under it.
struct Particular {
  /// The word.
  let label: String
  /// What there is to say.
  let value: String
}
