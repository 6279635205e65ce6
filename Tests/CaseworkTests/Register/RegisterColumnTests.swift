import Casework
import Testing

@Suite struct RegisterColumnTests {
  @Test(arguments: RegisterColumn.allCases) func aColumnIsFoundByEitherHeading(column: RegisterColumn) {
    #expect(RegisterColumn(heading: column.rawValue) == column)
    #expect(RegisterColumn(heading: column.chinese) == column)
  }

  @Test(arguments: [
    (" Case_Ref ", RegisterColumn.caseRef), ("\u{FEFF}case_ref", .caseRef), ("案件 编号", .caseRef),
    ("罚款（元）", .fine), ("罚款(元)", .fine), ("IP_TYPE", .ipType), ("当事人\n", .respondent),
  ])
  func caseBlanksAndBracketsDoNotMatter(heading: String, column: RegisterColumn) {
    #expect(RegisterColumn(heading: heading) == column)
  }

  @Test func widthDoesNotMatter() {
    #expect(RegisterColumn(heading: "ｃａｓｅ＿ｒｅｆ") == .caseRef)
  }

  @Test(arguments: ["", "case", "case_ref2", "编号", "fine", "罚款"]) func anotherHeadingIsNone(heading: String) {
    #expect(RegisterColumn(heading: heading) == nil)
  }

  @Test func headingsDiffer() {
    #expect(Set(RegisterColumn.allCases.map(\.chinese)).count == RegisterColumn.allCases.count)
    #expect(RegisterColumn.required == [.caseRef, .sourceTitle, .ipType, .procedure])
  }
}
