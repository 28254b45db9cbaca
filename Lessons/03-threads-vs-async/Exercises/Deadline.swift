import EventLoop
import LessonKit

// Exercise 3.7, deadline: return the response, or throw `TimedOut()` at the deadline, whichever comes first.
//
// The time counts from the moment you are called. The loser of the race is cancelled: when you return or throw, nothing of
// yours is still running. An operation that answers or fails only when it is cancelled at the deadline has lost all the same.
// If it throws before, throw its error at once. If you are cancelled yourself, cancel the operation and throw a
// `CancellationError` at once.
//
//                    the response in time   too late, for a limit of 10
//   deadline                  |                      |
//   what is wanted   ░░░░░    |             ░░░░░░░░░░    cancelled; you throw TimedOut
//   without limit    ░░░░░    |             ░░░░░░░░░░░░░░░░░░░
//
// You get the `limit`; the event loop, with `loop.sleep(for:)`, `loop.sleep(until:)` and `loop.clock.now`; and the
// `operation`, to be run once. A `Response` has a `greeting` (String) and `courses` ([String]). `TimedOut` is an error without
// members.
//
// Check your answer with: swift run lessons check deadline

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  throw ToDo()
}
