import Foundation
import Testing

@testable import Catalogue
@testable import Web

/// Mustache prints nothing for a misspelt key, so every property of a page's model is shown to be used, and every key
/// of a template to be a property.
@Suite struct PageModelTests {
  /// Names that templates use and that are no properties of a model: blocks of partials, and the library's own.
  private static let blocks: Set<String> = ["label", "hint", "attributes", ".", "empty"]

  private func keys(of template: String) -> Set<String> {
    let tags = template.matches(of: /\{\{[#^\/&<>$]?\s*([^}%!]+?)\s*\}\}/)
    return Set(
      tags.flatMap { tag in
        String(tag.output.1).replacing(/[()]/, with: { _ in " " }).split(separator: " ").map { name in
          name.hasPrefix(".") && name.count > 1 ? String(name.dropFirst()) : String(name)
        }
      })
  }

  /// Every stored property named in a Swift file under `Pages/`.
  private func properties() throws -> Set<String> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Web/Pages")
      .standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try files.reduce(into: Set()) { names, file in
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in source.matches(of: #/let ([a-zA-Z]+): [^=\n]+\n/#) { names.insert(String(match.output.1)) }
    }
  }

  @Test func everyKeyOfATemplateIsAPropertyOfAModel() throws {
    let known = try properties().union(Self.blocks)
    for (name, source) in try Templates.sources() {
      let partials = Set(try Templates.sources().keys)
      let used = keys(of: source).subtracting(partials)
      let unknown = used.filter { key in
        !key.split(separator: ".").allSatisfy { known.contains(String($0)) } && key != "."
      }
      #expect(unknown == [], "\(name)")
    }
  }

  @Test func everyPropertyOfAModelIsShownByATemplate() throws {
    let used = try Templates.sources().values.reduce(into: Set<String>()) { $0.formUnion(keys(of: $1)) }
    let parts = Set(used.flatMap { $0.split(separator: ".").map(String.init) })
    #expect(try properties().subtracting(parts) == [])
  }

  @Test func everyTemplateEscapesByBytes() throws {
    let templates = try Templates(Catalogue.load())
    let frame = Frame(
      lang: "zh-CN", title: "\"\u{301}<b>&'", signedIn: true, officer: "\"\u{301}", agency: "<i>", csrf: "\"\u{301}",
      path: "\"\u{301}", demo: false, nav: [], otherLang: "en", otherLangLabel: "English")
    let page = ProblemPage(
      frame: frame, status: 404, heading: "\"\u{301}", sentence: "<b>", citation: nil, advice: nil, code: "x",
      backHref: "\"\u{301} onclick=x", backLabel: "x")
    let html = Array(templates.html(page, in: .chinese).utf8)
    let hostile = Array("\"\u{301}".utf8)
    #expect(!html.indices.contains { html[$0...].starts(with: hostile) })
    #expect(String(decoding: html, as: UTF8.self).contains("&quot;\u{301}"))
  }

  @Test func noTemplatePrintsWithoutEscaping() throws {
    for (name, source) in try Templates.sources() {
      #expect(!source.contains("{{{") && !source.contains("{{&"), "\(name)")
    }
  }
}
