import CXlsxWriter

/// A workbook for spreadsheets (XLSX), written by libxlsxwriter. The same calls give the same bytes.
///
/// Numbers are numbers and codes are text: an 18-digit code keeps its digits.
public final class Workbook {
  /// The disk refused, or a name is none.
  public struct Fault: Error, Equatable {
    /// The library's number for why.
    public let code: UInt32
  }

  /// How a cell looks.
  public enum Style: CaseIterable {
    case plain, heading, title, count, money, percent, faulty
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
  private var isOpen = true

  /// Begins a workbook at `path`; `seconds` since 1970 stand as its time.
  ///
  /// - Throws: `Fault`.
  public init(_ path: String, at seconds: Int) throws(Fault) {
    guard let book = workbook_new(path) else { throw Fault(code: 1) }
    self.book = book
    var properties = lxw_doc_properties()
    properties.created = seconds
    workbook_set_properties(book, &properties)
    for style in Style.allCases { formats[style] = Self.format(style, in: book) }
  }

  deinit { if isOpen { workbook_close(book) } }

  /// Adds a sheet; of a name that sheets cannot have, what they can is kept.
  public func sheet(_ name: String) throws(Fault) -> Sheet {
    let tame = String(name.map { "[]:*?/\\'".contains($0) ? " " : $0 }.prefix(31))
    guard let sheet = workbook_add_worksheet(book, tame) else { throw Fault(code: 2) }
    return Sheet(book: self, sheet: sheet, name: tame)
  }

  /// Writes it out.
  ///
  /// - Throws: `Fault`.
  public func close() throws(Fault) {
    isOpen = false
    let error = workbook_close(book)
    if error != LXW_NO_ERROR { throw Fault(code: error.rawValue) }
  }

  fileprivate func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? { formats[style] }

  fileprivate func chart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(type.rawValue))
  }

  private static func format(
    _ style: Style, in book: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_name(format, "宋体")
    switch style {
    case .plain: break
    case .heading:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
    case .count: format_set_num_format(format, "#,##0")
    case .money: format_set_num_format(format, "#,##0.00")
    case .percent: format_set_num_format(format, "0.00%")
    case .faulty: format_set_bg_color(format, 0xFFC7CE)
    }
    return format
  }

  /// A sheet of it.
  public struct Sheet {
    fileprivate let book: Workbook
    fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>
    /// Its name, as formulas write it.
    public let name: String

    /// Writes a text; `row` and `column` from 0.
    public func text(_ text: String, _ row: Int, _ column: Int, _ style: Style = .plain) {
      // What a cell can hold at most.
      worksheet_write_string(
        sheet, UInt32(row), UInt16(column), String(String.UnicodeScalarView(text.unicodeScalars.prefix(32_000))),
        book.format(style))
    }

    /// Writes a number.
    public func number(_ number: Double, _ row: Int, _ column: Int, _ style: Style = .count) {
      worksheet_write_number(sheet, UInt32(row), UInt16(column), number, book.format(style))
    }

    /// Puts a comment at a cell.
    public func comment(_ text: String, _ row: Int, _ column: Int) {
      worksheet_write_comment(sheet, UInt32(row), UInt16(column), text)
    }

    /// Sets how wide columns are, in Latin characters: a Chinese one takes two.
    public func width(_ columns: ClosedRange<Int>, _ width: Double) {
      worksheet_set_column(sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, nil)
    }

    /// Keeps the rows above `row` and the columns before `column` in view.
    public func freeze(_ row: Int, _ column: Int) { worksheet_freeze_panes(sheet, UInt32(row), UInt16(column)) }

    /// How it is printed: A4 across, one page wide, the heading on every page, `footer` at the foot.
    public func print(repeating rows: ClosedRange<Int>, footer: String) {
      worksheet_set_paper(sheet, 9)
      worksheet_set_landscape(sheet)
      worksheet_fit_to_pages(sheet, 1, 0)
      worksheet_repeat_rows(sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound))
      worksheet_set_footer(sheet, footer)
    }

    /// Draws columns of numbers as a chart of the workbook's own, its corner at a cell. All rows and columns from 0.
    public func chart(
      titled title: String, names: (rows: ClosedRange<Int>, column: Int), values columns: [(column: Int, name: String)],
      isLine: Bool, at row: Int, _ column: Int
    ) {
      guard let chart = book.chart(isLine ? LXW_CHART_LINE : LXW_CHART_BAR) else { return }
      for value in columns {
        guard let series = chart_add_series(chart, nil, nil) else { continue }
        chart_series_set_categories(
          series, name, UInt32(names.rows.lowerBound), UInt16(names.column), UInt32(names.rows.upperBound),
          UInt16(names.column))
        chart_series_set_values(
          series, name, UInt32(names.rows.lowerBound), UInt16(value.column), UInt32(names.rows.upperBound),
          UInt16(value.column))
        chart_series_set_name(series, value.name)
      }
      chart_title_set_name(chart, title)
      var options = lxw_chart_options()
      (options.x_scale, options.y_scale) = (1.4, 1.4)
      worksheet_insert_chart_opt(sheet, UInt32(row), UInt16(column), chart, &options)
    }
  }
}
