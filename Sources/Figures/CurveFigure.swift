public import Measurement

/// One or more series of points as lines over common axes.
///
/// Text: always ``textLines`` lines, namely a title, what the vertical axis shows, eleven lines of curves, the horizontal axis, its
/// numbers, what it shows, and the legend. Points that are not finite, and on a logarithmic axis those that are not
/// above zero, are left out; the line then runs on from the point before to the point after.
///
/// A linear vertical axis contains zero; a linear horizontal one starts there where the values come near it.
public struct CurveFigure: Figure, Hashable {
  /// How many lines the text form has, whatever it shows.
  public static let textLines = 17

  /// The points and what they mean.
  public var curve: Curve
  /// What stands above the picture.
  public var title: String
  /// How the values along the horizontal axis are spread.
  public var xScale: Scale
  /// How the values along the vertical axis are spread.
  public var yScale: Scale
  /// The points that have a name.
  public var marks: [Mark]

  /// Creates a figure.
  public init(
    _ curve: Curve, title: String, xScale: Scale = .linear, yScale: Scale = .linear, marks: [Mark] = []
  ) {
    self.curve = curve
    self.title = title
    self.xScale = xScale
    self.yScale = yScale
    self.marks = marks
  }

  /// A point in fractions of the axes: 0, 0 is the lower left corner, 1, 1 the upper right.
  struct Position: Hashable {
    var x: Double
    var y: Double
  }

  /// What is drawn: the axes, and the series and marks in fractions of them.
  struct Geometry {
    var x: AxisRange
    var y: AxisRange
    /// The points `[x, y]` of each series that have a place on the axes.
    var values: [[[Double]]]
    /// Where these points are.
    var series: [[Position]]
    var marks: [(mark: Mark, position: Position)]

    var isEmpty: Bool { series.allSatisfy(\.isEmpty) && marks.isEmpty }
  }

  var geometry: Geometry {
    let values = curve.series.map { series in
      series.points.filter { $0.count == 2 && shows($0[0], $0[1]) }
    }
    let marks = marks.filter { shows($0.x, $0.y) }
    let x = AxisRange.fitting(values.joined().map { $0[0] } + marks.map(\.x), xScale)
    let y = AxisRange.rounded(values.joined().map { $0[1] } + marks.map(\.y), yScale)
    func position(_ pointX: Double, _ pointY: Double) -> Position {
      Position(x: x.fraction(of: pointX), y: y.fraction(of: pointY))
    }
    return Geometry(
      x: x, y: y, values: values, series: values.map { $0.map { position($0[0], $0[1]) } },
      marks: marks.map { ($0, position($0.x, $0.y)) })
  }

  private func shows(_ x: Double, _ y: Double) -> Bool { xScale.shows(x) && yScale.shows(y) }

  /// What an axis shows, for example `response time, ms`.
  static func caption(_ axis: Curve.Axis) -> String {
    [axis.label, axis.unit].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A mark with its place, for example `knee (12 requests, 34 ms)`.
  func text(_ mark: Mark, _ geometry: Geometry) -> String {
    let x = geometry.x.text(mark.x, unit: curve.x.unit)
    let y = geometry.y.text(mark.y, unit: curve.y.unit)
    return "\(mark.label) (\(x), \(y))"
  }
}
