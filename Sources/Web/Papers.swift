import Casework
import Documents
import Hummingbird
import Registry

/// `/api/cases/{number}/papers`, `/api/papers/{id}` and what is beside them.
struct Papers {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/papers", use: index).post("cases/{number}/papers", use: create)
    routes.get("cases/{number}/papers/{proceeding}/{template}", use: draft)
    routes.get("papers/{id}", use: show)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let (_, possible) = try await site.possiblePapers(of: number, for: officer)
    let issued = try await site.registry.papers(of: number, for: officer)
    let name = { (name: PaperTemplate.Name) in context.language == .chinese ? name.chinese : name.english }
    return .json(
      JSON.object { json in
        json.list("possible", possible) { json, paper in
          json.object { json in
            json.field("template", paper.template.key)
            json.field("name", name(paper.template.name))
            json.field("version", paper.template.version)
            json.field("basis", paper.template.basis)
            json.field("proceeding", paper.proceeding.id)
            json.list("missing", paper.missing) { json, field in
              json.object { json in
                json.field("path", field.path)
                json.field("name", name(field.name))
              }
            }
            json.list("asks", paper.template.asks) { json, field in
              json.object { json in
                json.field("path", field.path)
                json.field("name", name(field.name))
              }
            }
          }
        }
        json.list("issued", issued) { json, paper in json.object { $0.fields(of: paper) } }
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let body = try await Body(request)
    let done = try await site.issue(
      body.decode(PaperRequest.self), in: number, once: request.once(body), by: officer, context)
    let paper = try await site.registry.paper(done.value, for: officer)
    return .created(JSON.object { $0.fields(of: paper) }, at: "/api/papers/\(paper.id)", replayed: done.isReplay)
  }

  @Sendable func draft(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (template, id) = (try context.part("template"), Int64(try context.part("proceeding")))
    guard let id else { throw Refusal(.notFound, "paper.unknown") }
    let (_, paper) = try await site.possiblePaper(template, in: id, of: context.caseNumber(), for: officer)
    return .pdf(try await site.draft(paper, context), named: "\(paper.template.name.chinese)-草稿.pdf")
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    guard let id = Int64(try context.part("id")) else { throw Refusal(.notFound, "paper.unknown") }
    let paper = try await site.registry.paper(id, for: officer)
    let name = site.desk.shelf[paper.template]?.name.chinese ?? paper.template
    return .pdf(try site.desk.store.bytes(of: paper.file.digest), named: "\(name)-\(paper.number).pdf")
  }
}

extension JSON {
  mutating func fields(of paper: IssuedPaper) {
    field("id", paper.id)
    field("number", paper.number.wire)
    field("proceeding", paper.proceeding)
    field("template", paper.template)
    field("version", paper.version)
    field("documentNumber", paper.documentNumber)
    field("code", paper.code)
    field("size", paper.file.size)
    field("sha256", paper.file.digest)
    field("agency", paper.agency.rawValue)
    field("officer", paper.officer)
    field("issuedAt", paper.issuedAt)
  }
}
