// meant: only the first database call is awaited, the second sits in a synchronous helper and so keeps the thread, seen as soon as two requests run together; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await site.user(for: request)
  return try page(for: user, request, on: site)
}

/// Everything that comes after we know who it is.
private func page(for user: String, _ request: Request, on site: CourseSite) throws -> Response {
  let greeting = site.greet(user, for: request)
  let courses = try site.courses(of: user, for: request)
  return site.respond(greeting, courses, to: request)
}
