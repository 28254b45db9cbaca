// meant: awaits both, and greets after the courses are there; expected verdict: wrong
// right: the five steps stay in their order.
import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let received = site.receive(request)
  let user = try await site.user(for: received)
  let courses = try await site.courses(of: user, for: received)
  return site.respond(site.greet(user, for: received), courses, to: received)
}
