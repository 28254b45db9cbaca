import Console

extension ExpectedClaim {
  /// Lecture `async-for-scalability-dotnet`, for purchases that compute for 5 ms and wait for 95.
  static let threadsVersusAsync = [
    ExpectedClaim("least-resources", "00:02", nil, .notMeasured),
    ExpectedClaim("threads-would-work", "00:09", 100),
    ExpectedClaim("threads-cost-memory-and-switches", "00:19", nil, .notMeasured),
    ExpectedClaim("in-order-stacks-up", "00:27", 30),
    ExpectedClaim("purchases-mostly-wait", "00:33", 95),
    ExpectedClaim("next-is-picked-up", "01:06", 0),
    ExpectedClaim("response-1-takes-its-waits", "01:12", 1),
    ExpectedClaim("request-2-need-not-wait", "01:17", 90),
    ExpectedClaim("second-adds-little", "01:32", 2),
    ExpectedClaim("request-3-at-once", "01:37", 1.04),
    // 300 purchases of 10 ms in order, against 300 times half a millisecond of work: the thread is never idle.
    ExpectedClaim("a-little-async-speeds-up", "01:45", 3000 / 150),
    ExpectedClaim("a-single-thread", "01:53", 1),
    ExpectedClaim("a-ton-of-requests", "01:59", nil, .notMeasured),
  ]
}
