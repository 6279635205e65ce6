import Casework

/// The tasks of the plan, as the server tells of them.
struct PlanTasksAnswer: Decodable, Sendable {
  /// In the order of the plan.
  let tasks: [PlanTaskAnswer]
}

/// A task of the plan.
struct PlanTaskAnswer: Decodable, Sendable {
  /// Its number.
  let number: Int
  /// Its heading in both languages.
  let chinese, english: String
  /// Codes of the agencies that lead, and of those that take part.
  let leads, participants: [String]
  /// How far it is, in per cent.
  let progress: Int?
  /// How it stands at a glance.
  let light: String

  /// What is printed of it.
  static func columns(_ names: AgencyNames) -> [Column<PlanTaskAnswer>] {
    [
      Column("task", .number) { String($0.number) },
      Column("name", .text, \.chinese, words: { Words.language == .chinese ? $0.chinese : $0.english }),
      Column("light", .code, \.light, words: { Words.text("light.\($0.light)", or: $0.light) }),
      Column("progress", .number) { $0.progress.map { String($0) } ?? "" },
      Column(
        "lead", .text, { $0.leads.joined(separator: " ") },
        words: { $0.leads.map { names[$0] }.joined(separator: " ") }),
      Column(
        "participants", .text, { $0.participants.joined(separator: " ") },
        words: { $0.participants.map { names[$0] }.joined(separator: " ") }),
    ]
  }
}

/// The targets of the plan.
struct PlanTargetsAnswer: Decodable, Sendable {
  /// In the order of the plan.
  let targets: [PlanTargetAnswer]
}

/// A target of the plan.
struct PlanTargetAnswer: Decodable, Sendable {
  /// Its key, its name in both languages, the plan's word and figure, and the unit.
  let key, chinese, english, word, target, unit: String
  /// The year in which it is read.
  let year: Int
  /// What was measured; `nil` where nothing was.
  let value: String?
  /// Whether it is met; `nil` where that is not known.
  let met: Bool?

  /// What is printed of it.
  static var columns: [Column<PlanTargetAnswer>] {
    [
      Column("target", .code, \.key),
      Column("name", .text, \.chinese, words: { Words.language == .chinese ? $0.chinese : $0.english }),
      Column("comparison", .code, \.word), Column("goal", .number, \.target),
      Column("unit", .code, \.unit, words: { Words.text("pages.plan.unit.\($0.unit)", ["value": ""]).trimmingBlanks }),
      Column("year", .number) { String($0.year) },
      Column("value", .number, { $0.value ?? "" }, words: { $0.value ?? Words.text("pages.plan.not-measured") }),
      Column("met", .code, { $0.met.map { String($0) } ?? "" }, words: words),
    ]
  }

  private static func words(_ target: PlanTargetAnswer) -> String {
    switch target.met {
    case true?: Words.text("pages.plan.met")
    case false?: Words.text("pages.plan.not-met")
    case nil: Words.text("pages.plan.unknown")
    }
  }
}

/// Special actions.
struct CampaignsAnswer: Decodable, Sendable {
  /// Latest first.
  let campaigns: [CampaignAnswer]
}

/// A special action.
struct CampaignAnswer: Decodable, Sendable {
  /// Its code, name, first day and lead.
  let code, name, from, lead: String
  /// Its last day.
  let to: String?
  /// How many of its case files the agency may see.
  let cases: Int

  /// What is printed of it.
  static func columns(_ names: AgencyNames) -> [Column<CampaignAnswer>] {
    [
      Column("code", .code, \.code), Column("name", .text, \.name), Column("from", .code, \.from),
      Column("to", .code) { $0.to ?? "" }, Column("lead", .text, \.lead, words: { names[$0.lead] }),
      Column("cases", .number) { String($0.cases) },
    ]
  }
}

/// Tasks of the joint conference.
struct ConferenceTasksAnswer: Decodable, Sendable {
  /// Latest meeting first.
  let tasks: [ConferenceTaskAnswer]
}

/// A task of the joint conference.
struct ConferenceTaskAnswer: Decodable, Sendable {
  /// Its key.
  let id: Int
  /// The day of the meeting, what it is about, how it stands, the last day, and how that looks at a glance.
  let meetingOn, subject, state, dueOn, light: String
  /// Code of the agency that leads.
  let lead: String?

  /// What is printed of it.
  static func columns(_ names: AgencyNames) -> [Column<ConferenceTaskAnswer>] {
    [
      Column("id", .number) { String($0.id) }, Column("meetingOn", .code, \.meetingOn),
      Column("subject", .text, \.subject), Column("lead", .text, { $0.lead ?? "" }, words: { names[$0.lead ?? ""] }),
      Column("state", .code, \.state, words: { Words.text("conference.state.\($0.state)", or: $0.state) }),
      Column("due", .code, \.dueOn),
      Column("light", .code, \.light, words: { Words.text("light.\($0.light)", or: $0.light) }),
    ]
  }
}

/// Supervised cases.
struct SupervisedCasesAnswer: Decodable, Sendable {
  /// Those due first at the top.
  let tasks: [SupervisedCaseAnswer]
}

/// A supervised case.
struct SupervisedCaseAnswer: Decodable, Sendable {
  /// Number of the case file, who asks, how it stands, and how that looks at a glance.
  let number, issuer, state, light: String
  /// Who is to answer, what it is about, and by when.
  let receiver, subject, dueOn: String?

  /// What is printed of it.
  static func columns(_ names: AgencyNames) -> [Column<SupervisedCaseAnswer>] {
    [
      Column("number", .code, \.number), Column("subject", .text) { $0.subject ?? "" },
      Column("agency", .text, \.issuer, words: { names[$0.issuer] }),
      Column("receiver", .text, { $0.receiver ?? "" }, words: { names[$0.receiver ?? ""] }),
      Column("state", .code, \.state, words: { Words.text("state.task.\($0.state)", or: $0.state) }),
      Column("due", .code) { $0.dueOn ?? "" },
      Column("light", .code, \.light, words: { Words.text("light.\($0.light)", or: $0.light) }),
    ]
  }
}
