/// A line of a paper's text with what it is; a paragraph once it is set.
struct PaperBlock: Sendable, Equatable {
  /// What a line is. The raw value is the sign that it begins with in a template.
  enum Style: Character, Sendable {
    /// 发文机关标志: in red, with a red line below.
    case authority = "@"
    /// 发文字号
    case number = "№"
    /// 标题
    case title = "#"
    /// 一级标题, in black type.
    case heading = "="
    /// 主送机关 and whatever else begins at the margin.
    case flush = "~"
    /// 正文: first line indented by two characters.
    case body = "-"
    /// 署名、日期: at the right, four characters in.
    case signature = ">"
    /// A row of a table; bars part its cells.
    case row = "|"

    init?(of line: Substring) {
      guard let sign = line.first, let style = Style(rawValue: sign) else { return nil }
      self = style
    }
  }

  let style: Style
  let text: String

  /// The blocks of a template's line: of a text with several paragraphs, one each. An empty line leaves a line free.
  static func read(_ line: Substring) -> [PaperBlock] {
    guard let style = Style(of: line) else { return line.isEmpty ? [PaperBlock(style: .flush, text: "")] : [] }
    let text = line.dropFirst().drop { $0 == " " }
    if style == .row { return [PaperBlock(style: style, text: String(text))] }
    return text.split(separator: "\u{2028}", omittingEmptySubsequences: true).map {
      PaperBlock(style: style, text: String($0))
    }
  }

  /// The cells of a row, without the bars at either end.
  var cells: [String] {
    var cells = text.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }
}
