import CPango

/// A line of text that has its place on a page.
struct PlacedLine {
  let layout: OpaquePointer
  let index: Int32
  let x: Double
  let baseline: Double
  let isRed: Bool
}

/// A rule (线) on a page, in points.
struct Rule {
  let from: (x: Double, y: Double)
  let to: (x: Double, y: Double)
  let width: Double
  let isRed: Bool
}

/// A page as it fills: lines of the grid from 0, what stands on them, and the rules between.
struct Galley {
  var lines: [PlacedLine] = []
  var rules: [Rule] = []
  var row = 0

  var isFull: Bool { row >= Sheet.lines }

  /// The baseline of a text of that size on the current line of the grid.
  func baseline(_ size: Double) -> Double {
    Sheet.top + Double(row) * Sheet.pitch + (Sheet.pitch - size) / 2 + 0.88 * size
  }

  /// Upper edge of the current line.
  var edge: Double { Sheet.top + Double(row) * Sheet.pitch }
}
