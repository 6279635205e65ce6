import Law

/// A paper that was issued (文书).
public struct IssuedPaper: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// The case file.
  public let number: CaseNumber
  /// The proceeding in which it was issued.
  public let proceeding: Int64
  /// Key of the template.
  public let template: String
  /// Version of the template.
  public let version: Int
  /// Number of the document (发文字号), where it has one.
  public let documentNumber: String?
  /// What its QR code names.
  public let code: String
  /// The PDF as the store keeps it.
  public let file: Evidence.File
  /// The agency that issued it.
  public let agency: AgencyCode
  /// The officer who did.
  public let officer: String
  /// When.
  public let issuedAt: Instant

  /// Describes a paper.
  public init(
    id: Int64, number: CaseNumber, proceeding: Int64, template: String, version: Int, documentNumber: String?,
    code: String, file: Evidence.File, agency: AgencyCode, officer: String, issuedAt: Instant
  ) {
    (self.id, self.number, self.proceeding, self.template) = (id, number, proceeding, template)
    (self.version, self.documentNumber, self.code, self.file) = (version, documentNumber, code, file)
    (self.agency, self.officer, self.issuedAt) = (agency, officer, issuedAt)
  }
}

/// What it takes to issue a paper.
public struct PaperRequest: Codable, Sendable, Equatable {
  /// Key of the template.
  public var template: String
  /// The proceeding in which it is issued.
  public var proceeding: Int64
  /// What the template asks for, by name.
  public var asked: [String: Prose]?
  /// The revision of the case file that the officer had before them.
  public var revision: Int?

  /// Asks to issue.
  public init(template: String, proceeding: Int64, asked: [String: Prose]? = nil, revision: Int? = nil) {
    (self.template, self.proceeding, self.asked, self.revision) = (template, proceeding, asked, revision)
  }

  /// Checks that `officer` may issue it in `file`.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `proceeding.unknown`.
  public func checked(for file: CaseFileState, by officer: Officer) throws(Refusal) {
    try file.requireIssuing(in: proceeding, revision: revision, by: officer)
  }
}

extension CaseFileState {
  /// Checks that `officer` may give something out of a proceeding of the file in the agency's name.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `proceeding.unknown`.
  public func requireIssuing(in proceeding: Int64, revision: Int?, by officer: Officer) throws(Refusal) {
    try requireRevision(revision)
    try requireOwner(officer)
    try officer.requireOne(of: .handlersAndHeads)
    guard others.contains(where: { $0.id == proceeding }) else {
      throw Refusal(.notFound, "proceeding.unknown", field: "proceeding")
    }
  }
}

/// What anybody who holds a paper may learn by its code.
public struct PaperMark: Sendable, Equatable {
  /// Key of the template.
  public let template: String
  /// Number of the document, where it has one.
  public let documentNumber: String?
  /// The agency that issued it.
  public let agency: AgencyCode
  /// When.
  public let issuedAt: Instant
  /// SHA-256 of the PDF in hexadecimal.
  public let digest: String

  /// Describes a mark.
  public init(template: String, documentNumber: String?, agency: AgencyCode, issuedAt: Instant, digest: String) {
    (self.template, self.documentNumber, self.agency) = (template, documentNumber, agency)
    (self.issuedAt, self.digest) = (issuedAt, digest)
  }
}
