import LessonKit
import Measurement
import Report
import Serving
import Workload

/// The lesson's page and its users with some knobs turned.
struct TurnedLoad: Sendable {
  var users = 100
  var page = Page.usual
  var threads = Discipline.threadLimit
  var objective = Degrading.objective

  static let knobs = [
    Knob(.users, .count(1...Laboratory.most), "How many users there are; each asks again once answered."),
    Knob(.work, .time(0...1000), "How long a page computes."),
    Knob(
      .wait, .time(0...60_000), "How long a page waits; with --serve too, whose page then computes nothing."),
    Knob(.threads, .count(1...Laboratory.most), "How many threads the second server may start."),
    Knob(.objective, .time(1...60_000), "Within which time 99 of 100 users have to be answered."),
  ]
}

extension TurnedLoad {
  /// - Throws: a ``Report/Complaint`` where the knobs do not go together.
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
      (plan.duration, plan.deadline, plan.pauseAfterRefusal) = (round * 8, round * 100, round * 4)
    }
    return try laboratory.load(discipline, page, plan, "\(users) \(users == 1 ? "user" : "users")")
  }

  /// The users that a server copes with, in virtual time.
  func knee(_ discipline: Discipline, _ laboratory: Laboratory) throws -> Knee {
    var ramp = Ramp(objective, most: Laboratory.most)
    (ramp.attempts, ramp.resolution) = (1, 0)
    // What theory allows at the most is nearly always what is found: by two loads then, and not twenty.
    (ramp.first, ramp.growth) = (max(1, most(discipline)), 1)
    return try ramp.findKnee { try result(discipline, users: $0, laboratory) }
  }

  /// The users that theory allows a server at the very most.
  private func most(_ discipline: Discipline) -> Int {
    guard page.ownTime <= objective.responseTime else { return 1 }
    let loop =
      page.work == .zero ? Double(Laboratory.most) : Capacity.eventLoop(page, within: objective.responseTime)
    return switch discipline {
    case .oneAtATime:
      Int(min(Double(Laboratory.most), Capacity.oneAtATime(page, within: objective.responseTime)))
    case .threads: min(threads, Int(min(Double(Laboratory.most), loop)))
    case .eventLoop: Int(min(Double(Laboratory.most), loop))
    }
  }
}
