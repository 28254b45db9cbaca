/// What theory says before anything is measured.
public enum Prediction {
  /// The response times where requests are answered one after another, in the order of their arrival.
  public static func serialResponseTimes(of requests: [Request]) -> [Duration] {
    var free = Duration.zero
    return requests.map { request in
      free = max(free, request.arrival) + request.ownTime
      return free - request.arrival
    }
  }

  /// The response times on one event loop without any overhead: steps that compute take turns in the order in which
  /// they become ready, and waits overlap.
  public static func eventLoopResponseTimes(of requests: [Request]) -> [Duration] {
    Pool.eventLoop.timeline(of: requests).responseTimes
  }

  /// The makespan that no server with one thread can beat: all work in turn, or the longest request on its own.
  public static func leastMakespan(of requests: [Request]) -> Duration {
    guard let first = requests.map(\.arrival).min() else { return .zero }
    let work = requests.reduce(.zero) { $0 + $1.work }
    return max(work, requests.map { $0.arrival + $0.ownTime }.max()! - first)
  }

  /// The most requests a second that one thread can answer: one over the work of a request.
  public static func throughputLimit(workPerRequest work: Duration) -> Double { .seconds(1) / work }

  /// How many times as fast a program gets on several workers, if a part of it has to be done by one: Amdahl's law.
  ///
  /// Source: G. M. Amdahl, *Validity of the single processor approach to achieving large scale computing capabilities*, 1967.
  ///
  /// - Parameters:
  ///   - parallelShare: the share of the program's time on one worker that can be spread over many, from 0 to 1.
  ///   - workers: how many there are, at least 1.
  public static func amdahlSpeedUp(parallelShare: Double, workers: Int) -> Double {
    1 / ((1 - parallelShare) + parallelShare / Double(workers))
  }

  /// How many times as fast a program gets on any number of workers: what Amdahl's law comes to in the end. Infinite
  /// where everything can be spread.
  public static func amdahlLimit(parallelShare: Double) -> Double { 1 / (1 - parallelShare) }
}
