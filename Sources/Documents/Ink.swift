import CPango
import CQREncode

/// Draws on one page.
struct Ink {
  let cairo: OpaquePointer?
  let context: OpaquePointer

  func draw(_ page: Galley) {
    for rule in page.rules {
      colour(isRed: rule.isRed)
      cairo_set_line_width(cairo, rule.width)
      cairo_move_to(cairo, rule.from.x, rule.from.y)
      cairo_line_to(cairo, rule.to.x, rule.to.y)
      cairo_stroke(cairo)
    }
    for line in page.lines {
      colour(isRed: line.isRed)
      cairo_move_to(cairo, line.x + indent(of: line), line.baseline)
      pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(line.layout, line.index))
    }
  }

  /// Where alignment and indent put a line, from the left edge of its text.
  private func indent(of line: PlacedLine) -> Double {
    let iterator = pango_layout_get_iter(line.layout)
    defer { pango_layout_iter_free(iterator) }
    for _ in 0..<line.index { pango_layout_iter_next_line(iterator) }
    var logical = PangoRectangle()
    pango_layout_iter_get_line_extents(iterator, nil, &logical)
    return Double(logical.x) / Double(PANGO_SCALE)
  }

  /// 四号 beside a dash on either side: odd pages at the right, even ones at the left, a character in.
  func pageNumber(_ number: Int, of total: Int) {
    let text = "— 第 \(number) 页 共 \(total) 页 —"
    let width = Sheet.blockWidth - 2 * Sheet.character
    write(
      text, .fangSong, Sheet.small, x: Sheet.left + Sheet.character, y: Sheet.pageNumber, width: width,
      align: number % 2 == 1 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
  }

  func foot(_ text: String) {
    cairo_set_source_rgb(cairo, 0.35, 0.35, 0.35)
    write(
      text, .fangSong, 8, x: Sheet.left, y: Sheet.height - 12 * Sheet.millimetre, width: Sheet.blockWidth,
      align: PANGO_ALIGN_CENTER)
  }

  /// Across the sheet, in a grey that leaves the text readable.
  func watermark(_ text: String) {
    cairo_save(cairo)
    cairo_set_source_rgb(cairo, 0.88, 0.88, 0.88)
    cairo_translate(cairo, Sheet.width / 2, Sheet.height / 2)
    cairo_rotate(cairo, -0.7)
    write(text, .hei, 150, x: -250, y: -90, width: 500, align: PANGO_ALIGN_CENTER)
    cairo_restore(cairo)
  }

  /// In the upper right corner, above the text.
  func qrCode(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    let module = Sheet.qrSide / Double(side)
    let (x, y) = (Sheet.left + Sheet.blockWidth - Sheet.qrSide, 12 * Sheet.millimetre)
    cairo_set_source_rgb(cairo, 0, 0, 0)
    for row in 0..<side {
      for column in 0..<side where code.pointee.data[row * side + column] & 1 == 1 {
        cairo_rectangle(cairo, x + Double(column) * module, y + Double(row) * module, module, module)
      }
    }
    cairo_fill(cairo)
  }

  private func colour(isRed: Bool) { cairo_set_source_rgb(cairo, isRed ? 0.8 : 0, 0, 0) }

  private func write(
    _ text: String, _ face: TypeFace, _ size: Double, x: Double, y: Double, width: Double, align: PangoAlignment
  ) {
    let layout = pango_layout_new(context)
    defer { g_object_unref(layout.map { UnsafeMutableRawPointer($0) }) }
    let font = pango_font_description_from_string(face.rawValue)
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_alignment(layout, align)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    cairo_move_to(cairo, x, y)
    pango_cairo_show_layout(cairo, layout)
  }
}
