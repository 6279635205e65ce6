import Casework
import Documents
import Registry
import Secrets

/// What papers are made of: the templates, the press, and where what was issued is kept.
public struct PaperDesk: Sendable {
  /// The templates.
  public let shelf: PaperShelf
  /// Makes the PDF.
  public let press: PaperPress
  /// Keeps files.
  public let store: ContentStore
  /// Signs for the agencies.
  public let ring: KeyRing
  /// Address of the service as papers print it, without a slash at the end; `nil` prints none.
  public let address: String?

  /// Puts them together.
  public init(shelf: PaperShelf, press: PaperPress, store: ContentStore, ring: KeyRing, address: String?) {
    (self.shelf, self.press, self.store, self.ring, self.address) = (shelf, press, store, ring, address)
  }
}

/// A paper that can be made in a case file, and what it still lacks.
struct PossiblePaper {
  let template: PaperTemplate
  let proceeding: Proceeding
  let facts: PaperFacts
  /// Of the file; what is asked of the officer does not count.
  let missing: [PaperTemplate.Field]
}

extension Site {
  /// The papers that the proceedings of a case file have, in the file's order.
  ///
  /// - Throws: `case.unknown`.
  func possiblePapers(of number: CaseNumber, for officer: Officer) async throws -> (CaseFile, [PossiblePaper]) {
    let file = try await registry.caseFile(number, for: officer)
    let entries = try await registry.entries(of: number, for: officer).standing
    let evidence = try await registry.evidence(of: number, for: officer)
    let words = Wording(self, in: .chinese)
    let papers = file.proceedings.flatMap { proceeding -> [PossiblePaper] in
      let templates = desk.shelf.templates.filter { $0.proceeding == proceeding.kind.rawValue }
      if templates.isEmpty { return [] }
      let facts = words.paperFacts(of: proceeding, in: file, entries, evidence)
      return templates.map { template in
        let missing = template.missing(in: facts).filter { !template.asks.contains($0) }
        return PossiblePaper(template: template, proceeding: proceeding, facts: facts, missing: missing)
      }
    }
    return (file, papers)
  }

  /// One of them, by template and proceeding.
  ///
  /// - Throws: `case.unknown`, `paper.unknown`.
  func possiblePaper(
    _ template: String, in proceeding: Int64, of number: CaseNumber, for officer: Officer
  ) async throws -> (CaseFile, PossiblePaper) {
    let (file, papers) = try await possiblePapers(of: number, for: officer)
    let found = papers.first { $0.template.key == template && $0.proceeding.id == proceeding }
    guard let found else { throw Refusal(.notFound, "paper.unknown") }
    return (file, found)
  }

  /// The paper as it would be now, marked as a draft.
  func draft(_ paper: PossiblePaper, _ context: Context) async throws -> [UInt8] {
    try await desk.press.pdf(
      Documents.Paper(
        template: paper.template, facts: paper.facts, isDraft: true, code: nil, day: context.now.day().description))
  }

  /// Makes a paper and issues it; its key.
  ///
  /// - Throws: `paper.unknown`, `paper.missing` with what it lacks, `paper.asked` for what the template does not ask, and
  ///   what `Registry.issue` throws.
  func issue(
    _ request: PaperRequest, in number: CaseNumber, once: IdempotencyKey, by officer: Officer, _ context: Context
  ) async throws -> Done<Int64> {
    if let earlier = try await registry.row(writtenBy: once, for: officer) {
      return Done(value: earlier, isReplay: true)
    }
    let (file, possible) = try await possiblePaper(
      request.template, in: request.proceeding, of: number, for: officer)
    try request.checked(for: file.state, by: officer)
    let template = possible.template
    var facts = possible.facts
    for (name, value) in request.asked ?? [:] {
      guard template.asks.contains(where: { $0.path == "asked.\(name)" }) else {
        throw Refusal(.invalid, "paper.asked", field: "asked.\(name)", ["name": .text(String(name.prefix(40)))])
      }
      facts.texts["asked.\(name)"] = value.wire
    }
    if let first = template.missing(in: facts).first {
      let names = template.missing(in: facts).map { context.language == .chinese ? $0.name.chinese : $0.name.english }
      throw Refusal(
        .notAllowed, "paper.missing", field: first.path, ["missing": .text(names.joined(separator: "、"))])
    }
    facts.texts["issued.at"] = context.now.description
    facts.texts["issued.by"] = officer.name
    let canonical = try facts.canonical()
    guard let digest = Digest.sha256(canonical) else { throw PaperPress.Failed() }
    let code = Array(digest.prefix(16)).hexadecimal
    let pdf = try await desk.press.pdf(
      Documents.Paper(
        template: template, facts: facts, isDraft: false, code: "\(desk.address ?? "ipcase:")/verify/\(code)",
        day: context.now.day().description))
    let made = MadePaper(
      version: template.version, documentNumber: facts.texts["asked.number"], code: code,
      facts: String(decoding: canonical, as: UTF8.self), stored: try desk.store.store(pdf))
    var bound = request
    bound.revision = request.revision ?? file.head.revision
    return try await registry.issue(made, bound, in: number, once: once, by: officer, now: context.now)
  }
}
