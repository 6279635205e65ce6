/// What a package shows without any program but a browser: `data/index.html`.
struct PackageIndexPage: Page {
  static let template = "packages/contents"

  /// A file of the package.
  struct Link {
    let href: String
    let label: String
  }

  let title: String
  let sender: String
  let receiver: String
  let number: String
  let summary: String
  let respondents: String
  /// The offence suspected; `nil` where none is named.
  let offence: String?
  let reason: String
  let particulars: [Particular]
  let parties: [CasePage.PartyRow]
  let goods: [CasePage.GoodsRow]
  let entries: [CasePage.EntryRow]
  let links: [Link]
}
