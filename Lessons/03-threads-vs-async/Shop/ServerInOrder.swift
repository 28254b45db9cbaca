import LessonKit
import Workload

/// Answers one request after another, on one thread.
struct ServerInOrder: Sendable {
  let shop: Shop

  // [00:27] Nobody is served before the one in front is done: the requests stack up.
  func serve(_ requests: [Request], on stage: Stage) throws -> [Receipt] {
    var receipts: [Receipt] = []
    for (lane, request) in requests.enumerated() {
      receipts.append(try stage.answer(lane: lane) { try buy(request) })
    }
    return receipts
  }

  // [00:40] [00:48] [00:53] [01:00] The purchase: four small pieces of code, and three waits between them.
  func buy(_ request: Request) throws -> Receipt {
    let id = shop.readCookie(of: request)
    let visitor = try shop.visitor(id, request)
    let order = shop.fillIn(for: visitor, request)
    let payment = try shop.charge(order, request)
    let receipt = shop.writeReceipt(order, payment, request)
    try shop.record(receipt, request)
    return shop.answer(receipt, request)
  }
}
