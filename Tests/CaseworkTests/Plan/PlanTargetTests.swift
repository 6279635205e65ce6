import Casework
import Law
import Testing

/// The six targets of the plan, 一(三), with the words that it uses.
@Suite struct PlanTargetTests {
  private static func target(
    _ comparison: PlanTarget.Comparison, _ word: String, _ measure: PlanTarget.Measure, _ value: String
  ) -> PlanTarget {
    PlanTarget(
      key: "x", chinese: "指标", english: "Indicator", comparison: comparison, word: word, measure: measure,
      value: Sample.sure { try Quantity(wire: value) }, unit: .piece, measuredIn: .piece, years: 2022...2025)
  }

  private static let patents = target(.exceed, "突破", .stock, "12000")
  private static let trademarks = target(.exceed, "突破", .stock, "250000")
  private static let output = target(.yearlyGrowth, "每年递增", .yearly, "5")
  private static let copyrights = target(.reach, "达", .stock, "25000")
  private static let standards = target(.atLeast, "以上", .flow, "60")
  private static let pledges = target(.exceed, "超", .flow, "1500000000")

  private func figures(_ figures: [Int: String]) throws -> [Int: Quantity] {
    try figures.mapValues { try Quantity(wire: $0) }
  }

  @Test(
    arguments: [
      (patents, "12000", false), (patents, "12001", true), (patents, "12000.001", true), (patents, "0", false),
      (trademarks, "250000", false), (trademarks, "250001", true), (copyrights, "24999", false),
      (copyrights, "25000", true), (copyrights, "25001", true), (copyrights, "24999.999", false),
    ] as [(PlanTarget, String, Bool)])
  func toExceedIsMoreAndToReachIsAsMany(target: PlanTarget, value: String, met: Bool) throws {
    let reading = target.reading(of: try figures([2025: value]), in: 2025)
    #expect(reading == PlanTarget.Reading(value: value, met: met, missing: []))
  }

  @Test func aStockIsThatOfTheYearAndOfNoOther() throws {
    let measured = try figures([2023: "13000", 2024: "11000"])
    #expect(Self.patents.reading(of: measured, in: 2024).met == false)
    #expect(Self.patents.reading(of: measured, in: 2025) == .init(value: nil, met: nil, missing: [2025]))
  }

  @Test(arguments: [patents, trademarks, output, copyrights, standards, pledges])
  func whatNobodyMeasuredIsNeitherMetNorZero(target: PlanTarget) {
    let reading = target.reading(of: [:], in: 2025)
    #expect(reading.value == nil)
    #expect(reading.met == nil)
    #expect(reading.missing.isEmpty == false)
  }

  @Test func newOnesAddUpOverTheYearsOfThePlan() throws {
    let sixty = try figures([2022: "10", 2023: "15", 2024: "15", 2025: "20"])
    #expect(Self.standards.reading(of: sixty, in: 2025) == .init(value: "60", met: true, missing: []))
    #expect(Self.standards.reading(of: sixty, in: 2024) == .init(value: "40", met: false, missing: []))
    // What came before the plan or after it does not count.
    let around = try figures([2021: "100", 2022: "10", 2023: "15", 2024: "15", 2025: "19", 2026: "100"])
    #expect(Self.standards.reading(of: around, in: 2026) == .init(value: "59", met: false, missing: []))
  }

  @Test func aYearThatIsMissingLeavesOpenWhetherThereAreEnough() throws {
    let some = try figures([2022: "10", 2024: "15"])
    #expect(Self.standards.reading(of: some, in: 2025) == .init(value: "25", met: nil, missing: [2023, 2025]))
    let enough = try figures([2022: "60"])
    #expect(Self.standards.reading(of: enough, in: 2025) == .init(value: "60", met: true, missing: [2023, 2024, 2025]))
  }

  @Test func pledgesMustExceedFifteenHundredMillionYuan() throws {
    let equal = try figures([2022: "300000000", 2023: "400000000", 2024: "400000000", 2025: "400000000"])
    #expect(Self.pledges.reading(of: equal, in: 2025) == .init(value: "1500000000", met: false, missing: []))
    var more = equal
    more[2025] = try Quantity(wire: "400000000.01")
    #expect(Self.pledges.reading(of: more, in: 2025).met == true)
  }

