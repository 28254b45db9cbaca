// meant: prints inside an actor, as if each actor had a thread of its own, but the actor runs on the loop that the task prefers, so that with two or more requests at the same time each print stops all others; expected verdict: wrong

import EventLoop
import LessonKit

/// Prints away from the loop: an actor is separate from the code that calls it.
private actor Printer {
  private let invoices: Invoices

  init(_ invoices: Invoices) { self.invoices = invoices }

  func printed(_ order: String) -> String { invoices.printed(order) }
}

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  // One printer for each request, so that no request waits for another's.
  let printer = Printer(invoices)
  return await printer.printed(order)
}
