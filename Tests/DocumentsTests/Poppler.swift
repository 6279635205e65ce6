import Foundation

/// What poppler's tools say of a PDF.
enum Poppler {
  struct Font {
    let name: String
    let isEmbedded: Bool
    let isSubset: Bool
    let hasText: Bool
  }

  struct Box {
    let text: String
    let left: Double
    let top: Double
    let right: Double
  }

  static func text(of pdf: [UInt8]) throws -> String { try run("pdftotext", ["-layout"], pdf, ["-"]) }

  static func pages(of pdf: [UInt8]) throws -> Int {
    let line = try run("pdfinfo", [], pdf, []).split(separator: "\n").first { $0.hasPrefix("Pages:") } ?? ""
    return Int(line.drop { !$0.isNumber }) ?? 0
  }

  static func fonts(of pdf: [UInt8]) throws -> [Font] {
    try run("pdffonts", [], pdf, []).split(separator: "\n").dropFirst(2).map { line in
      let words = line.split(separator: " ")
      let marks = Array(words.filter { $0 == "yes" || $0 == "no" })
      return Font(
        name: String(words[0]), isEmbedded: marks[0] == "yes", isSubset: marks[1] == "yes", hasText: marks[2] == "yes")
    }
  }

  /// The words with their boxes, in points from the upper left corner.
  static func boxes(of pdf: [UInt8]) throws -> [Box] {
    try run("pdftotext", ["-bbox"], pdf, ["-"]).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\"")
      guard line.contains("<word"), parts.count >= 9, let left = Double(parts[1]), let top = Double(parts[3]),
        let right = Double(parts[5])
      else { return nil }
      return Box(text: String(parts[8]), left: left, top: top, right: right)
    }
  }

  private static func run(_ tool: String, _ options: [String], _ pdf: [UInt8], _ rest: [String]) throws -> String {
    let file = URL.temporaryDirectory.appending(path: "paper-\(UUID()).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(tool)")
    process.arguments = options + [file.path] + rest
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
