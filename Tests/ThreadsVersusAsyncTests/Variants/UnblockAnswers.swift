import Dispatch
import EventLoop
import Synchronization

@testable import UnblockExercise

/// Answers to `unblock` as learners would write them, written without a look at its grading.
enum UnblockAnswers {
  typealias Function = @Sendable (Int, Invoices) async throws -> String
  private struct Failed: Error {}
  private static let last = Mutex<Task<String, any Error>?>(nil)

  static let right: [(String, Function)] = [
    (
      "on a thread of its own",
      { number, invoices in
        let order = try await invoices.order(number)
        return try await invoices.onOwnThread { invoices.printed(order) }
      }
    ),
    (
      "a child task that waits for the thread",
      { number, invoices in
        let order = try await invoices.order(number)
        async let printed = invoices.onOwnThread { invoices.printed(order) }
        return try await printed
      }
    ),
    (
      "the error handed on by hand",
      { number, invoices in
        let order: Result<String, any Error>
        do { order = .success(try await invoices.order(number)) } catch { order = .failure(error) }
        switch order {
        case .success(let order): return try await invoices.onOwnThread { invoices.printed(order) }
        case .failure(let error): throw error
        }
      }
    ),
    (
      "asks whether it is cancelled, and hands an error on",
      { number, invoices in
        let order: String
        do { order = try await invoices.order(number) } catch {
          await Task.yield()
          throw error
        }
        try Task.checkCancellation()
        return try await invoices.onOwnThread { invoices.printed(order) }
      }
    ),
    (
      "a group of one",
      { number, invoices in
        try await withThrowingTaskGroup(of: String.self) { group in
          group.addTask {
            let order = try await invoices.order(number)
            return try await invoices.onOwnThread { invoices.printed(order) }
          }
          return try await group.next()!
        }
      }
    ),
  ]
  static let wrong: [(String, String, Function)] = [
    (
      "as it was", "blocks-the-loop",
      { number, invoices in invoices.printed(try await invoices.order(number)) }
    ),
    (
      "printed on the loop, handed over by a thread", "leaves-the-thread-again",
      { number, invoices in
        let invoice = invoices.printed(try await invoices.order(number))
        return try await invoices.onOwnThread { invoice }
      }
    ),
    (
      "lets others in first", "yields-first",
      { number, invoices in
        let order = try await invoices.order(number)
        for _ in 0..<10 { await Task.yield() }
        return invoices.printed(order)
      }
    ),
    (
      "async let", "moves-it-to-a-task",
      { number, invoices in
        let order = try await invoices.order(number)
        async let invoice = invoices.printed(order)
        return await invoice
      }
    ),
    (
      "a child task reads and prints", "moves-it-to-a-task",
      { number, invoices in
        async let invoice = { invoices.printed(try await invoices.order(number)) }()
        return try await invoice
      }
    ),
    (
      "to another thread and back again", "leaves-the-thread-again",
      { number, invoices in
        let order = try await invoices.order(number)
        try await invoices.onOwnThread {}
        return invoices.printed(order)
      }
    ),
    (
      "another thread hands the order over", "leaves-the-thread-again",
      { number, invoices in
        let order = try await invoices.order(number)
        return invoices.printed(try await invoices.onPool { order })
      }
    ),
    (
      "an empty child first", "yields-first",
      { number, invoices in
        let order = try await invoices.order(number)
        async let nothing: Void = {}()
        await nothing
        return invoices.printed(order)
      }
    ),
    (
      "a task of its own", "blocks-the-pool",
      { number, invoices in
        let order = try await invoices.order(number)
        return await Task { invoices.printed(order) }.value
      }
    ),
    (
      "a child task in a group", "moves-it-to-a-task",
      { number, invoices in
        let order = try await invoices.order(number)
        return await withTaskGroup(of: String.self) { group in
          group.addTask { invoices.printed(order) }
          return await group.next()!
        }
      }
    ),
    (
      "on the pool", "blocks-the-pool",
      { number, invoices in
        let order = try await invoices.order(number)
        return try await invoices.onPool { invoices.printed(order) }
      }
    ),
    (
      "on a pool of 64", "bigger-pool",
      { number, invoices in
        let order = try await invoices.order(number)
        return try await invoices.onPool(width: 64) { invoices.printed(order) }
      }
    ),
    (
      "an error becomes a text", "loses-the-error",
      { number, invoices in
        guard let order = try? await invoices.order(number) else { return "no such order" }
        return try await invoices.onOwnThread { invoices.printed(order) }
      }
    ),
    (
      "an error becomes another one", "changes-the-error",
      { number, invoices in
        do {
          let order = try await invoices.order(number)
          return try await invoices.onOwnThread { invoices.printed(order) }
        } catch { throw Failed() }
      }
    ),
    (
      "doesn't print", "never-prints",
      { number, invoices in "invoice for \(try await invoices.order(number))" }
    ),
    (
      "reads nothing", "reads-no-order",
      { number, invoices in
        try await invoices.onOwnThread { invoices.printed("order \(number)") }
      }
    ),
    (
      "prints twice", "blocks-the-loop",
      { number, invoices in
        let order = try await invoices.order(number)
        _ = invoices.printed(order)
        return try await invoices.onOwnThread { invoices.printed(order) }
      }
    ),
    (
      "one at a time", "leaves-the-loop",
      { number, invoices in
        let order = try await invoices.order(number)
        let task = last.withLock { last in
          let before = last
          let task = Task {
            _ = await before?.result
            return try await invoices.onOwnThread { invoices.printed(order) }
          }
          last = task
          return task
        }
        return try await task.value
      }
    ),
    (
      "a thread, and a semaphore that waits for it", "thread-of-your-own",
      { number, invoices in
        let order = try await invoices.order(number)
        return wait { invoices.printed(order) }
      }
    ),
    ("a constant", "reads-no-order", { _, _ in "invoice for order 1" }),
    (
      "again after an error", "reads-twice",
      { number, invoices in
        for _ in 0..<2 {
          if let order = try? await invoices.order(number) {
            return try await invoices.onOwnThread { invoices.printed(order) }
          }
        }
        throw Invoices.NoSuchOrder()
      }
    ),
  ]

  private static func wait(_ body: @escaping @Sendable () -> String) -> String {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex("")
    DispatchQueue.global().async {
      let value = body()
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    return result.withLock { $0 }
  }
}
