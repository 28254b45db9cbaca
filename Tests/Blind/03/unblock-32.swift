// meant: prints in a child task with async let, which stays on the loop and blocks it as before, seen with any two requests at once; expected verdict: wrong

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  // The printer gets a task of its own, and this one only waits for it.
  async let invoice = invoices.printed(order)
  return await invoice
}
