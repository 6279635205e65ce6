import Casework
import Foundation
import Handoff
import Hummingbird
import Law
import Registry
import Secrets

extension Site {
  /// Seals what a referral hands over into a package: its papers, the case, the evidence, a page to read, and the docket
  /// proof; the key of the package.
  ///
  /// - Throws: `referral.unknown`, `package.not-approved`, `package.incomplete` with the materials that are missing, and
  ///   what `Registry.seal` throws.
  func seal(
    _ id: Int64, once: IdempotencyKey, by officer: Officer, _ context: Context
  ) async throws -> Done<Int64> {
    let referral = try await registry.referral(id, for: officer)
    let number = referral.number
    let file = try await registry.caseFile(number, for: officer)
    // Who reported the case is nobody's to know but the agency's that was told.
    let entries = try await registry.entries(of: number, for: officer).map(\.withoutConfidence)
    if let earlier = try await registry.row(writtenBy: once, for: officer) {
      return Done(value: earlier, isReplay: true)
    }
    try file.state.requireIssuing(in: id, revision: nil, by: officer)
    guard ["approved", "sent"].contains(referral.state) else { throw Refusal(.notAllowed, "package.not-approved") }
    let papers = try await registry.papers(of: number, for: officer).filter { $0.proceeding == id }
    try requireMaterials(papers, context)
    let evidence = try await registry.evidence(of: number, for: officer)
    let checkpoint = try await registry.checkpoint(officer.agency, desk.ring, now: context.now)
    let logged = try await registry.loggedEntries(of: number, in: checkpoint.size, for: officer)
    let paths = Dictionary(
      evidence.filter { $0.file != nil }.map { ($0.id, "evidence/\($0.id)-\($0.fileName)") }
    ) { $1 }
    let packed = PackagedCase(
      file, referral, entries, try evidence.map { try PackagedCase.Item($0, path: paths[$0.id]) },
      leadOn: entries.first?.happenedOn ?? PartialDay(file.head.loggedAt.day()))
    var items = [
      Bag.Item("case.json", .bytes(try packed.canonical())),
      Bag.Item("proof/checkpoint.txt", .bytes(Array(checkpoint.note.utf8))),
      Bag.Item("proof/entries.jsonl", .bytes(try logged.lines())),
    ]
    var links: [PackageIndexPage.Link] = []
    for (index, paper) in papers.enumerated() {
      let name = Wording(self, in: .chinese).name(ofPaper: paper.template)
      let path = "papers/\(index + 1)-\(paper.template).pdf"
      items.append(Bag.Item(path, .file(desk.store.path(of: paper.file.digest), digest: paper.file.digest)))
      links.append(
        PackageIndexPage.Link(
          href: path, label: [name, paper.documentNumber].compactMap(\.self).joined(separator: " ")))
    }
    for item in evidence {
      guard let path = paths[item.id], let file = item.file else { continue }
      items.append(Bag.Item(path, .file(desk.store.path(of: file.digest), digest: file.digest)))
      links.append(PackageIndexPage.Link(href: path, label: item.name))
    }
    let page = indexPage(file, referral, entries, links)
    items.append(Bag.Item("index.html", .bytes(Array(templates.html(page, in: .chinese).utf8))))
    let archive = URL(filePath: desk.store.temporary)
    defer { try? FileManager.default.removeItem(at: archive) }
    let bag = Bag(
      info: [
        ("Source-Organization", directory.name(of: referral.sendingAgency, in: .chinese)),
        ("Contact-Name", officer.name), ("External-Identifier", number.wire),
        ("Bagging-Date", context.now.day().description), ("Signer", officer.agency.logName),
        ("Receiver", referral.receivingAgency.logName),
      ], items: items)
    let name = try bag.seal(
      into: archive.path, key: desk.ring.key(of: officer.agency), at: Int(context.now.microseconds / 1_000_000))
    let stored = try desk.store.storeFile(at: archive.path, limit: ContentStore.packageLimit)
    return try await registry.seal(
      referral, named: name, stored, revision: file.head.revision, once: once, by: officer, now: context.now)
  }

  /// 国务院令第310号 art. 6: without one of the five materials there is no referral.
  private func requireMaterials(_ papers: [IssuedPaper], _ context: Context) throws(Refusal) {
    let materials = desk.shelf.templates.filter { $0.material != nil }.sorted {
      ($0.material ?? 0) < ($1.material ?? 0)
    }
    let missing = materials.filter { template in !papers.contains { $0.template == template.key } }
    if missing.isEmpty { return }
    let names = missing.map { context.language == .chinese ? $0.name.chinese : $0.name.english }
    throw Refusal(
      .notAllowed, "package.incomplete", ["missing": .text(names.joined(separator: "、"))],
      citation: Citation(key: "order-310@6"))
  }

  private func indexPage(
    _ file: CaseFile, _ referral: Referral, _ entries: [Entry], _ links: [PackageIndexPage.Link]
  ) -> PackageIndexPage {
    let words = Wording(self, in: .chinese)
    return PackageIndexPage(
      title: "\(file.head.number) \(file.head.summary)", sender: words.name(of: referral.sendingAgency),
      receiver: words.name(of: referral.receivingAgency), number: file.head.number.wire, summary: file.head.summary,
      respondents: file.head.respondents, offence: words.offence(referral.offence), reason: referral.reason,
      particulars: words.particulars(file), parties: file.parties.map { words.row($0) },
      goods: file.goods.map { words.row($0) }, entries: entries.map { words.row($0, of: file.head.number) },
      links: links)
  }
}

extension PackagedCase {
  /// As JSON, the same bytes for the same case.
  fileprivate func canonical() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(self))
  }
}

extension [LoggedEntry] {
  /// One line of JSON for each.
  fileprivate func lines() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try flatMap { entry -> [UInt8] in
      let proved = ProvedEntry(position: entry.position, line: entry.line, proof: entry.proof)
      return [UInt8](try encoder.encode(proved)) + [10]
    }
  }
}

extension Evidence {
  /// Its name as a file's, with the ending of what it is.
  fileprivate var fileName: String {
    let ending = MediaType.ending(of: file?.mediaType ?? "")
    return name.asFileName + (name.lowercased().hasSuffix(ending) ? "" : ending)
  }
}

extension String {
  /// The text as the name of a file on any system: letters, digits, dots and hyphens; 100 bytes at most.
  fileprivate var asFileName: String {
    var name = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar)
      name.append(isPlain ? scalar : "_")
      if String(name).utf8.count > 96 { break }
    }
    return String(name)
  }
}
