/// One or more series of points as lines over common axes.
///
/// Text: a title, what the vertical axis shows, eleven lines of curves, the horizontal axis, its numbers, what it
/// shows, and the legend. Points that are not finite, and on a logarithmic axis those that are not above zero, are
/// left out; the line then runs on from the point before to the point after.
///
/// A linear vertical axis contains zero; a linear horizontal one starts there where the values come near it.
package struct CurveFigure: FigureContent {
  package struct Axis: Codable, Hashable, Sendable {
    /// The quantity, for example `requests at once`.
    package var label: String
    /// The unit, for example `ms`; empty for a plain number.
    package var unit: String
    /// How the values are spread along the axis.
    package var scale: Scale

    package init(_ label: String, unit: String = "", scale: Scale = .linear) {
      self.label = label
      self.unit = unit
      self.scale = scale
    }

    /// What the axis shows, for example `response time, ms`.
    var caption: String { [label, unit].filter { !$0.isEmpty }.joined(separator: ", ") }
  }

  package struct Series: Codable, Hashable, Sendable {
    /// What the legend says, for example `async`.
    package var label: String
    /// The points as pairs `[x, y]`, in order of x; both are finite.
    package var points: [[Double]]

    package init(_ label: String, _ points: [(x: Double, y: Double)]) {
      self.label = label
      self.points = points.filter { $0.x.isFinite && $0.y.isFinite }.map { [$0.x, $0.y] }
    }
  }

  /// A point that has a name, such as the knee of a curve.
  package struct Mark: Codable, Hashable, Sendable {
    package var label: String
    package var x: Double
    package var y: Double

    package init(_ label: String, x: Double, y: Double) {
      self.label = label
      self.x = x
      self.y = y
    }
  }

  package var id: String
  package var title: String
  package var x: Axis
  package var y: Axis
  package var series: [Series]
  /// The points that have a name; all are finite.
  package var marks: [Mark]

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
    var series: [[Position]]
    var marks: [(mark: Mark, position: Position)]

    var isEmpty: Bool { series.allSatisfy(\.isEmpty) && marks.isEmpty }
  }

  var geometry: Geometry {
    func shows(_ pointX: Double, _ pointY: Double) -> Bool { x.scale.shows(pointX) && y.scale.shows(pointY) }
    let values = series.map { $0.points.filter { $0.count == 2 && shows($0[0], $0[1]) } }
    let marks = marks.filter { shows($0.x, $0.y) }
    let xRange = AxisRange.fitting(values.joined().map { $0[0] } + marks.map(\.x), x.scale)
    let yRange = AxisRange.rounded(values.joined().map { $0[1] } + marks.map(\.y), y.scale)
    func position(_ pointX: Double, _ pointY: Double) -> Position {
      Position(x: xRange.fraction(of: pointX), y: yRange.fraction(of: pointY))
    }
    return Geometry(
      x: xRange, y: yRange, values: values, series: values.map { $0.map { position($0[0], $0[1]) } },
      marks: marks.map { ($0, position($0.x, $0.y)) })
  }

  /// A mark with its place, for example `knee (12 requests, 34 ms)`.
  func text(_ mark: Mark, _ geometry: Geometry) -> String {
    "\(mark.label) (\(geometry.x.text(mark.x, unit: x.unit)), \(geometry.y.text(mark.y, unit: y.unit)))"
  }

  var summary: String {
    let geometry = geometry
    let lines = zip(series, geometry.values).map { series, values in
      guard let first = values.first, let last = values.last else { return "\(series.label) has no values" }
      return "\(series.label) goes from \(geometry.y.text(first[1])) at \(geometry.x.text(first[0]))"
        + " to \(geometry.y.text(last[1])) at \(geometry.x.text(last[0]))"
    }
    let marks = geometry.marks.map { text($0.mark, geometry) }
    return (["\(y.caption) against \(x.caption)"] + lines + marks).joined(separator: ", ") + "."
  }
}

extension Figure {
  package static func curve(
    id: String? = nil, title: String, x: CurveFigure.Axis, y: CurveFigure.Axis,
    series: [CurveFigure.Series], marks: [CurveFigure.Mark] = []
  ) -> Figure {
    .curve(
      CurveFigure(
        id: id ?? Self.id(from: title), title: title, x: x, y: y, series: series,
        marks: marks.filter { $0.x.isFinite && $0.y.isFinite }))
  }
}
