/// What a file is, by its first bytes (文件类型). Names and what browsers say are not asked.
public enum MediaType {
  /// How many first bytes it takes to tell.
  public static let headLength = 512

  /// The type; `application/octet-stream` where the bytes are none that we know.
  ///
  /// - Throws: `evidence.executable` for programs, scripts, and pages that a browser would run.
  public static func of(_ head: some Collection<UInt8>) throws(Refusal) -> String {
    let head = Array(head.prefix(headLength))
    for sign in programs where head.starts(with: sign) { throw Refusal(.invalid, "evidence.executable", field: "file") }
    let text = String(decoding: head.drop { [0xEF, 0xBB, 0xBF, 9, 10, 13, 32].contains($0) }, as: UTF8.self)
      .lowercased()
    for page in ["<!doctype html", "<html", "<script", "<svg", "<?xml", "<body"] where text.hasPrefix(page) {
      throw Refusal(.invalid, "evidence.executable", field: "file")
    }
    for (sign, offset, type) in known where head.dropFirst(offset).starts(with: sign) { return type }
    let isText = !head.isEmpty && !head.contains { $0 < 9 || (14..<32).contains($0) }
    return isText ? "text/plain" : "application/octet-stream"
  }

  /// What the name of a file of a type ends with; empty for what is not known.
  public static func ending(of type: String) -> String {
    switch type {
    case "application/pdf": ".pdf"
    case "image/jpeg": ".jpg"
    case "image/png", "image/gif", "image/webp", "image/tiff", "audio/wav": "." + type.drop { $0 != "/" }.dropFirst()
    case "audio/mpeg": ".mp3"
    case "video/mp4": ".mp4"
    case "text/plain": ".txt"
    case "application/zip": ".zip"
    default: ""
    }
  }

  private static let programs: [[UInt8]] = [
    [0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A], [0x23, 0x21], [0xCA, 0xFE, 0xBA, 0xBE], [0xCF, 0xFA, 0xED, 0xFE],
  ]

  private static let known: [(sign: [UInt8], offset: Int, type: String)] = [
    (Array("%PDF-".utf8), 0, "application/pdf"), ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
    ([0x89, 0x50, 0x4E, 0x47], 0, "image/png"), (Array("GIF8".utf8), 0, "image/gif"),
    (Array("WEBP".utf8), 8, "image/webp"), ([0x49, 0x49, 0x2A, 0], 0, "image/tiff"),
    ([0x4D, 0x4D, 0, 0x2A], 0, "image/tiff"), (Array("WAVE".utf8), 8, "audio/wav"),
    (Array("ID3".utf8), 0, "audio/mpeg"),
    (Array("ftyp".utf8), 4, "video/mp4"), ([0x50, 0x4B, 3, 4], 0, "application/zip"),
    ([0xD0, 0xCF, 0x11, 0xE0], 0, "application/x-ole-storage"), ([0x1F, 0x8B], 0, "application/gzip"),
  ]
}
