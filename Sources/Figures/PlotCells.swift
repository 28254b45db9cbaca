/// The plot area of a text chart: lines of dots, with a glyph of its series at the points and names at the marks.
struct PlotCells {
  private struct Cell {
    var glyph: String
    var ink: Ink?
  }

  let columns: Int
  private let rows: Int
  private let style: TextStyle
  private var grid: DotGrid
  private var cells: [Cell?]

  init(columns: Int, rows: Int, _ style: TextStyle) {
    self.columns = max(1, columns)
    self.rows = rows
    self.style = style
    grid = DotGrid(columns: self.columns, rows: rows, ascii: style.ascii)
    cells = Array(repeating: nil, count: self.columns * rows)
  }

  static func seriesGlyph(_ index: Int, _ style: TextStyle) -> String {
    let glyphs = Array(style.ascii ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "●○■□▲△▼▽")
    return String(glyphs[index % glyphs.count])
  }

  static func markGlyph(_ style: TextStyle) -> String { style.ascii ? "*" : "◆" }

  /// The row that a height is in, the topmost being 0.
  func row(_ fraction: Double) -> Int { grid.cell(CurveFigure.Position(x: 0, y: fraction)).row }

  mutating func draw(_ geometry: CurveFigure.Geometry) {
    for (index, points) in geometry.series.enumerated() { grid.draw(points, series: index) }
    for cell in cells.indices {
      cells[cell] = grid.glyph(cell).map { Cell(glyph: $0, ink: grid.owners[cell].map { .series($0) }) }
    }
    for (index, points) in geometry.series.enumerated() { drawPoints(points, series: index) }
    for (mark, position) in geometry.marks {
      let (column, row) = grid.cell(position)
      cells[row * columns + column] = Cell(glyph: Self.markGlyph(style), ink: .bold)
      drawName(PlainText.clean(mark.label, style), column: column, row: row)
    }
  }

  /// Adds a row's cells to a line.
  func append(row: Int, to line: inout StyledLine) {
    for cell in cells[row * columns..<(row + 1) * columns] { line.append(cell?.glyph ?? " ", cell?.ink) }
  }

  /// Where points stand close, not each gets a glyph: the line between would be hidden.
  private mutating func drawPoints(_ points: [CurveFigure.Position], series: Int) {
    var last: (column: Int, row: Int)?
    for point in points {
      let cell = grid.cell(point)
      if let last, abs(cell.column - last.column) < 4, abs(cell.row - last.row) < 2 { continue }
      cells[cell.row * columns + cell.column] = Cell(
        glyph: Self.seriesGlyph(series, style), ink: .series(series))
      last = cell
    }
  }

  /// Writes a mark's name beside it where nothing is in the way. The legend has it in any case.
  private mutating func drawName(_ name: String, column: Int, row: Int) {
    let width = DisplayWidth.of(name)
    let beside = [(column + 2, row), (column - 1 - width, row)]
    let aboveAndBelow = [row - 1, row + 1].map { (column - width / 2, $0) }
    for (start, row) in beside + aboveAndBelow {
      guard row >= 0, row < rows, start >= 0, start + width <= columns else { continue }
      let room = max(0, start - 1)..<min(columns, start + width + 1)
      guard room.allSatisfy({ $0 == column || cells[row * columns + $0] == nil }) else { continue }
      var next = row * columns + start
      for character in name {
        let width = DisplayWidth.width(of: character)
        if width > 0 { cells[next] = Cell(glyph: String(character), ink: .bold) }
        // A wide character stands on two cells, of which the second is then empty.
        if width == 2 { cells[next + 1] = Cell(glyph: "", ink: .bold) }
        next += width
      }
      return
    }
  }
}
