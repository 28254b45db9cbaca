// meant: one child task in a group does both calls, the printing on a thread of its own, and the handler returns the child's result; expected verdict: right

import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  try await withThrowingTaskGroup(of: String.self) { group in
    group.addTask {
      let order = try await invoices.order(number)
      let print: () -> String = { invoices.printed(order) }
      return try await invoices.onOwnThread(print)
    }
    var invoice = ""
    for try await result in group { invoice = result }
    return invoice
  }
}
