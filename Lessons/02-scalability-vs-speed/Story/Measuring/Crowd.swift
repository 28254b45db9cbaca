import Serving

/// A crowd too large for a task each: the same servers and users as arithmetic, up to a million and more.
///
/// A million simulated users would take gigabytes, for the stack of a task each. But every page waits equally long, so that
/// whoever begins to wait first is back first: two queues in order of time are all that it takes, one of new requests
/// and one of those whose wait is over.
///
/// Nobody overtakes anybody here, and all begin at once. On the event loop, users who are ready at the same moment may be
/// served in another order: single response times differ from the simulation's by that, throughput and mean by a few percent.
enum Crowd {
  /// What so many users get who each ask so many times; of the first time, when all come at once, only the answers count.
  static func load(_ discipline: Discipline, _ page: Page, users: Int, rounds: Int = 2) -> LoadResult {
    let served = discipline == .threads ? min(users, Discipline.threadLimit) : users
    var line = Line(page, served)
    if discipline == .oneAtATime {
      for request in 0..<served * rounds { line.answer(request) }
    } else {
      let all = served * rounds
      var (begun, ended) = (0, 0)
      while ended < all {
        let new = begun < all && begun - ended < served ? line.came[begun % served] : .max
        let old = ended < begun ? line.back[ended % served] : .max
        if new <= old {
          line.begin(begun)
          begun += 1
        } else {
          line.end(ended)
          ended += 1
        }
      }
    }
    var result = line.result
    result.turnedAway = (users - served) * rounds
    (result.answeredMeanwhile, result.elapsed) = (served * rounds, .nanoseconds(line.free))
    result.coreTime = page.work
    return result
  }

  /// Who has come when, who is back from waiting when, and when the core is free; in nanoseconds.
  private struct Line {
    let half: Int
    let wait: Int
    var free = 0
    var came: [Int]
    var back: [Int]
    var result = LoadResult()

    init(_ page: Page, _ users: Int) {
      half = Int((page.work / 2 / .nanoseconds(1)).rounded())
      wait = Int((page.wait / .nanoseconds(1)).rounded())
      came = [Int](repeating: 0, count: users)
      back = came
    }

    /// Answers a request without letting anybody else in between.
    mutating func answer(_ request: Int) {
      free = max(free, came[request % came.count]) + 2 * half + wait
      leave(request)
    }

    /// Does the first half of a request's work, and lets it wait.
    mutating func begin(_ request: Int) {
      free = max(free, came[request % came.count]) + half
      back[request % came.count] = free + wait
    }

    /// Does the second half.
    mutating func end(_ request: Int) {
      free = max(free, back[request % came.count]) + half
      leave(request)
    }

    private mutating func leave(_ request: Int) {
      let user = request % came.count
      if request >= came.count { result.responseTimes.record(.nanoseconds(free - came[user])) }
      came[user] = free
    }
  }
}
