/// A bar on standard error that moves while something long goes on; nothing at all where standard error is no terminal.
struct ProgressBar {
  private let isShown: Bool
  private let hasColour: Bool
  private var drawn = ""

  /// Cells of the bar itself.
  private static let length = 24

  /// Prepares a bar that is drawn on a terminal, unless the caller is to be quiet.
  init(isQuiet: Bool) {
    isShown = StandardStream.error.isTerminal && !isQuiet
    hasColour = StandardStream.error.hasColour
  }

  /// Draws how much is done, and what there is to say of it.
  mutating func draw(_ done: Int, of total: Int, _ remark: String) {
    guard isShown, total > 0 else { return }
    let filled = min(Self.length, done * Self.length / total)
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.length - filled)
    let coloured = hasColour ? "\u{1B}[32m\(bar)\u{1B}[0m" : bar
    let line = "[\(coloured)] \(remark)"
    guard line != drawn else { return }
    drawn = line
    try? StandardStream.error.write(Array("\r\(line)\u{1B}[K".utf8))
  }

  /// Takes the bar away.
  mutating func clear() {
    guard isShown, !drawn.isEmpty else { return }
    drawn = ""
    try? StandardStream.error.write(Array("\r\u{1B}[K".utf8))
  }
}
