import EventLoop
import LessonKit
import Measurement
import Workload

/// The lecture's picture, drawn from a run: three requests, answered one after another, and then overlapped.
enum Bars {
  private static let axis = Duration.milliseconds(500)

  static func tell(_ story: Story) throws {
    try story.part("bars", "Three requests, one after another and overlapped") { part in
      let requests = Scenario.threeRequests
      part.say(
        "Three requests arrive at once. Requests 1 and 2 take 200 ms each, request 3 only 100 ms. Most of that time "
          + "they wait for a database.")

      let alone = try part.measure(lanes: [requests[2].lane]) { stage in
        try SerialServer(site: Site(loop: stage.loop)).serve([requests[2]], on: stage)
      }
      let serial = try part.show("serial", "One after another", lanes: requests.lanes, until: axis) { stage in
        try SerialServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
      }

      let first = part.ask(
        "Now the server goes on with another request while one waits. Which of the three is answered first?",
        in: 1...3)
      let time = part.ask(
        "And after how many milliseconds is request 3 answered? It was 500.", unit: "ms", in: 0...10_000)

      let async = try part.show("async", "Overlapped while they wait", lanes: requests.lanes, until: axis) {
        stage in
        try await AsyncServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
      }

      let fastest = (1...3).min { async.response($0) < async.response($1) }!
      part.compare(
        "the number of the request that is answered first", first, with: Double(fastest), tolerance: 0)
      part.compare("the response time of request 3", time, with: async.response(3).inMilliseconds)

      part.claimOverlap(async)
      part.claimOwnTimes(serial, async)
      part.claimResponseTimes(serial, async)
      part.claimThirdRequest(serial, async, alone: alone.response(1))
      part.noteSchedule(async, of: requests)
    }
  }
}

extension Part {
  // [00:05] Waits overlap; work does not, for there is one thread.
  fileprivate func claimOverlap<Value>(_ async: Recording<Value>) {
    let work = async.timeline.spans(.work)
    let overlaps = zip(work, work.dropFirst()).count { $0.span.overlaps($1.span) }
    let waiting = async.timeline.peakConcurrency(of: .wait)
    claim(
      "overlap-only-while-waiting", at: "00:05", "The server overlaps requests only while they wait.",
      measured: Double(overlaps), unit: "overlaps of work", bound: .exactly(0),
      provided: [
        Condition("waits overlap", waiting >= 2),
        Condition("all of it ran on one thread", async.threads.count == 1),
      ],
      because: "up to \(waiting) requests wait at once, and never do two work at once")
  }

  // [00:10] What a request does takes as long as it takes, however it is served.
  fileprivate func claimOwnTimes<Value>(_ serial: Recording<Value>, _ async: Recording<Value>) {
    let ratios = (1...3).map { async.lane($0).ownTime / serial.lane($0).ownTime }
    let farthest = ratios.max { abs($0 - 1) < abs($1 - 1) }!
    claim(
      "own-time-stays", at: "00:10",
      "A request's own time does not get shorter: it takes as long as it takes.",
      measured: farthest, unit: "×", bound: exactly(1, inRealTime: .from(0.9, to: 1.1)),
      because:
        "work and waiting of a request, overlapped, over the same in turn; of the three, the one farthest from 1"
    )
  }

  fileprivate func claimResponseTimes<Value>(_ serial: Recording<Value>, _ async: Recording<Value>) {
    let ratios = (1...3).map { async.response($0) / serial.response($0) }

    // [00:14] Everybody gains, or at least does not lose.
    claim(
      "response-times-fall", at: "00:14",
      "Running request 2 while 1 waits, and 3 while both wait, gives much better response times.",
      measured: async.timeline.meanResponseTime / serial.timeline.meanResponseTime, unit: "×",
      bound: .atMost(0.5),
      provided: [
        Condition("no request is answered later than before", ratios.allSatisfy { $0 <= 1 + tolerance(0.05) })
      ],
      because: "the mean response time, overlapped over in turn")

    // [00:26] The first never had to wait for anybody.
    claim(
      "request-1-as-before", at: "00:26", "Request 1 takes exactly as long as before.",
      measured: ratios[0], unit: "×", bound: exactly(1, inRealTime: .from(0.9, to: 1.1)),
      because:
        "\(async.response(1).inWholeMilliseconds), and \(serial.response(1).inWholeMilliseconds) in turn")

    // [00:34] The second had to wait for the first.
    claim(
      "request-2-gets-shorter", at: "00:34", "Request 2 is answered a good deal sooner.",
      measured: ratios[1], unit: "×", bound: .atMost(0.6),
      because: "\(async.response(2).inWholeMilliseconds) instead of \(serial.response(2).inWholeMilliseconds)"
    )
  }

  // [00:41] [00:50] The third had to wait for both.
  fileprivate func claimThirdRequest<Value>(
    _ serial: Recording<Value>, _ async: Recording<Value>, alone: Duration
  ) {
    let before = serial.response(3) / alone
    claim(
      "request-3-takes-its-own-time", at: "00:41",
      "Request 3 is the real winner: it takes its own time, not five times that.",
      measured: async.response(3) / alone, unit: "×", bound: exactly(1.1, inRealTime: .from(0.9, to: 1.3)),
      provided: [Condition("it took five times its own time before", abs(before - 5) <= 5 * tolerance(0.1))],
      because: "\(async.response(3).inWholeMilliseconds), alone it takes \(alone.inWholeMilliseconds); "
        + "in turn it took \(serial.response(3).inWholeMilliseconds)")
  }

  /// How close the run comes to what theory says that one loop without any overhead could do.
  fileprivate func noteSchedule<Value>(_ async: Recording<Value>, of requests: [Request]) {
    let ideal = Prediction.eventLoopResponseTimes(of: requests).max()!
    note("makespan/measured", async.timeline.makespan.inMilliseconds, unit: "ms")
    note("makespan/ideal", ideal.inMilliseconds, unit: "ms")
    note("makespan/over-ideal", async.timeline.makespan / ideal, unit: "×")
    for (index, time) in async.timeline.responseTimes.enumerated() {
      note("response/request-\(index + 1)", time.inMilliseconds, unit: "ms")
    }
  }
}
