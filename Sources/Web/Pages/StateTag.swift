/// A state in a word, with the colour and the symbol that go with it.
struct StateTag {
  /// What a state means at a glance.
  enum Tone: String, CaseIterable {
    /// A time limit has passed: ■.
    case overdue
    /// It waits for somebody's next act: ▲.
    case waiting
    /// It is under way: ●.
    case running
    /// It stands still for another's decision: ‖.
    case paused
    /// It is only recorded: ◆.
    case info
    /// It is over: ✓.
    case done
  }

  /// The tone's name, which is a class of the style sheet.
  let tone: String
  /// The state in words.
  let label: String

  /// Describes a state.
  init(_ tone: Tone, _ label: String) { (self.tone, self.label) = (tone.rawValue, label) }
}
