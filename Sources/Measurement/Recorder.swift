import Platform

/// Collects what requests do, while they do it, into a timeline.
///
/// Safe to use from any number of threads; a picture can be taken while requests are still running.
package final class Recorder: Sendable {
  private let lanes: Guarded<[OpenLane]>

  package init(lanes announced: [Lane]) {
    lanes = Guarded(announced.map { OpenLane($0) })
  }

  /// What is recorded so far. What is still going on ends `now`.
  package func timeline(now: Duration? = nil) -> Timeline {
    Timeline(lanes: lanes.withLock { $0.map { $0.picture(now: now) } })
  }

  /// Says when a lane's response leaves.
  package func depart(lane: Int, at instant: Duration) {
    lanes.withLock { $0[lane].depart(at: instant) }
  }

  /// Records that a lane begins a span.
  package func begin(_ kind: Span.Kind, lane: Int, at instant: Duration, thread: UInt64) {
    lanes.withLock { $0[lane].begin(kind, at: instant, thread: thread) }
  }

  /// Records that a lane ends its span.
  ///
  /// - Parameter instant: when the span was over; what passes until the next span begins counts as queued.
  package func end(lane: Int, at instant: Duration) {
    lanes.withLock { $0[lane].end(at: instant) }
  }
}

/// A lane under way: its finished spans cover it from arrival to `covered`.
private struct OpenLane: Sendable {
  struct OpenSpan {
    var kind: Span.Kind
    var start: Duration
    var thread: UInt64
  }

  var lane: Lane
  /// Spans that run at the same time (two calls that overlap) are shown as one, from the first start to the last end.
  var running: [OpenSpan] = []
  var covered: Duration

  init(_ lane: Lane) {
    self.lane = lane
    covered = lane.arrival
  }

  mutating func begin(_ kind: Span.Kind, at instant: Duration, thread: UInt64) {
    append(running.last?.kind ?? .queue, until: instant, thread: running.last?.thread ?? 0)
    running.append(OpenSpan(kind: kind, start: instant, thread: thread))
  }

  mutating func end(at instant: Duration) {
    guard let span = running.popLast() else { return }
    append(span.kind, until: instant, thread: span.thread)
  }

  mutating func depart(at instant: Duration) {
    append(.queue, until: instant, thread: 0)
    lane.departure = instant
  }

  func picture(now: Duration?) -> Lane {
    var copy = self
    guard lane.departure == nil, let now else { return copy.lane }
    copy.append(running.last?.kind ?? .queue, until: now, thread: running.last?.thread ?? 0)
    return copy.lane
  }

  private mutating func append(_ kind: Span.Kind, until instant: Duration, thread: UInt64) {
    guard instant > covered else { return }
    if let last = lane.spans.last, last.kind == kind, last.thread == thread, kind != .work {
      lane.spans[lane.spans.count - 1].end = instant
    } else {
      lane.spans.append(Span(kind, from: covered, to: instant, thread: thread))
    }
    covered = instant
  }
}
