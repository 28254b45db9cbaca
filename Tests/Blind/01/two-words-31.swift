// meant: only the user is awaited, while the courses are still fetched by a plain helper function that takes the form which keeps the thread, so with two requests the second stands still during the first one's courses call; expected verdict: wrong

import LessonKit
import Workload

/// Everything after the greeting: fetch the list and put the page together.
func finish(_ greeting: String, for user: String, _ request: Request, on site: CourseSite) throws -> Response
{
  let courses = try site.courses(of: user, for: request)
  return site.respond(greeting, courses, to: request)
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  // Now it is async, so the waiting is given back.
  let user = try await site.user(for: request)
  let greeting = site.greet(user, for: request)
  return try finish(greeting, for: user, request, on: site)
}
