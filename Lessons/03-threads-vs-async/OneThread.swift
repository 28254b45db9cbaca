import Figures
import LessonKit
import Measurement
import Report
import Workload

/// All of that on a single thread: how many requests can wait there at once?
enum OneThread {
  static func tell(_ story: Story, _ crowds: Crowds) throws {
    try story.part("one-thread", "One thread is enough") { part in
      part.say(
        "Back to the last row of the table: 100,000 requests that wait at once, and one event loop. Node.js is built on this "
          + "idea, and so is asyncio in Python.")
      let outcome = crowds.crowd(.tasks, of: 100_000)
      part.claimSingleThread(outcome)
      part.claimNode(outcome)
    }
  }
}

extension Part {
  // [01:53] Nobody needs a thread in order to wait.
  fileprivate func claimSingleThread(_ outcome: Result<Crowd, IsolatedMeasurement.Failure>?) {
    let statement = "All this needs only a single thread, without the overhead of many."
    guard case .success(let crowd) = outcome, !crowd.isTooShort else {
      return cannotMeasure("a-single-thread", at: "01:53", statement, because: outcome.reason)
    }
    claim(
      "a-single-thread", at: "01:53", statement, measured: Double(1 + crowd.held.threads), unit: "thread",
      bound: .exactly(1),
      provided: [Condition("all requests wait at once", crowd.waiting == crowd.asked)],
      because:
        "so many threads the process has while \(NumberText.short(Double(crowd.waiting))) requests wait")
  }

  // [01:59] A ton of requests, with the memory and the time that they took.
  fileprivate func claimNode(_ outcome: Result<Crowd, IsolatedMeasurement.Failure>?) {
    let statement = "This is how Node.js handles a ton of requests at once."
    guard !Instrumentation.hasThreadSanitizer else {
      return cannotMeasure("a-ton-of-requests", at: "01:59", statement, because: Crowds.isWatched)
    }
    guard case .success(let crowd) = outcome, !crowd.isTooShort else {
      return cannotMeasure("a-ton-of-requests", at: "01:59", statement, because: outcome.reason)
    }
    claim(
      "a-ton-of-requests", at: "01:59", statement, measured: Double(crowd.waiting), unit: "requests at once",
      bound: .exactly(100_000),
      provided: [
        Condition("all of them are answered", crowd.answered == crowd.asked),
        Condition("a request takes less than 8 KiB", crowd.residentBytesEach < 8192),
      ],
      because: "each waits \(NumberText.short(crowd.wait, unit: "s")), all are answered after "
        + "\(NumberText.short(crowd.wall, unit: "s")), and each takes "
        + "\(NumberText.short(crowd.residentBytesEach / 1024, unit: "KiB")) while it waits")
  }
}

extension Result<Crowd, IsolatedMeasurement.Failure>? {
  fileprivate var reason: String {
    switch self {
    case .failure(let failure): "\(failure)"
    case .success(let crowd):
      "the machine was busy: before the last of the requests waited, the first was answered after "
        + "\(NumberText.short(crowd.wait, unit: "s"))"
    case nil: "nothing was measured"
    }
  }
}
