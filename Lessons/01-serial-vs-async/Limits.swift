import EventLoop
import Figures
import LessonKit
import Measurement
import Workload

/// Why concurrency cannot be perfect, and why it helps so much all the same.
enum Limits {
  static func tell(_ story: Story) throws {
    try story.part("limits", "How far it goes") { part in
      part.say(
        "Ever more requests arrive at once. Their waits overlap, their work does not: the thread does one thing at a "
          + "time.")
      let crowds = try (0...6).map { try part.measureCrowd(of: 1 << $0) }
      part.claimLimit(crowds)
      try part.claimOverhead()
      part.claimMostlyWaiting()
    }
  }
}

/// So many requests at once, and how fast they were answered.
private struct Crowd {
  var count: Int
  var serial: Double
  var async: Double
}

extension Part {
  /// Answers so many requests at once, in turn and overlapped, and gives the requests answered per second.
  ///
  /// In turn every request takes its own time, so that one of them tells what any number would.
  fileprivate func measureCrowd(of count: Int) throws -> Crowd {
    let requests = Scenario.crowd(of: count)
    let one = Array(requests.prefix(1))
    let serial = try measure(lanes: one.lanes) { stage in
      try SerialServer(site: Site(loop: stage.loop)).serve(one, on: stage)
    }
    let async = try measure(lanes: requests.lanes) { stage in
      try await AsyncServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
    }
    return Crowd(
      count: count, serial: 1 / serial.timeline.makespan.inSeconds,
      async: Double(count) / async.timeline.makespan.inSeconds)
  }

  // [00:52] [00:55] If everything overlapped, a server of any size would do for any site.
  fileprivate func claimLimit(_ crowds: [Crowd]) {
    let limit = Prediction.throughputLimit(workPerRequest: Scenario.crowd(of: 1)[0].work)
    func line(_ label: String, _ value: (Crowd) -> Double) -> Curve.Series {
      Curve.Series(label, crowds.map { (Double($0.count), value($0)) })
    }
    show(
      Curve(
        "throughput", x: .init("requests at once"), y: .init("requests per second"),
        series: [
          line("overlapped", \.async), line("in turn", \.serial),
          line("limit: one over the work", { _ in limit }),
        ]),
      "Requests per second, for ever more at once", xScale: .logarithmic)
    claim(
      "no-perfect-concurrency", at: "00:52",
      "Concurrency is never perfect; if it were, one small server could run a site for the whole world.",
      measured: crowds.map(\.async).max()! / limit, unit: "× the limit", bound: .from(0.7, to: 1),
      provided: [Condition("more at once gets more done", crowds.last!.async > 5 * crowds[0].async)],
      because:
        "throughput flattens at one over the work of a request, \(Int(limit.rounded())) a second, and is never above"
    )
  }

  // [01:02] [01:04] Framework code of one request waits for that of another.
  fileprivate func claimOverhead() throws {
    let requests = Scenario.threeRequests
    let recording = try measure(lanes: requests.lanes) { stage in
      try await AsyncServer(site: Site(loop: stage.loop)).serve(requests, on: stage)
    }
    let queued = recording.timeline.lanes.reduce(Duration.zero) { $0 + $1.time(in: .queue) }
    let perfect = requests.map(\.ownTime).max()!
    note("overhead/makespan", recording.timeline.makespan / perfect, unit: "×")
    claim(
      "framework-code-takes-turns", at: "01:02",
      "There is some overhead: framework code does not run concurrently.",
      measured: queued.inMilliseconds, unit: "ms", bound: exactly(15, inRealTime: .from(14, to: 30)),
      provided: [
        Condition("work never overlaps", recording.timeline.peakConcurrency(of: .work) == 1),
        Condition("the whole takes longer than its longest request", recording.timeline.makespan > perfect),
      ],
      because: "that long the three requests queue for the thread, all together; the whole takes "
        + "\(recording.timeline.makespan.inWholeMilliseconds) instead of \(perfect.inWholeMilliseconds)")
  }

  // [01:07] The time that can be used for others.
  fileprivate func claimMostlyWaiting() {
    let requests = Scenario.threeRequests
    let waiting = requests.reduce(.zero) { $0 + $1.waiting } / requests.reduce(.zero) { $0 + $1.ownTime }
    claim(
      "mostly-waiting", at: "01:07", "What the site does is mostly waiting.", measured: waiting * 100,
      unit: "%",
      bound: .atLeast(75), because: "the share of waiting in the three requests' own time")
  }
}
