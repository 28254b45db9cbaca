extension ExpectedClaim {
  /// Lecture `visualizing-an-asynchronous-request`.
  static let serialVersusAsync = [
    ExpectedClaim("overlap-only-while-waiting", "00:05", 0),
    ExpectedClaim("own-time-stays", "00:10", 1),
    ExpectedClaim("response-times-fall", "00:14", 515.0 / 1100),
    ExpectedClaim("request-1-as-before", "00:26", 1),
    ExpectedClaim("request-2-gets-shorter", "00:34", 205.0 / 400),
    ExpectedClaim("request-3-takes-its-own-time", "00:41", 1.1),
    ExpectedClaim("no-perfect-concurrency", "00:52", 1),
    ExpectedClaim("framework-code-takes-turns", "01:02", 15),
    ExpectedClaim("mostly-waiting", "01:07", 91),
    ExpectedClaim("same-operation", "01:15", 0),
    ExpectedClaim("only-keywords-change", "01:21", 0),
    ExpectedClaim("thread-is-freed", "01:27", 5),
    ExpectedClaim("picked-up-at-once", "01:39", 0),
    ExpectedClaim("scalability-comes-from-waiting", "01:54", 160 / 11.5),
    ExpectedClaim("threads-do-it-too", "02:00", 1.1),
  ]
}
