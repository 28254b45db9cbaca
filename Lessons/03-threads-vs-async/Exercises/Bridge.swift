import EventLoop
import LessonKit
import Synchronization

// Exercise 3.1, bridge: make one `async` function of a service that calls back.
//
// `service.start { answer in … }` returns at once, and calls back later with an answer or an error, sometimes twice.
// `service.withContinuation { continuation in … }` suspends your task until `continuation.resume(with:)` is called: exactly
// once, whatever happens. Where your task is cancelled, end the call (`start` returns it; it has `cancel()`), and throw a
// `CancellationError` at once.
//
//   what blocking the loop does          what is wanted
//   your task   ▓▓▓▓▓▓                   your task   ░░░░░░
//   others            █ █ █              others      █ █ █
//
// Check yourself with: swift run lessons check bridge

func bridge(_ service: OldService) async throws -> String {
  throw ToDo()
}
