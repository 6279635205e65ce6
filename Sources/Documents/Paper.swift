/// A paper ready to be set: its template, what it says, and how it is marked.
public struct Paper: Sendable {
  /// The template it is made by.
  public let template: PaperTemplate
  /// What it is filled with.
  public let facts: PaperFacts
  /// Whether it is a draft: every page says so.
  public let isDraft: Bool
  /// What the QR code says: where and by what the paper can be checked; `nil` prints none.
  public let code: String?
  /// The day that stands in the file's own record of when it was made, `2026-11-20`.
  public let day: String

  /// Describes a paper.
  public init(template: PaperTemplate, facts: PaperFacts, isDraft: Bool, code: String?, day: String) {
    (self.template, self.facts, self.isDraft, self.code, self.day) = (template, facts, isDraft, code, day)
  }
}
