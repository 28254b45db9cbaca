package import Measurement

/// What became of a group of requests: their timeline, and what the server returned.
package struct Recording<Value> {
  /// When each request worked, waited and was queued.
  package var timeline: Timeline
  /// What the code that served the requests returned.
  package var value: Value

  package init(timeline: Timeline, value: Value) {
    (self.timeline, self.value) = (timeline, value)
  }

  /// The response time of a request, by its place from 1.
  ///
  /// A request that was never answered has waited until the end of the recording.
  package func response(_ number: Int) -> Duration {
    let lane = timeline.lanes[number - 1]
    return lane.responseTime ?? timeline.end - lane.arrival
  }

  /// The lane of a request, by its place from 1.
  package func lane(_ number: Int) -> Lane { timeline.lanes[number - 1] }

  /// The threads that something ran on.
  package var threads: Set<UInt64> {
    Set(timeline.lanes.flatMap(\.spans).filter { $0.kind != .queue }.map(\.thread))
  }
}
