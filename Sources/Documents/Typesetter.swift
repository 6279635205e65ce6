import CPango
import CQREncode

/// Sets papers with pango and draws them with cairo. Not for more than one thread at a time.
final class Typesetter {
  private let fonts: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer

  init() throws {
    guard let fonts = pango_cairo_font_map_new(), let context = pango_font_map_create_context(fonts) else {
      throw PaperPress.Failed()
    }
    (self.fonts, self.context) = (fonts, context)
    pango_cairo_context_set_resolution(context, 72)
    // Outlines only, so that the machine's screen settings do not reach the paper.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(fonts)
  }

  func hasFamily(among names: Set<String>) -> Bool {
    var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(fonts, &families, &count)
    defer { g_free(families) }
    return (0..<Int(count)).contains { index in
      families?[index].flatMap { pango_font_family_get_name($0) }.map { names.contains(String(cString: $0)) } ?? false
    }
  }

  func pdf(_ paper: Paper) throws -> [UInt8] {
    let composition = Composition(context, columns: paper.template.columns)
    try composition.set(paper.template.blocks(paper.facts))
    let sink = Sink()
    let write: cairo_write_func_t = { sink, bytes, count in
      guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let surface = cairo_pdf_surface_create_for_stream(
      write, Unmanaged.passUnretained(sink).toOpaque(), Sheet.width, Sheet.height)
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.template.name.chinese)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "IPCase")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(paper.day)T00:00:00+08:00")
    let cairo = cairo_create(surface)
    for (index, page) in composition.pages.enumerated() {
      let ink = Ink(cairo: cairo, context: context)
      if paper.isDraft { ink.watermark("草稿") }
      ink.draw(page)
      ink.pageNumber(index + 1, of: composition.pages.count)
      ink.foot("\(paper.template.key) v\(paper.template.version)")
      if index == 0, let code = paper.code { ink.qrCode(code) }
      cairo_show_page(cairo)
    }
    cairo_destroy(cairo)
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    cairo_surface_destroy(surface)
    guard status == CAIRO_STATUS_SUCCESS else { throw PaperPress.Failed() }
    return sink.bytes
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }
}
