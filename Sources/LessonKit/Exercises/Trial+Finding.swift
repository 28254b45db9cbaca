import EventLoop
import Measurement

extension Trial {
  /// What is to be said of any candidate before its exercise looks closer: that it is still to do, that it cannot go on, or
  /// that it waited for something outside the loop. `nil` if none of these.
  package var obstacle: Finding.Outcome? {
    if error is ToDo { return .toDo }
    if hasLeftTheLoop {
      return .general(
        .leavesTheLoop,
        "Some of your calls came from a task outside the event loop. Such a task has no parent: cancelling you does not cancel "
          + "it.")
    }
    if let polling = error as? TooManyTurns {
      return .general(
        .polls,
        "The event loop had asked what is next \(polling.limit) times, and you had not returned; its clock stood at "
          + "\(end.inWholeMilliseconds).")
    }
    if keptTheThread > .zero {
      return .general(
        .keepsTheThread, "The event loop's thread was kept waiting for \(keptTheThread.inWholeMilliseconds).")
    }
    if let stall = error as? Stall {
      let stream =
        stall.waits.isEmpty
        ? " An `AsyncStream` that is never finished leaves its reader waiting like this, too." : ""
      let rest = notBegun.isEmpty ? "" : " Never started: \(notBegun.joined(separator: ", "))."
      return .stalled("Your code never returns: \(stall).\(stream)\(rest)")
    }
    if escape == .slept {
      return .general(
        .leavesTheLoop,
        "You waited on a clock other than the event loop's, as `Task.sleep` does. With `loop.sleep(for:)` other tasks run "
          + "meanwhile, and in virtual time it costs nothing.")
    }
    return nil
  }

  /// Whether calls came from tasks outside the loop, and the candidate waited for them.
  package var hasLeftTheLoop: Bool { error is Probe.LeftTheLoop || escape == .waitedForCalls }

  /// What still ran when the candidate had returned, as sentences; `nil` if nothing did.
  package var leak: String? {
    let calls = running.map { labels[$0.lane] }
    // Each call under way sleeps too.
    let sleepers = leftBehind.sleeping - calls.count
    var left = calls
    if sleepers > 0 { left.append(sleepers == 1 ? "a sleeping task" : "\(sleepers) sleeping tasks") }
    guard !left.isEmpty else { return nil }
    return
      "Still running when you returned: \(left.joined(separator: ", ")). Nothing waits for that any longer, and nothing "
      + "cancels it."
  }

  /// How the candidate ended, for a sentence: `returned 3`.
  package var ending: String {
    switch outcome {
    case .success(let value): "returned \(value)"
    case .failure(let error): "threw \(error)"
    }
  }
}
