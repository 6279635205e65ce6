import CExpat

/// Reads XML piece by piece with expat. A document type stops it: nothing is ever expanded.
final class Markup {
  private let parser: XML_Parser
  private let onStart: (String, [String: String]) -> Void
  private let onText: (String) -> Void
  private let onEnd: (String) -> Void
  private var hasDoctype = false

  /// Names come without their prefix.
  init(
    start: @escaping (String, [String: String]) -> Void, text: @escaping (String) -> Void = { _ in },
    end: @escaping (String) -> Void = { _ in }
  ) throws(SheetFault) {
    guard let parser = XML_ParserCreate("UTF-8") else { throw SheetFault(.none) }
    (self.parser, onStart, onText, onEnd) = (parser, start, text, end)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let reader = Markup.of(data), let name else { return }
        var found: [String: String] = [:]
        var next = attributes
        while let key = next?.pointee, let value = next?.advanced(by: 1).pointee {
          found[Markup.local(key)] = String(cString: value)
          next = next?.advanced(by: 2)
        }
        reader.onStart(Markup.local(name), found)
      },
      { data, name in
        guard let reader = Markup.of(data), let name else { return }
        reader.onEnd(Markup.local(name))
      })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      guard let reader = Markup.of(data), let bytes else { return }
      reader.onText(String(decoding: UnsafeRawBufferPointer(start: bytes, count: Int(count)), as: UTF8.self))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let reader = Markup.of(data) else { return }
      reader.hasDoctype = true
      XML_StopParser(reader.parser, XML_Bool(XML_FALSE))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes in the next piece.
  ///
  /// - Throws: `sheet.entity`, `sheet.none`.
  func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(SheetFault) {
    let status = XML_Parse(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
    if hasDoctype { throw SheetFault(.entity) }
    if status == XML_STATUS_ERROR { throw SheetFault(.none) }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> Markup? {
    data.map { Unmanaged<Markup>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let whole = String(cString: name)
    return whole.split(separator: ":").last.map(String.init) ?? whole
  }
}
