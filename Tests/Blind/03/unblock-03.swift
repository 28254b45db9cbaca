// meant: starts the printing with async let and believes that it then runs beside the loop, but a child task has the same thread and keeps it; expected verdict: wrong
import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  async let invoice = invoices.printed(order)
  return await invoice
}
