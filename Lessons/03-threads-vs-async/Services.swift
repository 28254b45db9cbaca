import EventLoop
import Workload

/// The shop's database. Every call comes in two forms: one keeps the thread until the answer is there, and one, to be
/// awaited, gives it back.
protocol ShopDatabase: Sendable {
  func visitor(_ id: String, for request: Request) throws -> String
  func visitor(_ id: String, for request: Request) async throws -> String
  func record(_ receipt: Receipt, for request: Request) throws
  func record(_ receipt: Receipt, for request: Request) async throws
}

/// A database that answers after the lecture's times, on the loop's clock.
struct Database: ShopDatabase {
  let loop: EventLoop

  // [00:40] Who is this? The thread stands still until the database has
  // answered.
  func visitor(_ id: String, for request: Request) throws -> String {
    loop.block(for: request.duration(of: "visitor"))
    return id
  }

  // [01:06] [01:25] The same question, to be awaited: this task sleeps, and
  // the thread runs others.
  func visitor(_ id: String, for request: Request) async throws -> String {
    try await loop.sleep(for: request.duration(of: "visitor"))
    return id
  }

  // [00:53] The visitor owns the item from now on. While the database notes
  // it down, there is again nothing to do.
  func record(_ receipt: Receipt, for request: Request) throws {
    loop.block(for: request.duration(of: "record"))
  }

  func record(_ receipt: Receipt, for request: Request) async throws {
    try await loop.sleep(for: request.duration(of: "record"))
  }
}

/// A service elsewhere in the world that charges cards, as the shop calls it: with `await`.
protocol CardService: Sendable {
  func charge(_ order: Order, for request: Request) async throws -> String
}

/// The service's interface of today.
struct CardAPI: CardService {
  let loop: EventLoop

  // [00:48] The longest wait of all. Called like this, it leaves the thread
  // free for others.
  func charge(_ order: Order, for request: Request) async throws -> String {
    try await loop.sleep(for: request.duration(of: "charge"))
    return "paid by \(order.visitor)"
  }
}

/// The service's library from the days before `await`.
struct CardLibrary: Sendable {
  let loop: EventLoop

  // [00:48] A service far away is asked to charge the card. Until it replies,
  // this function does not return.
  func charge(_ order: Order, for request: Request) throws -> String {
    loop.block(for: request.duration(of: "charge"))
    return "paid by \(order.visitor)"
  }
}
