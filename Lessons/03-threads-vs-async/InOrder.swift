import EventLoop
import LessonKit
import Measurement
import Report
import Workload

/// The other simple way: one request after another. And what the time goes into.
enum InOrder {
  static func tell(_ story: Story) throws {
    try story.part("in-order", "One after another") { part in
      part.say(
        "One thread is enough if requests may queue. Three purchases arrive at once; each reads a cookie, asks the database "
          + "for the visitor, has a card charged by an outside service, notes the sale, and answers.")
      _ = try part.show("in-order", "One after another", lanes: Scenario.purchases(3).lanes) { stage in
        try ServerInOrder(shop: Shop(loop: stage.loop)).serve(Scenario.purchases(3), on: stage)
      }
      try part.claimStacking()
      part.claimMostlyWaiting()
    }
  }
}

extension Part {
  // [00:27] Who comes last waits for everybody.
  fileprivate func claimStacking() throws {
    let requests = Scenario.purchases(30).map { $0.scaled(by: 0.1) }
    let recording = try measure(lanes: requests.lanes) { stage in
      try ServerInOrder(shop: Shop(loop: stage.loop)).serve(requests, on: stage)
    }
    let own = requests[0].ownTime
    let growth = (1...30).map { recording.response($0) / (own * $0) }
    // What a request takes on its own is measured in the same run: on a busy machine that takes longer too.
    let ownTimes = recording.timeline.lanes.reduce(Duration.zero) { $0 + $1.ownTime }
    claim(
      "in-order-stacks-up", at: "00:27", "In order, requests stack up on each other, and that is super slow.",
      measured: recording.response(30) / (ownTimes / 30), unit: "× its own time",
      bound: exactly(30, inRealTime: .from(29.5, to: 33)),
      provided: [
        Condition("every request waits for all before it", growth.allSatisfy { $0 >= 1 - tolerance(0.02) })
      ],
      because: "the response time of the thirtieth of 30 requests that arrive at once")
  }

  // [00:33] [00:40] Four small pieces of code, and three waits that are long.
  fileprivate func claimMostlyWaiting() {
    let purchase = Scenario.purchases(1)[0]
    claim(
      "purchases-mostly-wait", at: "00:33", "Requests to web apps are mostly about waiting.",
      measured: purchase.waitingShare * 100, unit: "%", bound: .atLeast(90),
      because: "of the \(purchase.ownTime.inWholeMilliseconds) of a purchase, it computes for "
        + "\(purchase.work.inWholeMilliseconds)")
  }
}
