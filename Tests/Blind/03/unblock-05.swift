// meant: goes to a thread of its own with nothing to do there and prints afterwards, believing that the task stays on that thread; expected verdict: wrong
import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  // From here on we are on another thread.
  try await invoices.onOwnThread {}
  let invoice = invoices.printed(order)
  return invoice
}
