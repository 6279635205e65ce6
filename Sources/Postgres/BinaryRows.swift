/// Rows in PostgreSQL's binary form, for `copy … from stdin (format binary)`: nothing is printed and nothing is parsed.
///
/// Every row is begun with `begin()`, then gets a value or a null for each column in order.
public struct BinaryRows: Sendable {
  /// What to send; `end()` first.
  public private(set) var bytes: [UInt8]
  private let columns: Int16

  /// No rows yet.
  public init(columns: Int, capacity: Int = 0) {
    self.columns = Int16(clamping: columns)
    bytes = []
    bytes.reserveCapacity(capacity)
    // Signature, no flags, no extension.
    bytes += Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
  }

  /// Begins the next row.
  public mutating func begin() { integer(columns) }

  /// Ends the last row.
  public mutating func end() { integer(Int16(-1)) }

  /// Null.
  public mutating func null() { integer(Int32(-1)) }

  /// `smallint`
  public mutating func smallint(_ value: Int) {
    integer(Int32(2))
    integer(Int16(clamping: value))
  }

  /// `int`
  public mutating func int(_ value: Int) {
    integer(Int32(4))
    integer(Int32(clamping: value))
  }

  /// `bigint`
  public mutating func bigint(_ value: Int64?) {
    guard let value else { return null() }
    integer(Int32(8))
    integer(value)
  }

  /// `boolean`
  public mutating func boolean(_ value: Bool) {
    integer(Int32(1))
    bytes.append(value ? 1 : 0)
  }

  /// `text`
  public mutating func text(_ value: String?) {
    guard var utf8Text = value else { return null() }
    utf8Text.withUTF8 { utf8 in
      integer(Int32(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// `bytea`
  public mutating func bytea(_ value: [UInt8]) {
    integer(Int32(value.count))
    bytes += value
  }

  /// `jsonb`
  public mutating func jsonb(_ value: String) {
    integer(Int32(value.utf8.count + 1))
    bytes.append(1)
    bytes += value.utf8
  }

  /// `date`, of days since 1970.
  public mutating func date(_ days: Int?) {
    guard let days else { return null() }
    int(days - 10_957)
  }

  /// `timestamptz`, of microseconds since 1970.
  public mutating func timestamp(_ microseconds: Int64?) {
    bigint(microseconds.map { $0 - 946_684_800_000_000 })
  }

  /// `numeric`, of a whole number below 10,000.
  public mutating func numeric(_ value: Int) {
    integer(Int32(value == 0 ? 8 : 10))
    // Digits to the base 10,000, weight of the first, sign, digits after the point.
    for part in value == 0 ? [0, 0, 0, 0] : [1, 0, 0, 0, value] { integer(Int16(clamping: part)) }
  }

  /// `int[]`
  public mutating func array(_ values: [Int32]) {
    let isEmpty = values.isEmpty
    integer(Int32(isEmpty ? 12 : 20 + 8 * values.count))
    for part in isEmpty ? [0, 0, 23] : [1, 0, 23, Int32(values.count), 1] as [Int32] { integer(part) }
    for value in values {
      integer(Int32(4))
      integer(value)
    }
  }

  /// `text[]`
  public mutating func array(_ values: [String]) {
    integer(Int32(20 + values.reduce(0) { $0 + 4 + $1.utf8.count }))
    for part in [1, 0, 25, Int32(values.count), 1] as [Int32] { integer(part) }
    for value in values { text(value) }
  }

  private mutating func integer(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
