import Console

/// Numbers in rows and columns, with a label in front of each row.
///
/// Text: a title, a line of column titles, a line of their units, and a line for each row. Where the page is too narrow,
/// the last columns are left out, and the line of titles ends with an ellipsis; the SVG has them all.
package struct TableFigure: FigureContent {
  package struct Column: Codable, Hashable, Sendable {
    package var title: String
    /// The unit of the column's numbers, for example `ms`; empty for plain numbers.
    package var unit: String

    package init(_ title: String, unit: String = "") {
      self.title = title
      self.unit = unit
    }
  }

  package struct Row: Codable, Hashable, Sendable {
    /// What stands in front of the row.
    package var label: String
    /// The numbers, in the order of the columns; what is missing or `nil` is not known, and has a dot in its place.
    package var values: [Double?]

    package init(_ label: String, _ values: [Double?] = []) {
      self.label = label
      self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    }
  }

  package var id: String
  package var title: String
  /// What stands above the labels.
  package var corner: String
  package var columns: [Column]
  package var rows: [Row]

  /// The number in a cell as the reader sees it.
  package func text(_ row: Row, _ column: Int) -> String {
    guard row.values.indices.contains(column), let value = row.values[column] else { return "." }
    return NumberText.short(value)
  }

  /// All that stands in a column, its head included.
  func cells(_ column: Int) -> [String] {
    [columns[column].title, columns[column].unit] + rows.map { text($0, column) }
  }

  var summary: String {
    rows.map { row in
      let values = columns.indices.map { column in
        [columns[column].title, text(row, column), columns[column].unit].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
      return "\(row.label): \(values.joined(separator: ", "))"
    }.joined(separator: "; ") + "."
  }
}

extension Figure {
  package static func table(
    id: String? = nil, title: String, corner: String = "", columns: [TableFigure.Column],
    rows: [TableFigure.Row]
  ) -> Figure {
    .table(
      TableFigure(
        id: id ?? Self.id(from: title), title: title, corner: corner, columns: columns, rows: rows))
  }
}
