// meant: prints on Swift's own pool with its two threads, so that with three or more requests at once the third one has to wait for a thread; expected verdict: wrong

import EventLoop
import LessonKit

// The printing must not happen on the loop. The pool is there anyway, so let it do the work.
func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  let invoice = try await invoices.onPool {
    invoices.printed(order)
  }
  return invoice
}
