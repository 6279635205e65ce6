/// A case file with all it holds.
struct ShownCaseFile: Decodable, Sendable {
  /// What lists have of it.
  let head: ListedCaseFile
  /// What only its own page has.
  let body: Body

  init(from decoder: any Decoder) throws {
    head = try ListedCaseFile(from: decoder)
    body = try Body(from: decoder)
  }

  /// The part beyond what lists have.
  struct Body: Decodable, Sendable {
    let leadSource: String
    let channel: String?
    let place: String?
    let town: String?
    let simple: Bool
    let parties: [Party]
    let rights: [Right]
    let goods: [Goods]
    let amounts: [String: String?]
    let proceedings: [ShownProceeding]
    let source: Source?
  }

  /// A party.
  struct Party: Decodable, Sendable {
    let role: String
    let kind: String
    let name: String
    let identityNumber: String?
  }

  /// A right.
  struct Right: Decodable, Sendable {
    let kind: String
    let number: String?
    let name: String?
  }

  /// Goods.
  struct Goods: Decodable, Sendable {
    let name: String
    let quantity: String?
    let unit: String?
    let value: String?
    let priceBasis: String?
  }

  /// Where an imported case came from.
  struct Source: Decodable, Sendable {
    let key: String
    let title: String
    let url: String?
    let publisher: String?
    let outcome: String?
  }
}

/// A proceeding of a case file, and what the officer may do in it now.
struct ShownProceeding: Codable, Sendable {
  let id: Int64
  let kind: String
  let state: String
  let agency: String
  let receiver: String?
  let allowed: [AllowedAct]
}

/// An act that is allowed now.
struct AllowedAct: Codable, Sendable {
  let act: String
  let to: String
  let citation: String?
  let facts: [AllowedFact]
}

/// A fact that an act records.
struct AllowedFact: Codable, Sendable {
  let name: String
  let required: Bool
  let form: String
  let atLeast: Int?
  let choices: [String]?
}
