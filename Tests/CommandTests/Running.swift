import Foundation
import Postgres
import Registry
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// The executable itself, run as its users run it: a service on the running test's database, and commands against it.
struct Running {
  /// What a command left behind.
  struct Outcome {
    let exitCode: Int32
    let output: String
    let talk: String

    /// The output as a JSON object; empty if it is none.
    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
    }
  }

  let folder: URL
  let address: String

  /// Where SwiftPM put the executable: beside the tests.
  static let executable =
    Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    .map { $0.bundleURL.deletingLastPathComponent().appending(path: "ipcase") }
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "ipcase")

  /// Starts the service on a free port, runs `body`, and stops the service as Ctrl-C does.
  static func service(_ body: (Running) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipcase-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let service = Process()
    service.executableURL = executable
    service.arguments = ["serve", "--port", "0"]
    service.environment = environment(folder).merging(["DATABASE_URL": TestDatabase.conninfo]) { $1 }
    let talk = Pipe()
    service.standardError = talk
    try service.run()
    defer {
      service.interrupt()
      service.waitUntilExit()
    }
    // The line that names the address is the sign that the service answers; the pipe ends if it gives up.
    var said = ""
    while !said.contains("http://") {
      let more = talk.fileHandleForReading.availableData
      if more.isEmpty { throw GaveUp(said: said) }
      said += String(decoding: more, as: UTF8.self)
    }
    let address = said.split(whereSeparator: \.isWhitespace).first { $0.contains("http://") } ?? ""
    let start = address.range(of: "http://")?.lowerBound ?? address.startIndex
    try await body(Running(folder: folder, address: String(address[start...])))
  }

  /// The service ended before it answered.
  struct GaveUp: Error {
    let said: String
  }

  /// Runs a command to its end.
  func callAsFunction(_ arguments: String..., input: String = "") throws -> Outcome {
    try Self.run(
      arguments, input: input, environment: Self.environment(folder).merging(["IPCASE_SERVER": address]) { $1 })
  }

  /// Runs a command without a service.
  static func run(_ arguments: [String], input: String = "", environment: [String: String]) throws -> Outcome {
    let command = Process()
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipcase-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, because a pipe that nobody reads in time fills up.
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    command.executableURL = executable
    command.arguments = arguments
    command.environment = environment
    command.standardInput = try FileHandle(forReadingFrom: files[0])
    command.standardOutput = try FileHandle(forWritingTo: files[1])
    command.standardError = try FileHandle(forWritingTo: files[2])
    try command.run()
    command.waitUntilExit()
    return Outcome(
      exitCode: command.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
      talk: try String(contentsOf: files[2], encoding: .utf8))
  }

  /// An environment in which nothing of this machine's user is found.
  static func environment(_ folder: URL) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return ["PATH": path, "HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "IPCASE_LANG": "en_US"]
  }

  /// Signs an account in, made by `officer add` with its password on standard input.
  func signIn(_ login: String, _ agency: String, _ roles: String...) throws {
    let roles = roles.flatMap { ["--role", $0] }
    let administration = Self.environment(folder).merging(["DATABASE_URL": TestDatabase.conninfo]) { $1 }
    _ = try Self.run(
      ["officer", "add", login, "--name", "测试员", "--agency", agency] + roles, input: "correct horse\n",
      environment: administration)
    _ = try self("login", login, input: "correct horse\n")
  }
}
