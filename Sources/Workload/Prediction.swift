/// What theory says before anything is measured.
package enum Prediction {
  /// The response times where requests are answered one after another, in the order of their arrival.
  package static func serialResponseTimes(of requests: [Request]) -> [Duration] {
    var free = Duration.zero
    return requests.map { request in
      free = max(free, request.arrival) + request.ownTime
      return free - request.arrival
    }
  }

  /// The response times on one event loop without any overhead: steps that compute take turns in the order in which
  /// they become ready, and waits overlap.
  package static func eventLoopResponseTimes(of requests: [Request]) -> [Duration] {
    Pool.eventLoop.timeline(of: requests).responseTimes
  }

  /// The makespan that no server with one thread can beat: all work one after another, or the longest request on its own.
  package static func leastMakespan(of requests: [Request]) -> Duration {
    guard let first = requests.map(\.arrival).min() else { return .zero }
    let work = requests.reduce(.zero) { $0 + $1.work }
    return max(work, requests.map { $0.arrival + $0.ownTime }.max()! - first)
  }

  /// The most requests a second that one thread can answer: one over the work of a request.
  package static func throughputLimit(workPerRequest work: Duration) -> Double { .seconds(1) / work }
}
