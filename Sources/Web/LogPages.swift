import Casework
import Hummingbird
import Law
import Registry

/// `/cases/new` and `POST /cases`: logging a case.
struct LogPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/new", use: new).post("cases", use: create)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request, names: ["proceeding", "from"])
    let kind = try query.value("proceeding", ProceedingKind.init(rawValue:))
    var draft = Draft()
    if let number = query["from"] {
      let earlier = try await site.registry.caseFile(CaseNumber(wire: number), for: context.officer())
      draft = Draft(kept: Form(earlier))
    }
    return site.answer(try page(kind, draft, [], request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    let kind = body.form?["proceeding[kind]"].flatMap(ProceedingKind.init(rawValue:))
    do {
      let asked = try body.decode(CaseFileRequest.self)
      let once = try request.once(body)
      try asked.checked(by: officer, on: context.now.day())
      // Whoever has seen the candidates and sends the form again means it; so does a form that was sent twice.
      if body.form?["seenDuplicates"] != "true", try await !site.registry.wasAnswered(once, for: officer) {
        let candidates = try await site.registry.duplicates(of: asked, for: officer)
        if !candidates.isEmpty {
          return site.answer(try page(kind, Draft(kept: body.form), candidates, request, context), context)
        }
      }
      let done = try await site.registry.log(asked, once: once, by: officer, now: context.now)
      return .redirect(to: "/cases/\(done.value)", type: .normal)
    } catch let refusal as Refusal where refusal.returnsForm {
      let page = try page(kind, Draft(body.form, refusal), [], request, context)
      return site.answer(page, context, status: refusal.kind.status)
    }
  }

  /// The form for that kind of proceeding; for the first kind with which the officer may begin where none is asked for.
  ///
  /// - Throws: `case.no-power`, `role.missing` where the officer may begin none; `proceeding.not-ours`.
  private func page(
    _ asked: ProceedingKind?, _ draft: Draft, _ candidates: [CaseFileSummary], _ request: Request, _ context: Context
  ) throws -> NewCasePage {
    let officer = try context.officer()
    let kinds = officer.beginnings
    guard let first = kinds.first else {
      try officer.requireOne(of: .intake)
      throw Refusal(.forbidden, "case.no-power", ["agency": .agency(officer.agency)])
    }
    let kind = asked ?? first
    guard kinds.contains(kind), let procedure = kind.procedure else {
      throw Refusal(
        .forbidden, "proceeding.not-ours",
        ["kind": .term("proceeding.\(kind.rawValue)"), "agency": .agency(officer.agency)])
    }
    let words = Wording(site, context)
    let field = FieldWriter(draft: draft, words: words)
    func party(_ index: Int) -> NewCasePage.PartyFields {
      NewCasePage.PartyFields(
        kind: field.choice(
          "parties.\(index).kind", "party-kind", [Party.Kind.organisation, .naturalPerson], required: index == 0,
          initially: .organisation),
        name: field.text("parties.\(index).name", required: index == 0),
        identityNumber: field.text("parties.\(index).identityNumber"))
    }
    let title = "act.\(kind.rawValue).\(procedure.opening.act)"
    return NewCasePage(
      frame: site.frame(words.title("pages.new-case.title", draft), request, context),
      kinds: kinds.map {
        NewCasePage.Kind(
          href: "/cases/new?proceeding=\($0.rawValue)", label: words("proceeding.\($0.rawValue)"), chosen: $0 == kind)
      },
      kindCode: kind.rawValue, kindTitle: words(title), helpHref: "/help/proceedings/\(kind.rawValue)",
      openingFacts: procedure.opening.facts.map {
        field.fact($0, at: "proceeding.facts.\($0.name)", among: site.directory.agencies)
      },
      candidates: candidates.map {
        NewCasePage.Candidate(
          href: "/cases/\($0.number)", number: $0.number.wire, summary: $0.summary, respondents: $0.respondents,
          state: words.tag($0.kind, $0.state), holder: words.name(of: $0.owner), loggedOn: $0.loggedAt.day().description
        )
      },
      idempotencyKey: draft.key, problems: field.problems,
      ipType: field.choice("ipType", "ip-type", IPType.allCases, required: true),
      summary: field.text("summary", required: true),
      leadSource: field.choice(
        "leadSource", "lead-source", LeadSource.allCases.filter { $0 != .published }, required: true),
      leadOn: field.text("leadOn", required: true, initially: context.now.day().description),
      respondent: party(0), rightsHolder: party(1),
      right: .init(
        kind: field.choice("rights.0.kind", "ip-type", IPType.allCases), number: field.text("rights.0.number"),
        name: field.text("rights.0.name")),
      rightsOpen: draft.touches("rights"), channel: field.choice("channel", "channel", Channel.allCases),
      place: field.text("place"), town: field.choice("town", "town", Town.allCases),
      matter: field.choice("matter", "matter", Matter.allCases),
      flags: CaseFlag.allCases.enumerated().map { index, flag in
        NewCasePage.FlagBox(
          name: "flags[\(index)]", value: flag.rawValue, label: words("flag.\(flag.rawValue)"),
          ticked: draft.form?["flags[\(index)]"] == flag.rawValue)
      },
      placeOpen: ["channel", "place", "town", "matter", "flags"].contains { draft.touches($0) },
      item: .init(
        name: field.text("goods.0.name"), quantity: field.text("goods.0.quantity"), unit: field.text("goods.0.unit"),
        value: field.text("goods.0.value"),
        priceBasis: field.choice("goods.0.priceBasis", "price-basis", Goods.PriceBasis.allCases)),
      goodsOpen: draft.touches("goods"), turnover: field.text("amounts.turnover"),
      gainsGross: field.text("amounts.gainsGross"), gainsNet: field.text("amounts.gainsNet"),
      goodsValue: field.text("amounts.goodsValue"), amountsOpen: draft.touches("amounts"))
  }
}

extension Form {
  /// A form with what another case has of the same parties and rights, so that they are typed once. A number that the
  /// reader may not see in full is not carried over.
  fileprivate init(_ file: CaseFile) {
    var fields = [(name: "ipType", value: file.head.ipType.rawValue)]
    let parties = [
      file.parties.first { $0.role == .respondent }, file.parties.first { $0.role == .rightsHolder },
    ]
    for (index, party) in parties.enumerated() {
      guard let party else { continue }
      fields.append(("parties[\(index)][name]", party.name.wire))
      if party.kind != .unstated { fields.append(("parties[\(index)][kind]", party.kind.rawValue)) }
      if let number = party.identityNumber?.wire, !number.contains("*") {
        fields.append(("parties[\(index)][identityNumber]", number))
      }
    }
    if let right = file.rights.first {
      fields.append(("rights[0][kind]", right.kind.rawValue))
      if let number = right.number { fields.append(("rights[0][number]", number.wire)) }
      if let name = right.name { fields.append(("rights[0][name]", name.wire)) }
    }
    self.init(fields)
  }
}
