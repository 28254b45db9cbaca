package import EventLoop
import Foundation
package import Measurement
import Platform
import Synchronization

/// A candidate's run from its call to its return, in virtual time.
package struct Trial<Value: Sendable>: Sendable {
  /// What the candidate returned or threw; a ``Stall`` where it could never have returned, ``TooManyTurns`` where it went on
  /// and on.
  package private(set) var outcome: Result<Value, any Error>
  /// When it returned, counted from its call.
  package private(set) var end: Duration
  /// The calls that it had made when it returned, in the order in which they began.
  package let calls: [ProbedCall]
  /// What the calls had done when it returned.
  package let timeline: Timeline
  /// What the calls did to their end, also those that ran on when it had returned.
  package let aftermath: Timeline
  /// What it left behind on the loop when it returned.
  package let leftBehind: Unfinished
  /// How it left the loop; `nil` if it did not.
  package let escape: Escape?
  /// How long it kept the loop's thread off its core, by a lock or a sleep; zero where that may have been anything else.
  package let keptTheThread: Duration
  /// Whether it was waiting at some time for something that is not on the loop, and went on.
  package let hasWaitedElsewhere: Bool
  let labels: [String]

  /// How a candidate leaves its event loop.
  package enum Escape: Sendable, Hashable {
    /// It made calls from tasks that are not on the loop, and waited for these.
    case waitedForCalls
    /// It made calls from tasks that are not on the loop, and did not wait for these.
    case abandonedCalls
    /// It slept by another clock than the loop's.
    case slept
  }

  /// Runs a candidate.
  ///
  /// Whatever happens at the instant of its return, for example in a task that it has just cancelled, still counts.
  ///
  /// - Parameters:
  ///   - probe: what the candidate works with.
  ///   - expected: how many calls a right answer makes: where some are missing, they may yet come from elsewhere.
  ///   - cancelled: when the candidate's task is cancelled, counted from its call; `nil` for never.
  ///   - candidate: what to run.
  package init(
    _ probe: Probe, calls expected: Int = 0, cancelledAfter cancelled: Duration? = nil,
    _ candidate: @escaping @Sendable () async throws -> Value
  ) {
    let loop = probe.loop
    let ending = Mutex<(outcome: Result<Value, any Error>, end: Duration)?>(nil)
    let task = Task(executorPreference: loop) {
      probe.candidateBegins()
      let outcome: Result<Value, any Error>
      do { outcome = .success(try await candidate()) } catch { outcome = .failure(error) }
      ending.withLock { $0 = (outcome, loop.clock.now.offset) }
    }
    let canceller = cancelled.map { instant in
      Task(executorPreference: loop) {
        try await loop.sleep(for: instant)
        task.cancel()
      }
    }
    let run = Run(probe) {
      await task.value
      canceller?.cancel()
      // While anything is ready, virtual time stands still: this lets the other tasks end, and none begin anything later.
      for _ in 0..<100 { await Task.yield() }
    }
    (outcome, end) = ending.withLock { $0 } ?? (.failure(run.failure!), loop.clock.now.offset)
    if case .success = outcome, probe.calls.count < expected { run.waitForCallsFromElsewhere() }
    calls = probe.calls
    timeline = probe.timeline
    leftBehind = loop.unfinished
    labels = probe.labels
    if calls.contains(where: { $0.outcome == .running }), run.failure == nil {
      try? loop.run { try? await loop.sleep(for: .seconds(1)) }
    }
    aftermath = probe.timeline
    keptTheThread = run.keptTheThread
    hasWaitedElsewhere = run.hasWaited
    escape =
      if run.hasSlept { .slept } else if probe.lastFromElsewhere == nil { nil } else {
        run.hasWaited ? .waitedForCalls : .abandonedCalls
      }
  }

  /// What the candidate returned; `nil` if it threw.
  package var value: Value? { try? outcome.get() }

  /// What the candidate threw; `nil` if it returned.
  package var error: (any Error)? {
    if case .failure(let error) = outcome { error } else { nil }
  }

  /// The most calls that were under way at the same time.
  package var peak: Int { calls.map { inFlight(at: $0.start) }.max() ?? 0 }

  /// How many calls were under way at an instant; one that ends then no longer counts, and one that begins does.
  package func inFlight(at instant: Duration) -> Int {
    calls.count { $0.start <= instant && instant < $0.end ?? .seconds(Int64.max) }
  }

  /// The calls that were still under way when the candidate returned.
  package var running: [ProbedCall] { calls.filter { $0.outcome == .running } }

  /// What the calls did to their end, and below them how long the candidate itself took.
  package func timeline(with function: String) -> Timeline {
    Timeline(
      lanes: aftermath.lanes + [Lane(function, spans: [Span(.wait, from: .zero, to: end)], departure: end)])
  }

  /// What the calls did to their end, with a lane for each call that was made once more, and below them how the candidate ended.
  package var closeUp: Timeline {
    let repeated = calls.enumerated().filter { index, call in
      calls[..<index].contains { $0.lane == call.lane }
    }
    let again = repeated.prefix(Self.mostRepeats).map { _, call in
      let end = call.end ?? aftermath.end
      return Lane(
        "\(labels[call.lane]), again", arrival: call.start, spans: [Span(.wait, from: call.start, to: end)],
        departure: call.end)
    }
    let (how, departure): (String, Duration?) =
      switch outcome {
      case .success: ("returns", end)
      case .failure(is Stall): ("never returns", nil)
      case .failure(let error): ("throws \(String(describing: type(of: error)))", end)
      }
    let own = Lane(how, spans: [Span(.wait, from: .zero, to: end)], departure: departure)
    return Timeline(lanes: aftermath.lanes + again + [own])
  }

  /// How many calls have a lane of their own because they were made once more: far more than a picture has room for.
  private static var mostRepeats: Int { 100 }

  /// Whether it returned at an instant at which no call ended: it was not told that they had, but looked, or guessed.
  package var returnsAtAGuess: Bool { end > .zero && !calls.contains { $0.end == end } }

  /// The labels of the lanes that no call was made for.
  package var notBegun: [String] {
    labels.enumerated().filter { lane, _ in !calls.contains { $0.lane == lane } }.map(\.element)
  }
}

