import Casework
import Documents
import Hummingbird
import Registry
import Reports

/// `/cases/{number}/papers`: the papers of a case file, what each lacks, and the form that issues one; `/verify/{code}`:
/// what anybody who holds a paper may learn.
struct PaperPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/papers", use: index)
    routes.get("cases/{number}/papers/{proceeding}/{template}", use: new)
      .post("cases/{number}/papers/{proceeding}/{template}", use: create)
    routes.get("cases/{number}/papers/{proceeding}/{template}/draft.pdf", use: Papers(site: site).draft)
    routes.get("papers/{id}", use: Papers(site: site).show)
    routes.get("verify/{code}", use: verify)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let words = Wording(site, context)
    let (file, possible) = try await site.possiblePapers(of: number, for: officer)
    let issued = try await site.registry.papers(of: number, for: officer)
    let packages = try await site.registry.packages(of: number, for: officer)
    let referral = file.proceedings.last { $0.kind == .referral && ["approved", "sent"].contains($0.state) }
    let mayIssue = file.head.owner == officer.agency && officer.isOne(of: .handlersAndHeads)
    let page = PapersPage(
      frame: site.frame(words("pages.papers.title"), request, context), caseNumber: number.wire,
      caseHref: "/cases/\(number)", summary: file.head.summary,
      packages: packages.map { package in
        words.row(
          package, mayRecord: package.agency == officer.agency && officer.isOne(of: .intake),
          isSent: file.proceedings.contains { $0.id == package.referral && $0.state == "sent" })
      },
      sealAction: mayIssue ? referral.map { "/proceedings/\($0.id)/packages" } : nil, idempotencyKey: Draft().key,
      issued: issued.map { paper in
        PapersPage.Issued(
          href: "/papers/\(paper.id)", name: words.name(ofPaper: paper.template), documentNumber: paper.documentNumber,
          agency: words.name(of: paper.agency), officer: paper.officer, issuedAt: paper.issuedAt.local,
          digest: String(paper.file.digest.prefix(16)))
      },
      possible: possible.map { paper in
        let path = "/cases/\(number)/papers/\(paper.proceeding.id)/\(paper.template.key)"
        return PapersPage.Possible(
          name: words.text(paper.template.name), proceeding: words("proceeding.\(paper.proceeding.kind.rawValue)"),
          basis: paper.template.basis, ready: paper.missing.isEmpty, missing: paper.missing.map { words.text($0.name) },
          draftHref: "\(path)/draft.pdf", issueHref: mayIssue && paper.missing.isEmpty ? path : nil)
      })
    return site.answer(page, context)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    site.answer(try await page(Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let (template, proceeding) = try path(context)
    return try await site.take(request, context) { body in
      let asked = try body.decode(Asked.self)
      _ = try await site.issue(
        PaperRequest(template: template, proceeding: proceeding, asked: asked.asked, revision: asked.revision),
        in: number, once: request.once(body), by: officer, context)
      return "/cases/\(number)/papers"
    } again: { draft, status in
      site.answer(try await page(draft, request, context), context, status: status)
    }
  }

  @Sendable func verify(_ request: Request, _ context: Context) async throws -> Response {
    let words = Wording(site, context)
    let code = try context.part("code")
    guard let mark = try await site.registry.paperMark(code) else {
      // A report carries its own digest.
      guard let report = try await site.registry.reportMark(code) else { throw Refusal(.notFound, "paper.unknown") }
      let name = site.reports[report.form].map { words($0.name) } ?? report.form
      let page = PaperMarkPage(
        frame: site.frame(words("pages.papers.verify"), request, context),
        name: "\(name) \(ReportPeriod(report.period).map { words.period($0) } ?? report.period)", documentNumber: nil,
        agency: words.name(of: report.agency), issuedAt: report.issuedAt.local, digest: code)
      return site.answer(page, context)
    }
    let page = PaperMarkPage(
      frame: site.frame(words("pages.papers.verify"), request, context), name: words.name(ofPaper: mark.template),
      documentNumber: mark.documentNumber, agency: words.name(of: mark.agency), issuedAt: mark.issuedAt.local,
      digest: mark.digest)
    return site.answer(page, context)
  }

  /// What the form sends; template and proceeding are in the address.
  private struct Asked: Decodable {
    let asked: [String: Prose]?
    let revision: Int?
  }

  private func path(_ context: Context) throws(Refusal) -> (template: String, proceeding: Int64) {
    guard let id = Int64(try context.part("proceeding")) else { throw Refusal(.notFound, "paper.unknown") }
    return (try context.part("template"), id)
  }

  private func page(_ draft: Draft, _ request: Request, _ context: Context) async throws -> NewPaperPage {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let (template, proceeding) = try path(context)
    let (file, paper) = try await site.possiblePaper(template, in: proceeding, of: number, for: officer)
    try PaperRequest(template: template, proceeding: proceeding).checked(for: file.state, by: officer)
    let words = Wording(site, context)
    let fields = FieldWriter(draft: draft, words: words)
    let path = "/cases/\(number)/papers/\(proceeding)/\(template)"
    return NewPaperPage(
      frame: site.frame(words.title("pages.papers.issue", draft), request, context), action: path,
      idempotencyKey: draft.key, revision: draft.revision ?? file.head.revision, problems: fields.problems,
      caseNumber: number.wire, papersHref: "/cases/\(number)/papers", name: words.text(paper.template.name),
      basis: paper.template.basis, draftHref: "\(path)/draft.pdf",
      missing: paper.missing.map { words.text($0.name) },
      lines: paper.template.asks.filter(\.isLine).map {
        fields.text($0.path, label: words.text($0.name), required: true)
      },
      proses: paper.template.asks.filter { !$0.isLine }.map {
        fields.text($0.path, label: words.text($0.name), required: true)
      })
  }
}

extension PaperTemplate.Field {
  /// Whether what is asked fits on one line: numbers and days do.
  fileprivate var isLine: Bool { ["asked.number", "asked.issuedOn", "asked.place"].contains(path) }
}

extension Wording {
  /// A name of a template in the reader's language.
  func text(_ name: PaperTemplate.Name) -> String { language == .chinese ? name.chinese : name.english }

  /// What a paper is called; of a template that is gone, its key.
  func name(ofPaper template: String) -> String { site.desk.shelf[template].map { text($0.name) } ?? template }
}
