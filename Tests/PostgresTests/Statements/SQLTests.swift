import Postgres
import Testing

@Suite struct SQLTests {
  @Test func aStatementWithoutParametersIsItsText() {
    let sql: SQL = "select '$1 \\ 值' as n"
    #expect(sql.text == "select '$1 \\ 值' as n")
  }

  @Test func parametersAreNumberedFromOne() {
    let sql: SQL = "select \(1), \("two"), \(true)"
    #expect(sql.text == "select $1, $2, $3")
  }

  @Test func aStatementMayBeginAndEndWithAParameter() {
    let sql: SQL = "\(1) + \(2)"
    #expect(sql.text == "$1 + $2")
  }

  @Test func aValueIsNowhereInTheText() {
    let sql: SQL = "select \("'; drop table agency; --")"
    #expect(sql.text == "select $1")
  }

  @Test func splicingRenumbersParameters() {
    let filter: SQL = "a = \(1) and b = \(2)"
    let sql: SQL = "select \(0) where \(filter) and c = \(3)"
    #expect(sql.text == "select $1 where a = $2 and b = $3 and c = $4")
  }

  @Test func theSameStatementSplicedTwiceBindsTwice() {
    let one: SQL = "(\("x"))"
    #expect(("values \(one), \(one)" as SQL).text == "values ($1), ($2)")
  }

  @Test func trustedTextIsSplicedAsItStands() {
    let table = "agency"
    let sql: SQL = "select from \(trusted: table) where code = \("IPB")"
    #expect(sql.text == "select from agency where code = $1")
  }

  @Test(arguments: [
    (0, ""), (1, "a = $1"), (3, "a = $1 and a = $2 and a = $3"),
  ])
  func joiningPutsTheSeparatorBetween(count: Int, text: String) {
    let sql = SQL.joined((0..<count).map { "a = \($0)" }, by: " and ")
    #expect(sql.text == text)
  }
}
