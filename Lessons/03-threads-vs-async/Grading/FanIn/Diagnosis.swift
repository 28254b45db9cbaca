import EventLoop
import LessonKit
import Measurement
import Platform

extension FanInGrading {
  /// How the line is set up: how many items each producer makes, and how long one takes, in tenths of milliseconds.
  private struct Setting {
    var producers: [(items: Int, takes: Int)]
    var taking: Int
    var capacity: Int
    /// The items whose call throws: a producer's as it is, and negative where the consumer fails on it.
    var failing: Set<Int> = []
    /// Whether it was drawn by lot: then right answers differ in how long they take.
    var isDrawn = false

    var total: Int { producers.reduce(0) { $0 + $1.items } }
    /// An item's number is 1000 for each producer, counted from 1, and its place among that producer's.
    func items(of producer: Int) -> [Int] {
      (0..<producers[producer].items).map { (producer + 1) * 1000 + $0 + 1 }
    }

    /// What is drawn by lot, so that the learner can repeat it.
    var inWords: String {
      var producing = producers.enumerated().map { place, producer in
        "producer \(place + 1) makes \(producer.items) in \(time(producer.takes)) each"
      }
      if producers.count > 4 {
        producing = ["\(producers.count) producers each make one item in \(time(producers[0].takes))"]
      }
      let errors = failing.sorted(by: >).map { item in
        item < 0
          ? "the consumer fails on item \(-item % 1000) of producer \(-item / 1000)"
          : "producer \(item / 1000) fails at its item \(item % 1000)"
      }
      return
        "The capacity was \(capacity): \((producing + ["the consumer takes \(time(taking)) for one"] + errors).joined(separator: "; "))."
    }
    private func time(_ tenths: Int) -> String { Duration.microseconds(100 * tenths).inWholeMilliseconds }
  }

  // No length is a multiple of another, so that code that acts when nothing has happened is seen.
  private static let settings = [
    Setting(producers: [(12, 7), (12, 13), (12, 19)], taking: 53, capacity: 2),
    Setting(producers: [(10, 313), (10, 417)], taking: 59, capacity: 4),
    Setting(producers: [(5, 313), (5, 417), (5, 523)], taking: 59, capacity: 1),
    Setting(producers: [(15, 11)], taking: 37, capacity: 1),
    Setting(producers: [(0, 11), (3, 29)], taking: 41, capacity: 3),
    Setting(producers: [], taking: 41, capacity: 1),
  ]

  /// More producers than anyone would guess, each with one item.
  private static let many = Setting(
    producers: Array(repeating: (items: 1, takes: 30), count: 17), taking: 20, capacity: 3, isDrawn: true)

  /// Settings drawn by lot, the smallest first, with ties and errors.
  private static func drawn(_ seeds: Range<UInt64>) -> [Setting] {
    seeds.map { seed in
      var chance = Chance(seed: seed, size: Double(seed - seeds.lowerBound) / Double(seeds.count))
      let producers = (0..<chance.count(1...4)).map { _ in
        (
          items: chance.isSo(oneIn: 6) ? 0 : chance.whole(1...chance.count(1...6)),
          takes: chance.one(of: [10, 20, 30, 70, 200])
        )
      }
      var setting = Setting(
        producers: producers, taking: chance.one(of: [10, 20, 50, 90]), capacity: chance.count(1...4),
        isDrawn: true)
      let items = producers.indices.flatMap { setting.items(of: $0) }
      for side in [1, -1] where !items.isEmpty && chance.isSo(oneIn: 4) {
        setting.failing.insert(side * chance.one(of: items))
      }
      return setting
    }
    .sorted { $0.total + $0.producers.count < $1.total + $1.producers.count }
  }

  static func examine(_ candidate: @escaping Function) -> Finding {
    examine(candidate, drawing: 0..<60, within: .milliseconds(250))
  }

