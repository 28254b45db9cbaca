// meant: user is awaited, but a helper was left without async: courses still keep the thread; expected verdict: wrong
// right: both calls are awaited, in the helper, too.
import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  func page(for user: String, _ request: Request) throws -> Response {
    let greeting = site.greet(user, for: request)
    let courses = try site.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }
  let request = site.receive(request)
  let user = try await site.user(for: request)
  return try page(for: user, request)
}
