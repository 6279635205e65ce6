import Law

/// Which case files a list shows. Every part narrows; nothing set shows all the officer may see.
public struct CaseFileFilter: Sendable, Equatable {
  /// Words that must all occur in number, summary, names, rights or goods; one Chinese character is enough.
  public var search: String?
  /// Kind of intellectual property.
  public var ipType: IPType?
  /// The agency that has the file.
  public var owner: AgencyCode?
  /// Kind of the latest proceeding.
  public var kind: ProceedingKind?
  /// Its state.
  public var state: String?
  /// Only files that a cell of a report counts.
  public var cell: ReportCell?
  /// Only files logged before this key: the cursor of the next page.
  public var before: Int64?
  /// How many at most, 1 to 500.
  public var limit: Int

  /// How many where nobody says.
  public static let usualLimit = 50

  /// Up to which number a total is counted: past that it says nothing to a person and costs more than the list.
  public var countLimit: Int { search == nil ? 10_000 : 1000 }

  /// Whether the file whose time limit ends first comes first, rather than the latest; files without one are left out.
  public var byDue = false

  /// Whether the total is asked for too; counting costs more than listing.
  public var wantsTotal = false

  /// A filter that shows everything, `limit` at a time.
  public init(limit: Int) { self.limit = min(500, max(1, limit)) }
}

/// What a cell of a report counts: case files with a milestone in a period, as recorded by an instant.
public struct ReportCell: Sendable, Equatable {
  /// The milestone.
  public var milestone: Milestone
  /// Only entries with a fine.
  public var withFine: Bool
  /// Only entries with gains confiscated.
  public var withConfiscation: Bool
  /// The agency whose act it was; all if `nil`.
  public var agency: AgencyCode?
  /// First and last day, both inclusive. An entry counts if it surely happened within.
  public var period: ClosedRange<Day>
  /// What was recorded later does not count.
  public var asOf: Instant

  /// Describes a cell.
  public init(
    milestone: Milestone, withFine: Bool, withConfiscation: Bool, agency: AgencyCode?, period: ClosedRange<Day>,
    asOf: Instant
  ) {
    (self.milestone, self.withFine, self.withConfiscation) = (milestone, withFine, withConfiscation)
    (self.agency, self.period, self.asOf) = (agency, period, asOf)
  }
}
