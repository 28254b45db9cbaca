// meant: awaits the user but fetches the courses in a helper that is not async and so picks the form that keeps the thread, seen when two requests overlap; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await site.user(for: request)
  return try finish(request, for: user, on: site)
}

private func finish(_ request: Request, for user: String, on site: CourseSite) throws -> Response {
  let greeting = site.greet(user, for: request)
  let courses = try site.courses(of: user, for: request)
  return site.respond(greeting, courses, to: request)
}
