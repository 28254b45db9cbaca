/// Numbers in rows and columns, with a label in front of each row.
///
/// Text: a title, a line of column titles, a line of their units, and a line for each row. Where the page is too narrow,
/// the last columns are left out, and the line of titles ends with an ellipsis; the SVG has them all.
public struct TableFigure: Figure, Hashable {
  /// One column of numbers.
  public struct Column: Sendable, Hashable {
    /// What stands above the column.
    public var title: String
    /// The unit of its numbers, for example `ms`; empty for plain numbers.
    public var unit: String

    /// Creates a column.
    public init(_ title: String, unit: String = "") {
      self.title = title
      self.unit = unit
    }
  }

  /// One row: a label, and a number for each column.
  public struct Row: Sendable, Hashable {
    /// What stands in front of the row.
    public var label: String
    /// The numbers, in the order of the columns; what is missing or `nil` is not known, and has a dot in its place.
    public var values: [Double?]

    /// Creates a row.
    public init(_ label: String, _ values: [Double?] = []) {
      self.label = label
      self.values = values
    }
  }

  /// What stands above the table.
  public var title: String
  /// What stands above the labels.
  public var corner: String
  /// The columns, from the left.
  public var columns: [Column]
  /// The rows, from the top.
  public var rows: [Row]

  /// Creates a table.
  public init(title: String, corner: String = "", columns: [Column], rows: [Row]) {
    self.title = title
    self.corner = corner
    self.columns = columns
    self.rows = rows
  }

  /// The number in a cell as the reader sees it.
  func text(_ row: Row, _ column: Int) -> String {
    guard row.values.indices.contains(column), let value = row.values[column] else { return "." }
    return NumberText.short(value)
  }

  /// All that stands in a column, its head included.
  func cells(_ column: Int) -> [String] {
    [columns[column].title, columns[column].unit] + rows.map { text($0, column) }
  }
}
