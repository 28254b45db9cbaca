import EventLoop
import LessonKit
import Workload

// Exercise 1.3, bounded: answer all of the requests, but never more than `limit` of them at the same time.
//
// Whatever stands behind you (a database with so many connections, say) takes no more at once. As soon as one is
// answered, its slot is free, and the next request begins. `limit` is 1 or more.
// Return a result for each request, in the order of the requests. A request that throws leaves its error as its
// result, and gives its slot back: the others are answered all the same.
//
//   what batches of 2 do                 what is wanted, for a limit of 2
//   request 1  ░░░                       request 1  ░░░
//   request 2  ░░░░░░░░                  request 2  ░░░░░░░░
//   request 3          ░░░               request 3     ░░░
//   request 4          ░░                request 4        ░░
//
// Check yourself with: swift run lessons check bounded

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  throw ToDo()
}
