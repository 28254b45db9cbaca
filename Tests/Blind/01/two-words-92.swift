// meant: does all the waiting first and all the computing after it, so the courses are asked for before the greeting is made, seen in the order of the steps for any request; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)

  // The database.
  let user = try await site.user(for: request)
  let courses = try await site.courses(of: user, for: request)

  // The page.
  let greeting = site.greet(user, for: request)
  return site.respond(greeting, courses, to: request)
}
