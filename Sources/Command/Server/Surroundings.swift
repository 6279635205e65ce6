import Foundation
import Law
import Postgres

#if canImport(Glibc)
  import Glibc
#endif

/// Where the data are: a PostgreSQL of the administrator's own, or the private cluster in the data directory.
struct Surroundings {
  /// The data directory.
  let directory: URL
  /// The private cluster; `nil` where an address of another server is set.
  let cluster: Cluster?
  private let external: String

  /// Reads the environment: `DATABASE_URL`, or any of libpq's `PG*`, names a server; else `directory`, `IPCASE_DATA` or
  /// the usual place holds the private cluster.
  ///
  /// - Throws: `ClientFault`.
  init(directory: String?) throws(ClientFault) {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"] ?? "/"
    let shared = environment["XDG_DATA_HOME"] ?? "\(home)/.local/share"
    let usual = getuid() == 0 ? "/var/lib/ipcase" : "\(shared)/ipcase"
    self.directory = URL(filePath: directory ?? environment["IPCASE_DATA"] ?? usual).absoluteURL
    if let address = environment["DATABASE_URL"], !address.isEmpty {
      (external, cluster) = (address, nil)
    } else if ["PGHOST", "PGSERVICE", "PGDATABASE"].contains(where: { environment[$0] != nil }) {
      (external, cluster) = ("", nil)
    } else {
      (external, cluster) = ("", try Cluster(directory: self.directory))
    }
  }

  /// The database as its owner sees it: not bound by row-level security. For administration only.
  func administration() -> Database { Database(cluster?.owner ?? external, connections: 2) }

  /// The database as the service sees it.
  func service(connections: Int) -> Database {
    if let cluster { return Database(cluster.service, connections: connections) }
    return Database(external, connections: connections, role: "ipcase_service")
  }

  /// Runs `body` with the database up. Where a service holds the data directory, its database is used; else the cluster
  /// is started for `body` and stopped afterwards.
  func withDatabase<T: Sendable>(_ body: (Database) async throws -> T) async throws -> T {
    guard let cluster else { return try await body(administration()) }
    let lock: DirectoryLock
    do throws(ClientFault) { lock = try DirectoryLock(directory) } catch {
      guard error.key == "cluster.in-use", cluster.isRunning else { throw error }
      return try await body(administration())
    }
    defer { withExtendedLifetime(lock) { cluster.stop() } }
    _ = try await cluster.start()
    return try await body(administration())
  }
}

extension Instant {
  /// What the clock says. Only entry points ask it.
  static func clock() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}

/// The right to use a data directory, held as long as the process lives.
struct DirectoryLock {
  private let descriptor: Int32

  /// - Throws: `ClientFault` if another service holds it, or the directory cannot be written.
  init(_ directory: URL) throws(ClientFault) {
    if !FileManager.default.fileExists(atPath: directory.path) {
      // Traversable where the database's own user has to pass through.
      let mode = getuid() == 0 ? 0o711 : 0o700
      try? FileManager.default.createDirectory(
        at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    }
    descriptor = open(directory.appending(path: "lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ClientFault(.unavailable, "cluster.directory", ["path": directory.path]) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw ClientFault(.unavailable, "cluster.in-use", ["path": directory.path])
    }
  }
}
