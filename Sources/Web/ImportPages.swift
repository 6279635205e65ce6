import Casework
import Catalogue
import Hummingbird
import Registry
import Sheets

/// `/imports`: a register comes in step by step: the file, what its columns are, a rehearsal, the import; and what was
/// imported can be taken back.
struct ImportPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("imports", use: index).post("imports/file", use: upload).post("imports/rehearsal", use: rehearse)
    routes.post("imports/marked", use: marked).post("imports", use: create).post("imports/{batch}/undo", use: undo)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    site.answer(try await page(nil, request, context), context)
  }

  /// Takes the file into the store and asks what its columns are.
  @Sendable func upload(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: [.clerk, .caseOfficer, .statistician])
    let sent = try await Multipart(request, into: site.desk.store, limit: 20 << 20)
    try site.requireOwnForm(sent.form, context)
    guard let content = sent.content else { throw Refusal(.invalid, "import.empty", field: "file") }
    let source = (sent.form["source"] ?? "").trimmingBlanks
    let file = try File(digest: content.digest, name: sent.form["fileName"] ?? "register", source: source, context)
    let mapping =
      source.isEmpty ? [:] : try await site.registry.importMapping(of: source, for: officer)
    // Asked of the headings as they came in: what is mapped to itself is left as it is.
    let same = Dictionary(uniqueKeysWithValues: mapping.keys.map { ($0, String?.some($0)) })
    let table = try site.register(try site.desk.store.bytes(of: content.digest), sheet: nil, same)
    return site.answer(
      try await page(.mapping(file, Self.headings(of: table, mapping)), request, context), context)
  }

  private static func headings(of table: RegisterTable, _ mapping: [String: String?]) -> [(String, String?)] {
    table.heading.filter { !$0.isEmpty }.map { heading in
      if let known = mapping[heading] { return (heading, known) }
      return (heading, RegisterColumn(heading: heading)?.rawValue)
    }
  }

  /// Remembers the columns and rehearses the import.
  @Sendable func rehearse(_ request: Request, _ context: Context) async throws -> Response {
    let (file, table, form) = try await taken(request, context)
    let officer = try context.officer()
    if !file.source.isEmpty { try await site.registry.remember(form.mapping, of: file.source, by: officer) }
    let outcome = try await run(table, file, rehearsal: true, context)
    return site.answer(
      try await page(.outcome(file, outcome, form.mapping, isRehearsal: true), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let (file, table, form) = try await taken(request, context)
    let outcome = try await run(table, file, rehearsal: false, context)
    return site.answer(
      try await page(.outcome(file, outcome, form.mapping, isRehearsal: false), request, context), context)
  }

  @Sendable func marked(_ request: Request, _ context: Context) async throws -> Response {
    let (file, table, _) = try await taken(request, context)
    let outcome = try await run(table, file, rehearsal: true, context)
    return .file(
      ByteBuffer(bytes: try site.marked(table, outcome, in: context.language)),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", named: "marked.xlsx")
  }

  @Sendable func undo(_ request: Request, _ context: Context) async throws -> Response {
    try site.requireOwnForm(try await Body(request).form, context)
    guard let batch = Int64(try context.part("batch")) else { throw Refusal(.notFound, "import.unknown") }
    try await site.registry.undoImport(batch, by: context.officer(), now: context.now)
    return .redirect(to: "/imports", type: .normal)
  }

  /// A file that this session uploaded: the mark proves it, so that no other file of the store is opened by its digest.
  struct File {
    let digest: String
    let name: String
    let source: String
    let mark: String

    init(digest: String, name: String, source: String, _ context: Context) throws(Refusal) {
      guard let mark = context.signedIn?.token.derived(for: "import \(digest)")?.text else {
        throw Refusal(.unauthenticated, "session.missing")
      }
      (self.digest, self.name, self.source, self.mark) = (digest, name, source, mark)
    }
  }

  private func taken(
    _ request: Request, _ context: Context
  ) async throws -> (file: File, table: RegisterTable, form: Form) {
    try context.officer().requireOne(of: [.clerk, .caseOfficer, .statistician])
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    guard let form = body.form, let digest = form["digest"] else { throw Refusal(.malformed, "body.malformed") }
    let file = try File(digest: digest, name: form["fileName"] ?? "", source: form["source"] ?? "", context)
    guard form["mark"] == file.mark else { throw Refusal(.forbidden, "session.csrf") }
    return (file, try site.register(site.desk.store.bytes(of: digest), sheet: nil, form.mapping), form)
  }

  private func run(
    _ table: RegisterTable, _ file: File, rehearsal: Bool, _ context: Context
  ) async throws -> ImportOutcome {
    try await site.registry.importRegister(
      table, fileName: file.name, rehearsal: rehearsal, isDemo: false, by: context.officer(), now: context.now
    ) { _, _ in }
  }

  private enum Step {
    case mapping(File, [(heading: String, field: String?)])
    case outcome(File, ImportOutcome, [String: String?], isRehearsal: Bool)
  }

  private func page(_ step: Step?, _ request: Request, _ context: Context) async throws -> ImportsPage {
    let words = Wording(site, context)
    var (mapping, outcome): (ImportsPage.Mapping?, ImportsPage.Outcome?)
    switch step {
    case .mapping(let file, let headings)?:
      mapping = ImportsPage.Mapping(
        file: words.file(file),
        columns: headings.enumerated().map { index, column in
          ImportsPage.Column(
            position: index, heading: column.heading,
            choices: [Choice("", words("pages.import.skip"), selected: column.field == nil)]
              + RegisterColumn.allCases.map { Choice($0.rawValue, $0.chinese, selected: $0.rawValue == column.field) })
        })
    case .outcome(let file, let result, let columns, let isRehearsal)?:
      outcome = ImportsPage.Outcome(
        file: words.file(file), isRehearsal: isRehearsal,
        sentence: words(
          isRehearsal ? "pages.import.rehearsed" : "pages.import.imported",
          ["read": String(result.read), "imported": String(result.imported), "rejected": String(result.rejected)]),
        columns: columns.sorted { $0.key < $1.key }.enumerated().map { index, pair in
          ImportsPage.Hidden(position: index, heading: pair.key, field: pair.value ?? "")
        },
        faults: result.lines.filter { !$0.isImported }.prefix(200).flatMap { line in
          line.faults.map { fault in
            ImportsPage.Fault(
              line: String(line.line), key: line.key, column: fault.column?.chinese ?? "",
              sentence: words.sentence(fault.refusal))
          }
        })
    case nil: break
    }
    return ImportsPage(
      frame: site.frame(words("pages.import.title"), request, context), mapping: mapping, outcome: outcome,
      batches: try await site.registry.imports(for: context.officer()).map { batch in
        ImportsPage.Batch(
          undoAction: batch.undoneAt == nil ? "/imports/\(batch.id)/undo" : nil, fileName: batch.fileName,
          importedAt: batch.importedAt.local, officer: batch.officer, files: batch.files,
          undone: batch.undoneAt.map { words("pages.import.undone", ["at": $0.local]) })
      })
  }
}

extension Wording {
  fileprivate func file(_ file: ImportPages.File) -> ImportsPage.File {
    ImportsPage.File(digest: file.digest, name: file.name, source: file.source, mark: file.mark)
  }
}

extension Form {
  /// What each column is said to be: `columns[0][heading]` and `columns[0][field]`.
  var mapping: [String: String?] {
    var mapping: [String: String?] = [:]
    for index in 0..<200 {
      guard let heading = self["columns[\(index)][heading]"] else { continue }
      let field = self["columns[\(index)][field]"] ?? ""
      mapping.updateValue(field.isEmpty ? nil : field, forKey: heading)
    }
    return mapping
  }
}
