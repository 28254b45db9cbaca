public import EventLoop
public import Measurement

/// A candidate's run from its call to its return, in virtual time.
public struct Trial<Value: Sendable>: Sendable {
  /// What the candidate returned or threw; a ``Stall`` where it could never have returned.
  public var outcome: Result<Value, any Error>
  /// When it returned, counted from its call.
  public var end: Duration
  /// The calls that it had made when it returned, in the order in which they began.
  public var calls: [Call]
  /// What the calls had done when it returned.
  public var timeline: Timeline
  /// What it left behind on the loop when it returned.
  public var leftBehind: Unfinished
  /// Whether it made calls from elsewhere than the loop.
  public var hasLeftTheLoop: Bool

  /// Runs a candidate.
  public init(_ probe: Probe, _ candidate: @escaping @Sendable () async throws -> Value) {
    @Sendable func snapshot(_ outcome: Result<Value, any Error>) -> Trial {
      Trial(
        outcome: outcome, end: probe.loop.clock.now.offset, calls: probe.calls, timeline: probe.timeline,
        leftBehind: probe.loop.unfinished, hasLeftTheLoop: probe.hasLeftTheLoop)
    }
    do {
      // The picture is taken before anything else runs: what is under way then was left behind.
      self = try probe.loop.run {
        do { return snapshot(.success(try await candidate())) } catch { return snapshot(.failure(error)) }
      }
    } catch {
      self = snapshot(.failure(error))
    }
  }

  private init(
    outcome: Result<Value, any Error>, end: Duration, calls: [Call], timeline: Timeline,
    leftBehind: Unfinished,
    hasLeftTheLoop: Bool
  ) {
    self.outcome = outcome
    self.end = end
    self.calls = calls
    self.timeline = timeline
    self.leftBehind = leftBehind
    self.hasLeftTheLoop = hasLeftTheLoop
  }

  /// What the candidate returned; `nil` if it threw.
  public var value: Value? { try? outcome.get() }

  /// What the candidate threw; `nil` if it returned.
  public var error: (any Error)? {
    if case .failure(let error) = outcome { error } else { nil }
  }

  /// The most calls that were under way at the same time.
  public var peak: Int {
    calls.map { call in calls.count { $0.start <= call.start && call.start < $0.end ?? .seconds(Int64.max) } }
      .max() ?? 0
  }

  /// The calls that were still under way when the candidate returned.
  public var running: [Call] { calls.filter { $0.outcome == .running } }

  /// What is to be said of any candidate before its exercise looks closer: that nobody has begun, that it cannot go on, or that it
  /// left the loop. `nil` if none of these.
  public var obstacle: Finding? {
    if error is ToDo { return Finding(.toDo) }
    if hasLeftTheLoop || error is Probe.LeftTheLoop {
      return Finding(
        .different(
          "Your calls come from a task that is not a child of your function: `Task { }` and `Task.detached` start one that "
            + "nobody waits for and nobody cancels, and it leaves the event loop. Use `async let`, a task group, or "
            + "`Task(executorPreference: loop)` and await it."),
        yours: timeline)
    }
    if let stall = error as? Stall {
      return Finding(.stalled("Your code never returns: \(stall)."), yours: timeline)
    }
    return nil
  }
}
