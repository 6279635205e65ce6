import CQREncode

/// A text as a QR code: its side in modules, and its dark modules as the path of an SVG.
public struct QRCode: Sendable, Equatable {
  /// Modules on a side, without the quiet zone.
  public let side: Int
  /// `M0 0h1v1h-1z…`, one run of dark modules after the other.
  public let path: String

  /// Encodes a text; `nil` if it is too long, above some 2,300 bytes.
  public init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        var end = column
        while end < side, code.pointee.data[row * side + end] & 1 == 1 { end += 1 }
        if end > column { path += "M\(column) \(row)h\(end - column)v1h-\(end - column)z" }
        column = max(end, column + 1)
      }
    }
    (self.side, self.path) = (side, path)
  }
}
