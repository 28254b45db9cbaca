// meant: gathers both awaited database calls first and greets only once the courses are there, so the order of the steps changes (user, courses, greet), which one sees with any request; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)

  // All the waiting first, so that the computing is not interrupted.
  let user = try await site.user(for: request)
  let courses = try await site.courses(of: user, for: request)

  let greeting = site.greet(user, for: request)
  return site.respond(greeting, courses, to: request)
}
