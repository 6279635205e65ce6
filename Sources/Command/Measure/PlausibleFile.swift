import Casework
import Law
import Registry

/// Plausible case files: the one of a number is always the same.
///
/// What came before this year reads as taken over from earlier registers: over, with the dates that a register tells.
/// What came this year was handled here and is under way, at any stage.
struct PlausibleFiles: Sendable {
  let count: Int
  let officers: [String: Int64]
  let book: LawBook

  private static let first = Day(number: 16_440)  // 2015-01-05
  private static let last = Day(number: 20_753)  // 2026-10-27
  static let thisYear = Day(number: 20_454)  // 2026-01-01

  /// Agencies by their share of a thousand.
  static let agencies: [(share: Int, value: String)] = [
    (592, "IPB"), (50, "TWN-GC"), (48, "TWN-SS"), (38, "TWN-DL"), (26, "TWN-LS"), (16, "TWN-XQ"), (14, "TWN-DZ"),
    (12, "TWN-JJ"), (80, "CUL"), (40, "CUS"), (30, "PSB"), (24, "AGR"), (20, "COU"), (4, "NAT"), (6, "FSIPB"),
  ]

  /// The file of a number, 1 to `count`.
  func file(_ number: Int) -> Filling.File {
    var draw = Lots(number)
    // More come in later years.
    let share = Double(number) / Double(max(1, count))
    let day = Self.first.adding(
      days: Int(Double(Self.last - Self.first) * (1 - (1 - share) * (1 - share) * 0.35 - (1 - share) * 0.65)))
    let owner = draw.weighted(Self.agencies)
    let minute = 540 + draw.below(540)
    let logged = Instant(microseconds: (Int64(day.number) * 1440 + Int64(minute - 480)) * 60_000_000)
    var file = Filling.File(id: Int64(number), owner: owner, officer: officers[owner] ?? 0, loggedAt: logged)
    file.ipType = ipType(owner, &draw)
    let town = owner.hasPrefix("TWN-") ? Self.town(of: owner) : draw.of(PlausibleWords.towns)
    (file.town, file.place) = (town.code, "\(town.name)\(draw.of(PlausibleWords.roads))\(1 + draw.below(300))号")
    file.leadSource = draw.weighted([
      (350, .inspection), (220, .rightsHolder), (160, .complaint), (140, .tip), (80, .transfer), (50, .assignment),
    ])
    file.channel = draw.weighted([
      (350, .store), (250, .ecommerce), (100, .market), (100, .factory), (60, .livestream), (140, nil),
    ])
    name(&file, in: town.name, &draw)
    file.proceedings = [course(for: file, on: day, &draw)]
    file.kind = file.proceedings[0].kind
    file.state = file.proceedings[0].state
    file.isSimple = file.kind == .penalty && draw.below(20) == 0
    return file
  }

  /// A file of two hundred entries in ten proceedings: the number after the last.
  var thick: Filling.File {
    var file = file(count)
    (file.id, file.isSimple) = (Int64(count) + 1, false)
    (file.owner, file.officer) = ("IPB", officers["IPB"] ?? 0)
    let begun = file.loggedAt.day()
    let kinds: [ProceedingKind] = [.complaint, .tip, .penalty]
    file.proceedings = (0..<10).map { course in
      var proceeding = Filling.Course(
        kinds[course % 3], state: ["accepted", "received", "notice"][course % 3], origin: course < 3 ? nil : course - 3)
      let path = Self.path(of: proceeding.kind, until: proceeding.state, "2026-\(course)")
      let again: (act: String, facts: [(name: String, text: String)]) =
        switch proceeding.kind {
        case .complaint: ("mediate", [("mediationRecord", "双方到场，就赔偿数额协商，未达成一致，约定再次调解")])
        case .tip: ("merge", [("newFacts", "举报人补充同一店铺销售侵权商品的照片和购物小票")])
        default: ("hear", [("statement", "当事人提交进货票据，称不知道是侵权商品"), ("response", "票据未载明商标，不予采纳")])
        }
      for (index, step) in path.enumerated() {
        proceeding.steps.append(
          Filling.Step(step.act, step.milestone, on: begun.adding(days: -course - 2 + (index > 1 ? 1 : 0)), step.facts))
      }
      while proceeding.steps.count < 20 {
        proceeding.steps.append(Filling.Step(again.act, nil, on: begun, again.facts))
      }
      return proceeding
    }
    (file.kind, file.state) = (file.proceedings[9].kind, file.proceedings[9].state)
    return file
  }

