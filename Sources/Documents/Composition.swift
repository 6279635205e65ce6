import CPango

/// The pages of one paper while it is set. Layouts live until it is thrown away.
final class Composition {
  private let context: OpaquePointer
  private var layouts: [OpaquePointer] = []
  private(set) var pages: [Galley] = [Galley()]
  private let columns: [Double]
  private var inTable = false

  init(_ context: OpaquePointer, columns: [Double]) {
    (self.context, self.columns) = (context, columns)
  }

  deinit {
    for layout in layouts { g_object_unref(UnsafeMutableRawPointer(layout)) }
  }

  func set(_ blocks: [PaperBlock]) throws {
    for block in blocks { try set(block) }
    closeTable()
  }

  private func set(_ block: PaperBlock) throws {
    if block.style != .row { closeTable() }
    let character = Sheet.character
    switch block.style {
    case .authority:
      let text = try layout(block.text, .title, 30, width: Sheet.blockWidth, align: PANGO_ALIGN_CENTER)
      place(text, size: 30, isRed: true, rows: 2)
    case .number:
      let text = try layout(block.text, .fangSong, character, width: Sheet.blockWidth, align: PANGO_ALIGN_CENTER)
      place(text, size: character)
      rule(y: page.edge + 4 * Sheet.millimetre, isRed: true)
      page.row += 1
    case .title:
      let text = try layout(block.text, .title, Sheet.title, width: Sheet.blockWidth, align: PANGO_ALIGN_CENTER)
      place(text, size: Sheet.title)
    case .heading:
      place(try layout(block.text, .hei, character, indent: 2 * character), size: character)
    case .flush:
      if block.text.isEmpty {
        if !page.isFull && page.row > 0 { page.row += 1 }
      } else {
        place(try layout(block.text, .fangSong, character), size: character)
      }
    case .body:
      place(try layout(block.text, .fangSong, character, indent: 2 * character, isJustified: true), size: character)
    case .signature:
      let width = Sheet.blockWidth - 4 * character
      place(try layout(block.text, .fangSong, character, width: width, align: PANGO_ALIGN_RIGHT), size: character)
    case .row: try set(row: block.cells)
    }
  }

  /// A row of cells with rules around; one that does not fit on the page goes on overleaf.
  private func set(row cells: [String]) throws {
    let widths = widths(cells.count)
    let texts = try zip(cells, widths).map { text, width in
      try layout(text, .fangSong, Sheet.table, width: width - 6, align: PANGO_ALIGN_LEFT)
    }
    let height = texts.map { Int(pango_layout_get_line_count($0)) }.max() ?? 1
    if page.isFull { turn() }
    rule(y: page.edge, isRed: false)
    for index in 0..<height {
      if page.isFull {
        rule(y: page.edge, isRed: false)
        turn()
        rule(y: page.edge, isRed: false)
      }
      var x = Sheet.left
      for (text, width) in zip(texts, widths) {
        stroke(x: x)
        if index < Int(pango_layout_get_line_count(text)) {
          page.lines.append(
            PlacedLine(
              layout: text, index: Int32(index), x: x + 3, baseline: page.baseline(Sheet.table), isRed: false))
        }
        x += width
      }
      stroke(x: x)
      page.row += 1
    }
    inTable = true
  }

  private func closeTable() {
    if inTable { rule(y: page.edge, isRed: false) }
    inTable = false
  }

  /// The widths of so many columns: those of the template if there are as many, else equal ones.
  private func widths(_ count: Int) -> [Double] {
    let parts = columns.count == count ? columns : Array(repeating: 1, count: count)
    let total = parts.reduce(0, +)
    return parts.map { $0 / total * Sheet.blockWidth }
  }

  private func place(_ layout: OpaquePointer, size: Double, isRed: Bool = false, rows: Int = 1) {
    for index in 0..<pango_layout_get_line_count(layout) {
      if page.row + rows > Sheet.lines { turn() }
      let baseline = page.baseline(size) + Double(rows - 1) * Sheet.pitch / 2
      page.lines.append(PlacedLine(layout: layout, index: index, x: Sheet.left, baseline: baseline, isRed: isRed))
      page.row += rows
    }
  }

  private var page: Galley {
    get { pages[pages.count - 1] }
    set { pages[pages.count - 1] = newValue }
  }

  private func turn() { pages.append(Galley()) }

  private func rule(y: Double, isRed: Bool) {
    page.rules.append(
      Rule(from: (Sheet.left, y), to: (Sheet.left + Sheet.blockWidth, y), width: isRed ? 1.5 : 0.6, isRed: isRed))
  }

  private func stroke(x: Double) {
    page.rules.append(Rule(from: (x, page.edge), to: (x, page.edge + Sheet.pitch), width: 0.6, isRed: false))
  }

  /// Text set to a width in points.
  private func layout(
    _ text: String, _ face: TypeFace, _ size: Double, width: Double = Sheet.blockWidth,
    align: PangoAlignment = PANGO_ALIGN_LEFT, indent: Double = 0, isJustified: Bool = false
  ) throws -> OpaquePointer {
    guard let layout = pango_layout_new(context) else { throw PaperPress.Failed() }
    layouts.append(layout)
    let font = pango_font_description_from_string(face.rawValue)
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_width(layout, Int32((width * Double(PANGO_SCALE)).rounded()))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_alignment(layout, align)
    pango_layout_set_indent(layout, Int32((indent * Double(PANGO_SCALE)).rounded()))
    pango_layout_set_justify(layout, isJustified ? 1 : 0)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    return layout
  }
}
