import Foundation
import Postgres
import Schema
import Synchronization
import Testing

/// Gives each test a database of its own, cloned from a migrated template.
///
/// ```swift
/// @Test(.database) func aCaseIsLogged() async throws { let registry = Registry(TestDatabase.service) … }
/// ```
public struct DatabaseTrait: TestTrait, SuiteTrait, TestScoping {
  public let isRecursive = true

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    await Gate.shared.enter()
    do {
      try await TestDatabase.provide(function)
    } catch {
      await Gate.shared.leave()
      throw error
    }
    await Gate.shared.leave()
  }
}

extension Trait where Self == DatabaseTrait {
  /// A fresh database with the current schema and reference data.
  public static var database: Self { Self() }
}

/// The database of the running test.
public enum TestDatabase {
  @TaskLocal static var name = "postgres"

  /// The test cluster, as `Scripts/postgres start` printed it.
  static let cluster = ProcessInfo.processInfo.environment["IPCASE_TEST_CLUSTER"] ?? ""

  /// As its owner: not bound by row-level security.
  public static var owner: Database { Database(conninfo, connections: 2) }
  /// As the service: bound by it.
  public static var service: Database { Database(conninfo, connections: 4, role: "ipcase_service") }
  /// How libpq is told of it.
  public static var conninfo: String { "\(cluster) dbname=\(name)" }

  private static let serial = Atomic<Int>(0)

  private static let template = Task {
    // A test that drops databases never talks to a server it was not given a private socket of.
    guard cluster.hasPrefix("host=/") else { throw NoCluster() }
    let administration = Database("\(cluster) dbname=postgres", connections: 1, patience: .seconds(120))
    let name = "ipcase_template_\(ProcessInfo.processInfo.processIdentifier)"
    try await administration.autocommit { try $0.script("create database \(name)") }
    _ = try await Schema.migrate(
      Database("\(cluster) dbname=\(name)", connections: 1), appliedAt: "2026-11-22 00:00:00+00")
    try await Database("\(cluster) dbname=\(name)", connections: 1).autocommit { try $0.script(certificates) }
    return (administration, name)
  }

  /// 甲 and 乙 hold certificates in every agency that penalises.
  private static let certificates = """
    insert into certificate (number, agency, holder, valid_from, valid_to)
    select code || '-' || holder, code, holder, '2005-01-01', '2030-12-31'
    from agency, unnest(array['甲', '乙']) holder where kind in ('enforcement', 'customs', 'town')
    """

  /// There is no test cluster; `Scripts/test` starts one.
  public struct NoCluster: Error {}

  /// Runs `function` with a database of its own, also inside a test that has one.
  public static func provide(_ function: @Sendable () async throws -> Void) async throws {
    let (administration, template) = try await template.value
    let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
    let name = "test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    try await administration.autocommit { db in
      try db.script("create database \(name) template \(template) strategy file_copy")
    }
    do {
      try await $name.withValue(name) { try await function() }
    } catch {
      try? await drop(name, administration)
      throw error
    }
    try await drop(name, administration)
  }

  private static func drop(_ name: String, _ administration: Database) async throws {
    try await administration.autocommit { try $0.script("drop database \(name) with (force)") }
  }
}

/// Lets a few tests at a time have a database: Swift Testing starts all at once.
actor Gate {
  static let shared = Gate(limit: 4)
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(limit: Int) { free = limit }

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
