import Foundation

/// What signing in leaves on this machine, readable by its owner alone.
struct Credentials: Codable, Sendable, Equatable {
  /// The server signed in to.
  let server: String
  /// The secret that stands for the officer there.
  let token: String
  /// When it ends.
  let expiresAt: String
  /// Who signed in.
  let login: String

  /// `login.json` in `$XDG_CONFIG_HOME/ipcase`, else in `~/.config/ipcase`.
  static var file: URL {
    let base = ProcessInfo.processInfo.environment["XDG_CONFIG_HOME"] ?? ""
    let folder =
      base.hasPrefix("/")
      ? URL(fileURLWithPath: base, isDirectory: true)
      : FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config", isDirectory: true)
    return folder.appendingPathComponent("ipcase", isDirectory: true).appendingPathComponent("login.json")
  }

  /// What was kept; `nil` if nobody signed in, or if it cannot be read.
  static func kept() -> Credentials? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode(Credentials.self, from: data)
  }

  /// Keeps these in place of any others. The file is made with mode 0600 under another name, so that there is no
  /// moment at which others could read it.
  ///
  /// - Throws: `cli.fault.keep`.
  func keep() throws {
    let file = Self.file
    let folder = file.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      guard chmod(folder.path, 0o700) == 0 else { throw Self.fault }
      let data = try JSONEncoder().encode(self)
      let draft = folder.appendingPathComponent(".login-\(UUID().uuidString)")
      let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw Self.fault }
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try handle.write(contentsOf: data)
      try handle.close()
      guard rename(draft.path, file.path) == 0 else {
        unlink(draft.path)
        throw Self.fault
      }
    } catch {
      throw Self.fault
    }
  }

  /// Forgets what was kept, if anything was.
  static func forget() { unlink(file.path) }

  private static var fault: ClientFault { ClientFault(.internalFault, "keep", ["file": file.path]) }
}
