// meant: catches the error of the order and returns a text instead of throwing it, seen when there is no such order; expected verdict: wrong

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order: String
  do {
    order = try await invoices.order(number)
  } catch {
    // One bad order must not bring down the server.
    return "no invoice for order \(number)"
  }
  return try await invoices.onOwnThread { invoices.printed(order) }
}
