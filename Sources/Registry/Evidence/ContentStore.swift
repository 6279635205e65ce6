import Casework
import Foundation
import Secrets

/// Files by their SHA-256, in a folder: written once, never changed, never removed.
///
/// A file is written beside, its digest computed on the way, and moved to its name when it is whole and on the disk. Of two
/// that store the same bytes both succeed.
public struct ContentStore: Sendable {
  /// Bytes that a file of evidence may have.
  public static let limit: Int64 = 1 << 30
  /// Bytes that a package may have.
  public static let packageLimit: Int64 = 4 << 30

  /// The disk refused.
  public struct Fault: Error, Sendable {
    /// The system's number for why.
    public let code: Int32
  }

  private let folder: URL

  /// Uses `folder`, which is made if it is not there, readable by its owner only.
  ///
  /// - Throws: The system's error.
  public init(_ folder: URL) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      at: folder.appending(path: "incoming"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  /// Begins a file of at most so many bytes.
  ///
  /// - Throws: `Fault`, `RunningDigest.Failed`.
  public func incoming(limit: Int64 = ContentStore.limit) throws -> IncomingContent {
    try IncomingContent(temporary, limit: limit, in: self)
  }

  /// A path for a file that is only passing through, where nobody else looks.
  public var temporary: String { folder.appending(path: "incoming/\(UUID().uuidString)").path }

  /// Stores bytes that are all there.
  ///
  /// - Throws: `Fault`, `evidence.too-large`.
  public func store(_ bytes: [UInt8]) throws -> StoredContent {
    let incoming = try incoming()
    try bytes.withUnsafeBytes { try incoming.write($0) }
    return try incoming.finish()
  }

  /// Stores a copy of a file.
  ///
  /// - Throws: `Fault`, `evidence.too-large`, the system's error.
  public func storeFile(at path: String, limit: Int64 = ContentStore.limit) throws -> StoredContent {
    let incoming = try incoming(limit: limit)
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      try piece.withUnsafeBytes { try incoming.write($0) }
    }
    return try incoming.finish()
  }

  /// Where the file of that digest, in hexadecimal, lies.
  public func path(of digest: String) -> String {
    folder.appending(path: "\(digest.prefix(2))/\(digest)").path
  }

  /// The bytes of a file that is known to be small.
  ///
  /// - Throws: The system's error.
  public func bytes(of digest: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(of: digest))))
  }
}

/// A file in the store.
public struct StoredContent: Sendable, Equatable {
  /// SHA-256 in hexadecimal.
  public let digest: String
  /// Bytes.
  public let size: Int64
  /// Its first bytes, to tell what it is.
  public let head: [UInt8]
}

/// A file on its way into the store. Thrown away before it is finished, it leaves nothing behind.
///
/// `@unchecked Sendable`: whoever holds it calls it from one place at a time.
public final class IncomingContent: @unchecked Sendable {
  private let path: String
  private let limit: Int64
  private let store: ContentStore
  private let digest: RunningDigest
  private var descriptor: Int32
  private var size: Int64 = 0
  private var head: [UInt8] = []

  init(_ path: String, limit: Int64, in store: ContentStore) throws {
    (self.path, self.limit, self.store, digest) = (path, limit, store, try RunningDigest())
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw ContentStore.Fault(code: errno) }
  }

  deinit { abandon() }

  private func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(path)
    descriptor = -1
  }

  /// Takes in more bytes.
  ///
  /// - Throws: `evidence.too-large`, `ContentStore.Fault`.
  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    size += Int64(bytes.count)
    if size > limit {
      throw Refusal(.invalid, "evidence.too-large", field: "file", ["limit": .text("\(limit >> 30) GB")])
    }
    if head.count < MediaType.headLength { head += bytes.prefix(MediaType.headLength - head.count) }
    digest.update(bytes)
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #else
        let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if written < 0 && errno == EINTR { continue }
      if written < 0 { throw ContentStore.Fault(code: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Puts the file on the disk and gives it its name.
  ///
  /// - Throws: `ContentStore.Fault`.
  public func finish() throws -> StoredContent {
    guard fsync(descriptor) == 0 else { throw ContentStore.Fault(code: errno) }
    let name = digest.finish().hexadecimal
    let target = store.path(of: name)
    let folder = URL(filePath: target).deletingLastPathComponent().path
    mkdir(folder, 0o700)
    guard rename(path, target) == 0 else { throw ContentStore.Fault(code: errno) }
    close(descriptor)
    descriptor = -1
    // The name is on the disk only when its folder is.
    let opened = open(folder, O_RDONLY | O_CLOEXEC)
    if opened >= 0 {
      fsync(opened)
      close(opened)
    }
    return StoredContent(digest: name, size: size, head: head)
  }
}
