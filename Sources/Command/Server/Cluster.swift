import Foundation
import Postgres

#if canImport(Glibc)
  import Glibc
#endif

/// The private PostgreSQL cluster in the data directory: Unix socket only, checksums on, never run as root.
struct Cluster: Sendable {
  /// The data directory.
  let directory: URL
  private let binaries: URL
  /// The user the server runs as, if that is not this process's own.
  private let serverUser: String?

  private var cluster: URL { directory.appending(path: "postgresql") }
  private var sockets: URL { directory.appending(path: "run") }

  /// Finds the server's binaries and checks that the data directory can hold a cluster they can run.
  ///
  /// - Throws: `ClientFault`.
  init(directory: URL) throws(ClientFault) {
    self.directory = directory
    serverUser = getuid() == 0 ? "postgres" : nil
    let made = try? String(contentsOf: directory.appending(path: "postgresql/PG_VERSION"), encoding: .utf8)
    let version = made?.trimmingCharacters(in: .whitespacesAndNewlines)
    let installed = Self.installed()
    guard !installed.isEmpty else { throw ClientFault(.unavailable, "cluster.no-binaries") }
    if let version {
      guard let match = installed.first(where: { $0.version == version }) else {
        let have = installed.map(\.version).joined(separator: ", ")
        throw ClientFault(.unavailable, "cluster.version", ["made": version, "have": have])
      }
      binaries = match.binaries
    } else {
      binaries = installed[0].binaries
    }
    guard sockets.path.utf8.count < 90, !sockets.path.contains(where: { "',\\".contains($0) }) else {
      throw ClientFault(.unavailable, "cluster.path-too-long", ["path": sockets.path])
    }
  }

  /// How to connect as the owner of the schema.
  var owner: String { "host='\(sockets.path)' port=5432 user=ipcase_owner dbname=ipcase" }
  /// How to connect as the service.
  var service: String { "host='\(sockets.path)' port=5432 user=ipcase_service dbname=ipcase" }

  /// Whether the server runs.
  var isRunning: Bool { run("pg_ctl", ["status", "-D", cluster.path]) }

  /// Makes the cluster if there is none, and starts it if it does not run. A server left behind by a killed service is
  /// taken over.
  ///
  /// - Returns: Whether it was started here.
  /// - Throws: `ClientFault`.
  func start() async throws -> Bool {
    try makeFolders()
    if !FileManager.default.fileExists(atPath: cluster.appending(path: "PG_VERSION").path) { try make() }
    try configure()
    let wasRunning = isRunning
    if !wasRunning {
      let log = directory.appending(path: "run/postgresql.log").path
      guard run("pg_ctl", ["start", "-w", "-t", "60", "-s", "-D", cluster.path, "-l", log]) else {
        throw ClientFault(.unavailable, "cluster.start", ["log": log])
      }
    }
    if wasRunning { _ = run("pg_ctl", ["reload", "-s", "-D", cluster.path]) }
    try await makeDatabase()
    return !wasRunning
  }

  /// Makes the database if there is none. A server that is still recovering refuses connections for a while.
  private func makeDatabase() async throws {
    let administration = Database("host='\(sockets.path)' port=5432 user=ipcase_owner dbname=postgres", connections: 1)
    var attempts = 0
    while true {
      do {
        try await administration.autocommit { db in
          let exists = try db.first("select true as found from pg_database where datname = 'ipcase'") { row in
            try row["found"] as Bool
          }
          if exists == nil { try db.script("create database ipcase") }
        }
        return
      } catch PostgresError.unavailable where attempts < 300 {
        attempts += 1
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  /// Stops the server after it has written everything down.
  func stop() { _ = run("pg_ctl", ["stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", cluster.path]) }

  private func makeFolders() throws(ClientFault) {
    let manager = FileManager.default
    do {
      // Only a folder made here gets our modes: somebody may name one that holds other things.
      if !manager.fileExists(atPath: directory.path) {
        try manager.createDirectory(at: directory, withIntermediateDirectories: true)
        try manager.setAttributes([.posixPermissions: serverUser == nil ? 0o700 : 0o711], ofItemAtPath: directory.path)
      }
      if !manager.fileExists(atPath: sockets.path) {
        try manager.createDirectory(at: sockets, withIntermediateDirectories: true)
        if let serverUser { try manager.setAttributes([.ownerAccountName: serverUser], ofItemAtPath: sockets.path) }
        try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: sockets.path)
      }
    } catch {
      throw ClientFault(.unavailable, "cluster.directory", ["path": directory.path])
    }
    guard run("/usr/bin/test", ["-w", sockets.path]) else {
      throw ClientFault(
        .unavailable, "cluster.unreachable", ["path": directory.path, "user": serverUser ?? NSUserName()])
    }
  }

  /// A cluster half made by a killed service has another name, and is made anew.
  private func make() throws(ClientFault) {
    let half = sockets.appending(path: "new")
    try? FileManager.default.removeItem(at: half)
    let made = run(
      "initdb",
      [
        "-D", half.path, "-U", "ipcase_owner", "--auth=peer", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
        "--no-instructions",
      ])
    guard made, (try? FileManager.default.moveItem(at: half, to: cluster)) != nil else {
      throw ClientFault(.unavailable, "cluster.make", ["path": directory.path])
    }
  }

  /// Writes our settings; done at each start, so that a new release can change them.
  private func configure() throws(ClientFault) {
    let settings = """
      listen_addresses = ''
      unix_socket_directories = '\(sockets.path)'
      unix_socket_permissions = 0700
      max_connections = 60
      shared_buffers = 256MB
      password_encryption = 'scram-sha-256'
      port = 5432
      log_min_messages = warning
      log_error_verbosity = terse
      log_min_error_statement = panic
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      jit = off
      autovacuum_naptime = 15s
      """
    let users = Set([NSUserName(), serverUser ?? NSUserName()])
    let map = users.sorted().flatMap { ["ipcase \($0) ipcase_owner", "ipcase \($0) ipcase_service"] }
    do {
      try write(settings + "\n", to: "postgresql.auto.conf")
      try write("local all all peer map=ipcase\n", to: "pg_hba.conf")
      try write(map.joined(separator: "\n") + "\n", to: "pg_ident.conf")
    } catch {
      throw ClientFault(.unavailable, "cluster.directory", ["path": directory.path])
    }
  }

  private func write(_ text: String, to name: String) throws {
    let file = cluster.appending(path: name)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  /// Runs a program as the server's user and waits for it; says whether it succeeded.
  private func run(_ program: String, _ arguments: [String]) -> Bool {
    let path = program.hasPrefix("/") ? program : binaries.appending(path: program).path
    guard let serverUser else { return Child.run([path] + arguments) }
    let change = ["/usr/bin/setpriv", "--reuid=\(serverUser)", "--regid=\(serverUser)", "--init-groups", "--", path]
    return Child.run(change + arguments)
  }

  /// The servers installed as Debian does, the newest first.
  private static func installed() -> [(version: String, binaries: URL)] {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.compactMap { version in
      let binaries = URL(filePath: "\(root)/\(version)/bin")
      let isServer = FileManager.default.isExecutableFile(atPath: binaries.appending(path: "initdb").path)
      return isServer ? (version, binaries) : nil
    }.sorted { (Int($0.version) ?? 0) > (Int($1.version) ?? 0) }
  }
}
