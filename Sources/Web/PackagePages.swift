import Casework
import Documents
import Hummingbird
import Registry

/// Sealing a package and recording its receipt, from the papers of a case file; `/packages/new`: taking one in.
struct PackagePages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.post("proceedings/{id}/packages", use: seal)
    routes.get("packages/new", use: new).post("packages", use: take)
    routes.get("packages/{id}/file", use: Packages(site: site).file)
    routes.post("packages/{id}/receipt", use: record).post("packages/{id}/acknowledge", use: acknowledge)
    routes.post("arrivals/{name}", use: takeArrival)
  }

  @Sendable func seal(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    let done = try await site.seal(context.proceeding(), once: request.once(body), by: officer, context)
    let package = try await site.registry.package(done.value, for: officer)
    return .redirect(to: "/cases/\(package.number)/papers#packages", type: .normal)
  }

  @Sendable func record(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    let id = try context.package()
    try await site.record(receipt: body.form?["receipt"] ?? "", of: id, by: officer, context)
    let package = try await site.registry.package(id, for: officer)
    return .redirect(to: "/cases/\(package.number)/papers#packages", type: .normal)
  }

  /// Records the receipt of the case by the receipt of its package, which another instance gave.
  @Sendable func acknowledge(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try site.requireOwnForm(try await Body(request).form, context)
    let package = try await site.registry.package(context.package(), for: officer)
    guard let receipt = package.receipt else { throw Refusal(.notAllowed, "referral.no-receipt") }
    try await site.record(receipt: receipt, of: package.id, by: officer, context)
    return .redirect(to: "/cases/\(package.number)/papers#packages", type: .normal)
  }

  @Sendable func takeArrival(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .intake)
    try site.requireOwnForm(try await Body(request).form, context)
    let taken = try await site.takeArrival(context.part("name"), by: officer, context)
    return site.answer(page(Draft(), taken, request, context), context)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    try context.officer().requireOne(of: .intake)
    return site.answer(page(Draft(), nil, request, context), context)
  }

  @Sendable func take(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .intake)
    let sent = try await Multipart(request, into: site.desk.store, limit: ContentStore.packageLimit)
    try site.requireOwnForm(sent.form, context)
    do {
      guard let content = sent.content else { throw Refusal(.invalid, "package.none", field: "file") }
      let taken = try await site.take(content, by: officer, context)
      return site.answer(page(Draft(), taken, request, context), context)
    } catch let refusal as Refusal where refusal.returnsForm {
      return site.answer(
        page(Draft(sent.form, refusal), nil, request, context), context, status: refusal.kind.status)
    }
  }

  private func page(
    _ draft: Draft, _ taken: TakenPackage?, _ request: Request, _ context: Context
  ) -> NewPackagePage {
    let words = Wording(site, context)
    return NewPackagePage(
      frame: site.frame(words.title("pages.package.take", draft), request, context),
      problems: FieldWriter(draft: draft, words: words).problems,
      taken: taken.map { taken in
        let code = QRCode(taken.receipt)
        return NewPackagePage.Taken(
          caseHref: "/cases/\(taken.number)", number: taken.number.wire, before: taken.isReplay, receipt: taken.receipt,
          side: code?.side ?? 0, path: code?.path ?? "")
      })
  }
}

extension Wording {
  /// A package as the papers of its case file show it.
  ///
  /// - Parameter isSent: Whether its referral waits for the receipt.
  func row(_ package: Package, mayRecord: Bool, isSent: Bool) -> PapersPage.PackageRow {
    PapersPage.PackageRow(
      fileHref: "/packages/\(package.id)/file", receiver: name(of: package.receiver),
      sealedAt: package.sealedAt.local, name: String(package.name.prefix(16)), size: bytes(package.file.size),
      receipt: package.receipt,
      receiptAction: mayRecord && package.receipt == nil ? "/packages/\(package.id)/receipt" : nil,
      acknowledgeAction: mayRecord && package.receipt != nil && isSent ? "/packages/\(package.id)/acknowledge" : nil)
  }

  /// A package that another instance delivered.
  func row(_ arrival: Arrival) -> HandoffsPage.ArrivalRow {
    HandoffsPage.ArrivalRow(
      action: "/arrivals/\(arrival.name)", name: String(arrival.name.prefix(16)), sender: name(of: arrival.sender),
      arrivedAt: arrival.arrivedAt.local, size: bytes(arrival.content.size))
  }
}
