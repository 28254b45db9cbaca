import Console
import LessonKit
import Measurement
import Serving
import Workload

/// The lesson's page and its users with some knobs turned.
struct TurnedLoad: Sendable {
  var users = 100
  var page = Page.usual
  var threads = Discipline.threadLimit
  var objective = Degrading.objective

  static let knobs = [
    Knob(.users, .count(1...1000), "How many users there are; each asks again once answered."),
    Knob(.work, .time(0...1000), "How long a page computes."),
    Knob(
      .wait, .time(0...60_000), "How long a page waits; with --serve too, whose page then computes nothing."),
    Knob(.threads, .count(1...Laboratory.most), "How many threads the second server may start."),
    Knob(.objective, .time(1...60_000), "Within which time 99 of 100 users have to be answered."),
  ]
}

extension TurnedLoad {
  /// - Throws: a ``Console/Complaint`` where the knobs do not go together.
  init(_ knobs: Knobs) throws(Complaint) {
    users = knobs.count(.users) ?? users
    page = Page(work: knobs.time(.work) ?? page.work, wait: knobs.time(.wait) ?? page.wait)
    threads = knobs.count(.threads) ?? threads
    if let time = knobs.time(.objective) { objective.responseTime = time }
    guard page.ownTime > .zero else {
      throw .usage("a page takes no time at all: give it some --work or --wait")
    }
  }

  func laboratory(_ telling: Telling, isExact: Bool? = nil) -> Laboratory {
    var laboratory = Laboratory(telling, isExact: isExact)
    laboratory.threads = threads
    laboratory.objective = objective
    return laboratory
  }

  /// What becomes of a number of users.
  func result(_ discipline: Discipline, users: Int, _ laboratory: Laboratory) throws -> LoadResult {
    var plan = laboratory.plan(discipline, page, users: users)
    plan.deadline = max(plan.deadline, objective.responseTime * 4)
    if laboratory.isExact {
      // All that a server does repeats, so that a few answers to every user tell what any number would; and no one gives up.
      let round = discipline == .oneAtATime ? page.ownTime * users : max(page.ownTime, page.work * users)
      (plan.duration, plan.deadline, plan.pauseAfterRefusal) = (round * 4, round * 100, round * 2)
    }
    return try laboratory.load(discipline, page, plan, "\(users) \(users == 1 ? "user" : "users")")
  }

  /// What becomes of the users one at a time, by the closed form: one answer in a page's own time, and each waits for all.
  var oneAtATime: LoadResult {
    var result = LoadResult()
    result.responseTimes.record(Degrading.responseTime(of: page, users: users))
    (result.answeredMeanwhile, result.elapsed) = (1, page.ownTime)
    return result
  }

  /// The users that one at a time copes with: each waits for the pages of all.
  var capacityOneAtATime: Int {
    Int(min(Double(Laboratory.most), Capacity.oneAtATime(page, within: objective.responseTime)))
  }

  /// The users that the event loop copes with, in virtual time.
  func kneeOfEventLoop(_ load: (_ users: Int) throws -> LoadResult) throws -> Knee {
    var ramp = Ramp(objective, most: Laboratory.most)
    (ramp.attempts, ramp.resolution) = (1, 0)
    // What theory allows at the most is nearly always what is found: by two loads then, and not twenty.
    let most =
      page.ownTime > objective.responseTime
      ? 1 : page.work == .zero ? .infinity : Capacity.eventLoop(page, within: objective.responseTime)
    (ramp.first, ramp.growth) = (max(1, Int(min(Double(Laboratory.most), most))), 1)
    return try ramp.findKnee(load)
  }
}
