import Console
package import Measurement

/// A timeline as the lecture draws it: a lane a request, along a common axis of time.
///
/// Text: a title, the lanes (the request's name, how it spent its time, its response time), the axis, its numbers in
/// milliseconds, and the legend. Of more lanes than ``maximumLanes`` the first are shown, and one more line says how
/// many are not. A timeline without lanes has a line that says so.
package struct TimelineFigure: FigureContent {
  /// How many lanes are shown at most when nothing else is asked for: what fits a terminal of 24 lines with a title.
  package static let usualMaximumLanes = 16

  package var id: String
  package var title: String
  package var lanes: [Lane]
  /// Where the axis ends, so that several pictures share one scale. A timeline that lasts longer gets an axis that is
  /// longer: nothing is cut off.
  package var end: Milliseconds?
  /// The kinds of span that the legend names, in its order, or `nil` for those that occur.
  ///
  /// A live picture states them, so that the legend does not change under the reader's eyes.
  package var legend: [Span.Kind]?
  /// How many lanes are shown at most; at least one.
  package var maximumLanes: Int

  package var timeline: Timeline { Timeline(lanes: lanes) }

  var shownLanes: ArraySlice<Lane> { lanes.prefix(max(1, maximumLanes)) }

  /// What stands below the lanes instead of those that are not shown.
  var remark: String? {
    if lanes.isEmpty { return "no requests" }
    let hidden = lanes.count - shownLanes.count
    return hidden > 0 ? "and \(NumberText.short(Double(hidden))) more" : nil
  }

  var axis: AxisRange {
    AxisRange(lower: 0, upper: max(end?.wrappedValue ?? .zero, timeline.end).inMilliseconds, scale: .linear)
  }

  /// The kinds that the legend names, in its order.
  var legendKinds: [Span.Kind] {
    if let legend { return legend }
    let kinds = Set(shownLanes.flatMap { $0.spans.lazy.filter { $0.duration > .zero }.map(\.kind) })
    return Span.Kind.inLegend.filter(kinds.contains)
  }

  var summary: String {
    let lanes = shownLanes.map { lane in
      lane.responseTime == nil
        ? "\(lane.label) unanswered" : "\(lane.label) answered after \(Self.responseText(lane))"
    }
    return (lanes + [remark].compactMap { $0 }).joined(separator: ", ") + "."
  }

  static func responseText(_ lane: Lane) -> String {
    lane.responseTime.map { NumberText.short($0.inMilliseconds, unit: "ms") } ?? ""
  }
}

extension Figure {
  /// A timeline: what happened, so far or in all.
  ///
  /// - Parameters:
  ///   - end: where the axis ends, so that several pictures share one scale; `nil` for where the timeline ends.
  ///   - legend: the kinds of span that the legend names; `nil` for those that occur.
  package static func timeline(
    _ timeline: Timeline, id: String? = nil, title: String, end: Duration? = nil,
    legend: Set<Span.Kind>? = nil, maximumLanes: Int = TimelineFigure.usualMaximumLanes
  ) -> Figure {
    .timeline(
      TimelineFigure(
        id: id ?? Self.id(from: title), title: title, lanes: timeline.lanes,
        end: end.map(Milliseconds.init(wrappedValue:)),
        legend: legend.map { kinds in Span.Kind.inLegend.filter(kinds.contains) },
        maximumLanes: maximumLanes))
  }
}
