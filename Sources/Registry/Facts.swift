import Foundation
import Postgres

/// Facts by name, as a JSON object of texts.
struct Facts: Column {
  let values: [String: String]

  /// The name under which a random text is kept beside what is confidential. Nobody is shown it.
  static let salt = "salt"

  init(values: [String: String]) { self.values = values }

  var sqlText: String {
    if values.isEmpty { return "{}" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A dictionary of texts always encodes.
    guard let data = try? encoder.encode(values) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  init?(sqlText: String) {
    guard let values = try? JSONDecoder().decode([String: String].self, from: Data(sqlText.utf8)) else { return nil }
    self.values = values
  }
}
