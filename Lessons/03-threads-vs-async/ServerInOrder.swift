import Workload

/// Answers one request after another, on one thread.
struct ServerInOrder: Sendable {
  let shop: Shop

  // [00:27] It does not look at the next request until this one is answered:
  // they stack up.
  func serve(_ requests: [Request]) throws -> [Receipt] {
    try requests.map { request in
      try shop.answer(request) { try buy(request) }
    }
  }

  // [00:40] [00:48] [00:53] [01:00] The purchase: four small pieces of code,
  // with three long waits between them.
  func buy(_ request: Request) throws -> Receipt {
    let id = shop.readCookie(of: request)
    let visitor = try shop.database.visitor(id, for: request)
    let order = shop.fillIn(for: visitor, request)
    let payment = try CardLibrary(loop: shop.loop).charge(order, for: request)
    let receipt = shop.writeReceipt(order, payment, request)
    try shop.database.record(receipt, for: request)
    return shop.respond(receipt, to: request)
  }
}
