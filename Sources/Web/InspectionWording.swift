import Casework
import Law

// How random inspections are put into words.

extension Wording {
  /// How far an inspection has come, with its colour.
  func tag(_ state: InspectionPlan.State) -> StateTag {
    let tone: StateTag.Tone =
      switch state {
      case .drafted, .committed: .waiting
      case .drawn: .running
      case .finished: .done
      }
    return StateTag(tone, self("inspection.state.\(state.rawValue)"))
  }

  /// What an inspection is, and who did what when.
  func particulars(of plan: InspectionPlan, _ book: LawBook) -> [Particular] {
    let by = { (officer: String, at: Instant) in self("pages.inspections.by", ["officer": officer, "at": at.local]) }
    let size = self(
      "pages.inspections.size-of",
      [
        "count": String(plan.count), "targets": String(plan.targetCount), "team": String(plan.team),
        "inspectors": String(plan.inspectorCount),
      ])
    let facts: [(String, String?)] = [
      ("scope", self("inspection.scope.\(plan.scope.rawValue)")),
      ("kind", self("inspection.kind.\(plan.kind.rawValue)")),
      ("condition", plan.condition), ("size", size), ("sample", plan.sample.wire),
      ("basis", plan.scope.citation.map { book.printed($0) }), ("planned", by(plan.createdBy, plan.createdAt)),
      ("committed", plan.committed.map { by($0.officer, $0.at) }), ("seed", plan.drawn?.request.seed.wire),
      ("seed-source", plan.drawn?.request.seedSource.wire),
      ("seed-at", plan.drawn?.request.seedAt.instant.local), ("drawn", plan.drawn.map { by($0.officer, $0.at) }),
      ("witness", plan.drawn?.request.witness.wire),
    ]
    return facts.compactMap { key, value in
      value.map { Particular(label: self("pages.inspections.\(key)"), value: $0) }
    }
  }

  /// What is on record about a target drawn.
  func particulars(of result: InspectionResult) -> [Particular] {
    let facts: [(String, String?)] = [
      ("team-of", names(of: result.pick.inspectors)), ("ended-on", result.endedOn?.description),
      ("result", result.category.map { self("inspection.category.\($0.rawValue)") }), ("problem", result.problem),
      ("recorded-on", result.recordedOn?.description), ("published-on", result.publishedOn?.description),
      ("address", result.address), ("follow-up", result.followUp?.wire),
    ]
    return facts.compactMap { key, value in
      value.map { Particular(label: self("pages.inspections.\(key)"), value: $0) }
    }
  }

  /// A target drawn as a row of the page.
  func row(
    _ result: InspectionResult, of plan: InspectionPlan, _ book: LawBook, for officer: Officer, at now: Instant
  ) -> InspectionPage.Row {
    let number = result.pick.target.identityNumber.wire
    let isDone = result.publishedOn != nil && result.followUp != nil
    let published = [result.publishedOn?.description, result.address].compactMap(\.self)
    return InspectionPage.Row(
      rank: result.pick.rank, name: result.pick.target.name.wire, identity: number,
      inspectors: names(of: result.pick.inspectors), endedOn: result.endedOn?.description,
      due: plan.resultDue(endedOn: result.endedOn, by: book).map {
        tag($0.moment, recordedOn: result.recordedOn, at: now)
      },
      result: result.category.map { self("inspection.category.\($0.rawValue)") }, problem: result.problem,
      published: published.isEmpty ? nil : published.joined(separator: " "),
      followUp: result.followUp.map { ActLink(href: "/cases/\($0)", label: $0.wire, usual: true) },
      next: !isDone && officer.isOne(of: InspectionPlan.planners)
        ? ActLink(
          href: "/inspections/\(plan.id)/results/\(number.percentEncoded)", label: self("pages.inspections.record"),
          usual: true) : nil)
  }

  /// The day by which a result must be on record: over once it is, in red if that was too late.
  private func tag(_ due: Due.Moment, recordedOn day: Day?, at now: Instant) -> StateTag {
    guard let day else { return tag(due: due.end, at: now) }
    return StateTag(day > due.day ? .overdue : .done, due.day.description)
  }

  private func names(of inspectors: [Inspector]) -> String {
    inspectors.map {
      self("pages.inspections.person", ["name": $0.name.wire, "certificate": $0.certificate.wire])
    }.joined(separator: separator)
  }
}

extension InspectionPlan {
  /// How anybody repeats the draw with standard tools; `nil` before it.
  var recipe: String? {
    guard let drawn, let committed else { return nil }
    let seed = drawn.request.seed.wire.replacing("'", with: #"'\''"#)
    return #"""
      # lists.txt
      test "$(sha256sum < lists.txt | cut -c1-64)" = \#(committed.commitment.hex) && echo OK
      seed='\#(seed)'
      commitment=\#(committed.commitment.hex)
      grep '^target' lists.txt | while IFS= read -r line; do
        key=$(printf '%s\037%s\037target\037%s' "$seed" "$commitment" "$line" | sha256sum | cut -c1-64)
        printf '%s\t%s\n' "$key" "$line"
      done | LC_ALL=C sort | head -n \#(count)

      # lists.txt draw.csv
      ipcase draw verify draw.csv --lists lists.txt --commitment \#(committed.commitment.hex) --seed '\#(seed)'
      """#
  }
}
