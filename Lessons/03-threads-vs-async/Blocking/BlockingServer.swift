import EventLoop
import LessonKit
import Workload

/// The server on one loop, with one line changed: the card is charged by a library that knows nothing of `await`.
struct BlockingServer: Sendable {
  let shop: Shop

  func serve(_ requests: [Request], on stage: Stage) async throws -> [Receipt] {
    try await OneLoop(shop: shop).serve(requests, on: stage) { try await buy($0) }
  }

  // [00:48] The thread is not given back at the charge, and while this purchase waits for the card, so does everybody.
  func buy(_ request: Request) async throws -> Receipt {
    let id = shop.readCookie(of: request)
    let visitor = try await shop.visitor(id, request)
    let order = shop.fillIn(for: visitor, request)
    let payment = try shop.chargeByOldLibrary(order, request)
    let receipt = shop.writeReceipt(order, payment, request)
    try await shop.record(receipt, request)
    return shop.answer(receipt, request)
  }
}

extension Shop {
  /// Looks like any other function; that it waits cannot be seen where it is called.
  func chargeByOldLibrary(_ order: Order, _ request: Request) throws -> String {
    try charge(order, request)
  }
}
