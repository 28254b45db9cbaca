package import Measurement
package import Workload

extension Timeline {
  /// What a model of a pool of workers has computed, as it would have been recorded.
  package init(_ model: PoolTimeline) {
    self.init(
      lanes: model.visits.map { visit in
        var lane = Lane(visit.label, arrival: visit.arrival)
        lane.spans = visit.stretches.map { stretch in
          let kind: Span.Kind =
            switch stretch.kind {
            case .queue: .queue
            case .work: .work
            case .block: .block
            case .wait: .wait
            }
          let thread = stretch.core.map { UInt64($0 + 1) } ?? 0
          return Span(kind, from: stretch.start, to: stretch.end, thread: thread)
        }
        lane.departure = visit.departure
        return lane
      })
  }
}
