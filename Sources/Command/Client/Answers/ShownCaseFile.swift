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
    /// How the lead came.
    let leadSource: String
    /// Where the goods were offered.
    let channel: String?
    /// Place in words.
    let place: String?
    /// Code of the town.
    let town: String?
    /// By summary procedure.
    let simple: Bool
    /// The parties.
    let parties: [Party]
    /// The rights concerned.
    let rights: [Right]
    /// The goods concerned.
    let goods: [Goods]
    /// The money concerned, in yuan.
    let amounts: [String: String?]
    /// The proceedings, from the first.
    let proceedings: [ShownProceeding]
    /// Where an imported case came from.
    let source: Source?
  }

  /// A party.
  struct Party: Decodable, Sendable {
    /// Code of the role.
    let role: String
    /// Code of the kind.
    let kind: String
    /// Name as given.
    let name: String
    /// Identity number; absent where unknown.
    let identityNumber: String?
  }

  /// A right.
  struct Right: Decodable, Sendable {
    /// Code of the kind.
    let kind: String
    /// Patent, registration or record number.
    let number: String?
    /// The mark, title or variety in words.
    let name: String?
  }

  /// Goods.
  struct Goods: Decodable, Sendable {
    /// What they are.
    let name: String
    /// How many.
    let quantity: String?
    /// Unit in words.
    let unit: String?
    /// Value in yuan.
    let value: String?
    /// How they were valued.
    let priceBasis: String?
  }

  /// Where an imported case came from.
  struct Source: Decodable, Sendable {
    /// The source's key.
    let key: String
    /// Title of the publication.
    let title: String
    /// Address of the source.
    let url: String?
    /// Who published it.
    let publisher: String?
    /// What came of it.
    let outcome: String?
  }
}

/// A proceeding of a case file, and what the officer may do in it now.
struct ShownProceeding: Codable, Sendable {
  /// Key.
  let id: Int64
  /// Code of the kind.
  let kind: String
  /// Code of the state.
  let state: String
  /// Code of the agency.
  let agency: String
  /// The agency referred to, of a referral.
  let receiver: String?
  /// What the officer may do now.
  let allowed: [AllowedAct]
}

/// An act that is allowed now.
struct AllowedAct: Codable, Sendable {
  /// Code of the act.
  let act: String
  /// The state it leads to.
  let to: String
  /// Key of the article it rests on.
  let citation: String?
  /// What it records.
  let facts: [AllowedFact]
}

/// A fact that an act records.
struct AllowedFact: Codable, Sendable {
  /// Its name on the wire.
  let name: String
  /// Whether the act needs it.
  let required: Bool
  /// What it may be: line, prose, amount, choice, officers.
  let form: String
  /// How many officers at least.
  let atLeast: Int?
  /// The values it may have.
  let choices: [String]?
}
