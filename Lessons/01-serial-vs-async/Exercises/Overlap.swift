import EventLoop
import LessonKit
import Workload

// Exercise 1.2, overlap: answer all the requests, and let their waits overlap.
//
// There may be any number of requests, also none. Return one response per request, in the order of `requests`, no matter which
// is answered first. If a request throws, throw its error, unchanged; if several do, any of their errors. Whether you cancel the
// others then, or wait for them, is up to you. Your own task is never cancelled.
//
//   awaiting one after another           what is wanted
//   request 1  ░░░░░░                    request 1  ░░░░░░
//   request 2        ░░░░░░              request 2  ░░░░░░
//   request 3              ░░░           request 3  ░░░
//
// You get `requests`, each a `Request` with a `label`; `answer`, which answers one request after a while; and the event loop
// that you run on. `async let`, task groups and `Task(executorPreference: loop)` stay on the loop. Plain `Task { }` and
// `Task.sleep` leave it; to sleep on the loop, call `loop.sleep(for:)`.
// A `Response` has a `greeting` (String) and `courses` ([String]).
//
// Check your answer with: swift run lessons check overlap

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  throw ToDo()
}
