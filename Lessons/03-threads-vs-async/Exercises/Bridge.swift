import EventLoop
import LessonKit
import Synchronization

// Exercise 3.8, bridge: turn a service that calls back into one `async` function.
//
// `service.start { answer in … }` returns at once and calls back later, with an answer or with an error, and sometimes twice.
// Return the answer, or throw the error. `service.withContinuation { continuation in … }` suspends your task until
// `continuation.resume(with: answer)` is called, which must happen exactly once, whatever the service does. Other ways to wait are
// allowed if they keep no thread. If your task is cancelled, end the call and throw a `CancellationError` at once. If it is cancelled
// before it begins, you may start the call or not.
//
//   what blocking the loop does          what is wanted
//   your task   ▓▓▓▓▓▓                   your task   ░░░░░░
//   others            █ █ █              others      █ █ █
//
// An `OldService` has `start`, which returns the call; `withContinuation`; and `waitForAnswer()`, which keeps the thread.
// An `OldCall` has `cancel()`: the service then calls back at once, with a `CancellationError`. An `OldContinuation` has
// `resume(with:)`. An `OldService.Answer` is a `Result<String, any Error>`; the service's own error is
// `OldService.ConnectionLost`.
//
// Check your answer with: swift run lessons check bridge

func bridge(_ service: OldService) async throws -> String {
  throw ToDo()
}
