// meant: a call that fails is tried a second time before its error is thrown; expected verdict: wrong
// right: each step is done once; the first error is thrown.
import LessonKit
import Workload

private func persistently<Value>(_ ask: () async throws -> Value) async throws -> Value {
  do {
    return try await ask()
  } catch {
    return try await ask()
  }
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await persistently { try await site.user(for: request) }
  let greeting = site.greet(user, for: request)
  let courses = try await persistently { try await site.courses(of: user, for: request) }
  return site.respond(greeting, courses, to: request)
}
