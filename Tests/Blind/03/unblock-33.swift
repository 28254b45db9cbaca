// meant: an extension makes an async version of printed that takes a thread of its own, and the handler awaits the two calls in turn; expected verdict: right

import EventLoop
import LessonKit

extension Invoices {
  /// `printed(_:)` for callers that must not be blocked.
  fileprivate func printedElsewhere(_ order: String) async throws -> String {
    try await onOwnThread { self.printed(order) }
  }
}

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  try await invoices.printedElsewhere(invoices.order(number))
}
