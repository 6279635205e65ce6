import Foundation
import Postgres
import Testing

@testable import Command

#if canImport(Glibc)
  import Glibc
#endif

/// The embedded cluster, each test with a data directory of its own.
@Suite(.serialized) struct ClusterTests {
  private func withDirectory(_ body: (URL) async throws -> Void) async throws {
    let folder = URL(filePath: "/tmp/ipcase-cluster-\(UUID().uuidString.prefix(8))")
    do {
      try await body(folder)
    } catch {
      try? Cluster(directory: folder).stop()
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
    try Cluster(directory: folder).stop()
    try FileManager.default.removeItem(at: folder)
  }

  @Test func aClusterIsMadeStartedStoppedAndStartedAgain() async throws {
    try await withDirectory { folder in
      let cluster = try Cluster(directory: folder)
      #expect(try await cluster.start())
      #expect(cluster.isRunning)
      cluster.stop()
      #expect(!cluster.isRunning)
      #expect(try await cluster.start())
    }
  }

  @Test func aServerLeftBehindByAKilledServiceIsTakenOver() async throws {
    try await withDirectory { folder in
      let first = try Cluster(directory: folder)
      #expect(try await first.start())
      let second = try Cluster(directory: folder)
      #expect(try await second.start() == false)
    }
  }

  @Test func aServerThatWasKilledRecoversWithWhatWasCommitted() async throws {
    try await withDirectory { folder in
      let cluster = try Cluster(directory: folder)
      _ = try await cluster.start()
      let file = folder.appending(path: "postgresql/postmaster.pid")
      let first = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first
      let process = try #require(first.flatMap { pid_t($0) })
      kill(process, SIGKILL)
      while kill(process, 0) == 0 { await Task.yield() }
      #expect(try await cluster.start())
    }
  }

  @Test func theServerNeverRunsAsRootAndListensOnASocketOnly() async throws {
    try await withDirectory { folder in
      let cluster = try Cluster(directory: folder)
      _ = try await cluster.start()
      let file = folder.appending(path: "postgresql/postmaster.pid")
      let first = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first
      let process = try #require(first.flatMap { pid_t($0) })
      let owner = try FileManager.default.attributesOfItem(atPath: "/proc/\(process)")[.ownerAccountName] as? String
      #expect(owner != "root")
      let database = Database(cluster.owner, connections: 1)
      let settings = try await database.snapshot { db in
        try db.first(
          "select current_setting('listen_addresses') as a, current_setting('data_checksums') as c"
        ) { (try $0["a"] as String, try $0["c"] as String) }
      }
      #expect(settings?.0 == "")
      #expect(settings?.1 == "on")
    }
  }

  @Test func aClusterOfAnotherMajorVersionIsRefusedInOneSentence() throws {
    let folder = URL(filePath: "/tmp/ipcase-cluster-\(UUID().uuidString.prefix(8))")
    let made = folder.appending(path: "postgresql")
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("9\n".utf8).write(to: made.appending(path: "PG_VERSION"))
    #expect { try Cluster(directory: folder) } throws: { ($0 as? ClientFault)?.key == "cluster.version" }
  }

  @Test func aDirectoryInUseIsRefusedInOneSentence() throws {
    let folder = URL(filePath: "/tmp/ipcase-cluster-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try DirectoryLock(folder)
    #expect { try DirectoryLock(folder) } throws: { ($0 as? ClientFault)?.key == "cluster.in-use" }
    withExtendedLifetime(first) {}
  }

  @Test func aDirectoryThatCannotBeMadeIsRefusedInOneSentence() {
    let folder = URL(filePath: "/proc/ipcase-\(UUID().uuidString.prefix(8))")
    #expect { try DirectoryLock(folder) } throws: { ($0 as? ClientFault)?.key == "cluster.directory" }
  }

  @Test func aTakenPortIsRefusedInOneSentence() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> UInt16 in
        guard bind(descriptor, generic, length) == 0, listen(descriptor, 1) == 0 else { return 0 }
        getsockname(descriptor, generic, &length)
        return UInt16(bigEndian: pointer.pointee.sin_port)
      }
    }
    #expect(port != 0)
    #expect { try Port.check("127.0.0.1", Int(port)) } throws: { ($0 as? ClientFault)?.key == "port.taken" }
  }
}
