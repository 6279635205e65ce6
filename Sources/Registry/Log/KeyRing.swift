import Casework
import Foundation
import Secrets

/// The secret keys of the agencies that this service signs for: one file each, readable by its owner only.
public struct KeyRing: Sendable {
  /// The disk refused, or a file holds no key.
  public struct Fault: Error, Sendable {}

  private let folder: URL

  /// Uses `folder`, which is made if it is not there.
  ///
  /// - Throws: The system's error.
  public init(_ folder: URL) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The key of an agency; a new one where it has none yet. Of two that ask at once both get the same.
  ///
  /// - Throws: `Fault`, `SigningKey.Failed`.
  public func key(of agency: AgencyCode) throws -> SigningKey {
    let path = folder.appending(path: "\(agency.rawValue).pem").path
    if let key = try read(path) { return key }
    let fresh = try SigningKey.random()
    let beside = "\(path).\(UUID().uuidString)"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Fault() }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(fresh.pem.utf8))
    try file.synchronize()
    // A link fails if the name is taken, which a move would not.
    link(beside, path)
    unlink(beside)
    guard let key = try read(path) else { throw Fault() }
    return key
  }

  private func read(_ path: String) throws -> SigningKey? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try SigningKey(pem: String(contentsOfFile: path, encoding: .utf8))
  }
}
