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
    try story.part("trace", "Every step of the loop, for three purchases at once") { part in
      explain(part)
      for (index, entry) in try Trace.of(Scenario.purchases(3)).enumerated() {
        part.say(entry.text(number: index + 1))
      }
    }
  }

  private static func explain(_ part: Part) {
    part.say(
      "The loop keeps two lists. In the ready queue stand tasks that can go on; in the timer heap stand those that sleep, the "
        + "earliest deadline on top. It does one thing over and over (`Schedule.next`, `EventLoop.turn`): whoever is due moves from the "
        + "heap to the queue; if the queue has somebody, all of them run, one after another, each up to its next `await`; if it "
        + "has nobody, the loop waits for the earliest deadline. In virtual time it does not wait: its clock jumps there."
    )
  }
}
