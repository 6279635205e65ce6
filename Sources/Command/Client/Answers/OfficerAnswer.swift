/// Who is signed in.
struct OfficerAnswer: Codable, Sendable {
  /// Name to sign in with.
  let login: String
  /// Name, as papers print it.
  let name: String
  /// Code of the agency.
  let agency: String
  /// Codes of the roles.
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
  /// The secret that stands for the officer.
  let token: String
  /// When it ends.
  let expiresAt: String
  /// Who it is.
  let officer: OfficerAnswer
}
