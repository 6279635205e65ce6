import Casework
import Law
import Registry

extension PlausibleFiles {
  /// An act on the way, without its day.
  typealias Stage = (act: String, to: String, milestone: Milestone?, facts: [(name: String, text: String)])

  /// What became of a file logged that day.
  func course(for file: Filling.File, on day: Day, _ draw: inout Lots) -> Filling.Course {
    if day >= Self.thisYear { return current(file, on: day, &draw) }
    let kind: ProceedingKind =
      switch file.owner {
      case "CUS": .customs
      case "PSB": .criminal
      case "COU": .civil
      default:
        draw.weighted([
          (740, .penalty), (90, .mediation), (80, file.ipType == .patent ? .adjudication : .penalty),
          (60, .complaint), (30, .tip),
        ])
      }
    switch kind {
    case .penalty: return over(file, on: day, &draw)
    case .complaint, .tip:
      let state = "closed"
      var course = Filling.Course(kind, state: state)
      for (index, stage) in Self.path(of: kind, until: state, "\(file.id)").enumerated() {
        course.steps.append(Filling.Step(stage.act, stage.milestone, on: day.adding(days: index * 6), stage.facts))
      }
      return course
    default:
      var course = Filling.Course(kind, state: "recorded")
      course.steps = [Filling.Step("import", .lead, on: day, Self.source(file))]
      return course
    }
  }

  /// A penalty that an earlier register tells of.
  private func over(_ file: Filling.File, on day: Day, _ draw: inout Lots) -> Filling.Course {
    let source = Self.source(file)
    if draw.below(5) == 0 {
      var course = Filling.Course(.penalty, state: "not-filed")
      course.steps = [
        Filling.Step("import", .lead, on: day, source),
        Filling.Step("import", .notFiled, on: day.adding(days: 12), source),
      ]
      return course
    }
    var course = Filling.Course(.penalty, state: "closed")
    let filed = day.adding(days: 5 + draw.below(20))
    let fine = draw.below(5) == 0 ? nil : Int64(1 + draw.below(400)) * 50_000
    course.steps = [
      Filling.Step("import", .lead, on: day, source),
      Filling.Step("import", .decided, on: filed.adding(days: 30 + draw.below(90)), source, fine: fine),
    ]
    return course
  }

  /// A proceeding under way, or ended this year.
  private func current(_ file: Filling.File, on day: Day, _ draw: inout Lots) -> Filling.Course {
    let kind: ProceedingKind =
      switch file.owner {
      case "CUS": .customs
      case "PSB", "COU": .penalty
      default: draw.weighted([(800, .penalty), (120, .complaint), (80, .tip)])
      }
    if file.owner == "PSB" || file.owner == "COU" || kind == .customs {
      var course = Filling.Course(
        file.owner == "PSB" ? .criminal : kind == .customs ? .customs : .civil, state: "recorded")
      course.steps = [Filling.Step("import", .lead, on: day, Self.source(file))]
      return course
    }
    let states = Self.states[kind] ?? []
    let state = draw.weighted(states)
    var course = Filling.Course(kind, state: state)
    var on = day
    for stage in Self.path(of: kind, until: state, "\(file.id)") {
      course.steps.append(
        Filling.Step(
          stage.act, stage.milestone, on: min(on, Day(number: 20_760)), stage.facts,
          fine: stage.act == "decide" ? 800_000 : nil))
      on = on.adding(days: 1 + draw.below(14))
    }
    for (rule, from, to) in Self.clocks[kind] ?? [] {
      guard let start = course.steps.firstIndex(where: { $0.act == from }) else { continue }
      let end = course.steps.firstIndex { to.contains($0.act) }
      let reckoning = Reckoning(rule, from: .day(course.steps[start].day), [], [], by: book)
      course.clocks.append(Filling.Timer(rule, startedBy: start, endedBy: end, reckoning))
    }
    return course
  }

  private static func source(_ file: Filling.File) -> [(name: String, text: String)] {
    [("source", "NH\(file.owner)-\(file.id)")]
  }

  /// The states of this year's proceedings by their share of a thousand.
  private static let states: [ProceedingKind: [(share: Int, value: String)]] = [
    .penalty: [
      (120, "lead"), (100, "verification"), (120, "not-filed"), (80, "filed"), (160, "investigation"), (40, "review"),
      (30, "reviewed"), (50, "notice"), (40, "decision"), (40, "service"), (30, "publication"), (190, "closed"),
    ],
    .complaint: [(200, "received"), (250, "accepted"), (200, "refused"), (350, "closed")],
    .tip: [(300, "received"), (200, "verified"), (250, "not-filed"), (250, "closed")],
  ]

