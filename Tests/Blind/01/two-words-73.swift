// meant: answers with an empty list of courses if the call for them throws instead of throwing its error, seen when the courses call fails; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await site.user(for: request)
  let greeting = site.greet(user, for: request)
  let courses: [String]
  do {
    courses = try await site.courses(of: user, for: request)
  } catch {
    // The visitor is known, so greet them at least.
    courses = []
  }
  return site.respond(greeting, courses, to: request)
}
