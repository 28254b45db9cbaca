import EventLoop
import Workload

/// What a visitor is buying.
struct Order: Sendable, Hashable {
  var visitor: String
  var item: String
}

/// What a purchase is answered with.
struct Receipt: Sendable, Hashable {
  var order: Order
  var payment: String
}

/// The shop. Its own code only computes, so it needs the thread; all that it waits for is elsewhere.
struct Shop: Sendable {
  let loop: EventLoop
  let database: any ShopDatabase
  let cards: any CardService

  /// A shop that charges cards through the service of its choice, or else through one that can be awaited.
  init(loop: EventLoop, database: (any ShopDatabase)? = nil, cards: (any CardService)? = nil) {
    self.loop = loop
    self.cards = cards ?? CardAPI(loop: loop)
    self.database = database ?? Database(loop: loop)
  }

  // [00:40] The browser sends a cookie along, which says who the visitor is.
  func readCookie(of request: Request) -> String {
    loop.work(for: request.duration(of: "cookie"))
    return "visitor of \(request.label)"
  }

  func fillIn(for visitor: String, _ request: Request) -> Order {
    loop.work(for: request.duration(of: "order"))
    return Order(visitor: visitor, item: "The Async Workbook, bound")
  }

  func writeReceipt(_ order: Order, _ payment: String, _ request: Request) -> Receipt {
    loop.work(for: request.duration(of: "receipt"))
    return Receipt(order: order, payment: payment)
  }

  // [01:00] And at last a few bytes go back to the browser.
  func respond(_ receipt: Receipt, to request: Request) -> Receipt {
    loop.work(for: request.duration(of: "answer"))
    return receipt
  }

  /// Has a request handled, and sends the response off.
  func answer(_ request: Request, _ handle: () throws -> Receipt) rethrows -> Receipt {
    try loop.answer(request.label, handle)
  }

  /// Has a request handled by code that gives the thread back while it waits, and sends the response off.
  nonisolated(nonsending) func answer(
    _ request: Request, _ handle: nonisolated(nonsending) () async throws -> Receipt
  ) async throws -> Receipt {
    // A request that has not arrived yet holds no thread.
    try await loop.sleep(until: .init(offset: request.arrival))
    return try await loop.answer(request.label, handle)
  }
}
