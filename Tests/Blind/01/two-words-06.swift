// meant: a yield before each blocking call, as if that made the call wait elsewhere; expected verdict: wrong
// right: the awaited form of each call.
import LessonKit
import Workload

private func user(for request: Request, on site: CourseSite) throws -> String {
  try site.user(for: request)
}

private func courses(of user: String, for request: Request, on site: CourseSite) throws -> [String] {
  try site.courses(of: user, for: request)
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  await Task.yield()
  let user = try user(for: request, on: site)
  let greeting = site.greet(user, for: request)
  await Task.yield()
  let courses = try courses(of: user, for: request, on: site)
  await Task.yield()
  return site.respond(greeting, courses, to: request)
}
