import EventLoop
public import Measurement

extension Trial {
  /// What is to be said of any candidate before its exercise looks closer: that nobody has begun, that it cannot go on, or
  /// that it waited for something that is not on the loop. `nil` if none of these.
  ///
  /// - Parameters:
  ///   - expected: what a right answer does in the same trial.
  ///   - seed: the seed of the trial.
  public func obstacle(expected: Timeline? = nil, seed: UInt64? = nil) -> Finding? {
    if error is ToDo { return Finding(.toDo) }
    func finding(_ outcome: Finding.Outcome) -> Finding {
      Finding(outcome, yours: timeline, expected: expected, seed: seed)
    }
    if error is Probe.LeftTheLoop || escape == .waitedForCalls {
      return finding(
        .different(
          "Your calls come from a task that is not on the event loop: `Task { }` and `Task.detached` leave it, and their "
            + "tasks are nobody's children, so that nobody cancels them either. Use `async let`, a task group, or "
            + "`Task(executorPreference: loop)`."))
    }
    if let stall = error as? Stall {
      let stream =
        stall.waits.isEmpty ? " A stream that nobody finishes keeps its reader waiting like that, too." : ""
      let rest = notBegun.isEmpty ? "" : " Never begun: \(notBegun.joined(separator: ", "))."
      return finding(.stalled("Your code never returns: \(stall).\(stream)\(rest)"))
    }
    if escape == .slept {
      return finding(
        .different(
          "Your code waits by another clock than the event loop's, as `Task.sleep` does. Use `loop.sleep(for:)`, which "
            + "others can run during and which takes no time in virtual time."))
    }
    return nil
  }

  /// What still ran when the candidate had returned, as a sentence; `nil` if nothing did.
  public var leak: String? {
    let calls = running.map { labels[$0.lane] }
    // Each call under way sleeps too.
    let sleepers = leftBehind.sleeping - calls.count
    var left = calls
    if sleepers > 0 { left.append(sleepers == 1 ? "a task that sleeps" : "\(sleepers) tasks that sleep") }
    guard !left.isEmpty else { return nil }
    return
      "When you were done, there still ran: \(left.joined(separator: ", ")). Nobody awaits that any more, and "
      + "nobody cancels it."
  }
}
