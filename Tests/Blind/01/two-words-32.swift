// meant: an error of the courses call is caught and answered with a page without courses instead of being thrown, which one sees for a request whose courses call fails; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await site.user(for: request)
  let greeting = site.greet(user, for: request)

  var courses: [String] = []
  do {
    courses = try await site.courses(of: user, for: request)
  } catch {
    // We know who it is, so we can at least greet them.
    courses = []
  }
  return site.respond(greeting, courses, to: request)
}
