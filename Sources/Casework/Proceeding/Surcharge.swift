import Law

/// What is added to a fine for every day on which it is not paid (加处罚款).
///
/// A day counts from the one after the last day for payment, if the fine was unpaid when it began; none counts while a
/// review or a suit lasts. What is added never exceeds the fine. Parts of a fen are dropped.
///
/// Legal basis: 行政处罚法 (2021) art. 72, 73; 市场监督管理行政处罚程序规定 (2022) art. 75.
public struct Surcharge: Sendable, Equatable {
  /// Per cent of the unpaid fine, for each day (每日按罚款数额的百分之三).
  public static let percentADay: Int64 = 3

  /// The days that count.
  public let days: Int
  /// What they come to.
  public let amount: Fen

  /// Reckons what is added for the days after `last` through `day`.
  ///
  /// - Parameters:
  ///   - unpaid: What of the fine was unpaid on those days.
  ///   - fine: The fine; all that is added stays within it.
  ///   - levied: What was added for the days through `last`.
  ///   - pauses: Times that may not count, both ends included; one without an end lasts.
  public init(
    on unpaid: Fen, of fine: Fen, levied: Fen = .zero, after last: Day, through day: Day, pauses: [Pause] = []
  ) {
    let stops = pauses.filter { $0.kind == .reviewOrSuit }.map { $0.from...max($0.from, $0.to ?? .latest) }
    let since = (last.number..<max(last.number, day.number)).map { Day(number: $0 + 1) }
    days = since.count { day in !stops.contains { $0.contains(day) } }
    let room = max(0, fine.value - levied.value)
    let (product, overflows) = (unpaid.value * Self.percentADay).multipliedReportingOverflow(by: Int64(days))
    amount = Fen(overflows ? room : min(product / 100, room)) ?? .zero
  }
}
