import CZip
import Foundation

/// Writes a ZIP archive whose files are stored as they are.
final class ArchiveWriter {
  private let archive: OpaquePointer
  private let time: Int
  private var isOpen = true
  /// Bytes stay where they are until the archive is closed.
  private var kept: [UnsafeMutableRawBufferPointer] = []

  /// - Throws: `PackageFault.malformed` where the file cannot be made.
  init(_ path: String, at seconds: Int) throws {
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil) else { throw PackageFault(.malformed, path) }
    (self.archive, time) = (archive, seconds)
  }

  deinit {
    if isOpen { zip_discard(archive) }
    for buffer in kept { buffer.deallocate() }
  }

  func add(_ name: String, _ content: Bag.Content) throws {
    let source: OpaquePointer?
    switch content {
    case .file(let path, _): source = zip_source_file(archive, path, 0, -1)
    case .bytes(let bytes):
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
      buffer.copyBytes(from: bytes)
      kept.append(buffer)
      source = zip_source_buffer(archive, buffer.baseAddress, UInt64(bytes.count), 0)
    }
    guard let source else { throw PackageFault(.malformed, name) }
    let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw PackageFault(.malformed, name)
    }
    zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0)
    zip_file_set_mtime(archive, UInt64(index), time, 0)
    // Else the kind of system that made it would stand in the archive.
    zip_file_set_external_attributes(archive, UInt64(index), 0, UInt8(ZIP_OPSYS_UNIX), 0o100644 << 16)
  }

  func close() throws {
    guard zip_close(archive) == 0 else { throw PackageFault(.malformed) }
    isOpen = false
  }
}

/// Where the files of a package are read from: an archive, or a folder.
protocol PackageFiles {
  /// Every file with its size.
  var sizes: [String: Int64] { get }
  /// Hands over a file piece by piece.
  func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws
}

extension PackageFiles {
  /// A whole file that is known to be small.
  ///
  /// - Throws: `PackageFault.missing`, `PackageFault.bomb` above 16 MB.
  func bytes(_ name: String) throws -> [UInt8] {
    guard let size = sizes[name] else { throw PackageFault(.missing, name) }
    if size > 16 << 20 { throw PackageFault(.bomb, name) }
    var bytes: [UInt8] = []
    try read(name) { bytes += $0 }
    return bytes
  }
}

/// An archive. Nothing packed is opened: what it holds is as long as the archive is, and no longer.
final class ArchiveFiles: PackageFiles {
  let sizes: [String: Int64]
  private let archive: OpaquePointer
  private var indices: [String: UInt64] = [:]

  /// - Throws: `PackageFault.malformed`, `PackageFault.path`, `PackageFault.bomb`.
  init(_ path: String) throws {
    guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, nil) else { throw PackageFault(.malformed) }
    self.archive = archive
    var sizes: [String: Int64] = [:]
    let count = zip_get_num_entries(archive, 0)
    // What is stored is no longer than the archive that stores it, all of it together.
    var room = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? 0
    do {
      guard count > 0, count < 100_000 else { throw PackageFault(.bomb) }
      for index in 0..<UInt64(count) {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &stat) == 0, let raw = stat.name,
          let name = String(validatingCString: raw)
        else { throw PackageFault(.malformed) }
        if name.hasSuffix("/") && stat.size == 0 { continue }
        try Self.check(name)
        guard stat.comp_method == UInt16(ZIP_CM_STORE), stat.size == stat.comp_size,
          let size = Int64(exactly: stat.size), size <= room
        else { throw PackageFault(.bomb, name) }
        room -= size
        guard sizes.updateValue(size, forKey: name) == nil else { throw PackageFault(.path, name) }
        indices[name] = index
      }
    } catch {
      zip_discard(archive)
      throw error
    }
    self.sizes = sizes
  }

  deinit { zip_discard(archive) }

  /// - Throws: `PackageFault.path` for a path that climbs out, is absolute, or is written strangely.
  static func check(_ name: String) throws(PackageFault) {
    // Bytes, not characters: a slash with a combining mark behind it is a slash to the disk.
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Array($0) }
    let isStrange = name.utf8.contains { $0 < 32 || $0 == UInt8(ascii: "\\") || $0 == 127 || $0 == UInt8(ascii: ":") }
    guard !isStrange, name.utf8.count <= 1000, parts.allSatisfy({ !$0.isEmpty && $0 != [46] && $0 != [46, 46] }) else {
      throw PackageFault(.path, name)
    }
  }

  func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard let index = indices[name], let file = zip_fopen_index(archive, index, 0) else {
      throw PackageFault(.missing, name)
    }
    defer { zip_fclose(file) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      if count < 0 { throw PackageFault(.changed, name) }
      if count == 0 { return }
      try take(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
    }
  }
}

/// A folder into which a package was unpacked. Links are not followed.
struct FolderFiles: PackageFiles {
  let sizes: [String: Int64]
  private let folder: URL

  /// - Throws: `PackageFault.malformed`, `PackageFault.path`.
  init(_ folder: URL) throws {
    self.folder = folder
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .isDirectoryKey, .fileSizeKey]
    let root = folder.resolvingSymlinksInPath().path
    guard let files = FileManager.default.enumerator(at: URL(filePath: root), includingPropertiesForKeys: Array(keys))
    else { throw PackageFault(.malformed) }
    var sizes: [String: Int64] = [:]
    for case let file as URL in files {
      let values = try file.resourceValues(forKeys: keys)
      let name = String(file.path.dropFirst(root.count + 1))
      if values.isDirectory == true { continue }
      guard values.isRegularFile == true else { throw PackageFault(.path, name) }
      try ArchiveFiles.check(name)
      sizes[name] = Int64(values.fileSize ?? 0)
    }
    self.sizes = sizes
  }

  func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard sizes[name] != nil else { throw PackageFault(.missing, name) }
    let data = try Data(contentsOf: folder.appending(path: name), options: .alwaysMapped)
    try data.withUnsafeBytes { try take($0) }
  }
}
