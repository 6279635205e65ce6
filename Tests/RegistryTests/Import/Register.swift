import Casework
import Registry
import TestSupport

/// A small register of cases, as bytes. People and companies are fictional.
enum Register {
  static let heading = "case_ref,source_title,ip_type,procedure,respondent"
  static let first = "G1,销售假冒商标服装案,trademark,penalty,灯湖服饰商行"
  static let second = "G2,侵犯商标专用权案,商标,行政处罚,桂澜鞋店"

  static func bytes(_ lines: String..., end: String = "\n") -> [UInt8] {
    Array(lines.map { $0 + end }.joined().utf8)
  }

  /// What became of one line, but for numbers of case files: those of a rehearsal are given to nobody.
  struct Outcome: Equatable {
    let line: Int
    let key: String
    let isImported: Bool
    let columns: [RegisterColumn?]
    let codes: [String]

    init(_ outcome: LineOutcome) {
      (line, key, isImported) = (outcome.line, outcome.key, outcome.isImported)
      columns = outcome.faults.map(\.column)
      codes = outcome.faults.map(\.refusal.code)
    }
  }

  static func imported(
    _ bytes: [UInt8], by officer: Officer, rehearsal: Bool = false
  ) async throws -> ImportOutcome {
    try await Registry(TestDatabase.service).importRegister(
      RegisterTable(csv: bytes), fileName: "register.csv", rehearsal: rehearsal, isDemo: false, by: officer,
      now: Given.now
    ) { _, _ in }
  }
}
