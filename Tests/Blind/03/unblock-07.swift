// meant: a group of one child, which reads the order and then prints on a thread of its own, through a nested function; expected verdict: right
import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  @Sendable func paper(for order: String) async throws -> String {
    let printer = { invoices.printed(order) }
    return try await invoices.onOwnThread(printer)
  }
  return try await withThrowingTaskGroup(of: String.self) { group in
    group.addTask { try await paper(for: invoices.order(number)) }
    var last = ""
    for try await invoice in group { last = invoice }
    return last
  }
}
