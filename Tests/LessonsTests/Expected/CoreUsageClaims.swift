import Console

extension ExpectedClaim {
  /// Lecture `review-why-async`. What is about several cores is about real ones.
  static let coreUsage = [
    ExpectedClaim("two-reasons", "00:04", 16),
    ExpectedClaim("single-thread-flattened", "00:15", 8.20911240, .corrected),
    ExpectedClaim("many-cores", "00:32", nil, .notMeasured),
    ExpectedClaim("one-of-twelve", "00:44", 100.0 / 12),
    ExpectedClaim("the-lock", "00:57", nil, .notMeasured),
    ExpectedClaim("one-thread-does-not-help", "01:00", 1),
    ExpectedClaim("multiprocessing", "01:04", nil, .notMeasured),
    ExpectedClaim("concurrent-code", "01:14", nil, .notMeasured),
    ExpectedClaim("more-at-the-same-time", "01:21", 16),
    ExpectedClaim("a-scrape-gains", "01:28", 376.0 / 64),
    ExpectedClaim("picked-up-almost-instantly", "01:35", 0),
    ExpectedClaim("more-from-the-same-server", "01:52", 32 * 40 / 55.5),
  ]
}
