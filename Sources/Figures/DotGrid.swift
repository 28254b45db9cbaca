/// A grid of cells on which lines are drawn: in Unicode each cell is eight dots (braille), in ASCII it is one.
struct DotGrid {
  private let columns: Int
  private let rows: Int
  private let dotsAcross: Int
  private let dotsDown: Int
  private var dots: [UInt8]
  /// Which series drew into each cell last, row by row from the top; `nil` for none.
  private(set) var owners: [Int?]

  init(columns: Int, rows: Int, ascii: Bool) {
    self.columns = columns
    self.rows = rows
    dotsAcross = ascii ? 1 : 2
    dotsDown = ascii ? 1 : 4
    dots = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: nil, count: columns * rows)
  }

  /// The cell that a point in fractions of the axes lies in, row 0 at the top.
  func cell(_ position: CurveFigure.Position) -> (column: Int, row: Int) {
    let dot = dot(position)
    return (dot.x / dotsAcross, dot.y / dotsDown)
  }

  /// Draws a line of dots through the points (Bresenham's algorithm).
  mutating func draw(_ points: [CurveFigure.Position], series: Int) {
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

  /// A cell's character, or `nil` where nothing was drawn.
  func glyph(_ cell: Int) -> String? {
    guard dots[cell] != 0 else { return nil }
    return dotsDown == 1 ? "." : String(Character(Unicode.Scalar(0x2800 + UInt32(dots[cell]))!))
  }

  private func dot(_ position: CurveFigure.Position) -> (x: Int, y: Int) {
    let (across, down) = (Double(columns * dotsAcross - 1), Double(rows * dotsDown - 1))
    return (Int((position.x * across).rounded()), Int(down) - Int((position.y * down).rounded()))
  }

  private mutating func set(_ x: Int, _ y: Int, _ series: Int) {
    let cell = y / dotsDown * columns + x / dotsAcross
    dots[cell] |= dotsDown == 1 ? 1 : Self.bits[y % 4][x % 2]
    owners[cell] = series
  }

  /// Unicode numbers the dots of a braille cell by columns, except for the lowest row, which came later.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
