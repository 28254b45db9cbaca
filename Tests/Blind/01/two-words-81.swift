// meant: awaits only the user, and leaves the second half in a function without async, so that the call for the courses still keeps the thread, which one sees with any two requests; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await site.user(for: request)
  return try page(for: user, request, on: site)
}

/// The rest, once we know who is asking. It is called from an async function, so it need not be one itself.
private func page(for user: String, _ request: Request, on site: CourseSite) throws -> Response {
  let greeting = site.greet(user, for: request)
  let courses = try site.courses(of: user, for: request)
  return site.respond(greeting, courses, to: request)
}
