import Measurement

/// What theory says before anything is measured.
enum Prediction {
  /// The most answers a second that one thread can give: one over the work of a page (the utilization law).
  static func limit(_ page: Page) -> Double { .seconds(1) / page.work }

  /// How many users one at a time is good for: each waits for all others, so that n users wait n times the page's own time.
  static func oneAtATime(_ page: Page, within time: Duration) -> Double {
    (time / page.ownTime).rounded(.down)
  }

  /// How many users an event loop is good for: where its thread is never idle, n users wait n times the work of a page (Little's law
  /// at the limit).
  static func eventLoop(_ page: Page, within time: Duration) -> Double { (time / page.work).rounded(.down) }

  /// The mean response time of one at a time where requests come at random moments; `nil` where more come than it can answer.
  ///
  /// The formula of Pollaczek and Khinchine for equal pages, M/D/1: of the time that it is busy, an arrival finds on the average
  /// half a page left, and a line.
  static func mean(_ page: Page, perSecond rate: Double) -> Duration? {
    let utilization = rate * page.ownTime.inSeconds
    return utilization < 1 ? page.ownTime * (1 + utilization / (2 * (1 - utilization))) : nil
  }

  /// How far a measurement over a stretch of time can be off Little's law, as a share: at both of its ends it cuts a request.
  static func cut(_ responseTime: Duration, over stretch: Duration) -> Double { responseTime / stretch }
}
