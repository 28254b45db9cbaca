import EventLoop
import LessonKit
import Measurement
import Report
import Workload

/// A server on one core: how soon the next request is picked up, and how many are answered in a second.
enum PickUp {
  /// A long request, and another that comes in while the first one waits for its database.
  static let two = [
    Request(
      "long request",
      steps: [
        .work("receive", .milliseconds(5)), .wait("database", .milliseconds(190)),
        .work("respond", .milliseconds(5)),
      ]),
    Request(
      "next request", arrival: .milliseconds(50),
      steps: [
        .work("receive", .milliseconds(5)), .wait("service", .milliseconds(40)),
        .work("respond", .milliseconds(5)),
      ]),
  ]

  /// Many requests at once that compute for 1 ms and wait for 39 ms.
  static let crowd = (1...32).map {
    Request(
      "request \($0)",
      steps: [
        .work("receive", .microseconds(500)), .wait("database", .milliseconds(39)),
        .work("respond", .microseconds(500)),
      ])
  }

  static func tell(_ part: Part, _ watch: Watch) throws {
    try part.claimPickUp(watch)
    try part.claimThroughput(watch)
  }
}

extension Part {
  // [01:35] [01:42] [01:50] From the moment the next request is there to the moment its code runs.
  fileprivate func claimPickUp(_ watch: Watch) throws {
    let lanes = PickUp.two.map { Lane($0.label, arrival: $0.arrival) }
    let end = Duration.milliseconds(250)
    let blocking = try show(
      "pick-up-blocking", "The first keeps the thread while it waits", lanes: lanes, until: end
    ) {
      try WebServer(loop: $0.loop).serveInTurn(PickUp.two, on: $0)
    }
    let awaiting = try show(
      "pick-up-awaiting", "The first gives the thread back while it waits", lanes: lanes, until: end
    ) {
      try await WebServer(loop: $0.loop).serve(PickUp.two, on: $0)
    }
    func delay(_ recording: Recording<Void>) -> Duration {
      let next = recording.lane(2)
      return (next.spans.first { $0.kind == .work }?.start ?? recording.timeline.end) - next.arrival
    }
    note("pick-up/blocking", delay(blocking).inMilliseconds, unit: "ms")
    claim(
      "picked-up-almost-instantly", at: "01:35",
      "A long request that mostly waits lets the next one be handled almost instantly.",
      measured: delay(awaiting).inMilliseconds, unit: "ms",
      bound: exactly(0, inRealTime: .from(0, to: Lateness.allowed.inMilliseconds)),
      provided: [
        Condition("it would have to sit out the first one otherwise", delay(blocking) > .milliseconds(120))
      ], disturbed: watch.disturbance,
      because:
        "so long was the next request there before its code ran; where the first one keeps the thread, it is "
        + delay(blocking).inWholeMilliseconds)
  }

  // [01:52] [01:54] [01:57] The same hardware, the same server: only what it does while it waits is different.
  fileprivate func claimThroughput(_ watch: Watch) throws {
    let crowd = PickUp.crowd
    let one = Array(crowd.prefix(1))
    // In turn every request takes its own time, so that one of them tells what any number would.
    let blocking = try measure(lanes: [Lane(one[0].label)]) { stage in
      try WebServer(loop: stage.loop).serveInTurn(one, on: stage)
    }
    let awaiting = try measure(lanes: crowd.map { Lane($0.label) }) { stage in
      try await WebServer(loop: stage.loop).serve(crowd, on: stage)
    }
    let before = 1 / blocking.timeline.makespan.inSeconds
    let after = Double(crowd.count) / awaiting.timeline.makespan.inSeconds
    note("throughput/blocking", before, unit: "requests/s")
    note("throughput/awaiting", after, unit: "requests/s")
    claim(
      "more-from-the-same-server", at: "01:52",
      "Far more is done by unchanged hardware and an unchanged web server.", measured: after / before,
      unit: "×",
      bound: gainBound(of: crowd),
      provided: [
        Condition("one thread serves all of them", awaiting.timeline.peakConcurrency(of: .work) == 1)
      ], disturbed: watch.disturbance,
      because:
        "requests per second on one core, \(Int(after.rounded())) where waits are awaited and \(Int(before.rounded())) where "
        + "they block")
  }
}
