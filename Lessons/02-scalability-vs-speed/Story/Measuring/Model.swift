import Measurement
import Queueing
import Serving
import Workload

extension Page {
  /// What the handler does, as steps.
  var steps: [Step] { [.work("begin", work / 2), .wait("database", wait), .work("end", work / 2)] }
}

extension Pool {
  /// Puts the model of a server under load: what the generator does with a real one, computed.
  ///
  /// A closed loop is measured when it has settled, for as many whole rounds as fit into the plan's duration, at least one.
  func load(_ plan: LoadPlan, _ page: Page) -> LoadResult {
    var result = LoadResult()
    result.coreTime = page.work
    let end = plan.warmUp + plan.duration
    switch plan.arrivals {
    case .closed(let users, _):
      var loop = ClosedLoop(
        users: users, each: page.steps, on: self, pauseAfterRefusal: plan.pauseAfterRefusal)
      loop.settle()
      result.elapsed = loop.wholeRounds(within: plan.duration)
      loop.measure(for: result.elapsed) { visit in
        result.count(
          visit.isTurnedAway ? .turnedAway : .answered, took: visit.responseTime, deadline: plan.deadline)
      }
      result.answeredMeanwhile = result.answered
    case .open:
      result.elapsed = plan.duration
      let requests = plan.moments.map { Request("page", arrival: $0, steps: page.steps) }
      for lane in timeline(of: requests).lanes where lane.arrival >= plan.warmUp {
        guard let departure = lane.departure else { continue }
        result.count(.answered, took: departure - lane.arrival, deadline: plan.deadline)
        if departure < end { result.answeredMeanwhile += 1 }
      }
    }
    return result
  }
}
