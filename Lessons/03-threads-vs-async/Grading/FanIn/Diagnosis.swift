import EventLoop
import LessonKit
import Measurement

extension FanInGrading {
  /// How the line is set up: how many items each producer makes, and how long one takes, in tenths of milliseconds.
  private struct Setting {
    var producers: [(items: Int, takes: Int)]
    var taking: Int
    var capacity: Int
  }

  // No length is a multiple of another, so that code that acts when nothing has happened is seen.
  private static let settings = [
    Setting(producers: [(12, 7), (12, 13), (12, 19)], taking: 53, capacity: 2),
    Setting(producers: [(10, 313), (10, 417)], taking: 59, capacity: 4),
    Setting(producers: [(15, 11)], taking: 37, capacity: 1),
    Setting(producers: [(0, 11), (3, 29)], taking: 41, capacity: 3),
    Setting(producers: [], taking: 41, capacity: 1),
  ]

  static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for setting in settings {
        if let finding = judge(candidate, setting, seed: seed) { return finding }
      }
      let both = compare(candidate, settings[0], failing: 1003, seed: seed).both
      if both.trial.error is Stall {
        return both.finding(
          .stalled(
            "A producer threw OutOfOrder, and your code never returns. `waitForAll` throws only when all children have ended, and a "
              + "consumer whose stream is never finished does not end. `for try await _ in group { }` throws at once, and leaving "
              + "the group cancels the others."))
      }
      if let obstacle = both.obstacle { return obstacle }
      guard both.trial.error is Producer.OutOfOrder else {
        return both.different("A producer threw OutOfOrder, and you \(both.trial.ending).")
      }
    }
    return .passed()
  }

  private static func judge(_ candidate: @escaping Function, _ setting: Setting, seed: UInt64?) -> Finding? {
    let (both, log) = compare(candidate, setting, seed: seed)
    let trial = both.trial
    let total = setting.producers.reduce(0) { $0 + $1.items }
    let taken = "\(log.taken.count) of \(total) items were taken."
    if trial.error is Stall, log.taken.count == total, total > 0 { return both.mistake("never-finishes") }
    if let obstacle = both.obstacle { return obstacle }
    if actsWithoutEvent(trial) { return both.mistake("polls") }
    let allowed = setting.capacity + setting.producers.count
    if log.most > allowed {
      return trial.error == nil && log.taken.count < total
        ? both.different(
          "\(taken) A stream with a buffering policy drops what is too much; it doesn't make the producer wait."
        )
        : both.mistake(
          "unbounded",
          "Up to \(log.most) items were made and not yet taken; with a capacity of \(setting.capacity), "
            + "\(allowed) would be right.")
    }
    if let error = trial.error { return both.different("Nothing failed, yet you threw \(error).") }
    if log.taken.count < total { return both.mistake("loses-the-last-items", taken) }
    let inOrder = setting.producers.indices.allSatisfy { producer in
      log.taken.filter { $0 / 1000 == producer }
        == (0..<setting.producers[producer].items).map { producer * 1000 + $0 }
    }
    guard log.taken.count == total, inOrder else {
      return both.different(
        "Each item of a producer has to be taken exactly once, and in the order in which it was made.")
    }
    if !trial.running.isEmpty {
      return both.mistake("loses-the-last-items", "The last item was still being taken.")
    }
    if takesOverlap(trial, lane: setting.producers.count) {
      return both.different("The consumer was given an item before it was done with the one before.")
    }
    guard trial.end > both.right.end * 1.25 else { return nil }
    return both.different("\(both.took) Do all producers run at the same time?")
  }

  /// Whether a call began when nothing had happened, except for the beginning of the trial.
  private static func actsWithoutEvent(_ trial: Trial<Void>) -> Bool {
    let events = Set([.zero] + trial.calls.compactMap(\.end))
    return trial.calls.contains { !events.contains($0.start) }
  }

  private static func takesOverlap(_ trial: Trial<Void>, lane: Int) -> Bool {
    let takes = trial.calls.filter { $0.lane == lane }
    return zip(takes, takes.dropFirst()).contains { $0.overlaps($1) }
  }

  /// The candidate's trial beside the solution's, and what happened on the candidate's line.
  private static func compare(
    _ candidate: @escaping Function, _ setting: Setting, failing: Int? = nil, seed: UInt64?
  ) -> (both: Comparison<Void>, log: ProductionLine.Log) {
    var logs: [ProductionLine.Log] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let lanes = setting.producers.indices.map { "producer \($0 + 1)" } + ["consumer"]
      let line = ProductionLine(on: Probe(lanes: lanes, seed: seed), failing: failing)
      let producers = setting.producers.enumerated().map { index, producer in
        line.producer(
          (0..<producer.items).map { index * 1000 + $0 }, lane: index,
          takes: .microseconds(100 * producer.takes))
      }
      let consumer = line.consumer(lane: producers.count, takes: .microseconds(100 * setting.taking))
      let trial = Trial(line.probe) {
        try await function(producers, setting.capacity, consumer, line.probe.loop)
      }
      logs.append(line.log)
      return trial
    }
    return (both, logs[0])
  }
}
