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

  package var makespan: Duration { timeline.makespan }
  package var meanResponseTime: Duration { timeline.meanResponseTime }

  /// When the first line of a request's code ran, by its place from 1.
  package func beginning(_ number: Int) -> Duration {
    lane(number).spans.first { $0.kind == .work }?.start ?? timeline.end
  }

  /// How long a request was there before the first line of its code ran.
  package func delay(_ number: Int) -> Duration { beginning(number) - lane(number).arrival }

  /// How long before the response to request 1 left the code of request 2 had begun.
  package var headStart: Duration { (lane(1).departure ?? timeline.end) - beginning(2) }

  /// Whether a request waits, with the thread given back, at the moment at which another one arrives.
  package func waits(_ number: Int, whenArrives other: Int) -> Bool {
    let instant = lane(other).arrival
    return lane(number).spans.contains { $0.kind == .wait && $0.start <= instant && instant < $0.end }
  }

  /// The threads that something ran on.
  package var threads: Set<UInt64> {
    Set(timeline.lanes.flatMap(\.spans).filter { $0.kind != .queue }.map(\.thread))
  }
}
