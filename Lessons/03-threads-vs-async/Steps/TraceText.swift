import EventLoop
import Figures
import Measurement

extension Trace.Entry {
  /// The step for a reader: when, what the loop does, what the tasks did, and who waits afterwards; a line each.
  func text(number: Int) -> String {
    let tasks = { (count: Int) in "\(count) \(count == 1 ? "task" : "tasks")" }
    let head =
      switch step {
      case .run(let count): "runs \(tasks(count))"
      case .wake(let count):
        (hasJumped
          ? "nothing is ready, the clock jumps to the earliest deadline: " : "a deadline has passed: ")
          + "\(tasks(count)) \(count == 1 ? "becomes" : "become") ready"
      case .wait(let deadline?): "waits until \(deadline.inWholeMilliseconds)"
      case .wait(nil): "waits for somebody outside"
      }
    let waiting = asleep.isEmpty ? "nobody waits" : "waiting: \(asleep.joined(separator: ", "))"
    return
      (["step \(number), at \(instant.inWholeMilliseconds): \(head)"] + events.map { "· \($0)" } + [
        "= \(waiting)"
      ])
      .joined(separator: "\n")
  }
}
