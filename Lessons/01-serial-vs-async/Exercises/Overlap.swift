import EventLoop
import LessonKit
import Workload

// Exercise 1.1, overlap: answer all of the requests, and let their waits overlap.
//
// You get the requests, the event loop that you run on, and a function that answers one request after a while.
// Return the responses in the order of the requests, whichever is answered first. An error that a request throws is
// yours to throw.
//
//   what awaiting each in turn does      what is wanted
//   request 1  ░░░░░░                    request 1  ░░░░░░
//   request 2        ░░░░░░              request 2  ░░░░░░
//   request 3              ░░░           request 3  ░░░
//
// `async let` and task groups stay on the loop by themselves, and so does Task(executorPreference: loop). Plain
// Task { } and Task.sleep leave it: the loop's own sleep is loop.sleep(for:).
//
// Check yourself with: swift run lessons check overlap

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  throw ToDo()
}