  /// - Parameters:
  ///   - seeds: what settings are drawn from, once those chosen by hand are done.
  ///   - limit: how much of a core these may take; the largest are left out then.
  static func examine(
    _ candidate: @escaping Function, drawing seeds: Range<UInt64>, within limit: Duration
  ) -> Finding {
    var remark = ""
    // A standstill takes more than a second of real time to be certain of: one is enough.
    var hasStalled = false
    func judge(_ setting: Setting, seed: UInt64?) -> Finding? {
      let consumerFails = setting.failing.contains { $0 < 0 }
      if consumerFails, hasStalled { return nil }
      let seen = compare(candidate, setting, seed: seed)
      if isPolling(seen) { return seen.both.mistake("polls") }
      guard let failure = seen.log.failure else {
        if let outcome = stalled.outcome(of: seen) { return seen.both.finding(outcome) }
        if let obstacle = seen.both.obstacle { return obstacle }
        return diagnosis.outcome(of: seen).map { seen.both.finding($0) }
      }
      if seen.trial.error is Stall, consumerFails {
        hasStalled = true
        remark =
          "\(seen.failure), and then your code never returns: the producers wait for slots that no consumer releases any more. "
          + "`for try await _ in group { }` throws at the first error, and leaving the group cancels the others; `waitForAll` waits "
          + "for them."
        return nil
      }
      if seen.trial.error is Stall {
        return seen.both.finding(
          .stalled(
            "\(seen.failure), and your code never returns. `waitForAll` throws only when all children have ended, and a "
              + "consumer whose stream is never finished does not end. `for try await _ in "
              + "group { }` throws at once, and leaving the group cancels the others."))
      }
      if let obstacle = seen.both.obstacle { return obstacle }
      if let outcome = beforeTheError.outcome(of: seen) ?? onAnError.outcome(of: seen) {
        return seen.both.finding(outcome)
      }
      if seen.callsAfterTheError > 0 {
        remark =
          "\(seen.failure) after \(failure.at.inWholeMilliseconds), and the others made \(seen.callsAfterTheError) more "
          + "calls before you threw. The caller would know of the error sooner if you cancelled them: `for try await _ in "
          + "group { }` throws at the first error, and leaving the group cancels its other children."
      }
      return nil
    }
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for setting in settings { if let finding = judge(setting, seed: seed) { return finding } }
      // A producer fails, then the consumer, each at its third item.
      for failing in [2003, -2003] {
        var setting = settings[0]
        setting.failing = [failing]
        if let finding = judge(setting, seed: seed) { return finding }
      }
    }
    let end = CPUTime.ofThread + limit
    for (place, setting) in drawn(seeds).enumerated() where CPUTime.ofThread < end {
      if let finding = judge(setting, seed: UInt64(place)) { return finding.adding(setting.inWords) }
    }
    if let finding = judge(many, seed: nil) { return finding.adding(many.inWords) }
    return .passed(remark)
  }

  /// What a candidate did, beside the solution.
  private struct Seen {
    var both: Comparison<Void>
    var log: ProductionLine.Log
    var setting: Setting

    var trial: Trial<Void> { both.trial }
    var count: Int { setting.producers.count }
    var allowed: Int { setting.capacity + count }
    var takes: [ProbedCall] { trial.calls.filter { $0.lane == count } }
    var making: [ProbedCall] { trial.calls.filter { $0.lane < count } }
    func calls(of producer: Int) -> [ProbedCall] { trial.calls.filter { $0.lane == producer } }
    func items(of producer: Int) -> [Int] { setting.items(of: producer) }
    /// What was taken before anything failed.
    var taken: [Int] { log.failure?.taken ?? log.taken }

    var takenText: String { "\(log.taken.count) of \(setting.total) items were taken." }
    var limits: String {
      "Up to \(log.most) items were made and not yet taken. With a capacity of \(setting.capacity) and \(count == 1 ? "one producer" : "\(count) producers") it may be "
        + "\(allowed)."
    }
    var lastEnd: Duration { takes.compactMap(\.end).max() ?? .zero }
    var untaken: [Int] {
      let taken = Set(log.taken)
      return setting.producers.indices.flatMap(items(of:)).filter { !taken.contains($0) }
    }
    var notCalled: [Int] {
      setting.producers.indices.filter { setting.producers[$0].items > 0 && calls(of: $0).isEmpty }
    }
    /// Whether nothing was taken that was made after a producer first ended.
    var endsWithTheFirst: Bool {
      guard let end = log.firstEnd, !untaken.isEmpty else { return false }
      return log.taken.allSatisfy { log.madeAt[$0] ?? .zero <= end }
    }
    /// Whether all items were made, and the consumer was still busy.
    var losesTheLast: Bool { log.made == setting.total && takes.last.map { $0.outcome != .returned } ?? true }
    /// Whether a taken item was made after one of the same producer that never was.
    var hasGaps: Bool {
      log.taken.contains { item in untaken.contains { $0 / 1000 == item / 1000 && $0 < item } }
    }
    var isInOrder: Bool {
      setting.producers.indices.allSatisfy { producer in
        let own = taken.filter { $0 / 1000 == producer + 1 }
        return log.failure == nil
          ? own == items(of: producer) : own == Array(items(of: producer).prefix(own.count))
      }
    }
    /// Whether a producer's item was taken before one that it had made earlier.
    var isOvertaken: Bool {
      setting.producers.indices.contains { producer in
        let own = taken.filter { $0 / 1000 == producer + 1 }
        return own != own.sorted()
      }
    }
    var overlappingTake: (ProbedCall, ProbedCall)? {
      zip(takes, takes.dropFirst()).first { $0.overlaps($1) }
    }
    var takesFirstAfterAll: Bool {
      guard let first = takes.first else { return false }
      return making.allSatisfy { $0.end ?? .seconds(1000) <= first.start }
    }

    // Whether all producers work at the same time.

    var lateProducers: [Int] {
      setting.producers.indices.filter { (calls(of: $0).first?.start ?? .zero) > .zero }
    }
    /// Whether a late producer had to wait until another had no more to make.
    var waitsForAnEnd: Bool {
      guard let end = log.firstEnd, let late = lateProducers.first else { return false }
      return calls(of: late)[0].start >= end
    }
    /// Whether a producer ever waited with an item before it made the next.
    var everWaits: Bool {
      setting.producers.indices.contains { producer in
        zip(calls(of: producer), calls(of: producer).dropFirst()).contains { call, next in
          call.end.map { $0 < next.start } ?? false
        }
      }
    }
    var peakOfMaking: Int {
      making.map { call in making.count { $0.start <= call.start && call.start < $0.end ?? .seconds(1000) } }
        .max() ?? 0
    }
    var areOneAfterAnother: Bool {
      let busy = setting.producers.indices.map(calls(of:)).filter { !$0.isEmpty }
      return zip(busy, busy.dropFirst()).allSatisfy { $0.last!.end ?? .seconds(1000) <= $1.first!.start }
    }
    /// An item that waited while the consumer was free, and until when.
    var waitsForNothing: (item: Int, from: Duration, until: Duration)? {
      for (place, take) in takes.enumerated() {
        let free = place == 0 ? .zero : takes[place - 1].end ?? take.start
        let ready = log.taken[place...].compactMap { item in log.madeAt[item].map { (item: item, at: $0) } }
          .min { $0.at < $1.at }
        if let ready, max(ready.at, free) < take.start {
          return (ready.item, max(ready.at, free), take.start)
        }
      }
      return nil
    }

    func making(at instant: Duration) -> Int {
      making.count { $0.start <= instant && instant < $0.end ?? .seconds(1000) }
    }
    /// A producer that has more to make, and had nothing to do while the consumer had nothing to do either, and from when on.
    var standstill: (producer: Int, from: Duration, until: Duration)? {
      for producer in setting.producers.indices {
        let calls = calls(of: producer)
        for (call, next) in zip(calls, calls.dropFirst()) {
          guard let end = call.end else { continue }
          for (place, take) in takes.enumerated() {
            let free = place == 0 ? .zero : takes[place - 1].end ?? take.start
            let (from, until) = (max(end, free), min(next.start, take.start))
            if from < until { return (producer, from, until) }
          }
        }
      }
      return nil
    }

    // After an error.

    var failure: String {
      (log.failure?.item ?? 0) < 0 ? "The consumer threw Broken" : "A producer threw OutOfOrder"
    }
    var callsAfterTheError: Int {
      guard let failure = log.failure else { return 0 }
      return trial.calls.count { $0.start > failure.at }
    }
    var hasItsError: Bool {
      log.failed.contains { $0 < 0 } && trial.error is Consumer.Broken
        || log.failed.contains { $0 > 0 } && trial.error is Producer.OutOfOrder
    }
    var isOwnError: Bool { trial.error is Consumer.Broken || trial.error is Producer.OutOfOrder }
  }

  /// Whether a call began when nothing had happened, except for the beginning of the trial.
  private static func isPolling(_ seen: Seen) -> Bool {
    let events = Set([.zero] + seen.trial.calls.compactMap(\.end))
    return seen.trial.error == nil && seen.trial.calls.contains { !events.contains($0.start) }
  }

  /// Nothing can go on.
  private static let stalled = Diagnosis<Seen>([
    .init(
      "Was it finished after the last item?",
      { !($0.trial.error is Stall && $0.setting.total > 0 && $0.untaken.isEmpty) },
      names: [.init("never-finishes", if: { _ in true })], otherwise: { _ in "" }),
    .init(
      "Did a slot become free for each item?",
      {
        !($0.trial.error is Stall && $0.log.firstEnd == nil && !$0.log.taken.isEmpty
          && $0.log.taken.count <= $0.setting.capacity
          && $0.log.made > $0.setting.capacity)
      },
      names: [
        .init("never-releases", if: { _ in true }) {
          "\($0.takenText) The capacity is \($0.setting.capacity), and every producer waits for a slot."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Did it go on when one producer had ended?",
      { !($0.trial.error is Stall && !$0.log.taken.isEmpty && $0.endsWithTheFirst) },
      names: [
        .init("ends-with-the-first", if: { _ in true }) {
          "One producer ended after \($0.log.firstEnd!.inWholeMilliseconds). \($0.takenText)"
        }
      ], otherwise: { _ in "" }),
  ])

  /// Nothing fails.
  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Was every producer asked?", { $0.notCalled.isEmpty },
      names: [
        .init("leaves-producers-out", if: { _ in true }) { seen in
          "There are \(seen.count) producers. Never called: "
            + seen.notCalled.map { "producer \($0 + 1)" }.joined(separator: ", ") + "."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Did it return?", { $0.trial.error == nil },
      names: [.init("invents-an-error", if: { _ in true }) { "You threw \($0.trial.error!)." }],
      otherwise: { _ in "" }),
    takenByItself,
    .init(
      "Did the producers wait while the channel was full?", { $0.log.most <= $0.allowed },
      names: [
        .init("never-takes", if: { $0.log.taken.isEmpty && $0.trial.running.isEmpty }, \.takenText),
        .init(
          "drops-items", if: { $0.log.taken.count < $0.setting.total && $0.trial.running.isEmpty },
          \.takenText),
        .init("collects-first", if: \.takesFirstAfterAll, \.limits),
        .init("limit-too-high", if: \.everWaits, \.limits),
        .init("unbounded", if: { _ in true }, \.limits),
      ], otherwise: { _ in "" }),
    .init(
      "Was every item taken?", { $0.log.taken.count >= $0.setting.total },
      names: [
        .init("never-takes", if: { $0.log.taken.isEmpty && $0.log.made > 0 }, \.takenText),
        .init("drops-items", if: \.hasGaps, \.takenText),
        .init("loses-the-last-items", if: \.losesTheLast, \.takenText),
        .init("ends-with-the-first", if: \.endsWithTheFirst) {
          "One producer ended after \($0.log.firstEnd!.inWholeMilliseconds). \($0.takenText)"
        },
        .init("loses-the-last-items", if: { $0.log.made == $0.setting.total }, \.takenText),
        .init("ends-with-the-first", if: { $0.log.firstEnd != nil }) {
          "One producer ended after \($0.log.firstEnd!.inWholeMilliseconds), and others were not done. \($0.takenText)"
        },
      ], otherwise: \.takenText),
    inOrder,
    .init(
      "Was the last one taken when it returned?", { $0.trial.running.isEmpty },
      names: [
        .init("loses-the-last-items", if: { _ in true }) { _ in "The last item was still being taken." }
      ],
      otherwise: { _ in "" }),
    workFromTheStart, handedOn, neverIdle,
    .init(
      "Did it return when the last one was taken?", { $0.takes.isEmpty || $0.trial.end <= $0.lastEnd },
      names: [
        .init("returns-late", if: { _ in true }) {
          "The last `take` had returned after \($0.lastEnd.inWholeMilliseconds), and you after \($0.trial.end.inWholeMilliseconds)."
        }
      ], otherwise: { _ in "" }),
    .init(
      // With one producer, or with its own item in its hand, a producer may wait for the consumer.
      "Does it take no longer than it has to?",
      {
        $0.setting.isDrawn || $0.count < 2 || $0.setting.producers[0].items == 0
          || $0.trial.end <= $0.both.right.end * 1.25
      },
      otherwise: { "\($0.both.took) Do all producers run at the same time?" }),
  ])

  private static let takenByItself = Diagnosis<Seen>.Question(
    "Was each item taken by itself?", { $0.overlappingTake == nil },
    names: [
      .init("takes-overlap", if: { _ in true }) {
        "At \($0.overlappingTake!.1.start.inWholeMilliseconds) it was given an item, while it was still at the one of "
          + "\($0.overlappingTake!.0.start.inWholeMilliseconds)."
      }
    ], otherwise: { _ in "" })

  private static let inOrder = Diagnosis<Seen>.Question(
    "In the producers' order, each once?", { $0.isInOrder },
    names: [
      .init("takes-twice", if: { Set($0.taken).count < $0.taken.count }) {
        "There are \($0.setting.total) items, and the consumer was given \($0.taken.count)."
      },
      .init("loses-the-order", if: \.isOvertaken) { seen in
        let producer = seen.setting.producers.indices.first { producer in
          let own = seen.taken.filter { $0 / 1000 == producer + 1 }
          return own != own.sorted()
        }!
        let order = seen.taken.filter { $0 / 1000 == producer + 1 }.map { "\($0 % 1000)" }
        return
          "The items of producer \(producer + 1) were taken in the order \(order.joined(separator: ", "))."
      },
    ], otherwise: { "The consumer was given items that no producer had made: \($0.log.taken)." })

  private static let workFromTheStart = Diagnosis<Seen>.Question(
    "Do all producers work from the start?", { $0.lateProducers.isEmpty },
    names: [
      .init("producers-one-after-another", if: \.areOneAfterAnother, late),
      .init("producers-in-turn", if: { $0.peakOfMaking == 1 && $0.setting.capacity > 1 }, late),
      .init(
        "slot-before-the-item",
        if: { $0.count - $0.lateProducers.count == $0.setting.capacity && !$0.waitsForAnEnd }, late),
      .init("producers-in-turn", if: { $0.peakOfMaking == 1 }, late),
      .init("producers-begin-late", if: { _ in true }, late),
    ], otherwise: late)

  private static let handedOn = Diagnosis<Seen>.Question(
    "Does an item go to the consumer as soon as it is free?", { $0.waitsForNothing == nil },
    names: [
      .init("waits-for-the-others", if: { _ in true }) { seen in
        let wait = seen.waitsForNothing!
        return
          "Item \(wait.item % 1000) of producer \(wait.item / 1000) waited from \(wait.from.inWholeMilliseconds) to "
          + "\(wait.until.inWholeMilliseconds), while the consumer had nothing to do."
      }
    ], otherwise: { _ in "" })

  private static let neverIdle = Diagnosis<Seen>.Question(
    "Does every producer work while the consumer is free?", { $0.standstill == nil },
    names: [
      .init("slot-before-the-item", if: { $0.making(at: $0.standstill!.from) == $0.setting.capacity }, idle),
      .init("producers-in-turn", if: { $0.peakOfMaking == 1 }, idle),
    ], otherwise: idle)

  private static let limited = Diagnosis<Seen>.Question(
    "Did the producers wait while the channel was full?", { $0.log.most <= $0.allowed },
    names: [
      .init("collects-first", if: { $0.taken.isEmpty }, \.limits),
      .init("limit-too-high", if: \.everWaits, \.limits),
      .init("unbounded", if: { _ in true }, \.limits),
    ], otherwise: { _ in "" })

  /// A call fails: what is to be said of the time before that.
  private static let beforeTheError = Diagnosis<Seen>([
    takenByItself, limited, inOrder, workFromTheStart, handedOn, neverIdle,
  ])

  /// A call has failed.
  private static let onAnError = Diagnosis<Seen>([
    .init(
      "Was each item taken once?", { Set($0.log.taken).count == $0.log.taken.count },
      names: [
        .init("takes-twice", if: { _ in true }) {
          "\($0.failure), and the consumer was given an item that it had been given already."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was an error thrown?", { $0.trial.error != nil },
      names: [
        .init("loses-the-error", if: { _ in true }) {
          "\($0.failure), and you returned as if nothing had happened."
        }
      ],
      otherwise: { _ in "" }),
    .init(
      "Was it this one?", \.hasItsError,
      names: [
        .init("changes-the-error", if: { !$0.isOwnError }) {
          "\($0.failure), and you threw \($0.trial.error!)."
        }
      ], otherwise: { "\($0.failure), and you threw \($0.trial.error!)." }),
    .init(
      "Has everything ended?", { $0.trial.running.isEmpty && $0.trial.leftBehind.sleeping == 0 },
      names: [.init("runs-on-after-an-error", if: { _ in true }) { "\($0.failure). \($0.trial.leak ?? "")" }],
      otherwise: { _ in "" }),
  ])

  @Sendable private static func late(_ seen: Seen) -> String {
    let producer = seen.lateProducers[0]
    let start = seen.calls(of: producer)[0].start
    return
      "There are \(seen.count) producers, and a capacity of \(seen.setting.capacity). Producer \(producer + 1) began after "
      + "\(start.inWholeMilliseconds), and could have begun at 0."
  }

  @Sendable private static func idle(_ seen: Seen) -> String {
    let idle = seen.standstill!
    return
      "From \(idle.from.inWholeMilliseconds) to \(idle.until.inWholeMilliseconds) producer \(idle.producer + 1) stood still with more to "
      + "make, and the consumer had nothing to take."
  }

  /// The candidate's trial beside the solution's, and what happened on the candidate's line.
  private static func compare(
    _ candidate: @escaping Function, _ setting: Setting, seed: UInt64?
  ) -> Seen {
    note(
      question:
        "a capacity of \(setting.capacity), and producers of \(setting.producers.map { "\($0.items)" }.joined(separator: ", ")) items"
        + setting.failing.sorted().map { $0 < 0 ? "; the consumer fails" : "; producer \($0 / 1000) fails" }
        .joined())
    var logs: [ProductionLine.Log] = []
    let both = Comparison(candidate, with: solution, seed: seed) { function in
      let lanes = setting.producers.indices.map { "producer \($0 + 1)" } + ["consumer"]
      let line = ProductionLine(on: Probe(lanes: lanes, seed: seed), failing: setting.failing)
      let producers = setting.producers.enumerated().map { index, producer in
        line.producer(
          setting.items(of: index), lane: index,
          takes: .microseconds(100 * producer.takes))
      }
      let consumer = line.consumer(lane: producers.count, takes: .microseconds(100 * setting.taking))
      let trial = Trial(line.probe) {
        try await function(producers, setting.capacity, consumer, line.probe.loop)
      }
      logs.append(line.log)
      return trial
    }
    return Seen(both: both, log: logs[0], setting: setting)
  }
}
