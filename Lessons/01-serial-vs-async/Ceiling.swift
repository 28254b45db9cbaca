import Workload

/// How far it goes: waits overlap, work does not.
enum Ceiling {
  // [00:52] [00:55] However many requests there are, one thread answers no more of them a second than their work allows.
  static func requestsPerSecond(like request: Request) -> Double {
    .seconds(1) / request.work
  }

  // [01:54] [01:57] Every wait is room for other requests. Where a request only works, there is no room: the gain is 1.
  static func gain(of request: Request) -> Double {
    request.ownTime / request.work
  }

  /// Requests that take 10 ms on their own, of which they wait a given share, from 0 to 1.
  static func alike(_ count: Int, waitingShare: Double) -> [Request] {
    let ownTime = Duration.milliseconds(10)
    return (1...count).map {
      Request(
        "request \($0)",
        steps: [.work("receive", ownTime * (1 - waitingShare)), .wait("user", ownTime * waitingShare)])
    }
  }
}
