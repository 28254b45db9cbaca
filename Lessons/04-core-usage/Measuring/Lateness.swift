import LessonKit
import Measurement
import Report
import Workload

/// How much later than in theory something may happen in real time.
enum Lateness {
  /// Four time slices of a scheduler that has somebody else to run, too: of 3 ms each on Linux, as it is set up.
  static let allowed = Duration.milliseconds(12)
}

extension Part {
  /// How many times as fast one event loop answers requests as one after another: the theory's value in virtual time, and in
  /// real time no less than what is left of it when the last answer is late.
  func gainBound(of requests: [Request]) -> Bound {
    let inTurn = Prediction.serialResponseTimes(of: requests).max()!
    let onLoop = Prediction.eventLoopResponseTimes(of: requests).max()!
    return exactly(inTurn / onLoop, inRealTime: .atLeast(inTurn / (onLoop + Lateness.allowed)))
  }
}