  @Test(arguments: [
    ("1000000", "1050000", "5", true), ("1000000", "1049999", "4.99", false), ("1000000", "1050001", "5", true),
    ("3", "3.149", "4.96", false), ("3", "3.15", "5", true), ("1000000", "1000000", "0", false),
    ("1000000", "999999", "-0.01", false), ("1000000", "500000", "-50", false),
    ("999999999999.999", "999999999999.999", "0", false), ("0.001", "999999999999.999", "99999999999999800", true),
  ])
  func outputGrowsByAtLeastFivePerCentOverTheYearBefore(before: String, now: String, growth: String, met: Bool) throws {
    let reading = Self.output.reading(of: try figures([2024: before, 2025: now]), in: 2025)
    #expect(reading.met == met)
    #expect(reading.value == growth)
  }

  @Test func growthDoesNotAddUpOverYears() throws {
    let measured = try figures([2022: "100", 2023: "120", 2024: "121"])
    #expect(Self.output.reading(of: measured, in: 2023).met == true)
    #expect(Self.output.reading(of: measured, in: 2024) == .init(value: "0.83", met: false, missing: []))
    #expect(Self.output.reading(of: measured, in: 2022) == .init(value: nil, met: nil, missing: [2021]))
    #expect(Self.output.reading(of: measured, in: 2025).missing == [2025])
    // From nothing there is no rate.
    #expect(Self.output.reading(of: try figures([2023: "0", 2024: "5"]), in: 2024).met == nil)
  }
}

@Suite struct PlanMeasurementTests {
  private func figure(_ id: Int64, _ asOf: String, _ value: String) throws -> PlanMeasurement {
    PlanMeasurement(
      id: id, target: "x", asOf: try #require(PartialDay(asOf)), value: try Quantity(wire: value), source: "统计",
      agency: Sample.bureau, officer: "测试员", recordedAt: Sample.today.start)
  }

  @Test func theLatestDayOfAYearCountsAndOfTwoTheOneRecordedLast() throws {
    let figures = [
      try figure(1, "2025-06-30", "1"), try figure(2, "2025-09-30", "2"), try figure(3, "2025-06-30", "3"),
      try figure(4, "2024", "4"), try figure(5, "2024-12-31", "5"), try figure(6, "2023", "6"),
    ]
    #expect(figures.byYear.mapValues(\.wire) == [2025: "2", 2024: "5", 2023: "6"])
    #expect((figures + [try figure(7, "2025-09-30", "7")]).byYear[2025]?.wire == "7")
  }

  @Test(
    arguments: [
      ("2025-12-31", nil, nil), ("2026-11-20", nil, nil), ("2026-11-21", "date.future", "asOf"),
      ("2026", "date.future", "asOf"), ("2026-11", "date.future", "asOf"), ("2021", nil, nil),
      ("2020", "plan.year", "asOf"),
    ] as [(String, String?, String?)])
  func aFigureIsOfATimeThatIsOver(asOf: String, code: String?, field: String?) throws {
    let target = PlanTarget(
      key: "x", chinese: "指标", english: "Indicator", comparison: .reach, word: "达", measure: .stock,
      value: try Quantity(wire: "1"), unit: .piece, measuredIn: .piece, years: 2022...2025)
    let request = PlanMeasurementRequest(
      target: try Line(wire: "x"), asOf: try When(wire: asOf), value: try Quantity(wire: "1"),
      source: try Line(wire: "统计"))
    let refused = refusal { () throws(Refusal) in
      try request.check(for: target, by: Sample.officer(.statistician), on: Sample.today)
    }
    #expect(refused?.code == code)
    #expect(refused?.field == field)
    let clerk = refusal { () throws(Refusal) in
      try request.check(for: target, by: Sample.officer(.clerk), on: Sample.today)
    }
    #expect(clerk?.code == "role.missing")
  }
}
