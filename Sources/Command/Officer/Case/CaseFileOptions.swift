import ArgumentParser
import Casework

/// A case file given by options: every field of `CaseFileRequest`.
///
/// The n-th number, kind or measure belongs to the n-th party, right or goods.
struct CaseFileOptions: ParsableArguments {
  /// Kind of intellectual property.
  @Option(help: Words.help("cli.case.new.ip-type"))
  var ipType: IPType?

  /// What it is about, in a line.
  @Option(help: Words.help("cli.case.new.summary"))
  var summary: String?

  /// How the lead came.
  @Option(help: Words.help("cli.case.new.lead-source"))
  var leadSource: LeadSource?

  /// When it came; a month or a year where the day is not known.
  @Option(help: Words.help("cli.case.new.lead-on"))
  var leadOn: String?

  /// Where the goods were offered.
  @Option(help: Words.help("cli.case.new.channel"))
  var channel: Channel?

  /// Place in words.
  @Option(help: Words.help("cli.case.new.place"))
  var place: String?

  /// Town or street of the district.
  @Option(help: Words.help("cli.case.new.town"))
  var town: Town?

  /// By summary procedure.
  @Flag(help: Words.help("cli.case.new.simple"))
  var simple = false

  /// What kind of violation.
  @Option(help: Words.help("cli.case.new.matter"))
  var matter: Matter?
  /// A mark for statistics.
  @Option(name: .customLong("flag"), help: Words.help("cli.case.new.flag"))
  var flags: [CaseFlag] = []
  /// The parties.
  @OptionGroup var parties: PartyOptions
  /// The rights and the goods.
  @OptionGroup var things: RightAndGoodsOptions
  /// The money.
  @OptionGroup var amounts: AmountOptions

  /// Whether anything is given.
  var isGiven: Bool {
    ipType != nil || summary != nil || leadSource != nil || leadOn != nil || channel != nil || place != nil
      || town != nil || simple || matter != nil || !flags.isEmpty || parties.isGiven || things.isGiven
      || amounts.isGiven
  }

  /// The request.
  ///
  /// - Throws: `cli.fault.option-missing`, `cli.fault.option-stray`, and what a value is refused for.
  func request() throws -> CaseFileRequest {
    guard let ipType else { throw Self.missing("--ip-type") }
    guard let summary else { throw Self.missing("--summary") }
    guard let leadSource else { throw Self.missing("--lead-source") }
    guard let leadOn else { throw Self.missing("--lead-on") }
    let (rights, goods) = (try things.rights(of: ipType), try things.goodsList())
    var request = CaseFileRequest(
      ipType: ipType, summary: try Line(summary, of: "summary"), leadSource: leadSource,
      leadOn: try When(leadOn, of: "leadOn"), channel: channel, place: try Line.optional(place, of: "place"),
      town: town, simple: simple ? true : nil, parties: try parties.list(), rights: rights.isEmpty ? nil : rights,
      goods: goods.isEmpty ? nil : goods, amounts: try amounts.amounts())
    (request.matter, request.flags) = (matter, flags.isEmpty ? nil : flags)
    return request
  }

  private static func missing(_ option: String) -> ClientFault {
    ClientFault(.usage, "option-missing", ["option": option])
  }
}
