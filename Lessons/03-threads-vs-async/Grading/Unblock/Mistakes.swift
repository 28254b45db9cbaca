import LessonKit

extension UnblockGrading {
  static let mistakes = [blocksTheLoop, yieldsFirst, blocksThePool, biggerPool]

  private static let blocksTheLoop = Mistake<Function>(
    "blocks-the-loop",
    says: """
      `printed` waits and keeps the event loop's only thread. Calling it from an `async` function doesn't change that: run it on \
      a thread of its own.
      """
  ) { number, invoices in
    let order = try await invoices.order(number)
    return invoices.printed(order)
  }

  private static let yieldsFirst = Mistake<Function>(
    "yields-first",
    says: """
      You let other tasks go first, with `Task.yield` or a child task, and then block all the same. They run before the call, \
      not during it.
      """
  ) { number, invoices in
    let order = try await invoices.order(number)
    await Task.yield()
    return invoices.printed(order)
  }

  private static let blocksThePool = Mistake<Function>(
    "blocks-the-pool",
    says: """
      Instead of the loop's thread you block one of Swift's own pool (`Task.detached` runs there). The pool has as many threads \
      as the machine has cores and never grows: a few such calls at once, and no other task on it runs.
      """
  ) { number, invoices in
    let order = try await invoices.order(number)
    return await Task.detached { invoices.printed(order) }.value
  }

  private static let biggerPool = Mistake<Function>(
    "bigger-pool",
    says: """
      You make the pool wider. It is as wide as there are cores because its tasks are meant to compute. Blocked threads fill any \
      width, and until they do, too many threads compete for the cores. Code that blocks belongs on a thread of its own.
      """
  ) { number, invoices in
    let order = try await invoices.order(number)
    return try await invoices.onPool(width: 64) { invoices.printed(order) }
  }
}
