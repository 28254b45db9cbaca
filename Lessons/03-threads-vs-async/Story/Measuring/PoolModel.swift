import Measurement
import Workload

/// Requests on a pool of so many threads, in virtual time: what Swift's own pool does, and with one thread an event loop.
///
/// Whoever is ready gets the thread that is free first, in the order in which they became ready. Work and calls that block
/// keep the thread; waits that are awaited give it back.
struct PoolModel: Sendable {
  var threads: Int
  /// The steps that block although they only wait.
  var blocking: Set<String>

  /// What becomes of the requests.
  func timeline(of requests: [Request]) -> Timeline {
    var lanes = requests.map { Lane($0.label, arrival: $0.arrival) }
    var free = [Duration](repeating: .zero, count: max(1, threads))
    var ready = requests.indices.map { (request: $0, step: 0, since: requests[$0].arrival) }
    while let next = ready.indices.min(by: { ready[$0].since < ready[$1].since }) {
      var (request, step, now) = ready.remove(at: next)
      let steps = requests[request].steps
      let thread = free.indices.min { free[$0] < free[$1] }!
      if step < steps.count, free[thread] > now {
        lanes[request].spans.append(Span(.queue, from: now, to: free[thread]))
        now = free[thread]
      }
      // Everything up to the next wait that is awaited runs on the same thread, without a break.
      while step < steps.count, let kind = kindOnThread(steps[step]) {
        let end = now + steps[step].duration
        lanes[request].spans.append(Span(kind, from: now, to: end, thread: UInt64(thread + 1)))
        (now, step) = (end, step + 1)
        free[thread] = now
      }
      guard step < steps.count else {
        lanes[request].departure = now
        continue
      }
      let end = now + steps[step].duration
      lanes[request].spans.append(Span(.wait, from: now, to: end))
      ready.append((request, step + 1, end))
    }
    return Timeline(lanes: lanes)
  }

  /// How a step keeps its thread; `nil` if it gives it back.
  private func kindOnThread(_ step: Step) -> Span.Kind? {
    switch step.kind {
    case .work: .work
    case .wait: blocking.contains(step.name) ? .block : nil
    }
  }
}
