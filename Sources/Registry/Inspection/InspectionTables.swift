import Casework

/// The lists of a random inspection as tables of comma- or tab-separated values, in UTF-8 or GB18030, with or without a
/// heading.
///
/// Targets have name, number and, if need be, group; inspectors have name and certificate; conflicts have certificate and
/// number.
public enum InspectionTable {
  /// First cells that make a record a heading.
  private static let headings: Set<String> = [
    "name", "名称", "姓名", "企业名称", "机构名称", "检查对象", "检查对象名称", "检查人员", "certificate", "执法证号", "证件编号", "执法证件编号", "行政执法证件编号",
  ]

  /// Reads targets.
  ///
  /// - Throws: `inspection.row`, `inspection.cells`, and what a table is refused for, all blamed on `targets`.
  public static func targets(_ bytes: [UInt8]) throws(Refusal) -> [InspectionTarget] {
    var targets: [InspectionTarget] = []
    for record in try records(bytes, "targets", 2...3) {
      let number = try cell(record, 1, "targets", "identityNumber")
      do throws(IdentityFault) { _ = try UnifiedSocialCreditCode(parsing: number.wire) } catch {
        throw row(record, "targets", "identityNumber", error.rawValue)
      }
      let isGrouped = record.cells.count > 2 && !record.cells[2].trimmingBlanks.isEmpty
      var target = InspectionTarget(name: try cell(record, 0, "targets", "name"), identityNumber: number)
      if isGrouped { target.group = try cell(record, 2, "targets", "group") }
      targets.append(target)
    }
    return targets
  }

  /// Reads inspectors.
  ///
  /// - Throws: The same, blamed on `inspectors`.
  public static func inspectors(_ bytes: [UInt8]) throws(Refusal) -> [Inspector] {
    var inspectors: [Inspector] = []
    for record in try records(bytes, "inspectors", 2...2) {
      inspectors.append(
        Inspector(
          name: try cell(record, 0, "inspectors", "name"),
          certificate: try cell(record, 1, "inspectors", "certificate")))
    }
    return inspectors
  }

  /// Reads conflicts; there may be none.
  ///
  /// - Throws: The same, blamed on `conflicts`.
  public static func conflicts(_ bytes: [UInt8]) throws(Refusal) -> [InspectionConflict] {
    guard bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { return [] }
    var conflicts: [InspectionConflict] = []
    for record in try records(bytes, "conflicts", 2...2) {
      conflicts.append(
        InspectionConflict(
          certificate: try cell(record, 0, "conflicts", "certificate"),
          identityNumber: try cell(record, 1, "conflicts", "identityNumber")))
    }
    return conflicts
  }

  private static func records(
    _ bytes: [UInt8], _ list: String, _ cells: ClosedRange<Int>
  ) throws(Refusal) -> [CommaSeparated.Record] {
    let table: CommaSeparated
    do throws(Refusal) { table = try CommaSeparated(bytes) } catch { throw error.at(list) }
    let isHeaded = table.records.first.map { headings.contains($0.cells[0].trimmingBlanks) } ?? false
    let records = Array(table.records.dropFirst(isHeaded ? 1 : 0))
    for record in records where !cells.contains(record.cells.count) {
      throw Refusal(
        .invalid, "inspection.cells", field: list,
        ["line": .text(String(record.line)), "count": .text(String(cells.upperBound))])
    }
    return records
  }

  private static func cell(
    _ record: CommaSeparated.Record, _ index: Int, _ list: String, _ column: String
  ) throws(Refusal) -> Line {
    do throws(Refusal) { return try Line(wire: record.cells[index]) } catch {
      // A sentence with gaps of its own cannot stand within another.
      throw error.arguments.isEmpty ? row(record, list, column, error.code) : error.at(list)
    }
  }

  private static func row(
    _ record: CommaSeparated.Record, _ list: String, _ column: String, _ code: String
  ) -> Refusal {
    Refusal(
      .invalid, "inspection.row", field: list,
      [
        "line": .text(String(record.line)), "column": .term("inspection.column.\(column)"),
        "problem": .term("refusals.\(code)"),
      ])
  }
}
