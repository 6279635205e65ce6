/// Why a request was not granted, for people: any path.
struct ProblemPage: Page {
  static let template = "problem/show"

  let frame: Frame
  /// Status of the answer.
  let status: Int
  /// What it means, in a few words.
  let heading: String
  /// The refusal's sentence.
  let sentence: String
  /// The article that forbids it, where the law is the reason.
  let citation: String?
  /// What to do about it.
  let advice: String?
  /// The refusal's code, to be named when asking for help.
  let code: String
  /// The way back.
  let backHref: String
  let backLabel: String
}
