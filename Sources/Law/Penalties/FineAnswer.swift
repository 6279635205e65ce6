/// The range of a fine, as programs read it. Amounts are yuan with two decimals.
public struct FineAnswer: Codable, Sendable, Equatable {
  /// The scale.
  public let scale: String
  /// First day of the version that governs.
  public let version: String
  /// The act it punishes.
  public let name: BilingualText
  /// What the multiple is applied to.
  public let base: String
  /// Which branch gave the range.
  public let branch: String
  /// The least; null where there is no minimum.
  public let least: String?
  /// The most; null where the scale has no fine.
  public let most: String?
  /// `may` 可以, `shall` 应当, or null where the text does not say.
  public let duty: String?
  /// What the article confiscates, in Chinese.
  public let confiscates: String?
  /// What else a decision must heed.
  public let note: BilingualText?
  /// The articles.
  public let citations: [CitationAnswer]
  /// Whether it is still to be confirmed.
  public let toConfirm: Bool

  private enum CodingKeys: String, CodingKey {
    case scale, version, name, base, branch, duty, confiscates, note, citations, toConfirm
    case least = "min_yuan"
    case most = "max_yuan"
  }

  /// States a range.
  public init(_ range: FineRange, from book: LawBook) {
    let scale = range.scale
    self.scale = scale.scale
    version = scale.validity.lowerBound.description
    name = scale.name
    (base, branch) = (scale.base.rawValue, range.branch.rawValue)
    (least, most) = (range.least?.yuan, range.most?.yuan)
    duty = scale.isMandatory.map { $0 ? "shall" : "may" }
    (confiscates, note) = (scale.confiscates, scale.note)
    citations = book.answer(scale.authority.citations)
    toConfirm = !scale.authority.isConfirmed
  }

  /// Writes the ends of the range even where they are null.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(scale, forKey: .scale)
    try box.encode(version, forKey: .version)
    try box.encode(name, forKey: .name)
    try box.encode(base, forKey: .base)
    try box.encode(branch, forKey: .branch)
    try box.encode(least, forKey: .least)
    try box.encode(most, forKey: .most)
    try box.encode(duty, forKey: .duty)
    try box.encodeIfPresent(confiscates, forKey: .confiscates)
    try box.encodeIfPresent(note, forKey: .note)
    try box.encode(citations, forKey: .citations)
    try box.encode(toConfirm, forKey: .toConfirm)
  }
}
