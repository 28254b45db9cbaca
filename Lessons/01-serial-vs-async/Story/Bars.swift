import EventLoop
import LessonKit
import Measurement
import Queueing
import Report

/// The lecture's picture, drawn from a run.
struct Bars: StoryPart {
  static let id = "bars"
  static let title = "Three requests, one after another and overlapped"
  static let whatIf: WhatIf? = WhatIf("What if request 2 blocks?", "--blocking 2")

  struct Evidence {
    /// How long request 3 takes where it has the server to itself.
    var alone: Duration
    var serial: Recording<[Response]>
    var async: Recording<[Response]>
    /// Whether the scenario lets any two requests wait at the same time: the lecture's does.
    var canOverlap = true
  }

  func tell(_ telling: Telling) throws -> Evidence {
    let requests = ThreeRequests.atOnce
    let end = Duration.milliseconds(500)
    telling.say(
      "Three requests reach the server at the same moment. Requests 1 and 2 need 200 ms each, request 3 only 100 ms, and "
        + "almost all of that time is spent waiting for the database. First the server does the obvious thing: it handles "
        + "them one after another.")
    let alone = try telling.measure([requests[2]]) {
      try SerialServer(site: Site(loop: $0)).serve([requests[2]])
    }
    telling.ask(Self.serialThird)
    let serial = try telling.show("serial", "One after another", requests, until: end) {
      try SerialServer(site: Site(loop: $0)).serve(requests)
    }
    telling.observe(Self.serialThird, serial.response(3).inMilliseconds)
    telling.say(
      "Look at request 3. On its own it needs 100 ms, yet its answer took 500: it had to sit through both requests ahead of "
        + "it.")

    telling.ask(Self.first)
    telling.ask(Self.third)
    let async = try telling.show("async", "Overlapped while they wait", requests, until: end) {
      try await AsyncServer(site: Site(loop: $0)).serve(requests)
    }
    let fastest = (1...3).min { async.response($0) < async.response($1) }!
    telling.observe(Self.first, Double(fastest))
    telling.observe(Self.third, async.response(3).inMilliseconds)
    telling.noteResponses(async)
    return Evidence(alone: alone.response(1), serial: serial, async: async)
  }
}

extension Telling {
  /// How close the run comes to what one loop without any overhead could do.
  fileprivate func noteResponses(_ async: Recording<[Response]>) {
    let ideal = Prediction.eventLoopResponseTimes(of: ThreeRequests.atOnce).max()!
    note("makespan/measured", async.timeline.makespan.inMilliseconds, unit: "ms")
    note("makespan/ideal", ideal.inMilliseconds, unit: "ms")
    note("makespan/over-ideal", async.timeline.makespan / ideal, unit: "×")
    for (index, time) in async.timeline.responseTimes.enumerated() {
      note("response/request-\(index + 1)", time.inMilliseconds, unit: "ms")
    }
  }
}
