import EventLoop
import Figures
import LessonKit
import Measurement
import Workload

/// What breaks it: one call that keeps the thread, and everybody waits.
enum Blocking {
  private static let axis = Duration.milliseconds(260)

  static func tell(_ story: Story) throws {
    try story.part("blocking", "What breaks it: a blocking call") { part in
      part.say(
        "All this rests on one promise: whoever waits gives the thread back. Now the card is charged by an old library that "
          + "knows nothing of `await`. One line is changed, and the compiler has no objection.")
      let requests = Scenario.purchases(3)
      let time = part.ask(
        "After how many milliseconds is purchase 3 answered now? It was 104.", unit: "ms", in: 0...10_000)
      let blocked = try part.show("blocked", "One loop, blocked", lanes: requests.lanes, until: axis) {
        stage in
        try await BlockingServer(shop: Shop(loop: stage.loop)).serve(requests, on: stage)
      }
      part.compare("purchase 3 is answered after", time, with: blocked.response(3).inMilliseconds)
      part.showPool()
      part.say(
        "The way out: a call that must block gets a thread of its own, and the task awaits that thread's result. Few threads are "
          + "enough, since they are needed for such calls only, not for every request.")
      let mended = try part.show(
        "mended", "One loop, and threads for the old library", lanes: requests.lanes, until: axis
      ) {
        stage in
        try await MendedServer(shop: Shop(loop: stage.loop)).serve(requests, on: stage)
      }
      part.note("makespan/blocked", blocked.timeline.makespan.inMilliseconds, unit: "ms")
      part.note("makespan/mended", mended.timeline.makespan.inMilliseconds, unit: "ms")
    }
  }
}

extension Part {
  /// Swift's own pool has more threads than one, and not one more than the machine has cores.
  fileprivate func showPool() {
    do {
      let width = try IsolatedMeasurement.poolWidth.inChild(PoolWidth.self).threads
      let requests = Scenario.purchases(min(14, 2 * width + 2))
      let timeline = PoolModel(threads: width, blocking: ["charge"]).timeline(of: requests)
      note("pool/width", Double(width), unit: "threads")
      note("makespan/pool", timeline.makespan.inMilliseconds, unit: "ms")
      say(
        "Swift's own pool of threads does not save it. It has \(width) \(width == 1 ? "thread" : "threads") on this machine "
          + "(measured: so many tasks could block before no further one began), and never grows. Purchases that block, "
          + "\(requests.count) of them at once, in virtual time:")
      show(.timeline(timeline, title: "A pool of \(width), blocked"))
    } catch {
      say("How wide Swift's own pool of threads is was not measured: \(error).")
    }
  }
}
