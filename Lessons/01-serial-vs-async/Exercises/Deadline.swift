import EventLoop
import LessonKit

// Exercise 1.4, deadline: the response, or TimedOut() at the deadline, whichever comes first.
//
// You get the time that the operation has from now on, the event loop, and the operation. Return its response as soon as
// that is there. If it is not there when the time is over, throw TimedOut(). Whoever loses is cancelled: when you
// return, nothing of yours runs any more. An error of the operation is yours to throw, and if you are cancelled
// yourself, so is the operation, and you throw CancellationError at once.
//
//                    the response in time   too late, for a limit of 10
//   deadline                  |                      |
//   what is wanted   ░░░░░    |             ░░░░░░░░░░    cancelled; you throw TimedOut
//   without limit    ░░░░░    |             ░░░░░░░░░░░░░░░░░░░
//
// Check yourself with: swift run lessons check deadline

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  throw ToDo()
}
