import EventLoop
import Workload

/// Answers every request with a task of its own; all tasks share one thread.
struct OneLoop: Sendable {
  let shop: Shop

  // [01:06] [01:17] [01:19] Every purchase is a task of its own, and all of
  // them share the loop's thread. While one waits, the next is picked up,
  // long before the first is done.
  func serve(_ requests: [Request]) async throws -> [Receipt] {
    let tasks = requests.map { request in
      Task(executorPreference: shop.loop) {
        try await shop.answer(request) { try await buy(request) }
      }
    }
    // [01:12] [01:37] Awaiting receipt 1 here holds up neither 2 nor 3: each is
    // done when its own waits are over.
    var receipts: [Receipt] = []
    for task in tasks {
      receipts.append(try await task.value)
    }
    return receipts
  }

  // [01:25] [01:45] The same purchase, with three times `await`: there it is
  // put aside, and the thread goes on with another.
  func buy(_ request: Request) async throws -> Receipt {
    let id = shop.readCookie(of: request)
    let visitor = try await shop.database.visitor(id, for: request)
    let order = shop.fillIn(for: visitor, request)
    let payment = try await shop.cards.charge(order, for: request)
    let receipt = shop.writeReceipt(order, payment, request)
    try await shop.database.record(receipt, for: request)
    return shop.respond(receipt, to: request)
  }
}
