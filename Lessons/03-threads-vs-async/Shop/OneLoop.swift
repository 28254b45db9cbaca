import EventLoop
import LessonKit
import Workload

/// Answers every request with a task of its own; all tasks share one thread.
struct OneLoop: Sendable {
  let shop: Shop

  // [01:06] [01:25] Whoever waits is put aside, and the next is picked up.
  func serve(_ requests: [Request], on stage: Stage) async throws -> [Receipt] {
    try await serve(requests, on: stage) { try await buy($0) }
  }

  func serve(
    _ requests: [Request], on stage: Stage, buy: @escaping @Sendable (Request) async throws -> Receipt
  ) async throws -> [Receipt] {
    var tasks: [Task<Receipt, any Error>] = []
    for (lane, request) in requests.enumerated() {
      tasks.append(
        Task(executorPreference: shop.loop) {
          try await shop.loop.sleep(until: .init(offset: request.arrival))
          return try await stage.answer(lane: lane) { try await buy(request) }
        })
    }
    var receipts: [Receipt] = []
    for task in tasks {
      receipts.append(try await task.value)
    }
    return receipts
  }

  // [01:45] Three times `await`: at each of them the thread is free for somebody else.
  func buy(_ request: Request) async throws -> Receipt {
    let id = shop.readCookie(of: request)
    let visitor = try await shop.visitor(id, request)
    let order = shop.fillIn(for: visitor, request)
    let payment = try await shop.charge(order, request)
    let receipt = shop.writeReceipt(order, payment, request)
    try await shop.record(receipt, request)
    return shop.answer(receipt, request)
  }
}
