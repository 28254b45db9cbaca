/// What happened to a group of requests, a lane each, on one common clock.
package struct Timeline: Sendable, Hashable, Codable {
  /// The lanes, in the order in which the requests were announced.
  package var lanes: [Lane]

  package init(lanes: [Lane] = []) {
    self.lanes = lanes
  }

  /// The last instant that anything is recorded at, counted from the origin.
  package var end: Duration {
    lanes.map { max($0.departure ?? .zero, $0.spans.last?.end ?? .zero, $0.arrival) }.max() ?? .zero
  }

  /// The makespan: from the first arrival to the last departure. Zero when nothing was answered.
  package var makespan: Duration {
    guard let first = lanes.map(\.arrival).min(), let last = lanes.compactMap(\.departure).max() else {
      return .zero
    }
    return last - first
  }

  /// The response times of the answered requests, in the order of the lanes.
  package var responseTimes: [Duration] { lanes.compactMap(\.responseTime) }

  /// The arithmetic mean of the response times. Zero when nothing was answered.
  package var meanResponseTime: Duration {
    let times = responseTimes
    return times.isEmpty ? .zero : times.reduce(.zero, +) / times.count
  }

  /// All spans of one kind with the index of their lane, in order of their start.
  package func spans(_ kind: Span.Kind) -> [(lane: Int, span: Span)] {
    lanes.enumerated()
      .flatMap { index, lane in lane.spans.filter { $0.kind == kind }.map { (lane: index, span: $0) } }
      .sorted { $0.span.start < $1.span.start }
  }

  /// The most lanes that are in a span of one of the given kinds at the same instant.
  package func peakConcurrency(of kinds: Span.Kind...) -> Int {
    var events: [(at: Duration, change: Int)] = []
    for span in lanes.flatMap(\.spans) where kinds.contains(span.kind) && span.duration > .zero {
      events.append((span.start, 1))
      events.append((span.end, -1))
    }
    // At one instant ends count before starts: a span that begins as another ends does not overlap it.
    events.sort { ($0.at, $0.change) < ($1.at, $1.change) }
    var running = 0
    return events.reduce(0) { peak, event in
      running += event.change
      return max(peak, running)
    }
  }
}
