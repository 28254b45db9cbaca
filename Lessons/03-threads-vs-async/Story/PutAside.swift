import EventLoop
import LessonKit
import Measurement
import Queueing
import Report
import Workload

/// One thread that puts a request aside while it waits, and picks up the next.
struct PutAside: StoryPart {
  static let id = "put-aside"
  static let title = "Put aside while waiting"
  static let whatIf: WhatIf? = WhatIf("What if 20 of them want to be charged?", "--requests 20")

  struct Evidence {
    /// Three purchases, 10 ms apart.
    var oneByOne: Recording<[Receipt]>
    /// One purchase, two at once, three at once.
    var together: [Recording<[Receipt]>]
    /// How many times as fast 3, 30 and 300 purchases at once are answered as they would be in order.
    var speedUps: [Double]
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "Now a purchase that waits is put aside with `await`, and the next is picked up. The three arrive 10 ms apart."
    )
    telling.ask(Self.pickUp)
    let oneByOne = Purchase.requests(3, every: .milliseconds(10))
    let recording = try telling.show("put-aside", "Put aside while waiting", oneByOne) {
      try await OneLoop(shop: Shop(loop: $0)).serve(oneByOne)
    }
    telling.observe(Self.pickUp, recording.delay(2).inMilliseconds)
    let speedUps = try [3, 30, 300].map { count in
      let requests = Purchase.requests(count).map { $0.scaled(by: 0.1) }
      let inOrder = Prediction.serialResponseTimes(of: requests).max()!
      let speedUp = inOrder / (try serve(requests, telling).makespan)
      telling.note("speed-up/\(count)", speedUp, unit: "×")
      return speedUp
    }
    return Evidence(
      oneByOne: recording, together: try (1...3).map { try serve(Purchase.requests($0), telling) },
      speedUps: speedUps)
  }

  private func serve(_ requests: [Request], _ telling: Telling) throws -> Recording<[Receipt]> {
    try telling.measure(requests) { try await OneLoop(shop: Shop(loop: $0)).serve(requests) }
  }
}
