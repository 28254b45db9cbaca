import EventLoop
import Workload

/// The shop behind the lecture's purchase: a little code, a database, and a service elsewhere that charges cards.
///
/// Every call to somebody else comes in two forms: one keeps the thread until the answer is there, and one, to be
/// awaited, gives it back.
struct Shop: Sendable {
  let loop: EventLoop

  func readCookie(of request: Request) -> String {
    loop.work(for: request.duration(of: "cookie"))
    return "visitor of \(request.label)"
  }

  func fillIn(for visitor: String, _ request: Request) -> Order {
    loop.work(for: request.duration(of: "order"))
    return Order(visitor: visitor, thing: "The Async Workbook, bound")
  }

  func writeReceipt(_ order: Order, _ payment: String, _ request: Request) -> Receipt {
    loop.work(for: request.duration(of: "receipt"))
    return Receipt(order: order, payment: payment)
  }

  func answer(_ receipt: Receipt, _ request: Request) -> Receipt {
    loop.work(for: request.duration(of: "answer"))
    return receipt
  }

  // MARK: The database

  func visitor(_ id: String, _ request: Request) throws -> String {
    loop.block(for: request.duration(of: "visitor"))
    return id
  }

  func visitor(_ id: String, _ request: Request) async throws -> String {
    try await loop.sleep(for: request.duration(of: "visitor"))
    return id
  }

  func record(_ receipt: Receipt, _ request: Request) throws {
    loop.block(for: request.duration(of: "record"))
  }

  func record(_ receipt: Receipt, _ request: Request) async throws {
    try await loop.sleep(for: request.duration(of: "record"))
  }

  // MARK: The card service

  func charge(_ order: Order, _ request: Request) throws -> String {
    loop.block(for: request.duration(of: "charge"))
    return "paid by \(order.visitor)"
  }

  func charge(_ order: Order, _ request: Request) async throws -> String {
    try await loop.sleep(for: request.duration(of: "charge"))
    return "paid by \(order.visitor)"
  }
}

/// What a visitor wants to buy.
struct Order: Sendable, Hashable {
  var visitor: String
  var thing: String
}

/// What a purchase is answered with.
struct Receipt: Sendable, Hashable {
  var order: Order
  var payment: String
}
