import Foundation

/// The forms of a service: those that ship with the program, and an administrator's own in place of them or beside.
public struct ReportShelf: Sendable {
  /// The forms, by key.
  public let forms: [ReportForm]

  /// Reads the shipped forms and, if `folder` is given, every `KEY.yaml` in it, which replaces a shipped one of that key.
  ///
  /// - Throws: `ReportForm.Fault`, and the system's error for a folder or file that cannot be read.
  public init(overriddenIn folder: URL? = nil) throws {
    var sources = try Self.sources(in: Bundle.module.bundleURL.appending(path: "Forms"))
    if let folder { sources.merge(try Self.sources(in: folder)) { $1 } }
    forms = try sources.sorted { $0.key < $1.key }.map { try ReportForm($0.value, key: $0.key) }
  }

  /// A shelf with these forms.
  public init(_ forms: [ReportForm]) { self.forms = forms }

  /// The form of that key.
  public subscript(_ key: String) -> ReportForm? { forms.first { $0.key == key } }

  private static func sources(in folder: URL) throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    return Dictionary(
      uniqueKeysWithValues: try files.map { file in
        (String(file.dropLast(5)), try String(contentsOf: folder.appending(path: file), encoding: .utf8))
      })
  }
}
