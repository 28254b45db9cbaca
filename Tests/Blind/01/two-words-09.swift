// meant: adds the words to the head alone: the two calls stand in a helper without async, and so keep the thread; expected verdict: wrong

import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let (greeting, courses) = try load(request, from: site)
  return site.respond(greeting, courses, to: request)
}

private func load(_ request: Request, from site: CourseSite) throws -> (String, [String]) {
  let user = try site.user(for: request)
  let greeting = site.greet(user, for: request)
  return (greeting, try site.courses(of: user, for: request))
}
