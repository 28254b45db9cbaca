import Workload

/// A job that only waits: so many answers from elsewhere, each of which takes its time and no computing.
struct WaitingJob: Sendable, Hashable {
  var waits = 16
  var each = Duration.milliseconds(25)

  /// The same as requests.
  var requests: [Request] { (1...waits).map { Request("answer \($0)", steps: [.wait("answer", each)]) } }
}
