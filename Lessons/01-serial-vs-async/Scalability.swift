import EventLoop
import LessonKit
import Measurement
import Workload

/// What all this is good for: the more requests wait, the more of them one thread can serve. And not only an event
/// loop can use that time.
enum Scalability {
  static func tell(_ story: Story) throws {
    try story.part("scalability", "What waiting is worth") { part in
      part.say(
        "Sixteen requests of 10 ms arrive at once. What part of those 10 ms is waiting changes from picture to picture: "
          + "from none to nearly all.")
      let gains = try [0, 0.5, 0.75, 0.9, 0.99].map { try part.measureGain(waitingShare: $0) }
      part.claimWaitTime(gains)
      try part.claimThreadsDoItToo()
    }
  }
}

/// How many times as many requests per second are answered overlapped as in turn.
private struct Gain {
  var waitingShare: Double
  var serial: Double
  var async: Double
  var factor: Double { async / serial }
}

extension Part {
  fileprivate func measureGain(waitingShare: Double) throws -> Gain {
    let requests = Scenario.alike(16, waitingShare: waitingShare)
    let serial = try measure(lanes: requests.lanes) { stage in
      try SerialServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
    }
    let async = try measure(lanes: requests.lanes) { stage in
      try await AsyncServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
    }
    func perSecond(_ timeline: Timeline) -> Double { Double(requests.count) / timeline.makespan.inSeconds }
    return Gain(
      waitingShare: waitingShare, serial: perSecond(serial.timeline), async: perSecond(async.timeline))
  }

  // [01:54] [01:57] Without waiting there is nothing to gain.
  fileprivate func claimWaitTime(_ gains: [Gain]) {
    func line(_ label: String, _ value: (Gain) -> Double) -> Curve.Series {
      Curve.Series(label, gains.map { ($0.waitingShare * 100, value($0)) })
    }
    show(
      Curve(
        "waiting-share", x: .init("share of waiting", unit: "%"), y: .init("requests per second"),
        series: [line("overlapped", \.async), line("in turn", \.serial)]),
      "Requests per second, by how much of a request is waiting")
    let none = gains.first!.factor
    let most = gains.last!.factor
    claim(
      "scalability-comes-from-waiting", at: "01:54", "The wait time is what the scalability comes from.",
      measured: most / none, unit: "×", bound: .from(8, to: 16),
      provided: [Condition("nothing is gained where nothing waits", abs(none - 1) <= tolerance(0.15))],
      because:
        "the gain where 99 % is waiting, over that where nothing is; with 16 requests it cannot be more than 16"
    )
  }

  // [02:00] [02:05] One event loop, or a thread a request: nobody waits for another's database.
  fileprivate func claimThreadsDoItToo() throws {
    let requests = Scenario.threeRequests
    let loop = try measure(lanes: requests.lanes) { stage in
      try await AsyncServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
    }
    let threads = try show(
      "threads", "A thread for each request", lanes: requests.lanes, until: .milliseconds(500)
    ) {
      try ThreadServer().serve(requests, on: $0)
    }
    let ratios = (1...3).map { loop.response($0) / threads.response($0) }
    let farthest = ratios.max { abs($0 - 1) < abs($1 - 1) }!
    claim(
      "threads-do-it-too", at: "02:00", "AsyncIO is the likely tool for this; threads would do as well.",
      measured: farthest, unit: "×", bound: exactly(1.1, inRealTime: .from(0.8, to: 1.3)),
      provided: [
        Condition("each request has a thread of its own", threads.threads.count == 3),
        Condition("the event loop needs one thread", loop.threads.count == 1),
      ],
      because:
        "response times on one event loop over those on three threads; of the three, the one farthest from 1")
  }
}
