// meant: believes that awaiting onOwnThread moves the rest of the function to that thread, and prints after it, on the loop, seen with any two requests at once; expected verdict: wrong

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  // Change over to another thread; from here on we may block.
  try await invoices.onOwnThread {}
  let invoice = invoices.printed(order)
  return invoice
}
