/// A legal instrument (法律文件) in one version.
public struct Instrument: Sendable, Equatable {
  /// Key that citations use.
  public let key: String
  /// Statutory title, without book-title marks.
  public let name: BilingualText
  /// Number of the issuing document, such as 国务院令第310号.
  public let number: String?
  /// First day in force; `nil` where not established.
  public let effectiveFrom: Day?
  /// Last day in force, inclusive; `nil` while it is.
  public let effectiveTo: Day?
  /// Whether the text was read.
  public let isConfirmed: Bool

  init(_ row: LawRow) throws(LawFault) {
    key = row.key
    effectiveFrom = try row.value("effective_from") { Day($0) }
    effectiveTo = try row.value("effective_to") { Day($0) }
    name = try row.name()
    number = row.cells["number"]
    isConfirmed = try row.required("verification") { ["verified": true, "to-confirm": false][$0] }
  }

  /// What a citation in Chinese begins with: orders and interpretations by their number, 国务院令第310号 or
  /// 法释〔2025〕5号; statutes and rules by their title, 《刑法》.
  public var printedName: String {
    guard let number, number.hasPrefix("国务院令") || number.contains("〔") else { return "《\(name.chinese)》" }
    return "\(number) "
  }
}

/// An article that the law book cites.
public struct LawArticle: Sendable, Equatable {
  /// Where it is.
  public let citation: Citation
  /// What it is about, in Chinese.
  public let subject: String
  /// Whether the text was read.
  public let isConfirmed: Bool

  init(_ row: LawRow) throws(LawFault) {
    guard let citation = Citation(key: row.key), citation.instrument == row.cells["instrument"] else {
      throw row.fault("key", "unreadable")
    }
    self.citation = citation
    subject = try row.text("subject_zh")
    isConfirmed = try row.required("verification") { ["verified": true, "to-confirm": false][$0] }
  }
}
