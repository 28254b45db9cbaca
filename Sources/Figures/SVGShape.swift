/// The shape of a point, so that series are told apart without colour too.
enum SVGShape {
  case circle, square, triangle, diamond, ring

  init(series: Int) {
    self = [.circle, .square, .triangle, .diamond][series % 4]
  }

  /// The outline around a centre, as the data of a path.
  func path(x: Double, y: Double) -> String {
    switch self {
    case .circle: Self.circle(x, y, radius: 4.5)
    case .ring: Self.circle(x, y, radius: 8)
    case .square: Self.polygon(x, y, [(-4, -4), (4, -4), (4, 4), (-4, 4)])
    case .triangle: Self.polygon(x, y, [(0, -5.5), (5, 3.5), (-5, 3.5)])
    case .diamond: Self.polygon(x, y, [(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)])
    }
  }

  private static func circle(_ x: Double, _ y: Double, radius: Double) -> String {
    let arc = "a\(SVGCanvas.number(radius)) \(SVGCanvas.number(radius)) 0 1 0"
    let across = SVGCanvas.number(2 * radius)
    return "M\(SVGCanvas.number(x - radius)) \(SVGCanvas.number(y))\(arc) \(across) 0\(arc) -\(across) 0Z"
  }

  private static func polygon(_ x: Double, _ y: Double, _ corners: [(Double, Double)]) -> String {
    let steps = corners.map { "\(SVGCanvas.number(x + $0.0)) \(SVGCanvas.number(y + $0.1))" }
    return "M" + steps.joined(separator: "L") + "Z"
  }
}
