import Casework
import Foundation

/// The fields of a form, as sent: `parties[0][name]=…&revision=3`.
struct Form: Sendable {
  private(set) var fields: [(name: String, value: String)] = []

  /// Fields that a form may have at most.
  static let limit = 2000
  /// Bytes that a field's name may have, and parts: `parties[0][name]` has three.
  private static let nameLimit = 200
  private static let depthLimit = 5
  /// Names whose values are numbers in the request types.
  private static let numbers: Set<String> = ["revision", "origin"]
  /// Names whose values are truth values there.
  private static let flags: Set<String> = ["simple"]
  /// Names of facts that boxes are ticked for: every value counts.
  private static let lists: Set<String> = ["handedOver", "takenOver"]
  /// Names of fields that a form always sends, so that alone they say nothing.
  private static let silent: Set<String> = ["role", "kind", "priceBasis", "unit"]

  /// A form with these fields.
  init(_ fields: [(name: String, value: String)]) { self.fields = fields }

  /// Reads `application/x-www-form-urlencoded`.
  ///
  /// - Throws: `body.malformed`, `body.utf8`.
  init(_ bytes: [UInt8]) throws(Refusal) {
    let pairs = bytes.split(separator: UInt8(ascii: "&"))
    guard pairs.count <= Self.limit else { throw Refusal(.malformed, "body.malformed") }
    for pair in pairs {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(halves[0]), let value = Self.decoded(halves.count > 1 ? halves[1] : []) else {
        throw Refusal(.malformed, "body.utf8")
      }
      // Names are nested by recursion, so their depth is bounded before.
      guard name.utf8.count <= Self.nameLimit, Self.path(of: name).count <= Self.depthLimit else {
        throw Refusal(.malformed, "body.malformed")
      }
      fields.append((name, value))
    }
  }

  /// The first value of that name, `nil` if there is none.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// What was typed into a field named by its wire path: `parties.0.name` is sent as `parties[0][name]`.
  func typed(_ path: String) -> String {
    self[Self.name(of: path)] ?? ""
  }

  /// Every value of such a field: the boxes that were ticked.
  func ticked(_ path: String) -> Set<String> {
    let name = Self.name(of: path)
    return Set(fields.filter { $0.name == name }.map(\.value))
  }

  /// The fields as a JSON object. Fields left empty are absent, and so are list members in which nothing was filled in.
  var json: Data {
    let root = Node()
    for (name, value) in fields where !value.trimmingBlanks.isEmpty {
      root.insert(Self.path(of: name)[...], value)
    }
    let data = try? JSONSerialization.data(withJSONObject: root.value(named: ""))
    return data ?? Data("{}".utf8)
  }

  /// A tree of fields while it grows.
  private final class Node {
    private let isList: Bool
    var text: String?
    var children: [(name: String, node: Node)] = []

    init(isList: Bool = false) { self.isList = isList }

    func insert(_ path: ArraySlice<String>, _ value: String) {
      guard let first = path.first else {
        text = isList ? [text, value].compactMap { $0 }.joined(separator: "、") : text ?? value
        return
      }
      if let child = children.first(where: { $0.name == first })?.node {
        child.insert(path.dropFirst(), value)
      } else {
        let child = Node(isList: Form.lists.contains(first))
        children.append((first, child))
        child.insert(path.dropFirst(), value)
      }
    }

    var isSilent: Bool { !children.isEmpty && children.allSatisfy { Form.silent.contains($0.name) } }

    func value(named name: String) -> Any {
      if children.isEmpty {
        let text = text ?? ""
        if Form.numbers.contains(name), let number = Int(text) { return number }
        if Form.flags.contains(name) { return text == "true" }
        return text
      }
      if children.allSatisfy({ Int($0.name) != nil }) {
        return children.sorted { (Int($0.name) ?? 0) < (Int($1.name) ?? 0) }
          .filter { !$0.node.isSilent }.map { $0.node.value(named: $0.name) }
      }
      return Dictionary(children.map { ($0.name, $0.node.value(named: $0.name)) }) { first, _ in first }
    }
  }

  /// What a field is sent as, by its wire path: `parties[0][name]` for `parties.0.name`.
  private static func name(of path: String) -> String {
    let parts = path.split(separator: ".")
    return parts.dropFirst().reduce(parts.first.map(String.init) ?? "") { "\($0)[\($1)]" }
  }

  private static func path(of name: String) -> [String] {
    name.split(whereSeparator: { $0 == "[" || $0 == "]" }).map(String.init)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    String(decoding: bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
      .removingURLPercentEncoding()
  }
}
