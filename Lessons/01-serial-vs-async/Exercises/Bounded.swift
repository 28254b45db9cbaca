import EventLoop
import LessonKit
import Workload

// Exercise 1.4, bounded: answer every request, but never work on more than `limit` of them at once.
//
// The database behind you accepts only so many connections. As soon as one request is answered its slot is free, and another
// should start right away, no matter which. Return one result per request, in the order of `requests`. If a request throws,
// store the error as its result, free the slot, and carry on with the rest. `limit` is 1 or more, and there may be no requests.
// Your own task is never cancelled.
//
//   what batches of 2 do                 what is wanted, for a limit of 2
//   request 1  ░░░                       request 1  ░░░
//   request 2  ░░░░░░░░                  request 2  ░░░░░░░░
//   request 3          ░░░               request 3     ░░░
//   request 4          ░░                request 4        ░░
//
// You get `requests`, each a `Request` with a `label`; `answer`, which answers one request after a while; and the event loop
// that you run on (`Task(executorPreference: loop)` and `loop.sleep(for:)` stay on it).
// A `Response` has a `greeting` (String) and `courses` ([String]).
//
// Check your answer with: swift run lessons check bounded

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  throw ToDo()
}
