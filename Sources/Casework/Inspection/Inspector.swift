/// One of those who may be drawn to inspect (执法检查人员).
public struct Inspector: Codable, Sendable, Hashable {
  /// The name as papers print it.
  public var name: Line
  /// Number of the certificate of law enforcement (行政执法证件).
  public var certificate: Line

  /// Lists an inspector.
  public init(name: Line, certificate: Line) { (self.name, self.certificate) = (name, certificate) }

  /// The inspector's line in the canonical text of the lists: `inspector`, name and certificate, parted by tabs.
  public var line: String { ["inspector", name.wire, certificate.wire].joined(separator: "\t") }
}

/// An inspector who must not inspect a target (回避).
public struct InspectionConflict: Codable, Sendable, Hashable {
  /// Number of the inspector's certificate.
  public var certificate: Line
  /// The target's number.
  public var identityNumber: Line

  /// States a conflict of interest.
  public init(certificate: Line, identityNumber: Line) {
    (self.certificate, self.identityNumber) = (certificate, identityNumber)
  }

  /// Its line in the canonical text of the lists: `conflict`, certificate and number, parted by tabs.
  public var line: String { ["conflict", certificate.wire, identityNumber.wire].joined(separator: "\t") }

  /// The conflict with the target's number as the standard writes it; `nil` if it is none.
  var canonical: InspectionConflict? {
    do {
      let code = try UnifiedSocialCreditCode(parsing: identityNumber.wire)
      return InspectionConflict(certificate: certificate, identityNumber: try Line(wire: code.description))
    } catch {
      return nil
    }
  }
}
