import Foundation

/// How fast something grows: the slope of the straight line through its logarithms that has the least squares.
struct Growth: Hashable {
  /// What the logarithm gains in a year.
  var slope: Double
  /// The slope's standard error: how far it might be off, seeing how far the points are from the line.
  var error: Double

  /// No growth at all.
  static let none = Growth(slope: 0, error: 0)

  /// The growth a year, as a share: 0.12 is 12 %.
  var share: Double { exp(slope) - 1 }

  /// Whether this grows faster by more than may be chance: by more than twice the standard error of the difference.
  func isFaster(than other: Growth) -> Bool { slope > other.slope + Self.chance(self, other) }

  /// By how much two slopes may differ by chance, at a confidence of about 95 %.
  static func chance(_ one: Growth, _ other: Growth) -> Double { 2 * hypot(one.error, other.error) }
}

extension Growth {
  /// The growth of a series of years and values; there have to be three at least.
  init(of points: [(x: Double, y: Double)]) {
    let points = points.map { (x: $0.x, y: log($0.y)) }
    let count = Double(points.count)
    let mean = (x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
    let spread = points.reduce(0) { $0 + ($1.x - mean.x) * ($1.x - mean.x) }
    let slope = points.reduce(0) { $0 + ($1.x - mean.x) * ($1.y - mean.y) } / spread
    let residues = points.map { $0.y - mean.y - slope * ($0.x - mean.x) }
    self.slope = slope
    error = (residues.reduce(0) { $0 + $1 * $1 } / (count - 2) / spread).squareRoot()
  }
}
