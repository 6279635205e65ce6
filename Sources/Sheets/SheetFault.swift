/// Why a workbook cannot be read.
public struct SheetFault: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is no workbook (XLSX), whatever its name says.
    case none = "sheet.none"
    /// It is larger than it may be, or packed so that it would become so.
    case bomb = "sheet.bomb"
    /// It has macros.
    case macros = "sheet.macros"
    /// It takes values from other files.
    case external = "sheet.external"
    /// Its XML declares a document type, which workbooks never do.
    case entity = "sheet.entity"
    /// A cell holds a formula, whose value may be of another day.
    case formula = "sheet.formula"
    /// A cell of the heading is merged with others.
    case merged = "sheet.merged"
    /// There are two rows of headings.
    case twoHeadings = "sheet.two-headings"
    /// Nothing stands in it.
    case empty = "sheet.empty"
  }

  /// What is wrong.
  public let kind: Kind
  /// The sheet; empty where it is the whole file.
  public let sheet: String
  /// The cell or the range, such as `B7`; empty where it is none.
  public let cell: String

  /// Says so.
  public init(_ kind: Kind, sheet: String = "", cell: String = "") {
    (self.kind, self.sheet, self.cell) = (kind, sheet, cell)
  }
}
