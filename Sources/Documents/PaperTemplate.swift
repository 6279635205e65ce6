import Foundation
import Mustache
import Yams

/// The template of a paper (文书格式): a text file that an administrator can replace.
///
/// A head in YAML, a line `---`, and the body. Every line of the body begins with a sign that says what it is (see
/// `PaperBlock.Style`) and a blank; `{{path}}` stands for a fact, `{{#list}}…{{/list}}` on lines of their own repeat what
/// is between them for every row. What the body cannot do without stands in the head under `needs`; what the file does not
/// hold and an officer writes when the paper is made, under `asks`.
public struct PaperTemplate: Sendable {
  /// Something in Chinese and in English.
  public struct Name: Sendable, Equatable {
    /// In Chinese.
    public let chinese: String
    /// In English.
    public let english: String
  }

  /// A fact and what people call it.
  public struct Field: Sendable, Equatable {
    /// Its path in the facts; of what is asked, `asked.<name>`.
    public let path: String
    /// What people call it.
    public let name: Name
  }

  /// What is wrong with a template file.
  public struct Fault: Error, CustomStringConvertible, Equatable {
    /// The file's name without ending.
    public let template: String
    /// What is wrong.
    public let problem: String
    /// For whoever wrote the file.
    public var description: String { "paper template \(template): \(problem)" }
  }

  /// Name of the file without ending, such as `referral-letter`.
  public let key: String
  /// Rises with every change of the wording; printed at the foot of each page.
  public let version: Int
  /// What the paper is called.
  public let name: Name
  /// The kind of proceeding that it belongs to, as `ProceedingKind` writes it.
  public let proceeding: String
  /// Where the law asks for it, in words; `nil` where it is custom.
  public let basis: String?
  /// Its place among the materials of 国务院令第310号 art. 6, from 1; `nil` for other papers.
  public let material: Int?
  /// Facts that must be known, in the order of the file.
  public let needs: [Field]
  /// What an officer writes when the paper is made, in the order of the file. All of it is needed.
  public let asks: [Field]
  /// Widths of a table's columns, in characters of the body.
  let columns: [Double]

  private let body: MustacheTemplate

  /// Reads a template.
  ///
  /// - Throws: `Fault`.
  public init(_ source: String, key: String) throws(Fault) {
    func fault(_ problem: String) -> Fault { Fault(template: key, problem: problem) }
    guard let split = source.range(of: "\n---\n") else { throw fault("no line --- after the head") }
    let head: Node
    do { head = try Yams.compose(yaml: String(source[..<split.lowerBound])) ?? Node("") } catch {
      throw fault("the head is no YAML")
    }
    func name(_ node: Node?) -> Name? {
      guard let pair = node?.sequence, pair.count == 2, let chinese = pair[0].string, let english = pair[1].string
      else {
        return nil
      }
      return Name(chinese: chinese, english: english)
    }
    func fields(_ list: String, under prefix: String) throws(Fault) -> [Field] {
      var fields: [Field] = []
      for (path, node) in head[list]?.mapping.map(Array.init) ?? [] {
        guard let path = path.string, let name = name(node) else {
          throw fault("\(list): each is PATH: [Chinese, English]")
        }
        fields.append(Field(path: prefix + path, name: name))
      }
      return fields
    }
    guard let version = head["version"]?.int, version > 0 else { throw fault("version: a number from 1") }
    guard let paperName = name(head["name"]) else { throw fault("name: [Chinese, English]") }
    guard let proceeding = head["of"]?.string else { throw fault("of: a kind of proceeding") }
    (self.key, self.version, self.name, self.proceeding) = (key, version, paperName, proceeding)
    basis = head["basis"]?.string
    material = head["material"]?.int
    needs = try fields("needs", under: "")
    asks = try fields("asks", under: "asked.")
    columns = head["columns"]?.sequence?.compactMap(\.float) ?? []
    let text = String(source[split.upperBound...])
    for line in text.split(separator: "\n") where !line.hasPrefix("{{") && PaperBlock.Style(of: line) == nil {
      throw fault("a line begins with none of the signs: \(line)")
    }
    do { body = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text) } catch {
      throw fault("\(error)")
    }
  }

  /// What the paper needs and `facts` lack, in the order of the file. Empty if it can be issued.
  public func missing(in facts: PaperFacts) -> [Field] { (needs + asks).filter { !facts.has($0.path) } }

  /// The blocks of the paper, from top to bottom. What is unknown is left blank.
  func blocks(_ facts: PaperFacts) -> [PaperBlock] {
    body.render(facts.tree).split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { PaperBlock.read($0) }
  }
}
