import EventLoop
import LessonKit
import Measurement

extension BoundedGrading {
  static func examine(_ candidate: @escaping Function) -> Finding { examine(candidate, drawnFrom: 0) }

  /// - Parameter first: the seed of the first scenario that is drawn by lot; the next ones follow.
  static func examine(_ candidate: @escaping Function, drawnFrom first: UInt64) -> Finding {
    let six = [100, 300, 50, 60, 200, 80]
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      let cases = [
        Case(six, limit: 2), Case([70, 20, 90, 40, 30, 110, 60, 50], limit: 3), Case([30, 50, 40], limit: 1),
        Case([30, 50, 40], limit: 5), Case([], limit: 2),
        Case(six, limit: 2, failing: [0]), Case(six, limit: 2, failing: [1, 2]),
        Case(six, limit: 2, failing: [5]),
        Case(six, limit: 2, failing: Set(six.indices)),
      ]
      for trial in cases {
        if let finding = judge(candidate, trial, seed: seed) { return finding }
      }
    }
    return findingAtRandom(from: first, drawn, size: \.milliseconds.count, simpler: \.simpler) {
      judge(candidate, $0, seed: $1)
    } ?? .passed()
  }

  /// Any number of requests, with ties, rising and falling times, and any errors; now and then far more than a drawing shows.
  private static func drawn(_ chance: inout Chance) -> Case {
    let count = chance.isSo(oneIn: 8) ? chance.whole(11...30) : chance.count(1...10)
    let failing = chance.one(of: [0, 0, 6, 2])
    return Case(
      chance.milliseconds(count), limit: chance.whole(1...count + 2),
      failing: Set((0..<count).filter { _ in failing > 0 && chance.isSo(oneIn: failing) }),
      numbers: chance.shuffled(1...count + 1))
  }

  /// Requests that take a while, some of which fail at their end.
  private struct Case {
    var milliseconds: [Int]
    var limit: Int
    var failing: Set<Int>
    /// The numbers in the requests' labels, and possibly more.
    var numbers: [Int]

    init(_ milliseconds: [Int], limit: Int, failing: Set<Int> = [], numbers: [Int]? = nil) {
      (self.milliseconds, self.limit, self.failing) = (milliseconds, limit, failing)
      self.numbers = numbers ?? Array(1...milliseconds.count + 1)
    }

    var labels: [String] { numbers.prefix(milliseconds.count).map { "request \($0)" } }
    var failed: [String] { failing.sorted().map { labels[$0] } }

    /// The same without errors, with the labels in order, with a smaller limit, or without one of the requests.
    var simpler: [Case] {
      var simpler: [Case] = []
      if !failing.isEmpty { simpler.append(Case(milliseconds, limit: limit, numbers: numbers)) }
      let isInOrder = labels == Case(milliseconds, limit: limit).labels
      if !isInOrder { simpler.append(Case(milliseconds, limit: limit, failing: failing)) }
      if limit > 1 {
        simpler.append(Case(milliseconds, limit: limit - 1, failing: failing, numbers: numbers))
      }
      return simpler
        + milliseconds.indices.reversed().map { place in
          var rest = self
          rest.milliseconds.remove(at: place)
          rest.numbers.remove(at: place)
          if isInOrder { rest.numbers = Array(1...milliseconds.count) }
          rest.failing = Set(failing.filter { $0 != place }.map { $0 < place ? $0 : $0 - 1 })
          return rest
        }
    }
  }

  /// A candidate's run beside the right one.
  private struct Seen {
    var both: Comparison<[Answered]>
    var asked: Case
    /// The most requests in progress at once of eight, for a limit of 1, of 2 and of 3; empty where it does not matter.
    var peaks: [Int] = []
    /// The most requests in progress at once of twenty, for a limit of 4, of 8 and of 16; empty where it does not matter.
    var highPeaks: [Int] = []
    /// Whether these are as many of more requests, and a slot below them is never empty.
    var isFullBelowThem = false
    /// Whether requests only ever start when no other is in progress, for a limit of 4 as well.
    var isInBatches = false
    /// Whether requests that are not in the order of their labels get their results in that order.
    var sortsByLabel = false
    /// Whether the peaks are the same whichever of the tasks that are ready runs first.
    var isSteady = true

    var trial: Trial<[Answered]> { both.trial }
    var limit: Int { asked.limit }
    var count: Int { asked.milliseconds.count }
    var failed: String {
      asked.failing.isEmpty
        ? "" : "Failed: \(names(asked.failed)). "
    }
    var right: [Answered] { both.right.value ?? [] }
    var yours: [Answered] { trial.value ?? [] }
    var peakAtOnce: Int { trial.inFlight(at: .zero) }
    var busy: String { "\(trial.peak) requests were in progress at once, and the limit is \(limit)." }

    /// The first time that fewer than the limit were in progress although a request had not started.
    var idle: (since: Duration, until: Duration?)? { BoundedGrading.idle(in: trial, below: limit) }
    var idleSlot: String {
      guard let idle else { return "" }
      let until =
        idle.until.map { "but the next request started at \($0.inWholeMilliseconds)." }
        ?? "but \(names(trial.notBegun)) never started."
      // A moment later is later, although it may be the same millisecond.
      return idle.until.map { $0 - idle.since < .milliseconds(1) } == true
        ? "A slot was free at \(idle.since.inWholeMilliseconds), and the next request started only a moment later."
        : "A slot was free at \(idle.since.inWholeMilliseconds), \(until)"
    }
    /// Whether a request began at an instant at which none ended, as if by a clock.
    var startsAtAGuess: Bool {
      trial.calls.contains { call in
        call.start > .zero && !trial.calls.contains { $0.end == call.start }
      }
    }
    private var byLane: [ProbedCall] { trial.calls.sorted { $0.lane < $1.lane } }
    /// Whether each request beyond the first ones begins only when all but the last ones before it have ended.
    var waitsForTheOldest: Bool {
      !isFullBelowThem && byLane.count == count && count > limit
        && byLane.indices.dropFirst(limit).allSatisfy { place in
          byLane[place].start == byLane[...(place - limit)].compactMap(\.end).max()
        }
    }
    /// Whether each request waits for one that was settled beforehand.
    var isDealtOut: Bool {
      let size = (count + limit - 1) / limit
      return !isFullBelowThem && byLane.count == count && count > limit
        && (byLane.indices.dropFirst(limit).allSatisfy { byLane[$0].start == byLane[$0 - limit].end }
          || byLane.indices.allSatisfy {
            byLane[$0].start == ($0 % size == 0 ? .zero : byLane[$0 - 1].end)
          })
    }
    var isInOrderOfCompletion: Bool {
      let ends = yours.compactMap { result in
        right.firstIndex { isSame($0, result) }.flatMap { lane in trial.calls.first { $0.lane == lane }?.end }
      }
      return ends.count == count && Set(ends).count == count
        && zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
    }
    var isSortedByLabel: Bool {
      let yours = yours.compactMap { result in
        right.firstIndex { isSame($0, result) }.map { asked.labels[$0] }
      }
      return yours == yours.sorted() || yours == yours.sorted(by: isBefore)
    }
    /// How many are in progress at most, whatever the limit.
    var cap: Int { highPeaks.last ?? 0 }
    /// Whether more slots are never used the larger the limit is, although more are used as well.
    var isPart: Bool {
      guard isFullBelowThem, highPeaks[0] < highPeaks[1], highPeaks[1] < highPeaks[2] else { return false }
      let unused = zip([4, 8, 16], highPeaks).map { $0 - $1 }
      return 0 <= unused[0] && unused[0] <= unused[1] && 0 < unused[1] && unused[1] < unused[2]
    }
    var slots: String {
      "Of twenty requests, \(highPeaks[1]) were in progress at once for a limit of 8, and \(highPeaks[2]) for a limit of 16."
    }
    /// Whether no request began any more once one had failed, although another was answered after that.
    var stopsAtAnError: Bool {
      guard let failure = trial.calls.filter({ $0.outcome == .failed }).compactMap(\.end).min() else {
        return false
      }
      return trial.calls.allSatisfy { $0.start < failure }
        && trial.calls.contains { $0.outcome == .returned && $0.end! > failure }
    }
    /// Whether the limit holds up to that number, and no further.
    var isCapped: Bool {
      isFullBelowThem && 1 < cap && cap < 16 && peaks + highPeaks == [1, 2, 3, 4, 8, 16].map { min($0, cap) }
    }
    /// The first place that holds something else than it should.
    var wrongPlace: Int? {
      zip(yours, right).enumerated().first { !isSame($0.element.0, $0.element.1) }?.offset
    }
    var isReordered: Bool {
      yours.allSatisfy { result in right.contains { isSame($0, result) } }
        && right.allSatisfy { result in yours.contains { isSame($0, result) } }
    }
    var place: String {
      wrongPlace.map {
        "Place \($0 + 1) should hold \(described(right[$0])), and it holds \(described(yours[$0]))."
      } ?? ""
    }
    var hidesAnError: Bool {
      guard let wrongPlace, case .failure = right[wrongPlace] else { return false }
      return true
    }
  }

  /// The questions, in the order in which a teacher would ask them.
  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Did the limit hold?", { $0.trial.peak <= $0.limit },
      names: [
        .init("no-bound", if: { $0.peakAtOnce == $0.count }, \.busy),
        .init("one-too-many", if: { $0.peaks == [2, 3, 4] && $0.isSteady }, \.busy),
        .init("lets-too-many-in", if: { $0.peakAtOnce <= $0.limit }) { seen in
          let first = seen.trial.calls.first { seen.trial.inFlight(at: $0.start) > seen.limit }!
          return
            "\(seen.failed)\(seen.busy) At first it held; at \(first.start.inWholeMilliseconds) it broke."
        },
        .init("fixed-limit", if: { Set($0.peaks).count == 1 && $0.peaks.first != 8 }) {
          "Of eight requests, \($0.peaks[0]) were in progress at once for a limit of 1, of 2 and of 3."
        },
        .init("counts-too-late", if: { _ in true }, \.busy),
      ], otherwise: \.busy),
    .init(
      "Did it return, and not throw?", { $0.trial.error == nil },
      names: [
        .init("throws-the-first-error", if: { $0.trial.error is Probe.Unavailable }, \.failed),
        .init("invents-an-error", if: { _ in true }) { "You threw \($0.trial.error!)." },
      ], otherwise: { _ in "" }),
    .init(
      "Had all requests been answered when it returned?", { $0.trial.running.isEmpty },
      names: [.init("returns-early", if: { _ in true }) { $0.trial.leak! }], otherwise: { _ in "" }),
    .init(
      "Was more than one answered at a time?",
      {
        $0.limit == 1 || $0.count < 2 || $0.trial.peak > 1 || !$0.asked.failing.isEmpty
          || $0.trial.calls.isEmpty
      },
      names: [
        .init("one-too-few", if: { $0.peaks == [1, 1, 2] && $0.highPeaks == [3, 7, 15] }, \.idleSlot),
        .init("one-at-a-time", if: { $0.highPeaks == [1, 1, 1] }) { $0.both.took },
        .init("part-of-the-limit", if: \.isPart, \.slots),
      ],
      otherwise: {
        "Of \($0.count) requests, one was in progress at a time, and the limit is \($0.limit). \($0.idleSlot)"
      }),
    .init(
      "Was every request started?", { $0.trial.notBegun.isEmpty },
      names: [
        .init(
          "cancels-the-others",
          if: { seen in !seen.asked.failing.isEmpty && seen.trial.calls.contains { $0.outcome == .cancelled }
          }
        ) { "\($0.failed)Never started: \(names($0.trial.notBegun))." },
        .init("stops-at-an-error", if: \.stopsAtAnError) {
          "\($0.failed)Never started: \(names($0.trial.notBegun))."
        },
        .init("loses-the-slot", if: { !$0.asked.failing.isEmpty && !$0.trial.calls.isEmpty }) {
          "\($0.failed)Never started: \(names($0.trial.notBegun))."
        },
        .init("leaves-requests-out", if: { _ in true }) {
          "There were \($0.count) requests. Never started: \(names($0.trial.notBegun))."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Was each request asked once?", { $0.trial.calls.count == $0.count },
      names: [
        .init("tries-again", if: { !$0.asked.failing.isEmpty }) {
          "\($0.failed)There are \($0.count) requests, and you called `answer` \($0.trial.calls.count) times."
        },
        .init("asks-twice", if: { _ in true }) {
          "There are \($0.count) requests, and you called `answer` \($0.trial.calls.count) times."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Did it wait for the answers, and not for a time?", { !$0.startsAtAGuess && !$0.trial.returnsAtAGuess },
      names: [
        .init("guesses-the-time", if: \.startsAtAGuess, \.idleSlot),
        .init("guesses-the-time", if: { _ in true }) {
          "You returned after \($0.trial.end.inWholeMilliseconds), at a moment when no request was answered."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Was every slot used as soon as it was free?", { $0.idle == nil },
      names: [
        .init("in-batches", if: { $0.isInBatches && !$0.isFullBelowThem && $0.asked.failing.isEmpty }) {
          "\($0.idleSlot) \($0.both.took)"
        },
        .init("loses-the-slot", if: { !$0.asked.failing.isEmpty }) { "\($0.failed)\($0.idleSlot)" },
        .init("fixed-limit", if: { Set($0.peaks + $0.highPeaks).count == 1 }) {
          "Of eight requests, \($0.peaks[1]) were in progress at once for a limit of 2, and as many for a limit of 3."
        },
        .init("one-too-few", if: { $0.peaks == [1, 1, 2] && $0.highPeaks == [3, 7, 15] }, \.idleSlot),
        .init("deals-out-beforehand", if: \.isDealtOut) { "\($0.idleSlot) \($0.both.took)" },
        .init("waits-for-the-oldest", if: \.waitsForTheOldest) { "\($0.idleSlot) \($0.both.took)" },
        .init("part-of-the-limit", if: \.isPart, \.slots),
        .init("caps-the-limit", if: \.isCapped) { seen in
          "Of twenty requests, \(seen.cap) were in progress at once for a limit of 16."
        },
      ], otherwise: { "\($0.idleSlot) \($0.both.took)" }),
    .init(
      "Is there a result for each request?", { $0.yours.count == $0.count },
      names: [
        .init("loses-results", if: { $0.yours.count < $0.count }) {
          "\($0.failed)There are \($0.count) requests, and you returned \($0.yours.count) results."
        }
      ], otherwise: { "There are \($0.count) requests, and you returned \($0.yours.count) results." },
      alsoSeen: { "there are \($0.count) requests, and you returned \($0.yours.count) results." }),
    .init(
      "Is each result in its place?", { $0.wrongPlace == nil },
      names: [
        .init("sorts-by-label", if: { $0.isReordered && $0.isSortedByLabel && $0.sortsByLabel }, \.place),
        .init("completion-order", if: { $0.isReordered && $0.isInOrderOfCompletion }, \.place),
        .init("loses-the-order", if: \.isReordered, \.place),
        .init("changes-the-error", if: \.hidesAnError, \.place),
        .init(
          "cancels-the-others",
          if: { seen in !seen.asked.failing.isEmpty && seen.trial.calls.contains { $0.outcome == .cancelled }
          }
        ) { "\($0.failed)\($0.place)" },
        .init("makes-results-up", if: { _ in true }, \.place),
      ], otherwise: \.place, alsoSeen: { $0.place.prefix(1).lowercased() + $0.place.dropFirst() }),
    .init(
      "Was nothing left running?", { $0.trial.leak == nil },
      names: [.init("leaves-work-behind", if: { _ in true }) { $0.trial.leak! }],
      otherwise: { _ in "" }, alsoSeen: { $0.trial.leak! }),
  ])

  private static func judge(_ candidate: @escaping Function, _ asked: Case, seed: UInt64?) -> Finding? {
    let both = Comparison(candidate, with: solution, seed: seed) { run($0, asked, seed: seed) }
    let trial = both.trial
    if let stall = trial.error as? Stall, !trial.calls.isEmpty, !trial.notBegun.isEmpty {
      return both.mistake(
        asked.failing.isEmpty ? "never-frees-the-slot" : "loses-the-slot",
        "\(sentence("\(stall)")). Never started: \(names(trial.notBegun)).")
    }
    var seen = Seen(both: both, asked: asked)
    if trial.error is Stall, !asked.failing.isEmpty { return both.mistake("stalls-on-an-error", seen.failed) }
    if trial.error is TooManyTurns, !asked.failing.isEmpty, trial.calls.count > seen.count {
      return both.mistake("tries-again", seen.failed)
    }
    if let obstacle = both.obstacle { return obstacle }
    // Where requests were left out, each trial would wait for calls from elsewhere.
    let isOneAtATime = trial.peak == 1 && seen.count > 1 && asked.limit > 1
    if trial.notBegun.isEmpty, trial.peak > asked.limit || isOneAtATime || seen.idle != nil {
      seen.peaks = peaks(candidate, seed: nil)
      func trials(of count: Int) -> [Trial<[Answered]>] {
        [4, 8, 16].map { run(candidate, Case((1...count).map { $0 * 37 % 90 + 10 }, limit: $0), seed: nil) }
      }
      let (twenty, more) = (trials(of: 20), trials(of: 47))
      seen.highPeaks = twenty.map(\.peak)
      seen.isInBatches = isInBatches(trial) && isInBatches(twenty[0])
      seen.isFullBelowThem =
        seen.highPeaks == more.map(\.peak)
        && (twenty + more).allSatisfy { idle(in: $0, below: $0.peak) == nil }
      seen.isSteady = (1...4).allSatisfy { peaks(candidate, seed: $0) == seen.peaks }
    }
    if seen.wrongPlace != nil { seen.sortsByLabel = sortsByLabel(candidate) }
    return diagnosis.outcome(of: seen).map {
      both.finding($0).mentioning(alsoSeen(candidate, $0, asked, seed))
    }
  }

  /// The first time that fewer than that many were in progress although a request had not started.
  private static func idle(in trial: Trial<[Answered]>, below limit: Int) -> (
    since: Duration, until: Duration?
  )? {
    let lastStart =
      trial.notBegun.isEmpty ? trial.calls.map(\.start).max() ?? .zero : .seconds(Int64.max)
    let instants = [.zero] + trial.calls.compactMap(\.end).sorted()
    guard let since = instants.first(where: { $0 < lastStart && trial.inFlight(at: $0) < limit }) else {
      return nil
    }
    return (since, trial.calls.map(\.start).filter { $0 > since }.min())
  }

  private static func isInBatches(_ trial: Trial<[Answered]>) -> Bool {
    trial.calls.allSatisfy { call in
      !trial.calls.contains { $0.start < call.start && call.start < $0.end ?? .seconds(Int64.max) }
    }
  }

  /// Asks requests that are answered in their own order, which is not that of their labels.
  private static func sortsByLabel(_ candidate: @escaping Function) -> Bool {
    let asked = Case([10, 20, 30, 40, 50], limit: 2, numbers: [3, 5, 1, 4, 2, 6])
    let seen = Seen(
      both: Comparison(candidate, with: solution, seed: nil) { run($0, asked, seed: nil) }, asked: asked)
    return seen.yours.count == seen.count && seen.isReordered && seen.isSortedByLabel
  }

  /// How many requests of eight are in progress at once for a limit of 1, of 2 and of 3.
  private static func peaks(_ candidate: @escaping Function, seed: UInt64?) -> [Int] {
    (1...3).map { run(candidate, Case([50, 90, 30, 70, 60, 40, 80, 20], limit: $0), seed: seed).peak }
  }

  /// A second fault: what becomes of errors. Only where the limit or the slots are the first.
  private static func alsoSeen(
    _ candidate: @escaping Function, _ first: Finding.Outcome, _ asked: Case, _ seed: UInt64?
  ) -> String? {
    guard asked.failing.isEmpty, case .mistake(let name, _) = first,
      [
        "no-bound", "in-batches", "one-at-a-time", "one-too-many", "fixed-limit", "lets-too-many-in",
        "counts-too-late",
      ]
      .contains(name)
    else { return nil }
    let trial = run(candidate, Case([100, 300, 50], limit: 2, failing: [0]), seed: seed)
    if trial.error is Probe.Unavailable {
      return "when request 1 failed, you threw its error instead of storing it."
    }
    guard let count = trial.value?.count, count != 3 else { return nil }
    return "when request 1 of 3 failed, you returned \(count) results."
  }

  private static func isSame(_ yours: Answered, _ right: Answered) -> Bool {
    switch (yours, right) {
    case (.success(let yours), .success(let right)): yours == right
    case (.failure(let yours as Probe.Unavailable), .failure(let right as Probe.Unavailable)): yours == right
    default: false
    }
  }

  /// Whether a label stands before another by the numbers in them.
  private static func isBefore(_ label: String, _ other: String) -> Bool {
    (label.count, label) < (other.count, other)
  }

  private static func described(_ result: Answered) -> String {
    switch result {
    case .success(let response): "the response \"\(response.greeting)\""
    case .failure(let error): "the error \(error)"
    }
  }

  private static func names(_ labels: [String]) -> String { labels.joined(separator: ", ") }

  /// The text as a sentence begins.
  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func run(_ candidate: @escaping Function, _ asked: Case, seed: UInt64?) -> Trial<[Answered]>
  {
    let count = asked.milliseconds.count
    let areInOrder = asked.labels == Case(asked.milliseconds, limit: 1).labels
    let requests =
      areInOrder ? "requests 1 to \(count)" : "\(count) requests, not in the order of their names"
    let failing = asked.failed.count > 8 ? "\(asked.failed.count)" : names(asked.failed)
    note(
      question: "\(count == 0 ? "no requests" : requests), at most \(asked.limit) at once"
        + (failing.isEmpty ? "" : ", of which \(failing) failed"))
    let probe = Probe(lanes: asked.labels, seed: seed)
    return Trial(probe, calls: asked.milliseconds.count) {
      try await candidate(probe.requests, asked.limit, probe.loop) {
        try await probe.answer($0, takes: asked.milliseconds, failing: asked.failing)
      }
    }
  }
}
