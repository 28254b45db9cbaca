import Measurement
import Workload

extension Timeline {
  /// The requests as they arrive; nothing has become of them yet.
  init(of requests: [Request]) {
    self.init(lanes: requests.map { Lane($0.label, arrival: $0.arrival) })
  }

  /// Adds what a request does with a core, and the wait behind it. Where it has a core, the thread of a span is that core's number
  /// from 1, or the worker's where each worker has a core of its own.
  mutating func add(_ turn: PoolRun.Turn, of burst: PoolRun.Burst) {
    append(.queue, until: turn.start, to: turn.client)
    let thread = UInt64(turn.core + 1)
    // A slice of a burst is work; a burst that has waits in it is not sliced.
    if turn.isLast, turn.start + burst.length == turn.end {
      var end = turn.start
      for step in burst.steps {
        end += step.duration
        append(step.kind == .work ? .work : .block, until: end, on: thread, to: turn.client)
      }
    } else {
      append(.work, until: turn.end, on: thread, to: turn.client)
    }
    guard turn.isLast else { return }
    if let wait = burst.wait {
      append(burst.freesWorker ? .wait : .block, until: turn.end + wait, to: turn.client)
    } else {
      lanes[turn.client].departure = turn.end
    }
  }

  private mutating func append(_ kind: Span.Kind, until end: Duration, on thread: UInt64 = 0, to lane: Int) {
    let start = lanes[lane].spans.last?.end ?? lanes[lane].arrival
    if end > start { lanes[lane].spans.append(Span(kind, from: start, to: end, thread: thread)) }
  }
}