  /// Which clocks run from which act until which.
  private static let clocks: [ProceedingKind: [(rule: String, from: String, to: Set<String>)]] = [
    .penalty: [("P1", "register", ["file", "decline"]), ("P16", "file", ["decide"]), ("P17", "decide", ["serve"])],
    .complaint: [("T1", "register", ["accept", "refuse"]), ("T2", "accept", ["agree"])],
    .tip: [("P1", "register", ["decline"])],
  ]

  /// The acts that lead to a state.
  static func path(of kind: ProceedingKind, until state: String, _ key: String) -> [Stage] {
    let all = stages(of: kind, key)
    let turn =
      kind == .complaint && (state == "refused" || state == "closed" && key.utf8.last.map { $0 % 2 == 0 } ?? false)
    let ways: [String: [String]] =
      switch kind {
      case .complaint:
        turn ? ["": ["register", "refuse", "close"]] : ["": ["register", "accept", "agree", "close"]]
      case .tip: ["": ["register", "verify", "decline", "close"]]
      default:
        state == "not-filed"
          ? ["": ["register", "verify", "decline"]]
          : [
            "": [
              "register", "verify", "file", "investigate", "conclude", "agree", "notify", "decide", "serve", "publish",
              "close",
            ]
          ]
      }
    var path: [Stage] = []
    for act in ways[""] ?? [] {
      guard let stage = all.first(where: { $0.act == act }) else { continue }
      path.append(stage)
      if stage.to == state { break }
    }
    return path
  }

  private static func stages(of kind: ProceedingKind, _ key: String) -> [Stage] {
    switch kind {
    case .complaint:
      [
        (
          "register", "received", nil,
          [
            ("complainant", "消费者\(key)"), ("capacity", "consumer"), ("claim", "退货并三倍赔偿"), ("forDailyUse", "yes"),
            ("intake", "hotline"), ("leadSource", "complaint"),
          ]
        ), ("accept", "accepted", .accepted, [("document", "投受〔\(key)〕号")]),
        (
          "refuse", "refused", nil,
          [("nonAcceptance", "material"), ("reason", "未提供购物凭证"), ("otherRemedies", "可以向人民法院起诉")]
        ), ("agree", "agreed", .agreed, [("mediatedTerms", "退一赔三，当场履行"), ("agreementForm", "recorded")]),
        ("close", "closed", nil, [("opinion", "办结")]),
      ]
    case .tip:
      [
        (
          "register", "received", nil,
          [
            ("named", "no"), ("allegation", "店内销售的商品疑似假冒注册商标"), ("handledUnder", "market-regulation"),
            ("intake", "hotline"),
            ("leadSource", "tip"),
          ]
        ), ("verify", "verified", nil, [("findings", "现场检查未发现所举报商品")]),
        ("decline", "not-filed", nil, [("reason", "没有违法事实"), ("tellDuty", "none")]),
        ("close", "closed", nil, [("opinion", "办结")]),
      ]
    default: penalty(key)
    }
  }

  private static func penalty(_ key: String) -> [Stage] {
    [
      ("register", "lead", .lead, [("leadSource", "inspection")]),
      ("verify", "verification", nil, [("findings", "现场有涉嫌侵权商品，权利人辨认属实")]),
      ("decline", "not-filed", .notFiled, [("ground", "minor-corrected"), ("approver", "陈志明")]),
      ("file", "filed", .filed, [("officers", "陈志明、李嘉欣"), ("approver", "梁国强"), ("document", "立〔\(key)〕号")]),
      ("investigate", "investigation", nil, [("measures", "现场检查、询问、调取账册")]),
      ("conclude", "review", nil, [("proposal", "没收侵权商品，并处罚款")]),
      ("agree", "reviewed", nil, [("opinion", "事实清楚，证据充分")]),
      ("notify", "notice", nil, [("approver", "梁国强"), ("hearing", "no"), ("document", "告〔\(key)〕号")]),
      ("decide", "decision", .decided, [("outcome", "penalty"), ("document", "罚〔\(key)〕号"), ("fine", "8000")]),
      ("serve", "service", .served, [("mode", "direct")]),
      ("publish", "publication", .published, [("address", "www.nanhai.example/\(key)")]),
      ("close", "closed", .closed, [("ground", "performed")]),
    ]
  }
}
