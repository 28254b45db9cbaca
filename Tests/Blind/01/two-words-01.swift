// meant: made async, but the second call keeps its blocking form through a local function that is not async; expected verdict: wrong
// right: both `user` and `courses` are awaited.
import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  func loadCourses(_ user: String) throws -> [String] { try site.courses(of: user, for: request) }
  let request = site.receive(request)
  let user = try await site.user(for: request)
  let greeting = site.greet(user, for: request)
  let courses = try loadCourses(user)
  return site.respond(greeting, courses, to: request)
}
