/// Who is signed in.
struct OfficerAnswer: Codable, Sendable {
  let login: String
  let name: String
  let agency: String
  let roles: [String]

  /// What is shown of an officer.
  static func columns(_ names: AgencyNames) -> [Column<OfficerAnswer>] {
    [
      Column("login", .code, \.login), Column("name", .text, \.name),
      Column("agency", .text, \.agency, words: { names[$0.agency] }),
      Column(
        "roles", .text, { $0.roles.joined(separator: " ") },
        words: { $0.roles.map { Words.text("role.\($0)", or: $0) }.joined(separator: ", ") }),
    ]
  }
}

/// What signing in gives.
struct SessionAnswer: Decodable, Sendable {
  let token: String
  let expiresAt: String
  let officer: OfficerAnswer
}
