// meant: shows an empty list if the courses cannot be read; expected verdict: wrong
// right: an error of a call is thrown, unchanged.
import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let user = try await site.user(for: request)
  let greeting = site.greet(user, for: request)
  let courses = (try? await site.courses(of: user, for: request)) ?? []
  return site.respond(greeting, courses, to: request)
}
