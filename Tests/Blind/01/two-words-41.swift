// meant: the calls that keep the thread are kept and moved into detached tasks, so that they run away from the event loop on another thread, which one sees for any request at its first call; expected verdict: wrong

import LessonKit
import Workload

/// Runs something slow in the background and waits for it without holding up the others.
func inBackground<T: Sendable>(_ slow: @escaping @Sendable () throws -> T) async throws -> T {
  try await Task.detached { try slow() }.value
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await inBackground { try site.user(for: request) }
  let greeting = site.greet(user, for: request)
  let courses = try await inBackground { try site.courses(of: user, for: request) }
  return site.respond(greeting, courses, to: request)
}
