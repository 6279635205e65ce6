import Casework
import Law
import Postgres

/// A certificate of law enforcement (行政执法证件).
public struct Certificate: Sendable, Equatable {
  /// Its number.
  public let number: Line
  /// The agency of its holder.
  public let agency: AgencyCode
  /// The holder's name as papers print it.
  public let holder: Line
  /// First and last day in force.
  public let validity: ClosedRange<Day>
  /// First day on which it no longer is, where it was withdrawn early.
  public let revokedOn: Day?

  /// Describes a certificate.
  public init(number: Line, agency: AgencyCode, holder: Line, validity: ClosedRange<Day>, revokedOn: Day? = nil) {
    (self.number, self.agency, self.holder) = (number, agency, holder)
    (self.validity, self.revokedOn) = (validity, revokedOn)
  }
}

extension Registry {
  /// Records certificates; one that is recorded already gets the days given now. For the administrator.
  ///
  /// - Throws: `agency.unknown`, `text.too-long`.
  public func record(_ certificates: [Certificate]) async throws {
    try await database.transaction { db in
      for certificate in certificates {
        _ = try certificate.number.atMost(40, "number")
        _ = try certificate.holder.atMost(60, "holder")
        try db.execute(
          """
          insert into certificate (number, agency, holder, valid_from, valid_to, revoked_on)
          values (\(certificate.number), \(certificate.agency), \(certificate.holder),
            \(certificate.validity.lowerBound)::date, \(certificate.validity.upperBound)::date,
            \(certificate.revokedOn)::date)
          on conflict on constraint certificate_pkey do update set agency = excluded.agency, holder = excluded.holder,
            valid_from = excluded.valid_from, valid_to = excluded.valid_to, revoked_on = excluded.revoked_on
          """,
          orThrow: [
            "certificate_agency": Refusal(
              .invalid, "agency.unknown", field: "agency", ["agency": .text(certificate.agency.rawValue)])
          ])
      }
    }
  }

  /// Every certificate, by agency and holder. For the administrator.
  public func certificates() async throws -> [Certificate] {
    try await database.snapshot { db in
      try db.all(
        """
        select number, agency, holder, valid_from, valid_to, revoked_on from certificate
        order by agency, holder, number
        """
      ) { row in
        let (from, to): (Day, Day) = (try row["valid_from"], try row["valid_to"])
        return Certificate(
          number: try row["number"], agency: try row["agency"], holder: try row["holder"], validity: from...to,
          revokedOn: try row["revoked_on"])
      }
    }
  }
}
