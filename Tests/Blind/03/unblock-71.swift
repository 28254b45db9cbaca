// meant: takes a detached task for a thread of its own, so that printing keeps a thread of Swift's shared pool, for every request; expected verdict: wrong

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  // Detached, so it has nothing to do with the loop any more.
  let printing = Task.detached { invoices.printed(order) }
  return await printing.value
}
