import Casework
import Documents
import Law
import Registry

extension Wording {
  /// What the papers of a proceeding are filled with: the file, the acts of the proceeding, and what other proceedings of
  /// the file say, each in Chinese, as papers are.
  func paperFacts(
    of proceeding: Proceeding, in file: CaseFile, _ entries: [Entry], _ evidence: [Evidence]
  ) -> PaperFacts {
    var texts: [String: String] = [
      "case": file.head.number.wire, "summary": file.head.summary, "respondents": file.head.respondents,
      "agency": name(of: proceeding.agency), "ipType": self("ip-type.\(file.head.ipType.rawValue)"),
    ]
    texts["receiver"] = proceeding.receiver.map { name(of: $0) }
    texts["place"] = file.place
    // The paper's own proceeding speaks last, and alone for its kind.
    let others = entries.filter { $0.kind != proceeding.kind }
    let own = entries.filter { $0.proceeding == proceeding.id }
    for entry in others + own {
      let path = "\(entry.kind.rawValue).\(entry.act)"
      texts["\(path).on"] = entry.happenedOn?.inChinese
      texts["\(path).officer"] = entry.officer
      for (name, value) in entry.withoutConfidence.facts { texts["\(path).\(name)"] = printed(name, value) }
    }
    return PaperFacts(
      texts: texts,
      lists: [
        "parties": file.parties.map { row(of: $0) },
        "goods": file.goods.enumerated().map { row(of: $1, at: $0 + 1) },
        "amounts": rows(file.amounts).compactMap { line in line.value.map { ["name": line.label, "value": $0] } },
        "appraisals": rows(of: evidence) { $0 == .appraisal }, "materials": rows(of: evidence) { $0 != .appraisal },
      ])
  }

  /// A fact as papers print it.
  private func printed(_ name: String, _ value: String) -> String {
    if FactField.forms[name] == .day, let day = Day(value) { return PartialDay(day).inChinese }
    return particular(name, value).value
  }

  private func row(of party: Party) -> [String: String] {
    var row = ["role": self("party-role.\(party.role.rawValue)"), "name": party.name.wire]
    row["identity"] = party.identityNumber?.wire
    return row
  }

  private func row(of goods: Goods, at index: Int) -> [String: String] {
    var row = ["index": String(index), "name": goods.name.wire]
    row["quantity"] = goods.quantity?.wire
    row["unit"] = goods.unit?.wire
    row["value"] = goods.value?.wire
    row["basis"] = goods.priceBasis.map { self("price-basis.\($0.rawValue)") }
    return row
  }

  private func rows(of evidence: [Evidence], _ isMeant: (Evidence.Kind) -> Bool) -> [[String: String]] {
    evidence.filter { isMeant($0.kind) }.enumerated().map { index, item in
      var row = ["index": String(index + 1), "name": item.name, "kind": self("evidence-kind.\(item.kind.rawValue)")]
      row["on"] = PartialDay(item.addedAt.day()).inChinese
      row["digest"] = item.file.map { String($0.digest.prefix(16)) }
      return row
    }
  }
}

extension PartialDay {
  /// As papers write a date: 2026年11月2日, or what of it is known.
  var inChinese: String {
    if first == last { return "\(first.year)年\(first.month)月\(first.day)日" }
    let isMonth = first.year == last.year && first.month == last.month
    return isMonth ? "\(first.year)年\(first.month)月" : "\(first.year)年"
  }
}
