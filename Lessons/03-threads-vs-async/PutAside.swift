import EventLoop
import LessonKit
import Measurement
import Report
import Workload

/// One thread that puts a request aside while it waits, and picks up the next.
enum PutAside {
  static func tell(_ story: Story) throws {
    try story.part("put-aside", "Put aside while waiting") { part in
      part.say(
        "Now a purchase that waits is put aside with `await`, and the next is picked up. The three arrive 10 ms apart."
      )
      let delay = part.ask(
        "Purchase 2 arrives while 1 waits for the database. After how many milliseconds is it picked up?",
        unit: "ms", in: 0...1000)
      let oneByOne = Scenario.purchases(3, every: .milliseconds(10))
      let recording = try part.show("put-aside", "Put aside while waiting", lanes: oneByOne.lanes) { stage in
        try await OneLoop(shop: Shop(loop: stage.loop)).serve(oneByOne, on: stage)
      }
      part.compare("picked up after", delay, with: recording.pickUp(2).inMilliseconds, tolerance: 0.5)
      part.claimPickUp(recording)
      part.claimFirst(recording)
      try part.claimCompany()
      try part.claimSpeedUp()
    }
  }
}

extension Recording {
  /// How long a request, by its place from 1, was there before its code ran.
  fileprivate func pickUp(_ number: Int) -> Duration {
    (lane(number).spans.first { $0.kind == .work }?.start ?? timeline.end) - lane(number).arrival
  }
}

extension Part {
  // [01:06] Request 2 comes in while 1 waits for the database.
  fileprivate func claimPickUp(_ recording: Recording<[Receipt]>) {
    let arrival = recording.lane(2).arrival
    claim(
      "next-is-picked-up", at: "01:06", "While one request waits, the next is picked up.",
      measured: recording.pickUp(2).inMilliseconds, unit: "ms",
      bound: exactly(0, inRealTime: .from(0, to: 5)),
      provided: [
        Condition(
          "request 1 waits when 2 comes in",
          recording.lane(1).spans.contains { $0.kind == .wait && $0.start <= arrival && arrival < $0.end })
      ],
      because: "so long was purchase 2 there before its code ran")
  }

  // [01:12] [01:17] [01:19] Nobody gets faster; nobody has to wait for another's end.
  fileprivate func claimFirst(_ recording: Recording<[Receipt]>) {
    let own = Scenario.purchases(1)[0].ownTime
    claim(
      "response-1-takes-its-waits", at: "01:12", "Response 1 takes however long its waits take.",
      measured: recording.response(1) / own, unit: "×", bound: exactly(1, inRealTime: .from(0.95, to: 1.15)),
      because: "\(recording.response(1).inWholeMilliseconds); its own time is \(own.inWholeMilliseconds)")
    let left = recording.lane(1).departure ?? recording.timeline.end
    let begun = recording.lane(2).arrival + recording.pickUp(2)
    claim(
      "request-2-need-not-wait", at: "01:17", "Request 2 does not have to wait until 1 is done.",
      measured: (left - begun).inMilliseconds, unit: "ms", bound: exactly(90, inRealTime: .from(80, to: 120)),
      because: "so long before response 1 leaves, purchase 2 has begun")
  }

  // [01:32] [01:37] Company costs what its code takes: its waits cost nothing.
  fileprivate func claimCompany() throws {
    let together = try (1...3).map { count in
      let requests = Scenario.purchases(count)
      return try measure(lanes: requests.lanes) { stage in
        try await OneLoop(shop: Shop(loop: stage.loop)).serve(requests, on: stage)
      }
    }
    let one = together[0].timeline.makespan
    let two = together[1].timeline.makespan
    claim(
      "second-adds-little", at: "01:32", "Two requests take hardly longer than one.",
      measured: (two / one - 1) * 100, unit: "%", bound: exactly(2, inRealTime: .from(0, to: 15)),
      because: "one purchase is done after \(one.inWholeMilliseconds), two after \(two.inWholeMilliseconds)")
    claim(
      "request-3-at-once", at: "01:37", "Request 3 is answered pretty much right away.",
      measured: together[2].response(3) / Scenario.purchases(1)[0].ownTime, unit: "×",
      bound: exactly(1.04, inRealTime: .from(0.95, to: 1.25)),
      because: "its response time over its own time, with three purchases at once")
  }

  // [01:45] The more there are, the more it is worth, until the thread is never idle.
  fileprivate func claimSpeedUp() throws {
    let speedUps = try [3, 30, 300].map { count in
      let requests = Scenario.purchases(count).map { $0.scaled(by: 0.1) }
      let recording = try measure(lanes: requests.lanes) { stage in
        try await OneLoop(shop: Shop(loop: stage.loop)).serve(requests, on: stage)
      }
      let inOrder = Prediction.serialResponseTimes(of: requests).max()!
      let speedUp = inOrder / recording.timeline.makespan
      note("speed-up/\(count)", speedUp, unit: "×")
      return speedUp
    }
    let purchase = Scenario.purchases(1)[0]
    let limit = purchase.ownTime / purchase.work
    claim(
      "a-little-async-speeds-up", at: "01:45", "A little async and await speeds this up a lot.",
      measured: speedUps[2], unit: "×", bound: exactly(limit, inRealTime: .from(8, to: limit)),
      provided: [Condition("more requests gain more", speedUps == speedUps.sorted())],
      because:
        "300 purchases at once, against 300 in order; 30 gain \(speedUps[1].asFactor), 3 gain \(speedUps[0].asFactor), and "
        + "no number more than \(limit.asFactor), own time over work")
  }
}
