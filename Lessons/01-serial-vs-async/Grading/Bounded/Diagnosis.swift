import EventLoop
import LessonKit
import Measurement

extension BoundedGrading {
  static func examine(_ candidate: @escaping Function) -> Finding {
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
    return .passed()
  }

  /// Requests that take a while, some of which fail at their end.
  private struct Case {
    var milliseconds: [Int]
    var limit: Int
    var failing: Set<Int>

    init(_ milliseconds: [Int], limit: Int, failing: Set<Int> = []) {
      (self.milliseconds, self.limit, self.failing) = (milliseconds, limit, failing)
    }
  }

  private static func judge(_ candidate: @escaping Function, _ asked: Case, seed: UInt64?) -> Finding? {
    let both = Comparison(candidate, with: solution, seed: seed) { run($0, asked, seed: seed) }
    let (trial, right) = (both.trial, both.right)
    if let stall = trial.error as? Stall, !asked.failing.isEmpty, !trial.notBegun.isEmpty {
      return both.mistake(
        "loses-the-slot", "\(sentence("\(stall)")). Never started: \(names(trial.notBegun)).")
    }
    if let obstacle = both.obstacle { return obstacle }
    if trial.peak > asked.limit {
      let detail = "\(trial.peak) requests were in progress at once, and the limit is \(asked.limit)."
      return trial.peak == asked.milliseconds.count
        ? both.mistake("no-bound", detail) : both.different(detail)
    }
    if let error = trial.error {
      return error is Probe.Unavailable
        ? both.mistake("throws-the-first-error")
        : both.different("You threw \(error). An error that a request throws is that request's result.")
    }
    if asked.limit > 1, trial.peak == 1, asked.milliseconds.count > 1, asked.failing.isEmpty {
      return both.mistake("one-at-a-time", both.took)
    }
    if let idle = idleSlot(trial, limit: asked.limit) {
      let detail =
        "A slot was free at \(idle.since.inWholeMilliseconds), "
        + (idle.until.map { "but the next request started at \($0.inWholeMilliseconds)." }
          ?? "but \(names(trial.notBegun)) never started.")
      if !asked.failing.isEmpty {
        let failed = asked.failing.sorted().map { "request \($0 + 1)" }
        return both.mistake("loses-the-slot", "Failed: \(names(failed)). \(detail)")
      }
      return isInBatches(trial)
        ? both.mistake("in-batches", "\(detail) \(both.took)") : both.different(detail)
    }
    if let leak = trial.leak { return both.different(leak) }
    if let wrong = wrong(trial.value ?? [], right.value ?? [], trial) { return both.different(wrong) }
    guard trial.end > right.end, trial.calls.allSatisfy({ $0.end! < trial.end }) else { return nil }
    return both.different("All requests were answered, and you went on waiting. \(both.took)")
  }

  /// The first time that fewer than the limit were in progress although a request had not started.
  private static func idleSlot(_ trial: Trial<[Answered]>, limit: Int) -> (since: Duration, until: Duration?)?
  {
    let lastStart = trial.notBegun.isEmpty ? trial.calls.map(\.start).max() ?? .zero : .seconds(Int64.max)
    let instants = [.zero] + trial.calls.compactMap(\.end).sorted()
    guard let since = instants.first(where: { $0 < lastStart && trial.inFlight(at: $0) < limit }) else {
      return nil
    }
    return (since, trial.calls.map(\.start).filter { $0 > since }.min())
  }

  /// Whether requests only ever start when no other is in progress.
  private static func isInBatches(_ trial: Trial<[Answered]>) -> Bool {
    trial.calls.allSatisfy { call in
      !trial.calls.contains { $0.start < call.start && call.start < $0.end ?? .seconds(Int64.max) }
    }
  }

  /// What is wrong with the results; `nil` if nothing is.
  private static func wrong(_ yours: [Answered], _ right: [Answered], _ trial: Trial<[Answered]>) -> String? {
    let count = right.count
    guard yours.count == count else {
      return "There are \(count) requests, and you returned \(yours.count) results."
    }
    if trial.calls.count > count {
      return "There are \(count) requests, and you called `answer` \(trial.calls.count) times."
    }
    for (place, (result, expected)) in zip(yours, right).enumerated() {
      switch (result, expected) {
      case (.success(let yours), .success(let right)) where yours == right: continue
      case (.failure(let yours as Probe.Unavailable), .failure(let right as Probe.Unavailable))
      where yours == right: continue
      default:
        return
          "Place \(place + 1) should hold \(described(expected)), and it holds \(described(result)). The results belong in "
          + "the order of the requests."
      }
    }
    return nil
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
    let probe = Probe(requests: asked.milliseconds.count, seed: seed)
    return Trial(probe, calls: asked.milliseconds.count) {
      try await candidate(probe.requests, asked.limit, probe.loop) {
        try await probe.answer($0, takes: asked.milliseconds, failing: asked.failing)
      }
    }
  }
}
