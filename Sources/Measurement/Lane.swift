/// One request's row of a timeline: when it arrived, how it spent its time, when it was answered.
package struct Lane: Sendable, Hashable {
  /// What the reader sees in front of the row, for example `request 1`.
  package var label: String
  /// When the request arrived, counted from the timeline's origin.
  package var arrival: Duration
  /// The spans in order of time. They do not overlap and cover the stretch from arrival to departure.
  package var spans: [Span]
  /// When the response left, counted from the timeline's origin; `nil` while the request is unanswered.
  package var departure: Duration?

  package init(_ label: String, arrival: Duration = .zero, spans: [Span] = [], departure: Duration? = nil) {
    self.label = label
    self.arrival = arrival
    self.spans = spans
    self.departure = departure
  }

  /// The response time: from arrival to departure. `nil` while the request is unanswered.
  package var responseTime: Duration? { departure.map { $0 - arrival } }

  /// The time spent in spans of one of the given kinds.
  package func time(in kinds: Span.Kind...) -> Duration {
    spans.reduce(.zero) { kinds.contains($1.kind) ? $0 + $1.duration : $0 }
  }

  /// The request's own time: all that it would need if it had the server to itself.
  ///
  /// That is work and waiting of both kinds, without the time spent in the queue.
  package var ownTime: Duration { time(in: .work, .block, .wait) }
}
