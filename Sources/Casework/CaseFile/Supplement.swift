/// What is added to a case file after it was logged (补充登记): parties, rights, goods, and amounts found meanwhile.
public struct SupplementRequest: Codable, Sendable, Equatable {
  /// Parties.
  public var parties: [Party]?
  /// Rights.
  public var rights: [Right]?
  /// Goods.
  public var goods: [Goods]?
  /// Amounts; one that is given replaces the one kept, one that is absent leaves it.
  public var amounts: Amounts?
  /// What kind of violation; one that is given replaces the one kept.
  public var matter: Matter?
  /// Marks for statistics; a list that is given replaces the one kept.
  public var flags: [CaseFlag]?
  /// Why, or from which evidence.
  public var reason: Prose
  /// The revision of the case file that the officer had before them.
  public var revision: Int?

  /// Asks to add.
  public init(
    parties: [Party]? = nil, rights: [Right]? = nil, goods: [Goods]? = nil, amounts: Amounts? = nil, reason: Prose,
    revision: Int? = nil
  ) {
    (self.parties, self.rights, self.goods, self.amounts) = (parties, rights, goods, amounts)
    (self.reason, self.revision) = (reason, revision)
  }

  /// Checks that `officer` may add this to `file`.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `supplement.empty`, `list.too-long`, and what a party's or
  ///   right's own number is refused for, with the field named.
  public func checked(for file: CaseFileState, by officer: Officer) throws(Refusal) {
    try file.requireRevision(revision)
    try file.requireOwner(officer)
    try officer.requireOne(of: .intake)
    let lists = [parties?.count ?? 0, rights?.count ?? 0, goods?.count ?? 0]
    if lists.allSatisfy({ $0 == 0 }), amounts?.isEmpty ?? true, matter == nil, flags == nil {
      throw Refusal(.invalid, "supplement.empty", field: "parties")
    }
    try CaseFileRequest.checkLists(parties: parties ?? [], rights: rights ?? [], goods: goods ?? [])
  }

  /// What the docket says of it.
  public var facts: [String: String] {
    var facts = ["reason": reason.wire]
    facts["addedParties"] = names(parties?.map(\.name.wire))
    facts["addedRights"] = names(rights?.map { $0.number?.wire ?? $0.name?.wire ?? "" })
    facts["addedGoods"] = names(goods?.map(\.name.wire))
    facts["caseMatter"] = matter?.rawValue
    facts["caseFlags"] = flags.map { $0.isEmpty ? "none" : $0.map(\.rawValue).joined(separator: " ") }
    facts["turnover"] = amounts?.turnover?.wire
    facts["gainsGross"] = amounts?.gainsGross?.wire
    facts["gainsNet"] = amounts?.gainsNet?.wire
    facts["gainsUnstated"] = amounts?.gainsUnstated?.wire
    facts["goodsValue"] = amounts?.goodsValue?.wire
    return facts
  }

  private func names(_ names: [String]?) -> String? {
    guard let names, !names.isEmpty else { return nil }
    return names.joined(separator: "；")
  }
}

extension Amounts {
  /// Whether none is given.
  var isEmpty: Bool {
    turnover == nil && gainsGross == nil && gainsNet == nil && gainsUnstated == nil && goodsValue == nil
  }
}
