// meant: it does all the waiting first and computes afterwards, so that the user is greeted only after the courses call instead of before it, which one sees in the order of the steps of any request; expected verdict: wrong

import LessonKit
import Workload

struct Visitor {
  let name: String
  let courses: [String]

  // All that comes from the database, in one place.
  static func load(_ request: Request, from site: CourseSite) async throws -> Visitor {
    let name = try await site.user(for: request)
    let courses = try await site.courses(of: name, for: request)
    return Visitor(name: name, courses: courses)
  }
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let request = site.receive(request)
  let visitor = try await Visitor.load(request, from: site)
  // From here on nothing waits any more.
  let greeting = site.greet(visitor.name, for: request)
  return site.respond(greeting, visitor.courses, to: request)
}
