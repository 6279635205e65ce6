import Casework
import Catalogue
import Law

/// The words of one request: every label in the reader's language.
struct Wording {
  let site: Site
  let language: Language

  init(_ site: Site, _ context: Context) { (self.site, language) = (site, context.language) }

  /// The words in a language that is not the reader's: papers are Chinese.
  init(_ site: Site, in language: Language) { (self.site, self.language) = (site, language) }

  /// The text of a key.
  func callAsFunction(_ key: String) -> String { site.catalogue.text(key, in: language) }

  /// The text of a key with its gaps filled.
  func callAsFunction(_ key: String, _ gaps: [String: String]) -> String {
    site.catalogue.text(key, in: language, gaps)
  }

  func name(of agency: AgencyCode) -> String { site.directory.name(of: agency, in: language) }

  func sentence(_ refusal: Refusal) -> String {
    site.catalogue.sentence(refusal, in: language) { site.directory.name(of: $0, in: language) }
  }

  func offence(_ code: String?) -> String? {
    guard let code else { return nil }
    return site.offences.first { $0.code == code }?.name(in: language) ?? code
  }

  /// Since when, as lists say it.
  func since(_ instant: Instant) -> String { self("pages.since", ["since": instant.local]) }

  /// A state with its colour.
  func tag(_ kind: ProceedingKind, _ state: String) -> StateTag {
    let tone: StateTag.Tone =
      switch state {
      case _ where kind.procedure?.finalStates.contains(state) == true: .done
      case "lapsed": .overdue
      case "lead", "verification", "drafted", "reported", "approved", "sent", "passed-on", "received", "review":
        .waiting
      case "closed", "not-filed", "concluded", "returned", "refused", "withdrawn", "publication": .done
      case "police-not-filed": .waiting
      case "recorded": .info
      default: .running
      }
    return StateTag(tone, self("state.\(kind.rawValue).\(state)"))
  }

  /// The title of an act's form as a link.
  func link(_ rule: ActRule, of proceeding: Proceeding) -> ActLink {
    ActLink(
      href: "/proceedings/\(proceeding.id)/acts/\(rule.act)",
      label: self("act.\(proceeding.kind.rawValue).\(rule.act)"),
      usual: !rule.turnsBack && rule.to != proceeding.state)
  }

  /// A fact of an entry: name and value in words.
  func particular(_ name: String, _ value: String) -> Particular {
    let words: String =
      switch name {
      case "basis": self("basis.\(value)")
      case "leadSource": self("lead-source.\(value)")
      case "offence": offence(value) ?? value
      case "receivingAgency": AgencyCode(rawValue: value).map { self.name(of: $0) } ?? value
      case "sanctions":
        value.split(separator: "\u{1e}").compactMap { Sanction(kept: String($0)) }.map(told)
          .joined(separator: "；")
      default:
        switch FactField.forms[name] {
        case .amount?: self("pages.yuan", ["amount": value])
        case .agency?: AgencyCode(rawValue: value).map { self.name(of: $0) } ?? value
        default: self.has("choice.\(name).\(value)") ? self("choice.\(name).\(value)") : value
        }
      }
    return Particular(label: self("fact.\(name)"), value: words)
  }
}

extension Wording {
  /// An act in words; one that any kind of proceeding can have is worded once.
  func act(_ kind: ProceedingKind, _ act: String) -> String {
    let key = "act.\(kind.rawValue).\(act)"
    return has(key) ? self(key) : self("act.any.\(act)")
  }

  private func has(_ key: String) -> Bool { site.catalogue.has(key) }

  /// A penalty in words: 灯湖服饰商行：罚款 12000.00 元.
  private func told(_ sanction: Sanction) -> String {
    let parts = [
      self("sanction.\(sanction.kind.rawValue)"), sanction.amount.map { self("pages.yuan", ["amount": $0.wire]) },
      sanction.quantity.map { self("pages.pieces", ["quantity": $0.wire]) }, sanction.details?.wire,
    ]
    return self(
      "pages.sanction", ["party": sanction.party.wire, "what": parts.compactMap(\.self).joined(separator: " ")])
  }

  /// The title of a form; one that comes back with a problem says so first, for those who hear the page.
  func title(_ key: String, _ draft: Draft) -> String {
    let title = self(key)
    return draft.refusal == nil ? title : self("pages.form.error-title", ["title": title])
  }
}
