import Catalogue
import Foundation
import Mustache

/// A page: what its template is to show, ready to print.
protocol Page: Sendable {
  /// Path of the template without its ending.
  static var template: String { get }
}

/// The templates, compiled once for each language.
///
/// `[[key]]` stands for fixed wording and is replaced before compiling, so a key that is missing stops the start.
/// Every template gets our own content type at its head, because the library escapes by `Character`: a quote with a
/// combining mark behind it would go out as it is and end an attribute.
struct Templates: Sendable {
  private let libraries: [Language: MustacheLibrary]

  /// What is wrong with a template.
  struct Fault: Error, CustomStringConvertible {
    let template: String
    let problem: String
    var description: String { "template \(template): \(problem)" }
  }

  /// Compiles everything under `Templates/`.
  ///
  /// - Throws: `Fault`, and the library's own error for a template that cannot be parsed.
  init(_ catalogue: Catalogue) throws {
    MustacheContentTypes.register(EscapedBytes(), named: "BYTES")
    let sources = try Self.sources()
    var libraries: [Language: MustacheLibrary] = [:]
    for language in Language.allCases {
      let compiled = try sources.map { name, source in
        let worded = try Self.worded(source, named: name, catalogue, language)
        return (name, try MustacheTemplate(string: "{{% CONTENT_TYPE:BYTES}}" + worded))
      }
      libraries[language] = MustacheLibrary(templates: Dictionary(uniqueKeysWithValues: compiled))
    }
    self.libraries = libraries
  }

  /// The page in HTML.
  func html(_ page: some Page, in language: Language) -> String {
    libraries[language]?.render(page, withTemplate: type(of: page).template) ?? ""
  }

  /// The text of every template by its path without ending.
  static func sources() throws -> [String: String] {
    let folder = Bundle.module.bundleURL.appending(path: "Templates")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let templates = files.filter { $0.hasSuffix(".mustache") }
    return Dictionary(
      uniqueKeysWithValues: try templates.map { file in
        (String(file.dropLast(9)), try String(contentsOf: folder.appending(path: file), encoding: .utf8))
      })
  }

  private static func worded(
    _ source: String, named name: String, _ catalogue: Catalogue, _ language: Language
  ) throws -> String {
    var (worded, rest) = ("", source[...])
    while let open = rest.range(of: "[[") {
      worded += rest[..<open.lowerBound]
      guard let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex) else {
        throw Fault(template: name, problem: "[[ without ]]")
      }
      let key = String(rest[open.upperBound..<close.lowerBound])
      guard catalogue.has(key) else { throw Fault(template: name, problem: "no wording for \(key)") }
      worded += EscapedBytes().escapeText(catalogue.text(key, in: language))
      rest = rest[close.upperBound...]
    }
    return worded + rest
  }
}

/// HTML escaping, byte by byte.
struct EscapedBytes: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
      case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
      case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
      case UInt8(ascii: "\""): escaped += Array("&quot;".utf8)
      case UInt8(ascii: "'"): escaped += Array("&#39;".utf8)
      case UInt8(ascii: "{"): escaped += Array("&#123;".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
