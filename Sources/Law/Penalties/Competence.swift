/// The power of an agency to impose penalties for a kind of right (执法权限).
public struct Competence: Sendable, Equatable {
  /// Key.
  public let key: String
  /// First and last day.
  public let validity: ClosedRange<Day>
  /// The kind of right, such as `trademark`.
  public let ipType: String
  /// Codes of the agencies that have the power.
  public let agencies: [String]
  /// The competent body in words.
  public let name: BilingualText
  /// What it rests on.
  public let authority: Authority

  init(_ row: LawRow) throws(LawFault) {
    (key, validity, name, authority) = (row.key, try row.validity(), try row.name(), try row.authority())
    (ipType, agencies) = (try row.text("ip_type"), row.words("agencies"))
  }
}
