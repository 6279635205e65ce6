import Casework
import Hummingbird
import Law

/// The parameters of an address, each readable once as what it should be. An empty one is absent; an unknown one is
/// refused, because a filter that is silently ignored shows the wrong cases.
struct Query {
  private let values: [String: String]

  /// - Throws: `query.parameter` for a name not in `names`, and for one given twice.
  init(_ request: Request, names: Set<String>) throws(Refusal) {
    var values: [String: String] = [:]
    for (name, value) in try Form(Array((request.uri.query ?? "").utf8)).fields {
      guard names.contains(name), values[name] == nil, !value.utf8.contains(0) else {
        throw Refusal(.malformed, "query.parameter", field: name, ["name": .text(String(name.prefix(40)))])
      }
      values[name] = value
    }
    self.values = values.filter { !$0.value.trimmingBlanks.isEmpty }
  }

  /// The text of a parameter.
  subscript(name: String) -> String? { values[name] }

  /// The parameter read by `read`.
  ///
  /// - Throws: `query.parameter` where `read` gives `nil`.
  func value<T>(_ name: String, _ read: (String) -> T?) throws(Refusal) -> T? {
    guard let text = values[name] else { return nil }
    guard let value = read(text) else {
      throw Refusal(.malformed, "query.parameter", field: name, ["name": .text(name)])
    }
    return value
  }
}
