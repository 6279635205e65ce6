import Casework
import Hummingbird
import Law

/// `/help/proceedings` and `/help/proceedings/{kind}`: how each procedure works, drawn from its machine.
struct HelpPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("help/proceedings", use: index).get("help/proceedings/{kind}", use: show)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let words = Wording(site, context)
    let page = ProceduresPage(
      frame: site.frame(words("pages.help.title"), request, context),
      rows: ProceedingKind.allCases.compactMap { kind in
        kind.procedure.map { procedure in
          ProceduresPage.Row(
            href: "/help/proceedings/\(kind.rawValue)", kind: words("proceeding.\(kind.rawValue)"),
            basis: procedure.opening.citation.map { site.catalogue.printed($0, in: context.language) })
        }
      })
    return site.answer(page, context)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let words = Wording(site, context)
    guard let kind = ProceedingKind(rawValue: try context.part("kind")), let procedure = kind.procedure else {
      throw Refusal(.notFound, "path.unknown")
    }
    let state = { (name: String) in words("state.\(kind.rawValue).\(name)") }
    let act = { (name: String) in words("act.\(kind.rawValue).\(name)") }
    let page = ProcedurePage(
      frame: site.frame(words("proceeding.\(kind.rawValue)"), request, context),
      kind: words("proceeding.\(kind.rawValue)"),
      diagram: procedure.diagram(state: state, act: act),
      acts: procedure.acts.map { rule in
        ProcedurePage.ActRow(
          act: act(rule.act), from: rule.from.sorted().map(state).joined(separator: words.separator),
          to: rule.to.map(state), who: words.who(rule),
          facts: rule.facts.filter(\.required).map { words("fact.\($0.name)") }.joined(separator: words.separator),
          clocks: rule.clocks.compactMap(\.started).joined(separator: words.separator),
          basis: rule.citation.map { site.catalogue.printed($0, in: context.language) })
      })
    return site.answer(page, context)
  }
}

extension Wording {
  /// Whose act it is: the side, and the roles.
  fileprivate func who(_ rule: ActRule) -> String {
    self(
      "pages.help.who",
      [
        "side": self("pages.help.side.\(rule.side.rawValue)"),
        "roles": rule.roles.sorted().map { self("role.\($0.rawValue)") }.joined(separator: separator),
      ])
  }
}

extension ClockChange {
  /// The rule whose clock it starts.
  fileprivate var started: String? {
    switch self {
    case .start(let rule, _), .startIf(_, _, let rule, _), .startOn(_, let rule, _), .startUntil(_, let rule, _): rule
    case .reset, .satisfy, .end, .endAll, .pause, .pauseUntil, .resume, .extend, .replace: nil
    }
  }
}
