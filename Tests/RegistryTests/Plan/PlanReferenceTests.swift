import Casework
import Postgres
import Registry
import TestSupport
import Testing

/// The committed tables against the plan of 2022-09-30, whose brackets are written out here.
@Suite(.database) struct PlanReferenceTests {
  private static let towns = ["桂城街道", "九江镇", "西樵镇", "丹灶镇", "狮山镇", "大沥镇", "里水镇"]
  /// 区知识产权工作联席会议成员单位: the plan lists none, so every agency of the district that it names.
  private static let members =
    [
      "区人民政府办公室", "区委组织部", "区知识产权局", "区文广旅体局", "区发改局", "区科技局", "区经促局", "区农业农村局",
      "区国资局", "区金融办", "区司法局", "区档案馆", "区法院", "区检察院", "公安分局", "自然资源分局", "佛山海关驻南海办事处",
      "佛山高新区南海管理局", "佛山中德服务区南海建设局",
    ] + towns
  private static let zones = ["佛山高新区南海管理局", "佛山中德服务区南海建设局"]

  /// The bracket of a task: who leads by which word, and who takes part by which word.
  private struct Bracket {
    var lead: [String] = []
    var leadWord = ""
    let others: [String]
    let word: String

    /// 牵头, 分工负责
    static func led(_ others: [String]...) -> Bracket {
      Bracket(lead: ["区知识产权局"], leadWord: "lead", others: others.flatMap(\.self), word: "share")
    }

    /// 按职责牵头, 分工负责
    static func ledJointly(_ others: [String]...) -> Bracket {
      Bracket(
        lead: ["区知识产权局", "区文广旅体局"], leadWord: "joint-lead", others: others.flatMap(\.self), word: "share")
    }

    /// 按职责分工负责
    static func shared(_ others: [String]...) -> Bracket {
      Bracket(others: others.flatMap(\.self), word: "share-by-duty")
    }
  }

  private static let brackets: [Bracket] = [
    .led(members.filter { $0 != "区知识产权局" }),
    .ledJointly(towns),
    .led(["区发改局", "区科技局", "区经促局", "区农业农村局", "区文广旅体局", "区国资局", "区金融办"], zones, towns),
    .shared(["区法院", "区检察院", "公安分局", "佛山高新区南海管理局"]),
    .shared(["区知识产权局", "区文广旅体局", "区农业农村局", "自然资源分局", "佛山海关驻南海办事处"], towns),
    .shared(
      [
        "区法院", "区检察院", "公安分局", "区司法局", "区知识产权局", "区文广旅体局", "区农业农村局", "自然资源分局",
        "佛山海关驻南海办事处",
      ], towns),
    .ledJointly(["区发改局", "区科技局", "区经促局", "区国资局"], zones, towns),
    .led(["区发改局", "区科技局", "区经促局", "区文广旅体局", "区国资局", "区金融办"], zones, towns),
    .led(["区文广旅体局", "区农业农村局", "区档案馆"], towns),
    .led(["区文广旅体局", "区国资局"], zones, towns),
    .led(["区发改局", "区文广旅体局"], zones, towns),
    .led(towns),
    .shared(
      ["区法院", "区检察院", "公安分局", "区司法局", "区知识产权局", "区文广旅体局", "区农业农村局", "佛山海关驻南海办事处"],
      towns),
    .led(towns),
    // 分工负责 without 牵头: nobody leads here either.
    Bracket(others: ["区委组织部", "区知识产权局", "区文广旅体局"], word: "share"),
    .led(members.filter { $0 != "区知识产权局" }),
  ]

  @Test func everyAgencyOfEveryBracketIsThereWithItsWord() async throws {
    for (index, bracket) in Self.brackets.enumerated() {
      let number = index + 1
      let found = try await District.look(
        """
        select g.name_zh || ' ' || a.part as value from plan_task_agency a join agency g on g.code = a.agency
        where a.task = \(number) order by a.position
        """)
      let expected =
        bracket.lead.map { "\($0) \(bracket.leadWord)" } + bracket.others.map { "\($0) \(bracket.word)" }
      #expect(found == expected, "task \(number)")
    }
    #expect(try await District.look("select count(*)::text as value from plan_task_agency where task > 16") == ["0"])
  }

  @Test func thereAreSixteenTasksAndFiveOfThemHaveNoLead() async throws {
    #expect(try await District.look("select number::text as value from plan_task order by number").count == 16)
    let leaderless = try await District.look(
      """
      select t.number::text as value from plan_task t where not exists (select from plan_task_agency a
        where a.task = t.number and a.part in ('lead', 'joint-lead')) order by t.number
      """)
    #expect(leaderless == ["4", "5", "6", "13", "15"])
    // Four say so by 按职责分工负责.
    let byDuty = try await District.look(
      "select number::text as value from plan_task where bracket_zh like '%按职责分工负责' order by number")
    #expect(byDuty == ["4", "5", "6", "13"])
  }

  @Test func theBracketSaysWhatTheRowsSay() async throws {
    let brackets = try await District.look("select bracket_zh as value from plan_task order by number")
    for (index, bracket) in Self.brackets.enumerated() {
      let text = brackets[index]
      let towns = Set(Self.towns)
      let isMembers = text.contains("成员单位")
      for name in bracket.lead + (isMembers ? [] : bracket.others.filter { !towns.contains($0) }) {
        #expect(text.contains(name), "\(name) in task \(index + 1)")
      }
      #expect(text.contains("各镇(街道)") == (!isMembers && bracket.others.contains("桂城街道")), "task \(index + 1)")
    }
  }

  @Test func theSixTargetsHaveThePlansFiguresAndWords() async throws {
    let targets = try await District.look(
      """
      select concat_ws(' ', name_zh, word_zh, comparison, measure, trim_scale(value), unit) as value
      from plan_target order by position
      """)
    #expect(
      targets == [
        "有效发明专利 突破 exceed stock 12000 piece", "有效注册商标 突破 exceed stock 250000 piece",
        "地理标志产业产值 每年递增 yearly-growth yearly 5 percent", "版权登记总量 达 reach stock 25000 piece",
        "新增专利技术转化先进标准 以上 at-least flow 60 item", "新增知识产权质押登记金额 超 exceed flow 1500000000 yuan",
      ])
  }

  @Test func everyRowNamesItsSource() async throws {
    for table in ["plan_task", "plan_task_agency", "plan_target"] {
      let bare = try await District.look(
        "select t::text as value from \(trusted: table) t where source not like 'district plan of 2022-09-30%'")
      #expect(bare == [], "\(table)")
    }
  }
}
