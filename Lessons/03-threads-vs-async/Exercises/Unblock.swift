import EventLoop
import LessonKit

// Exercise 3.1, unblock: every now and then this handler stops all other requests. Find out what blocks, and mend it.
//
//   let order = try await invoices.order(number)
//   return invoices.printed(order)
//
// One of these two calls keeps the thread while it waits, although it doesn't look like it. You can't change that call, but
// you don't have to make it on the event loop; it just may not keep a thread that tasks share, however many of those there are.
// Make each call once, and let all requests run at the same time. If a call throws, throw its error.
//
//   what blocking does                   what is wanted
//   request 1  ░░░▓▓▓▓                   request 1  ░░░░░░░
//   request 2  ░░░    ▓▓▓▓               request 2  ░░░░░░░
//
// `Invoices` has `order(_:)`, which reads an order and may throw `Invoices.NoSuchOrder`; `printed(_:)`, which prints its
// invoice; `onOwnThread { … }`, which runs code on a thread made for it; and `onPool(width:) { … }`, which runs code on Swift's
// own pool of threads. The last two are awaited, and return what the code returns.
//
// Check your answer with: swift run lessons check unblock

func unblock(_ number: Int, _ invoices: Invoices) async throws -> String {
  throw ToDo()
}
