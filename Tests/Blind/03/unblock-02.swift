// meant: printing on a thread of its own; expected verdict: right
// right: -
import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  let invoice = try await invoices.onOwnThread {
    return invoices.printed(order)
  }
  return invoice
}
