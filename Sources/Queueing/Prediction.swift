import Measurement
package import Workload

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
}
