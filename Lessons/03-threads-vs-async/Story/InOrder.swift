import EventLoop
import LessonKit
import Measurement
import Report
import Workload

/// The other simple way: one request after another. And what the time goes into.
struct InOrder: StoryPart {
  static let id = "in-order"
  static let title = "One after another"
  static let whatIf: WhatIf? = WhatIf(
    "What if every call blocks the loop?", "--blocking visitor,charge,record")

  struct Evidence {
    /// Thirty purchases at once, each a tenth as long.
    var thirty: Recording<[Receipt]>
  }

  func tell(_ telling: Telling) throws -> Evidence {
    telling.say(
      "If requests may queue, one thread is enough. Three purchases arrive at once. Each reads a cookie, asks the database for "
        + "the visitor, has a card charged by a service elsewhere, notes the sale in the database, and answers."
    )
    let three = Purchase.requests(3)
    _ = try telling.show("in-order", "One after another", three) {
      try ServerInOrder(shop: Shop(loop: $0)).serve(three)
    }
    telling.say(
      "Purchase 3 needs 100 ms, and is answered after 300. In all that time the thread has computed for "
        + "\((Purchase.request(1).work * 3).inWholeMilliseconds): the rest was waiting, and nothing else happened meanwhile."
    )
    let thirty = Purchase.requests(30).map { $0.scaled(by: 0.1) }
    return Evidence(
      thirty: try telling.measure(thirty) { try ServerInOrder(shop: Shop(loop: $0)).serve(thirty) })
  }
}
