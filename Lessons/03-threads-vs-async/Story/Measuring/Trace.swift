import EventLoop
import Measurement
import Synchronization
import Workload

/// Writes down every step of an event loop that serves purchases: what ran, what waits until when.
final class Trace: LoopObserver {
  /// One step of the loop, and what the tasks did in it.
  struct Entry: Sendable, Hashable {
    var step: LoopStep
    var instant: Duration
    /// Whether the clock jumped, since nothing was ready.
    var hasJumped = false
    var events: [String] = []
    /// Who sleeps after the step, and until when.
    var asleep: [String] = []
  }

  fileprivate typealias Sleep = (step: String, until: Duration)

  fileprivate struct State {
    var entries: [Entry] = []
    var asleep: [String: Sleep] = [:]
    /// The latest instant that anything was told of.
    var clock = Duration.zero
    /// How many steps each request has done.
    var done: [String: Int] = [:]
  }

  private let requests: [Request]
  private let state = Mutex(State())

  private init(_ requests: [Request]) {
    self.requests = requests
  }

  /// The steps so far.
  var entries: [Entry] { state.withLock { $0.entries } }

  /// Serves the requests on one loop in virtual time and returns each step that it takes.
  static func of(_ requests: [Request]) throws -> [Entry] {
    let trace = Trace(requests)
    let loop = EventLoop(time: .virtual, observer: trace)
    try loop.run {
      trace.add("the program: starts a task for each purchase")
      let tasks = requests.map { request in
        Task(executorPreference: loop) {
          try await loop.answer(request.label) { try await OneLoop(shop: Shop(loop: loop)).buy(request) }
        }
      }
      for (task, request) in zip(tasks, requests) {
        _ = try await task.value
        trace.add("the program: has the receipt of \(request.label)")
      }
    }
    return trace.entries
  }

  private func add(_ event: String) { state.withLock { $0.add(event) } }

  func stepped(_ step: LoopStep, at instant: Duration) {
    state.withLock { state in
      var entry = Entry(step: step, instant: instant, hasJumped: instant > state.clock)
      state.clock = instant
      if case .wake = step {
        for (label, sleep) in state.inOrder where sleep.until <= instant {
          entry.events.append("\(label): its \(sleep.step) is there")
          state.asleep[label] = nil
        }
      }
      entry.asleep = state.sleepers
      state.entries.append(entry)
    }
  }

  func began(_ verb: Verb, at instant: Duration) {
    state.withLock { state in
      guard let request = currentRequest, let step = state.next(of: request) else { return }
      guard verb == .sleep else {
        return state.add("\(request.label): computes \(step.duration.inWholeMilliseconds), \(step.name)")
      }
      let until = instant + step.duration
      state.asleep[request.label] = (step.name, until)
      state.add("\(request.label): waits for \(step.name) until \(until.inWholeMilliseconds)")
    }
  }

  func ended(_ verb: Verb, at instant: Duration) {
    state.withLock { state in
      guard let request = currentRequest else { return }
      state.done[request.label, default: 0] += 1
      state.clock = max(state.clock, instant)
    }
  }

  func answered(_ request: String, at instant: Duration) { add("\(request): is answered") }

  /// The request whose code runs.
  private var currentRequest: Request? {
    EventLoop.request.flatMap { label in requests.first { $0.label == label } }
  }
}

extension Trace.State {
  fileprivate func next(of request: Request) -> Step? {
    let done = done[request.label, default: 0]
    return done < request.steps.count ? request.steps[done] : nil
  }

  fileprivate mutating func add(_ event: String) {
    guard !entries.isEmpty else { return }
    entries[entries.count - 1].events.append(event)
    entries[entries.count - 1].asleep = sleepers
  }

  /// Who sleeps, the earliest deadline first.
  fileprivate var inOrder: [(label: String, sleep: Trace.Sleep)] {
    asleep.map { (label: $0.key, sleep: $0.value) }.sorted {
      ($0.sleep.until, $0.label) < ($1.sleep.until, $1.label)
    }
  }

  fileprivate var sleepers: [String] {
    inOrder.map { "\($0.label) until \($0.sleep.until.inWholeMilliseconds)" }
  }
}
