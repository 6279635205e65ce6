import Foundation
import Testing

@testable import Handoff

/// What an agency says of the packages of a day, as another reads it.
struct AccountStatementTests {
  /// SHA-256 of nothing, and of `b\n`, as sha256sum prints them.
  private static let none = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  private static let one = "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f"

  @Test func packagesOfADayAreCountedByTheirNames() {
    let (empty, single) = (AccountStatement.Count(of: []), AccountStatement.Count(of: ["b"]))
    #expect(empty.count == 0 && empty.digest == Self.none)
    #expect(single.count == 1 && single.digest == Self.one)
  }

  @Test(
    arguments: [
      (0, none, true), (1_000_000, none, true), (-1, none, false), (1_000_001, none, false),
      (Int.max, none, false), (1, "", false), (1, String(none.dropLast()), false), (1, none + "0", false),
      (1, String(repeating: "z", count: 64), false),
    ])
  func aCountThatCannotBeOneIsNotPlausible(count: Int, digest: String, isPlausible: Bool) throws {
    let line = Data(#"{"count":\#(count),"digest":"\#(digest)"}"#.utf8)
    #expect(try JSONDecoder().decode(AccountStatement.Count.self, from: line).isPlausible == isPlausible)
  }
}
