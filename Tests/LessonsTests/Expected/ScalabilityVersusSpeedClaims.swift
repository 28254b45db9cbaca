import Console
import LessonKit

extension ExpectedClaim {
  /// Lecture `async-for-scalability`; each value by its formula, for a page of 100.4 ms, 0.4 ms of which are work, and an objective
  /// of 250 ms.
  static var scalabilityVersusSpeed: [ExpectedClaim] {
    // One at a time, n users wait n pages; ten times as fast, 24 wait 24 pages of 10.04 ms.
    let serial = (250 / 100.4).rounded(.down)
    let faster = (250 / 10.04).rounded(.down)
    // Little's law where the thread is never idle: n users wait n times the work.
    let loop = (250 / 0.4).rounded(.down)
    // Twenty have no thread, and try a hundred times a second; each attempt may wait for half a page of 200 others.
    let attempts = 20 * (1000.0 / (10 + 200 * 0.2)).rounded(.down)...20 * 100.0
    return [
      ExpectedClaim("scalability-is-not-speed", "00:10", 200 / serial),
      ExpectedClaim("faster-scales-too", "00:26", faster / serial),
      ExpectedClaim("capacity-until-it-degrades", "00:35", 0.98 * loop...loop),
      ExpectedClaim("there-is-a-knee", "01:00", 3),
      ExpectedClaim("how-many-at-one-time", "01:05", 1),
      ExpectedClaim("one-request-not-faster", "01:15", nil, .notMeasured),
      ExpectedClaim("a-hundred-times-the-users", "01:29", 0.98 * loop / serial...loop / serial),
      ExpectedClaim("on-the-same-hardware", "01:38", 1),
      ExpectedClaim("several-ways", "01:46", 2),
      ExpectedClaim("degrading-is-slow", "00:47", serial + 1),
      ExpectedClaim("degrading-is-timing-out", "00:54", 100),
      ExpectedClaim("degrading-is-refusing", "00:58", attempts, .corrected),
    ]
  }
}
