// meant: blocking calls, moved to a queue of threads and awaited as callbacks; expected verdict: wrong
// right: the awaited form of each call, on the thread that the handler has.
import Dispatch
import LessonKit
import Workload

private func inTheBackground<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async {
      continuation.resume(with: Result { try work() })
    }
  }
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await inTheBackground { try site.user(for: request) }
  let greeting = site.greet(user, for: request)
  let courses = try await inTheBackground { try site.courses(of: user, for: request) }
  return site.respond(greeting, courses, to: request)
}
