import Mustache

// The rows of which a page has many tell their fields by name themselves: the library would look each up by reflection,
// which took most of the time of a long page.

extension CasePage.EntryRow: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "sequence": sequence
    case "proceeding": proceeding
    case "proceedingHref": proceedingHref
    case "act": act
    case "milestone": milestone
    case "happenedOn": happenedOn
    case "recordedAt": recordedAt
    case "officer": officer
    case "agency": agency
    case "facts": facts
    case "corrects": corrects
    case "corrected": corrected
    case "correctionHref": correctionHref
    case "digest": digest
    default: nil
    }
  }
}

extension Particular: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "value": value
    default: nil
    }
  }
}

extension CasesPage.Row: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "href": href
    case "number": number
    case "summary": summary
    case "demo": demo
    case "respondents": respondents
    case "ipType": ipType
    case "holder": holder
    case "since": since
    case "state": state
    case "due": due
    case "loggedOn": loggedOn
    default: nil
    }
  }
}
