import EventLoop
import LessonKit
import Measurement

/// Exercise 3.4: how it is told, and how an answer is judged.
enum FanInExercise {
  typealias Function = @Sendable ([Producer], Int, Consumer, EventLoop) async throws -> Void

  static let exercise = Exercise(
    "fan-in", question: "Connect producers and a consumer by a channel that holds only so many items.",
    file: "FanIn.swift",
    hints: [
      "All producers run at the same time, each as a child task; the consumer is one more. An `AsyncStream` carries the items, and takes "
        + "in as many as it is given: the bound has to come from somewhere else.",
      "`Slots(capacity, on: loop)`: a producer acquires a slot before an item goes into the stream, and the consumer releases it when it "
        + "has the item out.",
      "Await all producers in a group of their own, and finish the stream behind it: then `for await` ends, after the last item.",
    ],
    learner: { try await fanIn($0, capacity: $1, to: $2, on: $3) } as Function,
    solution: { try await Solutions.fanIn($0, capacity: $1, to: $2, on: $3) }, mistakes: mistakes,
    examine: examine)

  private static let mistakes: [Mistake<Function>] = [
    Mistake(
      "unbounded",
      says:
        "Your channel takes in whatever is made. As long as the producers are faster than the consumer it grows, until there is no "
        + "memory left: let a producer wait while it is full.",
      { try await Mistakes.FanIn.unbounded($0, capacity: $1, to: $2, on: $3) }),
    Mistake(
      "polls",
      says:
        "You sleep and look again whether there is an item, or room. Whoever sleeps comes late, and whoever looks too often works for "
        + "nothing: wait for the event itself, with a stream or with slots.",
      { try await Mistakes.FanIn.polls($0, capacity: $1, to: $2, on: $3) }),
    Mistake(
      "loses-the-last-items",
      says:
        "You return when the producers are done, and what is still in the channel is lost. The consumer decides on the end: when it has "
        + "taken the last item.",
      { try await Mistakes.FanIn.losesTheLast($0, capacity: $1, to: $2, on: $3) }),
    Mistake(
      "never-finishes",
      says:
        "All items are taken, and your consumer waits for more. A stream ends when it is told so: finish it when all producers are done.",
      { try await Mistakes.FanIn.neverFinishes($0, capacity: $1, to: $2, on: $3) }),
  ]

  /// How the line is set up: how many producers, how many items each, how long each takes, in tenths of milliseconds.
  private struct Setting {
    var producers: [(items: Int, takes: Int)]
    var taking: Int
    var capacity: Int
  }

  // No length is a multiple of another: who acts when nothing has happened is seen.
  private static let settings = [
    Setting(producers: [(12, 7), (12, 13), (12, 19)], taking: 53, capacity: 2),
    Setting(producers: [(10, 313), (10, 417)], taking: 59, capacity: 4),
    Setting(producers: [(15, 11)], taking: 37, capacity: 1),
    Setting(producers: [(0, 11), (3, 29)], taking: 41, capacity: 3),
    Setting(producers: [], taking: 41, capacity: 1),
  ]

  private static func examine(_ candidate: @escaping Function) -> Finding {
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for setting in settings {
        if let finding = judge(candidate, setting, seed: seed) { return finding }
      }
      let (_, trial) = run(candidate, settings[0], failing: 1003, seed: seed)
      if trial.error is Stall {
        return Finding(
          .stalled(
            "A producer threw OutOfOrder, and your code never returns. `waitForAll` throws when all children have ended, and a consumer "
              + "whose stream nobody finishes does not: `for try await _ in group { }` throws at once, and leaving the group cancels the "
              + "others."), yours: trial.timeline, seed: seed)
      }
      if let obstacle = trial.obstacle(expected: nil, seed: seed) { return obstacle }
      guard trial.error is Line.OutOfOrder else {
        return Finding(.different("A producer threw OutOfOrder, and you \(trial.ending)."), seed: seed)
      }
    }
    return .passed()
  }

  private static func judge(_ candidate: @escaping Function, _ setting: Setting, seed: UInt64?) -> Finding? {
    let (line, trial) = run(candidate, setting, seed: seed)
    let right = run({ try await Solutions.fanIn($0, capacity: $1, to: $2, on: $3) }, setting, seed: seed)
      .trial
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    let total = setting.producers.reduce(0) { $0 + $1.items }
    let taken = line.log.taken
    if trial.error is Stall, taken.count == total, total > 0 {
      return finding(.mistake("never-finishes", detail: ""))
    }
    if let obstacle = trial.obstacle(expected: nil, seed: seed) { return obstacle }
    if actsWithoutEvent(trial) { return finding(.mistake("polls", detail: "")) }
    let allowed = setting.capacity + setting.producers.count
    if trial.error == nil, line.log.most > allowed, taken.count < total {
      return finding(
        .different(
          "\(taken.count) of \(total) items were taken. A stream with a buffering policy drops what is too much; it does not let the "
            + "producer wait."))
    }
    if line.log.most > allowed {
      return finding(
        .mistake(
          "unbounded",
          detail:
            "Up to \(line.log.most) items were made and not yet taken; with a capacity of \(setting.capacity), "
            + "\(allowed) would be right."))
    }
    if let error = trial.error { return finding(.different("Nobody failed, and you threw \(error).")) }
    if taken.count < total {
      return finding(.mistake("loses-the-last-items", detail: "\(taken.count) of \(total) were taken."))
    }
    let inOrder = setting.producers.indices.allSatisfy { producer in
      taken.filter { $0 / 1000 == producer }
        == (0..<setting.producers[producer].items).map { producer * 1000 + $0 }
    }
    guard taken.count == total, inOrder else {
      return finding(.different("The items of one producer have to be taken once each, and in its order."))
    }
    if !trial.running.isEmpty {
      return finding(.mistake("loses-the-last-items", detail: "The last was just being taken."))
    }
    if takesOverlap(trial, lane: setting.producers.count) {
      return finding(.different("The consumer was given an item before it was done with the one before."))
    }
    guard trial.end > right.end * 1.25 else { return nil }
    return finding(
      .different(
        "It took \(trial.end.inWholeMilliseconds) instead of \(right.end.inWholeMilliseconds): do all producers run at the same time?"
      ))
  }

  /// Whether a call began when nothing had happened, but for the beginning of the trial.
  private static func actsWithoutEvent(_ trial: Trial<Void>) -> Bool {
    let events = Set([.zero] + trial.calls.compactMap(\.end))
    return trial.calls.contains { !events.contains($0.start) }
  }

  private static func takesOverlap(_ trial: Trial<Void>, lane: Int) -> Bool {
    let takes = trial.calls.filter { $0.lane == lane }
    return zip(takes, takes.dropFirst()).contains { $0.overlaps($1) }
  }

  private static func run(
    _ candidate: @escaping Function, _ setting: Setting, failing: Int? = nil, seed: UInt64?
  ) -> (line: Line, trial: Trial<Void>) {
    let lanes = setting.producers.indices.map { "producer \($0 + 1)" } + ["consumer"]
    let probe = Probe(lanes: lanes, seed: seed)
    let line = Line(on: probe, failing: failing)
    let producers = setting.producers.enumerated().map { index, producer in
      line.producer(
        (0..<producer.items).map { index * 1000 + $0 }, lane: index,
        takes: .microseconds(100 * producer.takes))
    }
    let consumer = line.consumer(lane: producers.count, takes: .microseconds(100 * setting.taking))
    let trial = Trial(probe) { try await candidate(producers, setting.capacity, consumer, probe.loop) }
    return (line, trial)
  }
}
