import LessonKit
import Report

/// How an event loop works, step by step: our own, which is a few hundred lines in `Sources/EventLoop`.
struct Steps: StoryPart {
  static let id = "steps"
  static let title = "How an event loop works"
  static let whatIf: WhatIf? = WhatIf("What if the first call blocks?", "--blocking visitor")

  func tell(_ telling: Telling) throws {
    telling.say(Self.explanation)
    telling.say(Self.whereItStands)
    let steps = try Trace.of(Purchase.requests(3)).count
    telling.note("steps", Double(steps), unit: "steps")
    telling.say(
      "For three purchases the loop takes \(steps) steps. `--trace` prints each of them: what ran, and what waits until when."
    )
  }

  /// How the loop works, with the names of the functions that do it.
  static let explanation =
    "The loop keeps two lists. In the ready queue (`Schedule.nextReady`) are the tasks that can go on; in the timer heap are those "
    + "that sleep, the one with the earliest deadline on top. `EventLoop.turn` does one thing over and over: it asks `Schedule.next` "
    + "what comes next. Tasks whose deadline has passed move from the heap (`TimerHeap.removeAll`) to the queue "
    + "(`EventLoop.enqueue`). Those in the queue run one after another, each until its next wait, which puts it into the heap "
    + "(`EventLoop.sleep`, `TimerHeap.insert`). If the queue is empty, the loop's thread sleeps until the earliest deadline "
    + "(`EventLoop.poll`), or until another thread wakes it (`EventLoop.wakeUp`). In virtual time it does not sleep: its clock "
    + "jumps there."

  static let whereItStands =
    "These functions are in Sources/EventLoop; `lessons read threads-vs-async` shows them beside the lecture, with file and line."
}

/// Nothing but the steps (`--trace`).
struct EveryStep: StoryPart {
  static let id = "trace"
  static let title = "Every step of the loop, for three purchases at once"

  func tell(_ telling: Telling) throws {
    telling.say(Steps.explanation)
    telling.say(Steps.whereItStands)
    for (index, entry) in try Trace.of(Purchase.requests(3)).enumerated() {
      telling.say(entry.text(number: index + 1))
    }
  }
}
