import ArgumentParser
import Casework

// Codes of the domain as values of options: their help names every one, and any other is a mistake of usage.

extension IPType: ExpressibleByArgument {}
extension LeadSource: ExpressibleByArgument {}
extension Channel: ExpressibleByArgument {}
extension Matter: ExpressibleByArgument {}
extension CaseFlag: ExpressibleByArgument {}
extension Town: ExpressibleByArgument {}
extension Party.Kind: ExpressibleByArgument {}
extension Goods.PriceBasis: ExpressibleByArgument {}
extension ReferralBasis: ExpressibleByArgument {}
extension Referral.Box: ExpressibleByArgument {}

extension WireText {
  /// Reads a value given on the command line.
  ///
  /// - Throws: What the value is refused for, blamed on `field`.
  init(_ text: String, of field: String) throws(Refusal) {
    do throws(Refusal) { try self.init(wire: text) } catch { throw error.at(field) }
  }

  /// Reads a value that may be left out.
  ///
  /// - Throws: What the value is refused for, blamed on `field`.
  static func optional(_ text: String?, of field: String) throws(Refusal) -> Self? {
    guard let text else { return nil }
    return try Self(text, of: field)
  }
}
