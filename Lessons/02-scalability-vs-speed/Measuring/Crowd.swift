import Measurement

/// A crowd too large for a task each: the same servers and users as pure arithmetic, up to a million and more.
///
/// Every page waits equally long, so that whoever begins to wait first is back first: two queues in order of time are all
/// that it takes, one of new requests and one of those whose wait is over.
///
/// Nobody overtakes anybody here. On the event loop, users who are ready at the same moment may: single response times differ from
/// the model servers' by that, throughput and mean by a few percent.
enum Crowd {
  /// What so many users get, who each ask so many times.
  static func sample(
    _ discipline: Discipline, _ page: Page, users: Int, rounds: Int = 4,
    deadline: Duration = Objective.usual.deadline
  ) -> Sample {
    let served = discipline == .threads ? min(users, Discipline.threadLimit) : users
    let half = nanoseconds(page.work / 2)
    let wait = nanoseconds(page.wait)
    let limit = nanoseconds(deadline)
    var free = 0
    var late = 0
    var times: [Int] = []
    times.reserveCapacity(served * (rounds - 1))
    func leave(_ responseTime: Int, _ round: Int) {
      guard round > 0 else { return }
      if responseTime > limit { late += 1 } else { times.append(responseTime) }
    }
    if discipline == .oneAtATime {
      var came = [Int](repeating: 0, count: served)
      for round in 0..<rounds {
        for user in 0..<served {
          free = max(free, came[user]) + 2 * half + wait
          leave(free - came[user], round)
          came[user] = free
        }
      }
    } else {
      // Both queues are kept for each user in turn: nobody overtakes anybody.
      var came = [Int](repeating: 0, count: served)
      var back = [Int](repeating: 0, count: served)
      let all = served * rounds
      var (begun, ended) = (0, 0)
      while ended < all {
        let new = begun < all && begun - ended < served ? came[begun % served] : Int.max
        let old = ended < begun ? back[ended % served] : Int.max
        if new <= old {
          free = max(free, new) + half
          back[begun % served] = free + wait
          begun += 1
        } else {
          free = max(free, old) + half
          leave(free - came[ended % served], ended / served)
          came[ended % served] = free
          ended += 1
        }
      }
    }
    return Sample(
      users: users, responseTimes: times.map { .nanoseconds($0) }, timedOut: late,
      refused: (users - served) * rounds,
      throughput: Double(served * rounds) / (Double(free) / 1e9), coreTime: page.work)
  }

  private static func nanoseconds(_ duration: Duration) -> Int { Int((duration / .nanoseconds(1)).rounded()) }
}