/// The loop's run until a candidate has returned, or for as long as one can hope that it will.
private struct Run {
  private(set) var failure: (any Error)?
  private(set) var keptTheThread = Duration.zero
  private(set) var hasWaited = false
  private(set) var hasSlept = false
  private let probe: Probe

  /// How long the loop waits, on the wall, for a task that has left it.
  private static var patience: Duration { .milliseconds(1200) }
  /// From how long a wait on the wall is no longer the scheduler's but a sleep.
  private static var sleep: Duration { .milliseconds(50) }
  /// How often the loop may ask what is next: far more often than any right answer has it ask.
  private static var turns: Int { 10_000 }
  /// How many turns there may be to a call, and up to how many calls, for it to be the calls that took them, and no polling.
  private static var turnsOfACall: Int { 4 }
  private static var mostCalls: Int { 25_000 }
  /// From how long a thread has been without work, and not only without a core, it was kept from it.
  private static var kept: Duration { .milliseconds(20) }
  /// How often this thread has to get a core meanwhile: on a busy machine, a task that only waits for one gets it before that.
  private static var looks: Int { 5 }

  init(_ probe: Probe, until body: @escaping @Sendable () async -> Void) {
    self.probe = probe
    let limit = ContinuousClock.now + Self.patience
    while true {
      let callsBefore = probe.calls.count
      probe.loopRests(false)
      defer { probe.loopRests(true) }
      do {
        let before = Idle.now
        defer { if let idle = Idle.now.since(before), idle > Self.kept { keptTheThread += idle } }
        try probe.loop.run(atMost: Self.turns, body)
        return
      } catch {
        probe.loopRests(true)
        failure = error
        if error is TooManyTurns {
          let calls = probe.calls.count
          guard (calls - callsBefore) * Self.turnsOfACall > Self.turns, calls < Self.mostCalls else { return }
          failure = nil
          continue
        }
        guard error is Stall else { return }
        let standstill = ContinuousClock.now
        var sign = probe.lastFromElsewhere
        var looksInVain = 0
        while probe.loop.unfinished.ready == 0, ContinuousClock.now < limit {
          // What a candidate sent to the main actor is to run, as it would in an app: this may be its thread.
          if Thread.isMainThread { _ = RunLoop.main.run(mode: .default, before: .now) }
          Thread.sleep(forTimeInterval: 0.001)
          looksInVain = probe.lastFromElsewhere == sign ? looksInVain + 1 : 0
          sign = probe.lastFromElsewhere
        }
        guard probe.loop.unfinished.ready > 0 else { return }
        failure = nil
        hasWaited = true
        let lastSign = max(standstill, sign ?? standstill)
        if looksInVain >= Self.looks, ContinuousClock.now - lastSign > Self.sleep { hasSlept = true }
      }
    }
  }

  func waitForCallsFromElsewhere() {
    let limit = ContinuousClock.now + Self.patience
    while probe.lastFromElsewhere == nil, ContinuousClock.now < limit { Thread.sleep(forTimeInterval: 0.001) }
  }
}

/// What tells how long a thread neither ran nor was about to.
private struct Idle {
  private var wall = ContinuousClock.now
  private var used = CPUTime.ofThread
  private var lacked = CPUTime.lackOfThread
  private var releases = ThreadActivity.ownReleases

  static var now: Idle { Idle() }

  /// How long the calling thread waited for something else than a core; `nil` where the system does not tell.
  ///
  /// A virtual machine whose host takes the core away looks the same, but then the thread has not given it away.
  func since(_ earlier: Idle) -> Duration? {
    guard let lacked, let before = earlier.lacked, let releases, let releasesBefore = earlier.releases else {
      return nil
    }
    guard releases > releasesBefore else { return .zero }
    return (wall - earlier.wall) - (used - earlier.used) - (lacked - before)
  }
}
