import Law

/// How something that is to be done by a day stands at a glance (红黄绿灯), for supervised cases, tasks of the joint
/// conference and tasks of the plan.
///
/// * Red: the day has passed without an answer that will do.
/// * Amber: an answer was sent back, or the day is at most seven days off.
/// * Green: there is time, an answer waits to be judged, or it is over.
public enum Light: String, Sendable, Codable, CaseIterable {
  /// 红灯
  case red
  /// 黄灯
  case amber
  /// 绿灯
  case green

  /// What became of the demand so far.
  public enum Answer: Sendable, Equatable {
    /// None was given.
    case none
    /// One was given, and sent back.
    case sentBack
    /// One was given and is being judged.
    case given
    /// It will do, or nobody asks any longer.
    case settled
  }

  /// Days before the last one from which the light is amber.
  public static let soon = 7

  /// The light of a demand.
  ///
  /// - Parameter due: The last day in time; `nil` where none was set.
  public init(_ answer: Answer, due: Day?, on today: Day) {
    switch answer {
    case .given, .settled: self = .green
    case .none, .sentBack:
      if let due, today > due {
        self = .red
      } else if answer == .sentBack || due.map({ $0 - today <= Self.soon }) == true {
        self = .amber
      } else {
        self = .green
      }
    }
  }

  /// The light of a supervised case in a state of `Procedure.task`.
  public init(task state: String, due: Day?, on today: Day) {
    let answer: Answer =
      switch state {
      case "closed", "withdrawn": .settled
      case "replied": .given
      case "sent-back": .sentBack
      default: .none
      }
    self.init(answer, due: due, on: today)
  }

  /// The light of a task of the plan: settled when all that its agencies report is done.
  ///
  /// - Parameter progress: In per cent; `nil` where nothing was reported.
  public init(progress: Int?, due: Day?, on today: Day) {
    self.init((progress ?? 0) >= 100 ? .settled : .none, due: due, on: today)
  }
}
