// meant: It makes a value on a thread of its own whose computed property prints only when it is read, back on the loop, so that the loop is blocked as soon as two requests run at once; expected verdict: wrong

import EventLoop
import LessonKit

/// An order with the invoice that belongs to it.
private struct PrintedOrder: Sendable {
  let order: String
  let invoices: Invoices

  var invoice: String { invoices.printed(order) }
}

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  // Printing blocks, so the printed order comes from another thread.
  let done = try await invoices.onOwnThread {
    PrintedOrder(order: order, invoices: invoices)
  }
  return done.invoice
}
