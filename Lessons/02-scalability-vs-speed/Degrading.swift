import Serving

/// When a server counts as degraded, and the three ways in which that shows.
enum Degrading {
  // [00:35] [00:39] Not degraded means: 99 of 100 visitors have their answer within 250 ms, and no one goes without.
  static let objective = Objective(percentile: 0.99, within: .milliseconds(250))

  // [00:47] [00:50] Too slow: where pages are served one at a time, each of n users waits for the pages of all n.
  static func responseTime(of page: Page, users: Int) -> Duration { page.ownTime * users }

  // [00:54] Timed out: a user gives up after a second, and by then only a few have had their answer.
  static let deadline = Duration.seconds(1)
  static func answeredInTime(_ page: Page) -> Int { Int(deadline / page.ownTime) }

  // [00:58] Turned away: there is no thread for one more connection, so it is closed again at once.
  static func turnedAway(users: Int, threads: Int) -> Int { max(0, users - threads) }
}
