// meant: hands the helper that goes to a thread of its own a finished invoice, so that `printed` is evaluated as an argument on the event loop and blocks it, for any two requests at the same time; expected verdict: wrong

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  return try await invoices.elsewhere(invoices.printed(order))
}

extension Invoices {
  /// Has something worked out on a thread of its own.
  fileprivate func elsewhere<Value: Sendable>(_ work: Value) async throws -> Value {
    try await onOwnThread { work }
  }
}
