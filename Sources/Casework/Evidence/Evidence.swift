import Law

/// An item of evidence (证据): a file, a thing, or both.
public struct Evidence: Sendable, Equatable {
  /// Kind of evidence (证据种类).
  ///
  /// Legal basis: 行政处罚法 (2021) art. 46.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 物证
    case physical
    /// 书证
    case documentary
    /// 视听资料
    case audioVisual = "audio-visual"
    /// 电子数据
    case electronic
    /// 证人证言
    case witness
    /// 当事人的陈述
    case statement
    /// 检验报告、鉴定意见
    case appraisal
    /// 勘验笔录、现场笔录
    case record
    /// 其他材料
    case other
  }

  /// A file as the store keeps it.
  public struct File: Sendable, Equatable {
    /// What its first bytes say that it is.
    public let mediaType: String
    /// Bytes.
    public let size: Int64
    /// SHA-256 in hexadecimal, and its name in the store.
    public let digest: String

    /// Describes a file.
    public init(mediaType: String, size: Int64, digest: String) {
      (self.mediaType, self.size, self.digest) = (mediaType, size, digest)
    }
  }

  /// One link of the chain of custody (保管链).
  public struct Custody: Sendable, Equatable {
    /// Who has it, and where.
    public let holder: String
    /// First day on which it was there.
    public let since: Day
    /// How it is sealed; `nil` where it is not.
    public let seal: String?
    /// The agency that recorded it.
    public let agency: AgencyCode
    /// The officer who recorded it.
    public let officer: String

    /// Describes a link.
    public init(holder: String, since: Day, seal: String?, agency: AgencyCode, officer: String) {
      (self.holder, self.since, self.seal, self.agency, self.officer) = (holder, since, seal, agency, officer)
    }
  }

  /// Key.
  public let id: Int64
  /// The case file.
  public let number: CaseNumber
  /// Kind of evidence.
  public let kind: Kind
  /// What it is, in words.
  public let name: String
  /// Its file; `nil` for a thing without one.
  public let file: File?
  /// When it was added.
  public let addedAt: Instant
  /// Who had it, the latest last. Never empty.
  public let custody: [Custody]

  /// Describes an item.
  public init(
    id: Int64, number: CaseNumber, kind: Kind, name: String, file: File?, addedAt: Instant, custody: [Custody]
  ) {
    (self.id, self.number, self.kind, self.name) = (id, number, kind, name)
    (self.file, self.addedAt, self.custody) = (file, addedAt, custody)
  }
}
