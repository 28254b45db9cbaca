import EventLoop
import Foundation
import LessonKit
import Measurement

extension OverlapGrading {
  static func examine(_ candidate: @escaping Function) -> Finding { examine(candidate, drawnFrom: 0) }

  /// - Parameter first: the seed of the first scenario that is drawn by lot; the next ones follow.
  static func examine(_ candidate: @escaping Function, drawnFrom first: UInt64) -> Finding {
    var remark = ""
    for seed in [nil, 1, 2, 3] as [UInt64?] {
      for asked in [
        Asked([60, 200, 100]), Asked([300, 20, 400, 20]), Asked([]), Asked([50]),
        // In the order of the responses, of the alphabet and of the numbers they stand otherwise.
        Asked([20, 60, 40, 50], numbers: [9, 10, 2, 1]),
      ] {
        if let finding = judge(candidate, asked, seed: seed) {
          return finding.mentioning(alsoOnAnError(candidate, finding, seed))
        }
      }
      for failing in 0..<3 {
        if let finding = judgeError(
          candidate, Asked([60, 200, 100], failing: [failing]), seed: seed, &remark)
        {
          return finding
        }
      }
    }
    let finding = findingAtRandom(from: first, drawn, size: \.milliseconds.count, simpler: \.simpler) {
      asked, seed in
      asked.failing.isEmpty
        ? judge(candidate, asked, seed: seed) : judgeError(candidate, asked, seed: seed, &remark)
    }
    return finding ?? .passed(remark)
  }

  /// Any number of requests, with ties, rising and falling times, and any errors; now and then far more than a drawing shows.
  private static func drawn(_ chance: inout Chance) -> Asked {
    let count = chance.isSo(oneIn: 8) ? chance.whole(11...70) : chance.count(1...10)
    let failing = chance.one(of: [0, 0, 6, 2])
    return Asked(
      chance.milliseconds(count), numbers: chance.shuffled(1...count + 1),
      failing: Set((0..<count).filter { _ in failing > 0 && chance.isSo(oneIn: failing) }))
  }

  /// Requests that take a while, some of which fail at their end, and how they are numbered in their labels.
  private struct Asked {
    var milliseconds: [Int]
    var labels: [String]
    var failing: Set<Int>

    init(_ milliseconds: [Int], numbers: [Int]? = nil, failing: Set<Int> = []) {
      (self.milliseconds, self.failing) = (milliseconds, failing)
      labels = (numbers ?? Array(1...(milliseconds.count + 1))).prefix(milliseconds.count).map {
        "request \($0)"
      }
    }

    /// The same without errors, with the labels in order, or without one of the requests.
    var simpler: [Asked] {
      var without = self
      without.failing = []
      let inOrder = Asked(milliseconds, failing: failing)
      return (failing.isEmpty ? [] : [without]) + (labels == inOrder.labels ? [] : [inOrder])
        + milliseconds.indices.reversed().map { place in
          var rest = self
          rest.milliseconds.remove(at: place)
          rest.labels.remove(at: place)
          if labels == inOrder.labels { rest.labels = Asked(rest.milliseconds).labels }
          rest.failing = Set(failing.filter { $0 != place }.map { $0 < place ? $0 : $0 - 1 })
          return rest
        }
    }
    /// Who failed, for a sentence.
    var failed: String { failing.sorted().map { labels[$0] }.joined(separator: ", ") }
  }

  /// A candidate's run beside the right one.
  private struct Seen {
    var both: Comparison<[Response]>
    var labels: [String]

    var trial: Trial<[Response]> { both.trial }
    var count: Int { labels.count }
    var right: [Response] { both.right.value ?? [] }
    var yours: [Response] { trial.value ?? [] }
    var unanswered: Int { count - Set(trial.calls.filter { $0.outcome == .returned }.map(\.lane)).count }
    /// The requests of the responses as they were returned; `nil` if these are not all responses, each once.
    var order: [Int]? {
      let places = yours.compactMap { right.firstIndex(of: $0) }
      return places.count == yours.count && places.sorted() == Array(right.indices) ? places : nil
    }
    var isInOrderOfCompletion: Bool {
      let ends = (order ?? []).map { place in trial.calls.first { $0.lane == place }?.end ?? .zero }
      return zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
    }
    var isSortedByLabel: Bool {
      let yours = (order ?? []).map { labels[$0] }
      let byNumber = labels.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
      // Where the requests are in that order themselves, something else put them in another.
      return labels != byNumber && (yours == labels.sorted() || yours == byNumber)
    }
    var abandoned: String {
      trial.escape == .abandonedCalls
        ? " Besides, `Task { }` leaves the event loop: use a task group, or `Task(executorPreference: loop)`."
        : ""
    }
  }

