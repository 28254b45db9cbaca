// meant: makes both database calls first, to have the waits together, and greets only after the courses are there, seen in the order of the steps of any request; expected verdict: wrong

import LessonKit
import Workload

private func load(_ request: Request, from site: CourseSite) async throws -> (user: String, courses: [String])
{
  let user = try await site.user(for: request)
  return (user, try await site.courses(of: user, for: request))
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let (user, courses) = try await load(request, from: site)
  return site.respond(site.greet(user, for: request), courses, to: request)
}
