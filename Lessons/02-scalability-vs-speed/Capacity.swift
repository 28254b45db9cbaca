/// How many users a server can have at one time until it degrades: what theory says before anything is measured.
enum Capacity {
  // [01:05] [01:07] [01:09] Little's law: the requests under way are the answers a second times the time of each.
  static func requestsUnderWay(answersPerSecond: Double, responseTime: Duration) -> Double {
    answersPerSecond * (responseTime / .seconds(1))
  }

  // [00:32] [00:43] One at a time: n users wait n whole pages, so the page's own time sets the limit.
  static func oneAtATime(_ page: Page, within time: Duration) -> Double {
    (time / page.ownTime).rounded(.down)
  }

  // [01:29] [01:34] [01:35] An event loop: waits overlap. Where the users ask again and again, its thread is never idle, and each of n
  // users waits for the *work* of n pages, which is far less. If all of them click only once, the last page's wait is added to that.
  static func eventLoop(_ page: Page, within time: Duration) -> Double {
    (time / page.work).rounded(.down)
  }

  // [01:38] [01:40] Its one thread is never idle then. More answers a second than this the same core cannot give.
  static func mostAnswersPerSecond(_ page: Page) -> Double { .seconds(1) / page.work }

  /// The mean response time of one at a time where requests come at random moments, at a stated rate; `nil` where more
  /// come than it can answer.
  ///
  /// The formula of Pollaczek and Khinchine for equal pages (M/D/1): an arrival finds, on average, half a page left of
  /// the time that the server is busy, and a queue.
  static func meanOfOneAtATime(_ page: Page, offered rate: Double) -> Duration? {
    let utilization = rate * page.ownTime.inSeconds
    return utilization < 1 ? page.ownTime * (1 + utilization / (2 * (1 - utilization))) : nil
  }
}

extension Duration {
  fileprivate var inSeconds: Double { self / .seconds(1) }
}
