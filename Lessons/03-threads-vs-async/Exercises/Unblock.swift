import EventLoop
import LessonKit

// Exercise 3.2, unblock: a handler stops everybody else now and then. Find out what blocks, and mend it.
//
//   let order = try await invoices.order(number)
//   return invoices.printed(order)
//
// One of the two keeps the thread while it waits, although it does not look it. You cannot change it, but you need not
// call it on the event loop: `try await invoices.onOwnThread { … }` runs code on a thread made for it, and
// `invoices.onPool { … }` on Swift's own pool. An error that is thrown is yours to throw.
//
//   what blocking does                   what is wanted
//   request 1  ░░░▓▓▓▓                   request 1  ░░░░░░░
//   request 2  ░░░    ▓▓▓▓               request 2  ░░░░░░░
//
// Check yourself with: swift run lessons check unblock

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  throw ToDo()
}
