import EventLoop
import Measurement

extension Trace.Entry {
  /// The step for a reader: when, what the loop does and in which function, what the tasks did, and who sleeps afterwards; a line
  /// each.
  func text(number: Int) -> String {
    var lines = ["step \(number), at \(instant.inWholeMilliseconds): \(step.text) (\(step.function))"]
    if hasJumped { lines.append("· no task was ready: the clock has jumped to the earliest deadline") }
    lines += events.map { "· \($0)" }
    lines.append(asleep.isEmpty ? "= no task sleeps" : "= asleep: \(asleep.joined(separator: ", "))")
    return lines.joined(separator: "\n")
  }
}

extension LoopStep {
  fileprivate var text: String {
    let tasks = { (count: Int) in "\(count) \(count == 1 ? "task" : "tasks")" }
    return switch self {
    case .run(let count): "runs \(tasks(count))"
    case .wake(let count): "\(tasks(count)) \(count == 1 ? "is" : "are") due, and ready from now on"
    case .wait(let deadline?): "waits until \(deadline.inWholeMilliseconds)"
    case .wait(nil): "waits for another thread"
    }
  }

  /// The function of the event loop that decides or does it; ``Steps/explanation`` says how they play together.
  fileprivate var function: String {
    switch self {
    case .run: "Schedule.nextReady"
    case .wake: "TimerHeap.removeAll"
    case .wait: "EventLoop.poll"
    }
  }
}
