import Console

/// The plot area of a text chart: lines of dots, with a glyph of its series at the points and names at the marks.
///
/// In Unicode a cell is two by four dots (braille), in ASCII it is one.
struct PlotCells {
  private struct Cell {
    var glyph: String
    var ink: Ink?
  }

  let columns: Int
  private let rows: Int
  private let style: TextStyle
  /// How many dots a cell has.
  private let dots: (across: Int, down: Int)
  private var cells: [Cell?]

  init(columns: Int, rows: Int, _ style: TextStyle) {
    self.columns = max(1, columns)
    self.rows = rows
    self.style = style
    dots = style.ascii ? (1, 1) : (2, 4)
    cells = Array(repeating: nil, count: self.columns * rows)
  }

  static func seriesGlyph(_ index: Int, _ style: TextStyle) -> String {
    let glyphs = Array(style.ascii ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "●○■□▲△▼▽")
    return String(glyphs[index % glyphs.count])
  }

  static func markGlyph(_ style: TextStyle) -> String { style.ascii ? "*" : "◆" }

  /// The row that a height is in, the topmost being 0.
  func row(_ fraction: Double) -> Int { cell(CurveFigure.Position(x: 0, y: fraction)).row }

  mutating func draw(_ geometry: CurveFigure.Geometry) {
    for (index, points) in geometry.series.enumerated() { drawLine(points, series: index) }
    for (index, points) in geometry.series.enumerated() { drawPoints(points, series: index) }
    for (mark, position) in geometry.marks {
      let (column, row) = cell(position)
      cells[row * columns + column] = Cell(glyph: Self.markGlyph(style), ink: .bold)
      drawName(PlainText.clean(mark.label, style), column: column, row: row)
    }
  }

  /// Adds a row's cells to a line.
  func append(row: Int, to line: inout StyledLine) {
    for cell in cells[row * columns..<(row + 1) * columns] { line.append(cell?.glyph ?? " ", cell?.ink) }
  }

  /// The dot that a point in fractions of the axes lies on, row 0 at the top.
  private func dot(_ position: CurveFigure.Position) -> (x: Int, y: Int) {
    let (across, down) = (columns * dots.across - 1, rows * dots.down - 1)
    return (
      Int((position.x * Double(across)).rounded()), down - Int((position.y * Double(down)).rounded())
    )
  }

  private func cell(_ position: CurveFigure.Position) -> (column: Int, row: Int) {
    let dot = dot(position)
    return (dot.x / dots.across, dot.y / dots.down)
  }

  /// A line of dots through the points (Bresenham's algorithm).
  private mutating func drawLine(_ points: [CurveFigure.Position], series: Int) {
    let path = points.map(dot)
    for (from, to) in zip(path, path.dropFirst()) {
      let (width, height) = (abs(to.x - from.x), -abs(to.y - from.y))
      var (x, y, error) = (from.x, from.y, width + height)
      while (x, y) != to {
        set(x, y, series)
        let doubled = 2 * error
        if doubled >= height {
          error += height
          x += from.x < to.x ? 1 : -1
        }
        if doubled <= width {
          error += width
          y += from.y < to.y ? 1 : -1
        }
      }
    }
    if let last = path.last { set(last.x, last.y, series) }
  }

  private mutating func set(_ x: Int, _ y: Int, _ series: Int) {
    let cell = y / dots.down * columns + x / dots.across
    var glyph = "."
    if !style.ascii {
      let before = cells[cell]?.glyph.unicodeScalars.first?.value ?? 0x2800
      glyph = String(Character(Unicode.Scalar(before | Self.bits[y % 4][x % 2])!))
    }
    cells[cell] = Cell(glyph: glyph, ink: .series(series))
  }

  /// Unicode numbers the dots of a braille cell by columns, except for the lowest row, which came later.
  private static let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Where points stand close, not each gets a glyph: the line between would be hidden.
  private mutating func drawPoints(_ points: [CurveFigure.Position], series: Int) {
    var last: (column: Int, row: Int)?
    for point in points {
      let (column, row) = cell(point)
      if let last, abs(column - last.column) < 4, abs(row - last.row) < 2 { continue }
      cells[row * columns + column] = Cell(glyph: Self.seriesGlyph(series, style), ink: .series(series))
      last = (column, row)
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
