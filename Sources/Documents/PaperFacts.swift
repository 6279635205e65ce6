import Foundation

/// What a paper is filled with: texts by dotted path, and the lists that its tables print.
///
/// A value is one fact of the case file in words. What is not known has no key, so a paper can tell what it lacks.
public struct PaperFacts: Sendable, Equatable, Codable {
  /// Texts by path, such as `referral.report.findings`.
  public var texts: [String: String]
  /// Rows by the name of the list, each a text by column.
  public var lists: [String: [[String: String]]]

  /// Holds what is given; blank texts count as unknown.
  public init(texts: [String: String] = [:], lists: [String: [[String: String]]] = [:]) {
    self.texts = texts.filter { !$0.value.allSatisfy(\.isWhitespace) }
    self.lists = lists
  }

  /// Whether something is known under that path, be it a text or a list with rows.
  public func has(_ path: String) -> Bool { texts[path] != nil || lists[path]?.isEmpty == false }

  /// The same facts in the same bytes, wherever and whenever: JSON with sorted keys.
  public func canonical() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }

  /// As nested dictionaries, which is how a template walks a path. What layout would take for its own is made harmless.
  var tree: [String: Any] {
    var root: [String: Any] = [:]
    for (path, text) in texts {
      root.plant(Self.tame(text), at: path.split(separator: ".").map(String.init)[...])
    }
    for (name, rows) in lists {
      root[name] = rows.map { row in row.mapValues(Self.tame) }
    }
    return root
  }

  /// A value cannot end its line or its cell: line ends become U+2028, bars full-width ones; other controls go.
  private static func tame(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": continue
      case "\n", "\u{2029}": scalars.append("\u{2028}")
      case "|": scalars.append("｜")
      case _ where scalar.properties.generalCategory == .control: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension [String: Any] {
  /// Puts a text at the end of a path.
  fileprivate mutating func plant(_ text: String, at path: ArraySlice<String>) {
    guard let name = path.first else { return }
    if path.count == 1 {
      self[name] = text
    } else {
      var branch = self[name] as? [String: Any] ?? [:]
      branch.plant(text, at: path.dropFirst())
      self[name] = branch
    }
  }
}