  /// The questions about requests none of which fails.
  private static let diagnosis = Diagnosis<Seen>([
    .init(
      "Did it return, as no request failed?", { $0.trial.error == nil },
      names: [
        .init("invents-an-error", if: { _ in true }) { "You threw \($0.trial.error!)." }
      ], otherwise: { "No request failed, yet you threw \($0.trial.error!)." }),
    .init(
      "Was every request started?", { $0.trial.notBegun.isEmpty || $0.trial.escape == .abandonedCalls },
      names: [
        .init("leaves-requests-out", if: { _ in true }) {
          "There were \($0.count) requests. Never started: \($0.trial.notBegun.joined(separator: ", "))."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Did it wait for the answers, and not for a time?", { !$0.trial.returnsAtAGuess },
      names: [
        .init("guesses-the-time", if: { _ in true }) {
          "You returned after \($0.trial.end.inWholeMilliseconds), at a moment when no request was answered."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Were all requests answered when it returned?", { $0.unanswered == 0 },
      names: [
        .init("returns-early", if: { _ in true }) {
          "\($0.unanswered) of \($0.count) requests had no answer yet.\($0.abandoned)"
        }
      ], otherwise: { _ in "" }),
    .init(
      "Was each request asked once?", { $0.trial.calls.count == $0.count },
      names: [
        .init("asks-twice", if: { _ in true }) {
          "There are \($0.count) requests, and you called `answer` \($0.trial.calls.count) times."
        }
      ], otherwise: { _ in "" }),
    .init(
      "Were all requests started together?", { $0.trial.calls.allSatisfy { $0.start == .zero } },
      names: [
        .init("awaits-in-the-loop", if: { $0.trial.peak == 1 }) { $0.both.took },
        .init("starts-some-late", if: { $0.trial.peak > 1 }) { seen in
          let late = seen.trial.calls.first { $0.start > .zero }!
          return
            "At most \(seen.trial.peak) of \(seen.count) requests were in progress at once: \(seen.labels[late.lane]) started "
            + (late.start < .milliseconds(1)
              ? "a moment after the first"
              : "at \(late.start.inWholeMilliseconds), and could have started at 0 ms")
            + ". \(seen.both.took)"
        },
      ], otherwise: { $0.both.took }),
    .init(
      "Are these the responses?", { $0.order != nil },
      names: [
        .init("loses-responses", if: { $0.yours.count < $0.count && Set($0.yours).isSubset(of: $0.right) }) {
          "\($0.count) requests were answered, and you returned \($0.yours.count) responses."
        },
        .init("makes-responses-up", if: { !Set($0.yours).isSubset(of: $0.right) }) { seen in
          let other = seen.yours.first { !seen.right.contains($0) }!
          return "No request was answered with \"\(other.greeting)\"."
        },
        .init("repeats-responses", if: { _ in true }) {
          "\($0.count) requests were answered, and you returned \($0.yours.count) responses, some of them twice."
        },
      ], otherwise: { _ in "" }),
    .init(
      "Are they in the order of the requests?", { $0.yours == $0.right },
      names: [
        .init("completion-order", if: \.isInOrderOfCompletion),
        .init("sorts-by-label", if: \.isSortedByLabel, told),
        .init("loses-the-order", if: { _ in true }, told),
      ], otherwise: told),
    .init(
      "Was nothing left running?", { $0.trial.leak == nil },
      names: [
        .init("leaves-work-behind", if: { _ in true }) { $0.trial.leak! }
      ], otherwise: { _ in "" }, alsoSeen: { $0.trial.leak! }),
  ])

  @Sendable private static func told(_ seen: Seen) -> String {
    "The requests were \(seen.labels.joined(separator: ", ")), and you returned the responses of "
      + "\((seen.order ?? []).map { seen.labels[$0] }.joined(separator: ", ")), in this order."
  }

  /// Requests of different lengths: all are started at once, and their responses returned in their order.
  private static func judge(_ candidate: @escaping Function, _ asked: Asked, seed: UInt64?) -> Finding? {
    let both = compare(candidate, asked, seed: seed)
    if both.trial.escape == .slept, both.trial.error == nil {
      return both.mistake(
        "guesses-the-time", "Besides, `Task.sleep` uses a clock outside the event loop.", showing: "overlap()"
      )
    }
    if let obstacle = both.obstacle { return obstacle }
    guard let outcome = diagnosis.outcome(of: Seen(both: both, labels: asked.labels)) else { return nil }
    guard case .mistake(let name, _) = outcome else { return both.finding(outcome) }
    let isAboutTheEnd = ["guesses-the-time", "returns-early", "leaves-work-behind"].contains(name)
    return both.finding(outcome, showing: isAboutTheEnd ? "overlap()" : nil)
  }

  /// A second fault: what is lost when a request fails. Only where waiting for the answers is not the fault.
  private static func alsoOnAnError(_ candidate: @escaping Function, _ first: Finding, _ seed: UInt64?)
    -> String?
  {
    guard case .mistake(let name, _) = first.outcome,
      [
        "leaves-the-loop", "awaits-in-the-loop", "starts-some-late", "completion-order", "sorts-by-label",
        "loses-the-order",
      ]
      .contains(name)
    else { return nil }
    let trial = compare(candidate, Asked([60, 200, 100], failing: [1]), seed: seed).trial
    if name == "leaves-the-loop" {
      // There every call fails; of calls that were not waited for, what was returned says nothing.
      guard trial.escape == .waitedForCalls, let yours = trial.value else { return nil }
      return
        "each call from outside the loop fails, and yet you returned \(yours.count) responses, and no error."
    }
    if trial.error is Stall { return "when request 2 failed, nothing could ever go on." }
    if asksAgain(trial) { return "when request 2 failed, you called `answer` once more." }
    guard let yours = trial.value else {
      return trial.error is Probe.Unavailable
        ? nil : "when request 2 failed, you threw \(trial.error!) instead of its error."
    }
    return yours.count < 3
      ? "when request 2 failed, you left it out, and returned \(yours.count) responses, and no error."
      : "when request 2 failed, you made up a response for it, and threw no error."
  }

  private static func asksAgain(_ trial: Trial<[Response]>) -> Bool {
    Set(trial.calls.map(\.lane)).count < trial.calls.count
  }

  /// One request fails: so does the whole.
  private static func judgeError(
    _ candidate: @escaping Function, _ asked: Asked, seed: UInt64?, _ remark: inout String
  ) -> Finding? {
    let both = compare(candidate, asked, seed: seed)
    let failed = "Failed: \(asked.failed)."
    if both.trial.error is Stall {
      return both.mistake("stalls-on-an-error", failed)
    }
    let asksAgain = asksAgain(both.trial)
    if let obstacle = both.obstacle, !asksAgain { return obstacle }
    if asksAgain {
      return both.mistake(
        "tries-again",
        "\(failed) You called `answer` \(both.trial.calls.count) times for \(asked.labels.count) requests."
      )
    }
    guard let error = both.trial.error else {
      return both.mistake("loses-the-error", failed)
    }
    guard error is Probe.Unavailable else {
      return both.mistake(
        "changes-the-error",
        "\(failed) You threw \(error).")
    }
    if remark.isEmpty, let leak = both.trial.leak {
      remark =
        "One more thing: when a request fails you throw its error, but leave work behind. \(leak) A task group "
        + "would cancel the rest."
    }
    return nil
  }

  private static func compare(
    _ candidate: @escaping Function, _ asked: Asked, seed: UInt64?
  ) -> Comparison<[Response]> {
    let labels = asked.labels.isEmpty ? "no requests" : asked.labels.joined(separator: ", ")
    let requests = asked.labels.count > 8 ? "\(asked.labels.count) requests" : labels
    note(
      question: asked.failing.isEmpty
        ? requests : "\(requests); \(asked.failing.count > 8 ? "many" : asked.failed) failed")
    return Comparison(candidate, with: solution, seed: seed) { function in
      let probe = Probe(lanes: asked.labels, seed: seed)
      return Trial(probe, calls: asked.milliseconds.count) {
        try await function(probe.requests, probe.loop) {
          try await probe.answer($0, takes: asked.milliseconds, failing: asked.failing)
        }
      }
    }
  }
}
