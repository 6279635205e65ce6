import Casework
import Hummingbird
import Law
import Registry

/// `/credit`: may this enterprise receive support or honours?
struct CreditPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("credit", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let asked = try CreditQuestion(request, context)
    var result: CreditPage.Result?
    if let name = asked.name {
      let book = try await site.registry.lawBook()
      let check = try await site.registry.creditCheck(
        name: name, identity: asked.identity, on: asked.day, for: officer)
      result = CreditPage.Result(
        answer: words.tag(check.answer),
        sentence: words(
          "credit.sentence.\(check.answer.rawValue)",
          [
            "name": name.wire, "day": asked.day.description,
          ]),
        reasons: check.reasons.map { words.row($0, book) })
    }
    let page = CreditPage(
      frame: site.frame(words("pages.credit.title"), request, context), name: asked.name?.wire ?? "",
      identity: asked.identity?.wire ?? "", on: asked.day.description, result: result)
    return site.answer(page, context)
  }
}

extension Wording {
  fileprivate func tag(_ answer: CreditCheck.Answer) -> StateTag {
    let tone: StateTag.Tone =
      switch answer {
      case .clear: .done
      case .caution: .waiting
      case .barred: .overdue
      }
    return StateTag(tone, self("credit.answer.\(answer.rawValue)"))
  }

  fileprivate func row(_ reason: CreditCheck.Reason, _ book: LawBook) -> CreditPage.Row {
    CreditPage.Row(
      weight: tag(reason.weight), sentence: self("credit.reason.\(reason.code)"),
      href: reason.record.number.wire.isEmpty ? nil : "/cases/\(reason.record.number)",
      number: reason.record.number.wire, agency: name(of: reason.record.agency),
      until: reason.until?.description, basis: reason.citation.map { book.printed($0) }, toConfirm: !reason.isConfirmed)
  }
}
