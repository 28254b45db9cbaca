// meant: awaits both calls, but shows an empty list of courses where the second call has failed; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await site.user(for: request)
  let greeting = site.greet(user, for: request)
  let courses = (try? await site.courses(of: user, for: request)) ?? []
  return site.respond(greeting, courses, to: request)
}
