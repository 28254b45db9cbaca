// meant: puts the two waits next to each other and greets only when both are over, so the order of the steps changes, for any request; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)

  // First everything that waits ...
  let user = try await site.user(for: request)
  let courses = try await site.courses(of: user, for: request)

  // ... then everything that computes, in one go, so that the thread is needed only once more.
  let greeting = site.greet(user, for: request)
  return site.respond(greeting, courses, to: request)
}
