/// The sheet of an official document, in points (1/72 inch) from the upper left corner.
///
/// Legal basis: 党政机关公文格式 (GB/T 9704-2012): A4, 37 mm above and 28 mm left of a block of 156 × 225 mm, which 22 lines
/// of 28 characters of size 3 fill; page number in size 4, 7 mm below, odd at the right and even at the left.
enum Sheet {
  static let millimetre = 72 / 25.4
  static let width = 210 * millimetre
  static let height = 297 * millimetre
  static let top = 37 * millimetre
  static let left = 28 * millimetre
  static let blockWidth = 156 * millimetre
  static let blockHeight = 225 * millimetre
  static let lines = 22
  /// From line to line: 28.99 points.
  static let pitch = blockHeight / Double(lines)
  /// Side of a character of the body: 15.79 points, so that 28 fill the line.
  static let character = blockWidth / 28
  /// 二号
  static let title = 22.0
  /// 四号
  static let small = 14.0
  /// 小四, for tables.
  static let table = 12.0
  /// Where the page number stands.
  static let pageNumber = top + blockHeight + 7 * millimetre
  static let qrSide = 20 * millimetre
}
