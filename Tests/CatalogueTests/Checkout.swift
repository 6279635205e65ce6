import Foundation

/// The working copy that these tests belong to, for tests that read its files.
enum Checkout {
  /// Its root folder.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files of a target, by path.
  static func sources(of target: String = "") throws -> [(path: String, text: String)] {
    let folder = root.appending(path: "Sources").appending(path: target)
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var sources: [(String, String)] = []
    while let file = paths?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      sources.append((file.path, try String(contentsOf: file, encoding: .utf8)))
    }
    return sources
  }
}
