// meant: hands the finished invoice to the other thread instead of the code that prints it, so that printing happens on the loop while the argument is evaluated, for every request; expected verdict: wrong

import EventLoop
import LessonKit

extension Invoices {
  fileprivate func elsewhere<Value: Sendable>(_ value: Value) async throws -> Value {
    try await onOwnThread { value }
  }
}

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  return try await invoices.elsewhere(invoices.printed(order))
}
