import LessonKit
import Measurement
import Report
import Workload

/// A server on one core: how soon the next request is picked up, and how many are answered in a second.
struct PickUp: StoryPart {
  static let id = "pick-up"
  static let title = "A web server on one core"
  static let whatIf: WhatIf? = WhatIf("What if half of a job can be spread?", "--parallel-share 50")

  /// A long request, and another that comes while the first one waits for its database.
  static let two = [
    WebServer.request("long request", work: .milliseconds(10), wait: .milliseconds(190)),
    WebServer.request(
      "next request", at: .milliseconds(50), work: .milliseconds(10), wait: .milliseconds(40)),
  ]

  /// Many requests at once that compute for 1 ms and wait for 39 ms.
  static let crowd = (1...32).map {
    WebServer.request("request \($0)", work: .milliseconds(1), wait: .milliseconds(39))
  }

  struct Evidence {
    /// The two requests, by a server that keeps its thread while it waits, and by one that gives it back.
    var blocking: Recording<Void>
    var awaiting: Recording<Void>
    /// Requests answered per second, of the crowd.
    var before: Double
    var after: Double
    /// The crowd, awaiting.
    var crowd: Recording<Void>
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "A long request comes in, and most of it is waiting. After 50 ms the next one is there. How soon does its code run?"
    )
    telling.ask(Self.delayed)
    let (end, crowd) = (Duration.milliseconds(250), Self.crowd)
    let blocking = try telling.show(
      "pick-up-blocking", "The first keeps the thread while it waits", Self.two, until: end
    ) { WebServer(loop: $0).serveBlocking(PickUp.two) }
    let awaiting = try telling.show(
      "pick-up-awaiting", "The first gives the thread back while it waits", Self.two, until: end
    ) { try await WebServer(loop: $0).serve(PickUp.two) }
    telling.observe(Self.delayed, blocking.delay(2).inMilliseconds)
    // One after another every request takes its own time, so that one of them tells what any number would.
    let one = try telling.measure([crowd[0]]) { WebServer(loop: $0).serveBlocking([crowd[0]]) }
    let all = try telling.measure(crowd) { try await WebServer(loop: $0).serve(crowd) }
    let evidence = Evidence(
      blocking: blocking, awaiting: awaiting, before: 1 / one.makespan.inSeconds,
      after: Double(crowd.count) / all.makespan.inSeconds, crowd: all)
    telling.note("pick-up/blocking", blocking.delay(2).inMilliseconds, unit: "ms")
    telling.note("throughput/blocking", evidence.before, unit: "requests/s")
    telling.note("throughput/awaiting", evidence.after, unit: "requests/s")
    return evidence
  }
}
