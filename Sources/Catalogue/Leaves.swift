import Yams

/// The texts of YAML documents by dotted key.
struct Leaves {
  private(set) var texts: [String: String] = [:]
  private let language: Language

  /// - Throws: `unreadable`, `duplicate`, `malformed-key`, `not-text`.
  init(reading documents: [String], in language: Language) throws(CatalogueFault) {
    self.language = language
    for yaml in documents { try add(yaml) }
  }

  private mutating func add(_ yaml: String) throws(CatalogueFault) {
    let root: Node?
    do {
      // Resolving every plain scalar by the default rules costs more than parsing; `isText` does it where in doubt.
      root = try Yams.compose(yaml: yaml, .basic)
    } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
      throw CatalogueFault(.duplicate, "\(duplicates.first ?? "") (line \(context.mark.line))", in: language)
    } catch {
      throw CatalogueFault(.unreadable, "\(error)", in: language)
    }
    guard let mapping = root?.mapping else { throw CatalogueFault(.notText, "", in: language) }
    try add(mapping, under: "")
  }

  private mutating func add(_ mapping: Node.Mapping, under path: String) throws(CatalogueFault) {
    for (key, value) in mapping {
      let key = try self.key(key, under: path)
      switch value {
      case .mapping(let branch):
        guard !branch.isEmpty else { throw CatalogueFault(.notText, key, in: language) }
        try add(branch, under: key)
      case .scalar(let scalar) where Self.isText(scalar):
        guard texts.updateValue(scalar.string, forKey: key) == nil else {
          throw CatalogueFault(.duplicate, key, in: language)
        }
      default: throw CatalogueFault(.notText, key, in: language)
      }
    }
  }

  private func key(_ node: Node, under path: String) throws(CatalogueFault) -> String {
    let name = node.scalar?.string ?? ""
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isKeyByte) else {
      throw CatalogueFault(.malformedKey, path.isEmpty ? name : "\(path).\(name)", in: language)
    }
    guard !path.isEmpty else { return name }
    return name == "_" ? path : "\(path).\(name)"
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Whether the scalar is a text also for a reader that resolves types.
  private static func isText(_ scalar: Node.Scalar) -> Bool {
    guard scalar.style == .plain else { return true }
    let bytes = scalar.string.utf8
    guard bytes.count <= 40, bytes.allSatisfy({ $0 < 128 }) else { return true }
    return Resolver.default.resolveTag(of: Node(scalar.string)) == .str
  }
}
