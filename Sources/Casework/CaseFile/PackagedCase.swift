import Law

/// A case file as a package carries it (移送案件数据): what the receiver keeps, and what it may want to read.
public struct PackagedCase: Codable, Sendable, Equatable {
  /// An item of evidence.
  public struct Item: Codable, Sendable, Equatable {
    /// Where its file is in the package; `nil` for a thing without one.
    public var path: String?
    /// What it is.
    public var name: Line
    /// Kind of evidence.
    public var kind: Evidence.Kind
    /// Who has it.
    public var holder: Line
    /// Since when.
    public var since: Day
    /// How it is sealed.
    public var seal: Line?

    /// The item as an officer would add it.
    public var request: EvidenceRequest {
      EvidenceRequest(name: name, kind: kind, holder: holder, since: since, seal: seal)
    }

    /// Describes an item as the last link of its chain of custody has it.
    public init(_ item: Evidence, path: String?) throws(Refusal) {
      guard let last = item.custody.last else { throw Refusal(.notFound, "evidence.unknown") }
      (self.path, name, kind) = (path, Line(kept: item.name), item.kind)
      (holder, since, seal) = (Line(kept: last.holder), last.since, last.seal.map { Line(kept: $0) })
    }
  }

  /// The shape of this description; rises when it changes.
  public var format = 1
  /// The agency that refers.
  public var sender: AgencyCode
  /// The agency referred to.
  public var receiver: AgencyCode
  /// Number of the file with the sender.
  public var number: CaseNumber
  /// What the file holds, in the shape in which files are logged.
  public var file: CaseFileRequest
  /// The referral.
  public var referral: Referral
  /// Its docket, oldest entry first.
  public var entries: [Entry]
  /// Its evidence.
  public var evidence: [Item]

  /// Checks what another instance wrote as what an officer types in is checked.
  ///
  /// - Throws: `list.too-long`, `text.too-long`, `evidence.day`, and what a party's or right's own number is refused for.
  public func checked(on today: Day) throws(Refusal) {
    try file.checkLists()
    guard evidence.count <= 10 * CaseFileRequest.listLimit else {
      throw Refusal(
        .invalid, "list.too-long", field: "evidence", ["limit": .text(String(10 * CaseFileRequest.listLimit))])
    }
    for item in evidence { try item.request.checkText(on: today) }
  }

  /// Packs a file as its owner sees it.
  public init(_ file: CaseFile, _ referral: Referral, _ entries: [Entry], _ evidence: [Item], leadOn: PartialDay) {
    (sender, receiver, number) = (referral.sendingAgency, referral.receivingAgency, file.head.number)
    (self.referral, self.entries, self.evidence) = (referral, entries, evidence)
    self.file = CaseFileRequest(
      ipType: file.head.ipType, summary: Line(kept: file.head.summary), leadSource: file.leadSource,
      leadOn: When(leadOn), channel: file.channel, place: file.place.map { Line(kept: $0) }, town: file.town,
      simple: nil, parties: file.parties, rights: file.rights, goods: file.goods, amounts: file.amounts)
    (self.file.matter, self.file.flags) = (file.matter, file.flags.isEmpty ? nil : file.flags)
  }
}
