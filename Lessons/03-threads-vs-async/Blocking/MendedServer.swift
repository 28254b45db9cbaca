import EventLoop
import LessonKit
import Platform
import Workload

/// The same old library, called on a thread of its own: there it may block, and the loop goes on.
struct MendedServer: Sendable {
  let shop: Shop

  func serve(_ requests: [Request], on stage: Stage) async throws -> [Receipt] {
    try await OneLoop(shop: shop).serve(requests, on: stage) { try await buy($0) }
  }

  func buy(_ request: Request) async throws -> Receipt {
    let id = shop.readCookie(of: request)
    let visitor = try await shop.visitor(id, request)
    let order = shop.fillIn(for: visitor, request)
    let payment = try await chargeOnThread(order, request)
    let receipt = shop.writeReceipt(order, payment, request)
    try await shop.record(receipt, request)
    return shop.answer(receipt, request)
  }

  /// Lends a thread to the blocking call, and comes back to the loop with its result.
  private func chargeOnThread(_ order: Order, _ request: Request) async throws -> String {
    // Virtual time knows one thread. To the loop, a call that blocks another thread is a sleep.
    if shop.loop.time == .virtual { return try await shop.charge(order, request) }
    return try await shop.loop.suspended {
      try await withCheckedThrowingContinuation { continuation in
        do {
          try SystemThread.detached {
            continuation.resume(with: Result { try shop.chargeByOldLibrary(order, request) })
          }
        } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }
}
