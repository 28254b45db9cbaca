import LessonKit

enum UnblockSolution {
  /// The blocking call gets a thread to block; the event loop's goes on.
  static func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
    let order = try await invoices.order(number)
    return try await invoices.onOwnThread { invoices.printed(order) }
  }
}