  private func ipType(_ owner: String, _ draw: inout Lots) -> IPType {
    switch owner {
    case "CUL": .copyright
    case "AGR": draw.weighted([(800, .plantVariety), (200, .geographicalIndication)])
    case "CUS": draw.weighted([(850, .trademark), (150, .patent)])
    default:
      draw.weighted([
        (730, .trademark), (140, .patent), (40, .tradeSecret), (35, .geographicalIndication), (30, .specialMark),
        (20, .olympicMark), (5, .layoutDesign),
      ])
    }
  }

  private static func town(of agency: String) -> (code: String, name: String) {
    PlausibleWords.towns.first { $0.code == agency.suffix(2) } ?? PlausibleWords.towns[0]
  }

  /// Parties, rights, goods and amounts, and the line that tells of them.
  private func name(_ file: inout Filling.File, in town: String, _ draw: inout Lots) {
    let syllables = PlausibleWords.syllables
    let mark = draw.of(syllables) + draw.of(syllables)
    let trade = draw.of(PlausibleWords.trades)
    let firm = draw.below(200_000)
    let own = syllables[firm % 60] + syllables[firm / 60 % 60]
    let line = PlausibleWords.trades[firm / 3600 % PlausibleWords.trades.count].firm
    let form = PlausibleWords.forms[firm % PlausibleWords.forms.count]
    let firmName = "\(form == "有限公司" ? "佛山市南海" : town)\(own)\(line)\(form)"
    if draw.below(10) == 0 {
      let person = draw.of(PlausibleWords.surnames) + draw.of(syllables) + draw.of(syllables)
      file.parties.append(Filling.Person(.respondent, .naturalPerson, person))
    } else {
      let code = draw.below(2) == 0 ? Self.creditCode(firm) : nil
      file.parties.append(Filling.Person(.respondent, .organisation, firmName, code: code))
    }
    file.parties.append(Filling.Person(.rightsHolder, .organisation, "\(mark)\(trade.firm)股份有限公司"))
    let act = draw.of(PlausibleWords.acts[file.ipType.rawValue] ?? [""])
    file.summary = "\(town)一\(line)店涉嫌\(act)“\(mark)”\(trade.goods)"
    let number = file.ipType == .trademark ? String(3_000_000 + draw.below(60_000_000)) : nil
    file.rights = [(number, mark)]
    let (quantity, price) = (1 + draw.below(900), Int64(1000 + draw.below(60_000)))
    let value = Int64(quantity) * price
    if draw.below(10) < 7 { file.goods = [(trade.goods, quantity, trade.unit, value)] }
    file.amounts = [
      draw.below(3) == 0 ? nil : value / 2, nil, draw.below(4) == 0 ? value / 10 : nil, nil,
      draw.below(2) == 0 ? value : nil,
    ]
  }

  /// A credit code that passes its checks (GB 32100).
  private static func creditCode(_ firm: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let body = "MA" + String(String(1_000_000 + firm).suffix(6))
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { sum, pair in
      sum + (pair.0.wholeNumberValue ?? (pair.0 == "M" ? 22 : 10)) * pair.1
    }
    let start = "92440605" + body + String(Array("0X987654321")[sum % 11])
    let factors = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    let total = zip(start, factors).reduce(0) { $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1 }
    return start + String(alphabet[(31 - total % 31) % 31])
  }
}
