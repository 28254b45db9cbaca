/// When a server counts as not degraded: a bound on its slow responses, and one on its errors.
package struct Objective: Sendable, Hashable, CustomStringConvertible {
  /// The share of responses that have to keep the bound, from 0 to 1.
  package var percentile = 0.99
  /// The longest response time at that percentile.
  package var responseTime: Duration
  /// The greatest share of requests that may be without a good answer, from 0 to 1.
  package var errorRate = 0.0

  package init(percentile: Double = 0.99, within responseTime: Duration, errorRate: Double = 0) {
    self.percentile = percentile
    self.responseTime = responseTime
    self.errorRate = errorRate
  }

  /// Whether a load's result keeps the objective. A load with no answers does not.
  package func isMet(by result: LoadResult) -> Bool {
    result.answered > 0 && result.errorRate <= errorRate
      && result.responseTimes.percentile(percentile) <= responseTime
  }

  /// The objective in words.
  package var description: String {
    let share = percentile * 100
    let name = share == share.rounded() ? "p\(Int(share))" : "p\(share)"
    let time = responseTime / .milliseconds(1)
    let milliseconds = time == time.rounded() ? "\(Int(time))" : "\((time * 100).rounded() / 100)"
    return "\(name) within \(milliseconds) ms, "
      + (errorRate == 0 ? "no errors" : "errors at most \(errorRate * 100) %")
  }
}
