import EventLoop
import LessonKit
import Measurement
import Workload

extension BoundedExercise {
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

  /// Requests that take a while, of which some fail at their end.
  private struct Case {
    var milliseconds: [Int]
    var limit: Int
    var failing: Set<Int>

    init(_ milliseconds: [Int], limit: Int, failing: Set<Int> = []) {
      (self.milliseconds, self.limit, self.failing) = (milliseconds, limit, failing)
    }
  }

  private static func judge(_ candidate: @escaping Function, _ asked: Case, seed: UInt64?) -> Finding? {
    let trial = run(candidate, asked, seed: seed)
    let right = run({ try await Solutions.bounded($0, atMost: $1, on: $2, answer: $3) }, asked, seed: seed)
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: trial.timeline, expected: right.timeline, seed: seed)
    }
    let took = "It took \(trial.end.inWholeMilliseconds) instead of \(right.end.inWholeMilliseconds)."
    if let stall = trial.error as? Stall, !asked.failing.isEmpty, !trial.notBegun.isEmpty {
      return finding(
        .mistake(
          "loses-the-slot",
          detail: "\(stall.description.capitalizedFirst). Never begun: \(names(trial.notBegun))."))
    }
    if let obstacle = trial.obstacle(expected: right.timeline, seed: seed) { return obstacle }
    if trial.peak > asked.limit {
      return finding(
        trial.peak == asked.milliseconds.count
          ? .mistake("no-bound", detail: "\(trial.peak) were under way at once, and \(asked.limit) may be.")
          : .different("\(trial.peak) requests were under way at once, and \(asked.limit) may be."))
    }
    if let error = trial.error {
      return finding(
        error is Unavailable
          ? .mistake("throws-the-first-error", detail: "")
          : .different(
            "You threw \(error). What a request throws is its result, and nothing else is to be thrown."))
    }
    if asked.limit > 1, trial.peak == 1, asked.milliseconds.count > 1, asked.failing.isEmpty {
      return finding(.mistake("one-at-a-time", detail: took))
    }
    if let idle = idleSlot(trial, limit: asked.limit) {
      let detail =
        "A slot was free at \(idle.since.inWholeMilliseconds), and "
        + (idle.until.map { "the next request began at \($0.inWholeMilliseconds)." }
          ?? "\(names(trial.notBegun)) never began.")
      if !asked.failing.isEmpty {
        let failed = asked.failing.sorted().map { "request \($0 + 1)" }
        return finding(.mistake("loses-the-slot", detail: "Failed: \(names(failed)). \(detail)"))
      }
      return finding(
        isInBatches(trial) ? .mistake("in-batches", detail: "\(detail) \(took)") : .different(detail))
    }
    if let leak = trial.leak { return finding(.different(leak)) }
    if let wrong = wrong(trial.value ?? [], trial, asked) { return finding(.different(wrong)) }
    guard trial.end > right.end, trial.calls.allSatisfy({ $0.end! < trial.end }) else { return nil }
    return finding(.different("All requests were answered, and you went on waiting. \(took)"))
  }

  /// The first time that fewer than the limit were under way although a request had not begun.
  private static func idleSlot(_ trial: Trial<[Answered]>, limit: Int) -> (since: Duration, until: Duration?)?
  {
    let lastStart = trial.notBegun.isEmpty ? trial.calls.map(\.start).max() ?? .zero : .seconds(Int64.max)
    let instants = [.zero] + trial.calls.compactMap(\.end).sorted()
    guard let since = instants.first(where: { $0 < lastStart && trial.inFlight(at: $0) < limit }) else {
      return nil
    }
    return (since, trial.calls.map(\.start).filter { $0 > since }.min())
  }

  /// Whether requests only ever begin when no other is under way.
  private static func isInBatches(_ trial: Trial<[Answered]>) -> Bool {
    trial.calls.allSatisfy { call in
      !trial.calls.contains { $0.start < call.start && call.start < $0.end ?? .seconds(Int64.max) }
    }
  }

  /// What is wrong with the results; `nil` if nothing is.
  private static func wrong(_ results: [Answered], _ trial: Trial<[Answered]>, _ asked: Case) -> String? {
    let count = asked.milliseconds.count
    guard results.count == count else {
      return "There are \(count) requests, and you returned \(results.count) results."
    }
    if trial.calls.count > count {
      return "There are \(count) requests, and you had \(trial.calls.count) answered."
    }
    for (place, result) in results.enumerated() {
      let expected: Result<Response, Unavailable> =
        asked.failing.contains(place) ? .failure(Unavailable(request: place + 1)) : .success(response(place))
      switch (result, expected) {
      case (.success(let yours), .success(let right)) where yours == right: continue
      case (.failure(let yours as Unavailable), .failure(let right)) where yours == right: continue
      default:
        return
          "In place \(place + 1) belongs \(described(expected)), and there stands \(described(result)). The results "
          + "belong in the order of the requests."
      }
    }
    return nil
  }

  private static func described<Failure>(_ result: Result<Response, Failure>) -> String {
    switch result {
    case .success(let response): "the response \"\(response.greeting)\""
    case .failure(let error): "the error \(error)"
    }
  }

  private static func names(_ labels: [String]) -> String { labels.joined(separator: ", ") }

  private struct Unavailable: Error, Equatable { var request: Int }

  private static func response(_ place: Int) -> Response {
    Response(greeting: "Hello, request \(place + 1)", courses: [])
  }

  private static func run(_ candidate: @escaping Function, _ asked: Case, seed: UInt64?) -> Trial<[Answered]>
  {
    let labels = asked.milliseconds.indices.map { "request \($0 + 1)" }
    let probe = Probe(lanes: labels, seed: seed)
    let requests = labels.map { Request($0, steps: []) }
    return Trial(probe, calls: labels.count) {
      try await candidate(requests, asked.limit, probe.loop) { request in
        let place = labels.firstIndex(of: request.label)!
        return try await probe.call(
          place, takes: .unguessable(asked.milliseconds[place]),
          asked.failing.contains(place)
            ? .failure(Unavailable(request: place + 1)) : .success(response(place)))
      }
    }
  }
}

extension String {
  /// The text as a sentence begins.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
