import Law

/// When the public seed was drawn: RFC 3339, or a day and a time in Asia/Shanghai such as `2026-11-20 20:00`.
public struct SeedTime: WireText {
  /// The instant.
  public let instant: Instant

  /// A time that is known.
  public init(_ instant: Instant) { self.instant = instant }

  /// - Throws: `instant.unreadable`.
  public init(wire text: String) throws(Refusal) {
    let plain = text.utf8.count <= 40 ? text.trimmingBlanks : ""
    guard let instant = Instant(plain) ?? Instant("\(plain):00+08:00") else {
      throw Refusal(.invalid, "instant.unreadable")
    }
    self.instant = instant
  }

  public var wire: String { instant.description }
}

/// What it takes to draw a random inspection: a seed that nobody could know when the lists were committed to.
public struct DrawRequest: Codable, Sendable, Equatable {
  /// The seed, character by character as it was made public.
  public var seed: Line
  /// Where it was made public, such as a draw of the welfare lottery and its number.
  public var seedSource: Line
  /// When it was drawn there; after the commitment.
  public var seedAt: SeedTime
  /// Who watched the draw.
  public var witness: Line

  /// Asks for a draw.
  public init(seed: Line, seedSource: Line, seedAt: SeedTime, witness: Line) {
    (self.seed, self.seedSource, self.seedAt, self.witness) = (seed, seedSource, seedAt, witness)
  }

  /// Whether the seed came after the commitment and is known by now.
  ///
  /// - Throws: `inspection.seed-early`, `instant.future`.
  public func check(against committedAt: Instant, at now: Instant) throws(Refusal) {
    guard seedAt.instant > committedAt else {
      throw Refusal(.notAllowed, "inspection.seed-early", field: "seedAt", ["at": .text(committedAt.local)])
    }
    guard seedAt.instant <= now else { throw Refusal(.invalid, "instant.future", field: "seedAt") }
  }
}
