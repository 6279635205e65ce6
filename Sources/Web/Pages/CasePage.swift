/// A case file with all that is known of it: `GET /cases/{number}`.
struct CasePage: Page {
  static let template = "cases/show"

  /// A proceeding in which the officer may act now.
  struct Turn {
    let proceeding: String
    let state: StateTag
    let acts: [ActLink]
  }

  /// A proceeding.
  struct ProceedingRow {
    /// Its place in the page: `proceeding-12`.
    let anchor: String
    /// How the procedure works; `nil` where it is only recorded.
    let helpHref: String?
    /// What it follows from and what follows from it.
    let related: [Related]
    /// Until when a measure lasts by itself, in a sentence.
    let lapses: String?
    let kind: String
    let state: StateTag
    let agency: String
    /// The agency referred to, of a referral.
    let receiver: String?
    let since: String
  }

  /// A proceeding that another one leads to, or comes from.
  struct Related {
    let href: String
    /// In a sentence: 由投诉引出.
    let label: String
  }

  /// A line of the ledger of money and goods.
  struct LedgerRow {
    let code: String
    let name: String
    let party: String?
    let amount: String?
    let quantity: String?
  }

  /// A party.
  struct PartyRow {
    let role: String
    let name: String
    let kind: String
    /// `nil` where unknown; masked where the reader may not see it in full.
    let identityNumber: String?
  }

  /// A right.
  struct RightRow {
    let kind: String
    let number: String?
    let name: String?
  }

  /// Goods.
  struct GoodsRow {
    let name: String
    /// With the unit: 34 节; `nil` where unknown.
    let quantity: String?
    let value: String?
    let priceBasis: String?
  }

  /// An amount.
  struct AmountRow {
    let label: String
    /// In yuan, two decimals; `nil` where unknown, which is not zero.
    let value: String?
  }

  /// An entry of the docket.
  struct EntryRow {
    let sequence: Int
    let proceeding: String
    /// Its row: `#proceeding-12`.
    let proceedingHref: String
    let act: String
    let milestone: String?
    /// `nil` where wholly unknown.
    let happenedOn: String?
    let recordedAt: String
    let officer: String
    let agency: String
    let facts: [Particular]
    /// A sentence that names the entry corrected: 更正第 3 条.
    let corrects: String?
    /// A sentence that names the entry which stands in its place: 已由第 7 条更正.
    let corrected: String?
    /// Where the reader may put it right.
    let correctionHref: String?
    /// The first characters of the digest.
    let digest: String
  }

  /// Where an imported case was published.
  struct Source {
    let title: String
    /// An `http` or `https` address; `nil` where there is none, or one of another kind.
    let href: String?
    /// Publisher, enforcing agency, articles, outcomes, caveats: those that are known.
    let facts: [Particular]
  }

  /// A time limit that runs or ran.
  struct ClockRow {
    /// Why it ends then.
    let href: String
    let rule: String
    let name: String
    let state: StateTag
    let due: String
    let liable: String
    /// The later reading, in a sentence.
    let outer: String?
    /// Whether the rule is still to be confirmed.
    let toConfirm: Bool
  }

  let frame: Frame
  let number: String
  let summary: String
  let demo: Bool
  let respondents: String
  let state: StateTag
  /// The officer who acted last in the proceeding under way; `nil` where nobody has.
  let officer: String?
  let holder: String
  /// Since when the holder has it: 2026-11-10 起.
  let since: String
  let lastEntryOn: String
  let turns: [Turn]
  /// `nil` where no referral may be drafted.
  let referralHref: String?
  /// Where to add what was found later; `nil` where the officer may not.
  let supplementHref: String?
  /// The form of a new case with the same parties and rights; `nil` where the officer may log none.
  let againHref: String?
  /// Why there is nothing to do, where `turns` is empty and `referralHref` is `nil`.
  let nothingToDo: String?
  /// The explanation of the whole file.
  let explanationHref: String
  let papersHref: String
  /// The cells of reports in which it counts.
  let cellsHref: String
  let evidenceHref: String
  /// What to warn of: a fine outside the range that the law gives.
  let warnings: [String]
  /// Open ones first, nearest end first.
  let clocks: [ClockRow]
  /// What the screening for crimes found; it advises.
  let hits: [ScreeningRow]
  let proceedings: [ProceedingRow]
  /// What may be opened now; empty where nothing.
  let openings: [Choice]
  /// Where the form of an opening is.
  let openingHref: String
  /// What was imposed, collected, confiscated, given back; oldest first.
  let ledger: [LedgerRow]
  /// How and when the lead came, where: those that are known.
  let particulars: [Particular]
  let parties: [PartyRow]
  let rights: [RightRow]
  let goods: [GoodsRow]
  /// Always all of them.
  let amounts: [AmountRow]
  /// Oldest first.
  let entries: [EntryRow]
  let source: Source?
}
