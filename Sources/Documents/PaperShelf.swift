import Foundation

/// The templates of a service: those that ship with the program, and an administrator's own in place of them or beside.
public struct PaperShelf: Sendable {
  /// The templates, by key.
  public let templates: [PaperTemplate]

  /// Reads the shipped templates and, if `folder` is given, every `KEY.txt` in it, which replaces a shipped one of that key.
  ///
  /// - Throws: `PaperTemplate.Fault`, and the system's error for a folder or file that cannot be read.
  public init(overriddenIn folder: URL? = nil) throws {
    var sources = try Self.sources(in: Bundle.module.bundleURL.appending(path: "Templates"))
    if let folder { sources.merge(try Self.sources(in: folder)) { $1 } }
    templates = try sources.sorted { $0.key < $1.key }.map { try PaperTemplate($0.value, key: $0.key) }
  }

  /// The template of that key.
  public subscript(_ key: String) -> PaperTemplate? { templates.first { $0.key == key } }

  private static func sources(in folder: URL) throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    return Dictionary(
      uniqueKeysWithValues: try files.map { file in
        (String(file.dropLast(4)), try String(contentsOf: folder.appending(path: file), encoding: .utf8))
      })
  }
}
