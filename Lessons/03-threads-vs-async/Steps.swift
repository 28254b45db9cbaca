import EventLoop
import LessonKit
import Measurement
import Workload

/// How an event loop works, step by step: our own, which is a few hundred lines in `Sources/EventLoop`.
enum Steps {
  // [01:59] The idea behind Node.js. All that it takes is a queue, a heap of timers, and a clock.
  static func tell(_ story: Story) throws {
    try story.part("steps", "How an event loop works") { part in
      explain(part)
      let steps = try Trace.of(Scenario.purchases(3))
      part.note("steps", Double(steps.count), unit: "steps")
      part.say(
        "For three purchases that is \(steps.count) steps. `--trace` prints each of them: what ran, and what waits until when."
      )
    }
  }

  /// Tells nothing but the steps (`--trace`).
  static func tellTrace(_ story: Story) throws {
    try story.part("trace", "Every step of the loop, for three purchases at once, in virtual time") { part in
      explain(part)
      for (index, entry) in try Trace.of(Scenario.purchases(3)).enumerated() {
        part.say(entry.text(number: index + 1))
      }
    }
  }

  private static func explain(_ part: Part) {
    part.say(explanation)
    part.say(
      "These functions stand in Sources/EventLoop; `lessons read threads-vs-async` shows them beside the cues, with file and line."
    )
  }

  /// How the loop works, with the names of the functions that do it.
  static let explanation =
    "The loop keeps two lists. In the ready queue (`Schedule.nextReady`) stand tasks that can go on, in the timer heap those that "
    + "sleep, the earliest deadline on top. `EventLoop.turn` does one thing over and over: it asks `Schedule.next` what comes next. "
    + "Whoever is due moves from the heap (`TimerHeap.removeAll`) to the queue (`EventLoop.enqueue`). Those in the queue run, one "
    + "after another, each up to its next `await`, which puts it into the heap (`EventLoop.sleep`, `TimerHeap.insert`). If the queue "
    + "is empty, the loop's thread sleeps until the earliest deadline (`EventLoop.poll`), or until another thread wakes it "
    + "(`EventLoop.wakeUp`). In virtual time it does not sleep: its clock jumps there."
}
