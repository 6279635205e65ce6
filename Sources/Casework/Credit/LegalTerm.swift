import Law

/// A time that the law sets from a day on (期限), with what it rests on.
struct LegalTerm: Equatable {
  /// Its last day.
  let last: Day
  /// The article; `nil` where none was recorded.
  let citation: Citation?
  /// Whether the text was read; otherwise the number is still to be confirmed.
  let isConfirmed: Bool

  /// The first day after it.
  var over: Day { last.adding(days: 1) }

  /// Counts from `day` by the first of `rules` that is in force `today`, or else by one of that day: what was published
  /// under an older rule is judged by the rule of today, which is to be confirmed as long as no transition was read. `nil`
  /// where no rule has a version for either day.
  init?(_ rules: [String], from day: Day, today: Day, by book: LawBook) {
    for governing in [today, day] {
      for rule in rules {
        do throws(LawFault) {
          let limit = try book.limit(rule, on: governing)
          last = try limit.due(Counting(from: .day(day)), by: book.calendar).moment.day
          citation = limit.authority.citations.first
          isConfirmed = limit.authority.isConfirmed && limit.validity.contains(day)
          return
        } catch { continue }
      }
    }
    return nil
  }
}

extension Requirement {
  /// The shortest time since the day in a fact has passed.
  static func elapsed(_ rule: String, since fact: String, as code: String, citation: String? = nil) -> Requirement {
    Requirement(code, field: "happenedOn", citation: citation) { standing in
      guard let book = standing.around.book, let day = standing.knownDay(fact),
        let term = LegalTerm([rule], from: day, today: standing.day.last, by: book)
      else { return nil }
      return standing.day.last > term.last ? nil : ["day": .text(term.over.description)]
    }
  }
}
