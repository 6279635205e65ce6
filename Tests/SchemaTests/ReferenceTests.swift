import Postgres
import Schema
import TestSupport
import Testing

@Suite(.database) struct ReferenceTests {
  private let owner = TestDatabase.owner
  private static let tables = ["instrument", "town", "agency", "ip_type", "proceeding_kind", "offence"]

  private func migrate() async throws { _ = try await Schema.migrate(owner, appliedAt: "2026-11-23") }

  private func rows() async throws -> [String: String] {
    try await owner.snapshot { db in
      try Dictionary(uniqueKeysWithValues: Self.tables.map { ($0, try db.rowsWithWriters(of: $0)) })
    }
  }

  @Test func filesLoadTwiceWithoutChange() async throws {
    let before = try await rows()
    try await migrate()
    #expect(try await rows() == before)
    #expect(before.values.allSatisfy { !$0.hasPrefix("0 ") })
  }

  @Test func aRowChangedByHandIsPutRight() async throws {
    let query: SQL = "select name_zh || ' ' || coalesce(number, '-') as n from instrument where key = 'order-310'"
    let right = try await owner.found(query)
    try await owner.run("update instrument set name_zh = '手改', number = null where key = 'order-310'")
    #expect(try await owner.found(query) == ["手改 -"])
    try await migrate()
    #expect(try await owner.found(query) == right)
    #expect(right == ["行政执法机关移送涉嫌犯罪案件的规定 国务院令第310号"])
  }

  @Test func aFieldThatTheFileLeavesEmptyIsNullAgain() async throws {
    let query: SQL = "select coalesce(effective_to::text, 'null') as n from instrument where key = 'patent-law'"
    try await owner.run("update instrument set effective_to = '2026-12-31' where key = 'patent-law'")
    try await migrate()
    #expect(try await owner.found(query) == ["null"])
  }

  @Test func aRowTakenAwayIsThereAgain() async throws {
    let rows: SQL = "select count(*)::text as n from price_step"
    let before = try await owner.found(rows)
    try await owner.run("delete from price_step")
    try await migrate()
    #expect(try await owner.found(rows) == before)
    #expect(before != ["0"])
  }

  @Test func aRowThatTheFileDoesNotHaveStays() async throws {
    try await owner.run("insert into ip_type values ('other', '其他', 'Other', 99, 'test')")
    try await migrate()
    #expect(try await owner.found("select source as n from ip_type where code = 'other'") == ["test"])
  }

  @Test func theRowsAroundAChangedOneAreLeftAlone() async throws {
    let others: SQL = "select string_agg(xmin::text || code, ',' order by code) as n from town where code <> 'GC'"
    let before = try await owner.found(others)
    try await owner.run("update town set position = 70 where code = 'GC'")
    try await migrate()
    #expect(try await owner.found(others) == before)
  }

  @Test(arguments: tables) func everyRowNamesItsSource(table: String) async throws {
    #expect(try await owner.found("select t::text as n from \(trusted: table) t where trim(source) = ''") == [])
    #expect(
      try await owner.found(
        "select t::text as n from \(trusted: table) t where trim(name_zh) = '' or trim(name_en) = ''") == [])
  }
}

@Suite(.database) struct DistrictTests {
  private let owner = TestDatabase.owner

  /// The agencies and bodies that the district's work plan of 2022-09-30 names.
  private static let agencies = [
    "区人民政府办公室", "区委组织部", "区知识产权局", "区文广旅体局", "区发改局", "区科技局", "区经促局", "区农业农村局", "区国资局",
    "区金融办", "区司法局", "区档案馆", "区法院", "区检察院", "公安分局", "自然资源分局", "佛山海关驻南海办事处",
    "佛山高新区南海管理局", "佛山中德服务区南海建设局",
    "桂城街道", "九江镇", "西樵镇", "丹灶镇", "狮山镇", "大沥镇", "里水镇",
    "区知识产权工作联席会议",
    "市知识产权局", "市知识产权保护中心", "区知识产权服务中心", "广州知识产权法院佛山巡回审判法庭",
    "国家海外知识产权纠纷应对指导中心佛山分中心", "金融与知识产权检察室", "知识产权保护工作站", "商标品牌指导站",
    "广东省专利导航服务基地", "国家中小微企业知识产权培训(南海)基地", "中国知识产权培训中心", "中国知识产权研究会",
  ]

  @Test func everyAgencyOfTheSeedPlanIsThere() async throws {
    #expect(Self.agencies.count == 39)
    let names = try await owner.found("select name_zh as n from agency")
    #expect(Set(names).symmetricDifference(Self.agencies) == [])
    #expect(names.count == 39)
  }

  @Test func sevenTownsHaveBothCodeSets() async throws {
    let towns = try await owner.found(
      "select name_zh || ' ' || civil_affairs_code || ' ' || statistics_code as n from town order by statistics_code")
    #expect(
      towns == [
        "桂城街道 440605001 440605011", "九江镇 440605101 440605121", "西樵镇 440605104 440605122",
        "丹灶镇 440605102 440605123", "狮山镇 440605106 440605124", "大沥镇 440605105 440605125",
        "里水镇 440605100 440605126",
      ])
  }

  @Test func everyTownIsAnAgencyOfItsOwn() async throws {
    let pairs = try await owner.found(
      "select a.name_zh || ' ' || a.kind as n from agency a join town t on t.code = a.town where a.name_zh = t.name_zh")
    #expect(
      Set(pairs) == ["桂城街道 town", "九江镇 town", "西樵镇 town", "丹灶镇 town", "狮山镇 town", "大沥镇 town", "里水镇 town"])
    #expect(try await owner.found("select code as n from agency where (kind = 'town') <> (town is not null)") == [])
  }

  @Test func theDemonstrationRegisterHasAHundredAndTwentyCasesOfKnownAgencies() async throws {
    let bytes = try Schema.demonstrationRegister()
    let header = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let columns = header.split(separator: ",").map { "\"\($0)\" text" }.joined(separator: ", ")
    let answer = try await owner.transaction { db in
      try db.script("create temp table register (\(columns)) on commit drop")
      // PostgreSQL's own reader of CSV.
      let copied = try db.copyIn("copy register from stdin (format csv, header true)", [bytes])
      let keys = try db.first("select count(distinct case_ref) as n from register") { try $0["n"] as Int }
      let strangers = try db.all(
        """
        select r.case_ref from register r
        where not exists (select from agency where code = r.owner_agency)
          or not exists (select from ip_type where code = r.ip_type)
          or not exists (select from proceeding_kind where code = r.procedure)
        """
      ) { try $0["case_ref"] as String }
      return (copied: copied, keys: keys, strangers: strangers)
    }
    #expect(answer.copied == 120)
    #expect(answer.keys == 120)
    #expect(answer.strangers == [])
  }
}
