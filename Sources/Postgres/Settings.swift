/// Settings of one transaction, such as the agency that row-level security is to see.
///
/// They are sent in the same round trip as the transaction's first statement and end with it.
public struct Settings: Sendable, Equatable {
  let values: [(name: String, value: String)]

  /// Settings by name, in the order given. A name has a dot in it, as in `ipcase.agency`.
  public init(_ values: KeyValuePairs<String, String>) { self.values = values.map { ($0.key, $0.value) } }

  /// No settings.
  public static let none = Settings([:])

  var statement: SQL? {
    guard !values.isEmpty else { return nil }
    let calls = values.map { SQL("set_config(\($0.name), \($0.value), true)") }
    return "select \(SQL.joined(calls, by: ", "))"
  }

  public static func == (left: Settings, right: Settings) -> Bool {
    left.values.elementsEqual(right.values, by: ==)
  }
}
