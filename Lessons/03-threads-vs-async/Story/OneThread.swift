import Console
import LessonKit
import Measurement
import Report

/// All of that on a single thread: how many requests can wait there at once?
struct OneThread: StoryPart {
  static let id = "one-thread"
  static let title = "One thread is enough"
  static let whatIf: WhatIf? = WhatIf("What if no call blocks?", "--blocking none")

  /// Three purchases on one loop.
  let served: Recording<[Receipt]>
  let crowds: Crowds?

  struct Evidence {
    var served: Recording<[Receipt]>
    /// 100,000 tasks that wait at once; `nil` in virtual time.
    var crowd: Crowds.Outcome?
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "Three purchases have shared one thread. How many could? Node.js is built on this idea, and so is asyncio in Python."
    )
    if let crowd = try? crowds?.crowd(.tasks, of: 100_000)?.get() {
      telling.say(
        "Go back to the last row of the table, \(NumberText.short(Double(crowd.made))) tasks on one event loop. All of them "
          + "wait at the same time, and all are answered after \(NumberText.short(crowd.wall.inSeconds, unit: "s"))."
      )
    } else if telling.isExact {
      telling.say("How many a machine has memory and time for is about real time only.")
    }
    return Evidence(served: served, crowd: crowds?.crowd(.tasks, of: 100_000))
  }
}
