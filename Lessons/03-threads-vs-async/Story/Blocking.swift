import EventLoop
import LessonKit
import Measurement
import Platform
import Report
import Workload

/// What breaks it: one call that keeps the thread, and every request stands still. And the cure.
struct Blocking: StoryPart {
  static let id = "blocking"
  static let title = "What breaks it: a blocking call"
  static let whatIf: WhatIf? = WhatIf("What if it is the last call that blocks?", "--blocking record")

  func tell(_ telling: Telling) throws {
    let three = Purchase.requests(3)
    let axis = Duration.milliseconds(260)
    telling.say(
      "All this rests on one promise: code that waits gives the thread back. `await` alone does not keep it. It marks a place "
        + "where the function that is called may suspend, and only if that function does is the thread free. Now the card is "
        + "charged by an old library that knows nothing of `await`. In the purchase not a word changes, and the compiler has no "
        + "objection.")
    telling.ask(Self.blocked)
    let blocked = try telling.show("blocked", "One loop, blocked", three, until: axis) {
      try await BlockingServer(loop: $0).serve(three)
    }
    telling.observe(Self.blocked, blocked.response(3).inMilliseconds)
    telling.note("makespan/blocked", blocked.timeline.makespan.inMilliseconds, unit: "ms")
    telling.say(
      "The way out: a call that has to block gets a thread of its own, and the task awaits what that thread brings back. A few "
        + "threads are enough, since only such calls need one, and not every request.")
    telling.ask(Self.mended)
    let mended = try ThreadLimit.attempt {
      try telling.show("mended", "One loop, and threads for the old library", three, until: axis) {
        try await MendedServer(loop: $0).serve(three)
      }
    }
    switch mended {
    case .success(let mended):
      telling.observe(Self.mended, mended.response(3).inMilliseconds)
      telling.note("makespan/mended", mended.timeline.makespan.inMilliseconds, unit: "ms")
    case .failure(let error): telling.say(ThreadLimit.current.refusal(of: 3, error))
    }
  }
}
