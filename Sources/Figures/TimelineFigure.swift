public import Measurement

/// A timeline as the lecture draws it: a lane a request, along a common axis of time.
///
/// Text: a title, the lanes (the request's name, how it spent its time, its response time), the axis, its numbers in
/// milliseconds, and the legend. That is always four lines and one for each lane, so that a live picture can be drawn
/// over the one before it. Of more lanes than ``maximumLanes`` the first are shown, and one more line says how many
/// are not. A timeline without lanes has a line that says so.
public struct TimelineFigure: Figure, Hashable {
  /// How many lanes are shown at most when nothing else is asked for: what fits a terminal of 24 lines with a title.
  public static let usualMaximumLanes = 16

  /// What happened.
  public var timeline: Timeline
  /// What stands above the picture.
  public var title: String
  /// Where the axis ends. A timeline that lasts longer gets an axis that is longer: nothing is cut off.
  public var end: Duration?
  /// The kinds of span that the legend names, or `nil` for those that occur.
  ///
  /// A live picture states them, so that the legend does not change under the reader's eyes.
  public var legend: Set<Span.Kind>?
  /// How many lanes are shown at most; at least one.
  public var maximumLanes: Int

  /// Creates a figure.
  ///
  /// - Parameters:
  ///   - timeline: what happened, so far or in all.
  ///   - title: what stands above the picture.
  ///   - end: where the axis ends, so that several pictures share one scale; `nil` for where the timeline ends.
  ///   - legend: the kinds of span that the legend names; `nil` for those that occur.
  ///   - maximumLanes: how many lanes are shown at most.
  public init(
    _ timeline: Timeline, title: String, end: Duration? = nil, legend: Set<Span.Kind>? = nil,
    maximumLanes: Int = Self.usualMaximumLanes
  ) {
    self.timeline = timeline
    self.title = title
    self.end = end
    self.legend = legend
    self.maximumLanes = max(1, maximumLanes)
  }

  var shownLanes: ArraySlice<Lane> { timeline.lanes.prefix(max(1, maximumLanes)) }

  /// What stands below the lanes instead of those that are not shown.
  var remark: String? {
    if timeline.lanes.isEmpty { return "no requests" }
    let hidden = timeline.lanes.count - shownLanes.count
    return hidden > 0 ? "and \(NumberText.short(Double(hidden))) more" : nil
  }

  var axis: AxisRange {
    AxisRange(lower: 0, upper: max(end ?? .zero, timeline.end).inMilliseconds, scale: .linear)
  }

  /// The kinds that the legend names, in its order.
  var legendKinds: [Span.Kind] {
    let named = legend ?? Set(shownLanes.flatMap { $0.spans.lazy.filter { $0.duration > .zero }.map(\.kind) })
    return Span.Kind.inLegend.filter(named.contains)
  }

  static func responseText(_ lane: Lane) -> String {
    lane.responseTime.map { NumberText.short($0.inMilliseconds, unit: "ms") } ?? ""
  }
}
