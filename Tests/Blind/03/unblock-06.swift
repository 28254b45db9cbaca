// meant: two faults: runs the printing on the pool, which has two threads only, and an order that is missing gets an invoice instead of its error; expected verdict: wrong
import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = (try? await invoices.order(number)) ?? "order \(number)"
  return try await invoices.onPool { invoices.printed(order) }
}
