import ArgumentParser
import Casework

/// The parties of a case file given by options.
struct PartyOptions: ParsableArguments {
  /// Name of a respondent (may be repeated).
  @Option(help: Words.help("cli.case.new.respondent"))
  var respondent: [String] = []

  /// Unified social credit code or resident identity number of the respondent.
  @Option(name: .customLong("respondent-id"), help: Words.help("cli.case.new.respondent-id"))
  var respondentIDs: [String] = []

  /// What the respondent is.
  @Option(name: .customLong("respondent-kind"), help: Words.help("cli.case.new.respondent-kind"))
  var respondentKinds: [Party.Kind] = []

  /// Name of a rights holder (may be repeated).
  @Option(help: Words.help("cli.case.new.rights-holder"))
  var rightsHolder: [String] = []

  /// Unified social credit code or resident identity number of the rights holder.
  @Option(name: .customLong("rights-holder-id"), help: Words.help("cli.case.new.rights-holder-id"))
  var rightsHolderIDs: [String] = []

  /// What the rights holder is.
  @Option(name: .customLong("rights-holder-kind"), help: Words.help("cli.case.new.rights-holder-kind"))
  var rightsHolderKinds: [Party.Kind] = []

  /// Name of a complainant (may be repeated).
  @Option(help: Words.help("cli.case.new.complainant"))
  var complainant: [String] = []

  /// Name of a third party (may be repeated).
  @Option(help: Words.help("cli.case.new.third-party"))
  var thirdParty: [String] = []

  /// Whether anything is given.
  var isGiven: Bool {
    !(respondent.isEmpty && respondentIDs.isEmpty && respondentKinds.isEmpty && rightsHolder.isEmpty
      && rightsHolderIDs.isEmpty && rightsHolderKinds.isEmpty && complainant.isEmpty && thirdParty.isEmpty)
  }

  /// The parties in the order of roles.
  ///
  /// - Throws: `cli.fault.option-stray`, and what a name or number is refused for.
  func list() throws -> [Party] {
    var parties: [Party] = []
    try add(.respondent, "respondent", respondent, respondentIDs, respondentKinds, to: &parties)
    try add(.rightsHolder, "rights-holder", rightsHolder, rightsHolderIDs, rightsHolderKinds, to: &parties)
    try add(.complainant, "complainant", complainant, [], [], to: &parties)
    try add(.thirdParty, "third-party", thirdParty, [], [], to: &parties)
    return parties
  }

  private func add(
    _ role: Party.Role, _ option: String, _ names: [String], _ ids: [String], _ kinds: [Party.Kind],
    to parties: inout [Party]
  ) throws {
    try ClientFault.requireOwners(names.count, "--\(option)", [("--\(option)-id", ids.count)])
    try ClientFault.requireOwners(names.count, "--\(option)", [("--\(option)-kind", kinds.count)])
    for (index, name) in names.enumerated() {
      let field = "parties.\(parties.count)"
      parties.append(
        Party(
          role: role, kind: index < kinds.count ? kinds[index] : .unstated, name: try Line(name, of: "\(field).name"),
          identityNumber: try Line.optional(
            index < ids.count ? ids[index] : nil, of: "\(field).identityNumber")))
    }
  }
}

extension ClientFault {
  /// - Throws: `cli.fault.option-stray` if an option is given more often than what it belongs to.
  static func requireOwners(_ count: Int, _ owner: String, _ options: [(name: String, count: Int)]) throws {
    for option in options where option.count > count {
      throw ClientFault(.usage, "option-stray", ["option": option.name, "owner": owner])
    }
  }
}
