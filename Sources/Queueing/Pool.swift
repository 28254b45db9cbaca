package import Measurement
package import Workload

/// A pool of workers that serves requests: a server, as far as it matters who waits for whom.
///
/// It is a model in numbers alone. Nothing runs and no clock goes; what becomes of the requests is computed, event by event.
///
///     let times = Pool.eventLoop.timeline(of: requests).responseTimes
package struct Pool: Sendable, Hashable {
  /// What a request does with its worker while it waits.
  package enum Waiting: Sendable, Hashable {
    /// Keeps it: the call blocks.
    case keepsWorker
    /// Gives it back: the call is awaited.
    case givesWorkerBack
    /// Keeps it in the steps with these names, and gives it back in all others.
    case keepsWorkerIn(Set<String>)
  }

  /// How many workers there are, such as threads; `nil` for one for each request. Requests for which there is none stand in line.
  package var workers: Int?
  /// How many workers can compute at the same moment.
  package var cores: Int
  /// What a request does with its worker while it waits.
  package var waiting: Waiting
  /// The most requests that are let in at once; `nil` for all. The others are turned away.
  package var admitted: Int?
  /// How long a worker may compute while others stand in line for its core (round robin); `nil` for as long as it takes (first come,
  /// first served). Of no account where each worker has a core of its own.
  package var slice: Duration?

  package init(
    workers: Int?, cores: Int = 1, waiting: Waiting, admitted: Int? = nil, slice: Duration? = nil
  ) {
    (self.workers, self.cores, self.waiting) = (workers, cores, waiting)
    (self.admitted, self.slice) = (admitted, slice)
    precondition(
      workers ?? 1 > 0 && cores > 0 && admitted ?? 1 > 0, "a pool serves at least one request at a time")
  }

  /// One worker, which a request keeps from beginning to end.
  package static let oneAtATime = Pool(workers: 1, waiting: .keepsWorker)
  /// One worker, which a request that waits gives back.
  package static let eventLoop = Pool(workers: 1, waiting: .givesWorkerBack)
  /// A thread for each request, on one core. Where there are no more threads, a request is turned away.
  package static func threadPerRequest(atMost most: Int?) -> Pool {
    Pool(workers: nil, waiting: .keepsWorker, admitted: most)
  }

  /// What becomes of requests, each of which comes at its arrival.
  package func timeline(of requests: [Request]) -> Timeline {
    var run = PoolRun(
      self, requests.map(\.steps), program: Array(requests.indices), staysInside: admitted == nil)
    var timeline = Timeline(of: requests)
    let byArrival = requests.indices.sorted { (requests[$0].arrival, $0) < (requests[$1].arrival, $1) }
    for request in byArrival { run.expect(request, at: requests[request].arrival) }
    while let event = run.nextEvent() {
      if case .turn(let turn) = event { timeline.add(turn, of: run.bursts[turn.burst]) }
    }
    return timeline
  }
}
