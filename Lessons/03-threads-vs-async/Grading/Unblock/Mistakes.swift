import EventLoop
import Foundation
import LessonKit
import Platform

extension UnblockGrading {
  static let mistakes = [
    blocksTheLoop, yieldsFirst, movesItToATask, leavesTheThreadAgain, blocksThePool, biggerPool,
    threadOfYourOwn, inventsAnError, readsNoOrder,
    neverPrints, readsTwice, printsTwice, changesTheInvoice, oneAtATime, losesTheError, changesTheError,
  ]

  private static let blocksTheLoop = Mistake<Function>(
    "blocks-the-loop",
    says: """
      `printed` waits and keeps the event loop's only thread. Calling it from an `async` function doesn't change that: run it on \
      a thread of its own.
      """,
    hint: "While `printed` runs, which thread is it on? Which other thread could it be on?"
  ) { number, invoices in
    let order = try await invoices.order(number)
    return invoices.printed(order)
  }

  private static let yieldsFirst = Mistake<Function>(
    "yields-first",
    says: """
      You let other tasks go first, with `Task.yield`, a short wait or a hop to an actor, and then block all the same. They run before the \
      call, not during it. An actor has no thread of its own, either: its functions run where your task does.
      """,
    hint: "The others have had their turn, and now `printed` begins. What can they do until it ends?"
  ) { number, invoices in
    let order = try await invoices.order(number)
    await Task.yield()
    return invoices.printed(order)
  }

  private static let movesItToATask = Mistake<Function>(
    "moves-it-to-a-task",
    says: """
      You print in a child task, with `async let` or a group. A child runs where its parent does, on the event loop's only thread, \
      and there it blocks just the same. A task is no thread: `invoices.onOwnThread { … }` gives you one.
      """,
    hint: "There is one thread here. On which one does your child task print?"
  ) { number, invoices in
    let order = try await invoices.order(number)
    async let invoice = invoices.printed(order)
    return await invoice
  }

  private static let leavesTheThreadAgain = Mistake<Function>(
    "leaves-the-thread-again",
    says: """
      You ask for another thread, and print on the event loop all the same. Only what stands within the braces of `onOwnThread { … }` runs on \
      that thread; before it and after it your task is on the loop.
      """,
    hint: "Which of your lines are within the braces, and is the call of `printed` one of them?"
  ) { number, invoices in
    let order = try await invoices.order(number)
    try await invoices.onOwnThread {}
    return invoices.printed(order)
  }

  private static let blocksThePool = Mistake<Function>(
    "blocks-the-pool",
    says: """
      Instead of the loop's thread you block one of Swift's own pool (`Task.detached` runs there). The pool has as many threads \
      as the machine has cores and never grows: a few such calls at once, and no other task on it runs.
      """,
    hint: """
      Four requests come to a machine with two cores. How many invoices are printed at once, and what \
      do other tasks do?
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
      """,
    hint: "Your pool has 64 threads. What does request 65 wait for?"
  ) { number, invoices in
    let order = try await invoices.order(number)
    return try await invoices.onPool(width: 64) { invoices.printed(order) }
  }

  private static let threadOfYourOwn = Mistake<Function>(
    "thread-of-your-own",
    says: """
      You call `printed` on a thread that you brought yourself, from a queue or a `Thread`. In a server that may be right; this \
      exercise's virtual time knows nothing of that thread and can't wait for it. Let `invoices.onOwnThread { … }` make it.
      """,
    hint: "Look through what `invoices` offers: which function makes a thread that the clock knows?"
  ) { number, invoices in
    let order = try await invoices.order(number)
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: invoices.printed(order)) }
    }
  }

  private static let inventsAnError = Mistake<Function>(
    "invents-an-error",
    says: """
      Every order could be read, and you threw an error. `printed` never throws, so throw only what `order` throws, and return \
      the invoice in all other cases.
      """,
    hint: "Which of your lines throws when every call has gone well?"
  ) { number, invoices in
    _ = try await solution(number, invoices)
    throw Invoices.NoSuchOrder()
  }

  private static let readsNoOrder = Mistake<Function>(
    "reads-no-order",
    says: """
      You never read the order. What is printed has to come from the database: `try await invoices.order(number)`, once for each \
      request.
      """,
    hint: "What do you hand to `printed`, and where did you get it?"
  ) { number, invoices in
    try await invoices.onOwnThread { invoices.printed("order \(number)") }
  }

  private static let neverPrints = Mistake<Function>(
    "never-prints",
    says: """
      You return a text without calling `printed`. That blocks nothing, and prints nothing: the invoice comes from the old \
      library. Call it, but somewhere else than on the event loop.
      """,
    hint: "Search your code for `printed`. Is it called for every order, or only for some?"
  ) { number, invoices in
    "invoice for \(try await invoices.order(number))"
  }

  private static let readsTwice = Mistake<Function>(
    "reads-twice",
    says: """
      You read an order more than once. That is twice the work for the database, and the second answer may be another one. Keep \
      what the first call returned.
      """,
    hint: "Count the calls of `order` on the way through your code. Which could use what the other returned?"
  ) { number, invoices in
    _ = try await invoices.order(number)
    return try await solution(number, invoices)
  }

  private static let printsTwice = Mistake<Function>(
    "prints-twice",
    says: """
      You print an invoice more than once, and the customer gets two. Call `printed` once for each order, and return what that \
      call returned.
      """,
    hint: """
      Count the calls of `printed` on the way through your code, and look at what each one's result is \
      used for.
      """
  ) { number, invoices in
    let order = try await invoices.order(number)
    _ = try await invoices.onOwnThread { invoices.printed(order) }
    return try await invoices.onOwnThread { invoices.printed(order) }
  }

  private static let changesTheInvoice = Mistake<Function>(
    "changes-the-invoice",
    says: """
      The invoice is printed, and you return something else. Return what `printed` returns: `onOwnThread` hands it through.
      """,
    hint: "Print what `onOwnThread` returns, and what you return. Where does it change?"
  ) { number, invoices in
    _ = try await solution(number, invoices)
    return "done"
  }

  private static let oneAtATime = Mistake<Function>(
    "one-at-a-time",
    says: """
      The loop goes on, but only one invoice is printed at a time: the next one waits until the thread of the last is done. Let \
      each request have a thread of its own; nothing limits them here.
      """,
    hint:
      "What does the second request wait for before its own thread begins? Is it a lock, a queue or an actor?"
  ) { number, invoices in
    let order = try await invoices.order(number)
    let task = last.withLock { last in
      let before = last
      let task = Task(executorPreference: invoices.probe.loop) {
        _ = await before?.result
        return try await invoices.onOwnThread { invoices.printed(order) }
      }
      last = task
      return task
    }
    return try await task.value
  }

  private static let losesTheError = Mistake<Function>(
    "loses-the-error",
    says: """
      An order could not be read, and you return as if it could. Your caller shows an invoice that doesn't exist. Let the \
      error through: `try` without `?` does that.
      """,
    hint: "Order 2 cannot be read. What does your code hold in its place from then on?"
  ) { number, invoices in
    (try? await solution(number, invoices)) ?? ""
  }

  private static let changesTheError = Mistake<Function>(
    "changes-the-error",
    says: """
      You throw another error than `order` did. The caller can no longer tell a wrong number from a broken database. Let the error \
      through as it is.
      """,
    hint: "Which `catch` is between the `order` that throws and your caller? What would happen without it?"
  ) { number, invoices in
    do { return try await solution(number, invoices) } catch { throw CancellationError() }
  }

  /// What was printed last, for one at a time.
  private static let last = Guarded<Task<String, any Error>?>(nil)
}
