import Law

/// When something happened, as people write it: `2026-09-30`, `2026年9月30日`, or a month or year where no more is known.
public struct When: WireText {
  /// The day, month or year.
  public let day: PartialDay

  /// Wraps a date.
  public init(_ day: PartialDay) { self.day = day }

  /// - Throws: `date.unreadable`, also for a day that no calendar has.
  public init(wire text: String) throws(Refusal) {
    guard text.utf8.count <= 100, let day = PartialDay(text.trimmingBlanks) else {
      throw Refusal(.invalid, "date.unreadable")
    }
    self.day = day
  }

  public var wire: String { day.description }
}
