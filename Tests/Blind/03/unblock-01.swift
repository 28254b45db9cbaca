// meant: yields before the call that blocks; expected verdict: wrong
// right: the printing is moved to a thread of its own.
import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  await Task.yield()
  return invoices.printed(order)
}
