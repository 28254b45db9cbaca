// meant: wraps the blocking call in a continuation and believes that a call becomes awaitable that way; it still runs, and blocks, on the loop; expected verdict: wrong
import EventLoop
import LessonKit

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  let order = try await invoices.order(number)
  return await withCheckedContinuation { (done: CheckedContinuation<String, Never>) in
    let paper = invoices.printed(order)
    done.resume(returning: paper)
  }
}
