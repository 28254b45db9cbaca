// meant: prints on the loop, and only carries the finished invoice over a thread of its own; expected verdict: wrong

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  let invoice = invoices.printed(order)
  return try await invoices.onOwnThread { invoice }
}
