// meant: lets others go first with Task.yield, and then prints on the loop all the same; expected verdict: wrong

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  await Task.yield()
  return invoices.printed(order)
}
