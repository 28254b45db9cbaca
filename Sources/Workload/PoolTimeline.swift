/// What becomes of requests on a ``Pool``: when each was served, and when it was answered.
package struct PoolTimeline: Sendable, Hashable {
  /// A stretch of a request's time that it spends in one way.
  package struct Stretch: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// Stands in line for a worker or a core.
      case queue
      /// Computes.
      case work
      /// Waits, and keeps its worker.
      case block
      /// Waits, and has given its worker back.
      case wait
    }

    package var kind: Kind
    package var start: Duration
    package var end: Duration
    /// The number of the core that it has, or of the worker where each has a core of its own; `nil` where it has none.
    package var core: Int?
  }

  /// One request.
  package struct Visit: Sendable, Hashable {
    package var label: String
    package var arrival: Duration
    /// From arrival to departure, without a gap.
    package var stretches: [Stretch] = []
    /// When it was answered; `nil` if it was turned away.
    package var departure: Duration?
  }

  /// The requests, in the order in which they were given.
  package var visits: [Visit]

  init(_ requests: [Request]) {
    visits = requests.map { Visit(label: $0.label, arrival: $0.arrival) }
  }

  /// The response times of the requests that were answered, in their order.
  package var responseTimes: [Duration] {
    visits.compactMap { visit in visit.departure.map { $0 - visit.arrival } }
  }

  /// Answers a second, from the first arrival to the last departure; 0 if there is none.
  package var throughput: Double {
    let departures = visits.compactMap(\.departure)
    guard let first = visits.map(\.arrival).min(), let last = departures.max(), last > first else { return 0 }
    return Double(departures.count) / ((last - first) / .seconds(1))
  }

  mutating func add(_ turn: PoolRun.Turn, of burst: PoolRun.Burst) {
    append(.queue, until: turn.start, to: turn.client)
    // A slice of a burst is work; a burst that has waits in it is not sliced.
    if turn.isLast, turn.start + burst.length == turn.end {
      var end = turn.start
      for step in burst.steps {
        end += step.duration
        append(step.kind == .work ? .work : .block, until: end, on: turn.core, to: turn.client)
      }
    } else {
      append(.work, until: turn.end, on: turn.core, to: turn.client)
    }
    guard turn.isLast else { return }
    guard let wait = burst.wait else {
      visits[turn.client].departure = turn.end
      return
    }
    append(burst.freesWorker ? .wait : .block, until: turn.end + wait, to: turn.client)
  }

  private mutating func append(
    _ kind: Stretch.Kind, until end: Duration, on core: Int? = nil, to visit: Int
  ) {
    let start = visits[visit].stretches.last?.end ?? visits[visit].arrival
    guard end > start else { return }
    visits[visit].stretches.append(Stretch(kind: kind, start: start, end: end, core: core))
  }
}
