// meant: two small async methods in an extension of the site, each of one awaited call and what is computed from it, called one after the other; expected verdict: right

import LessonKit
import Workload

extension CourseSite {
  /// Who is it, and how do we greet them?
  func welcome(_ request: Request) async throws -> (user: String, greeting: String) {
    let user = try await user(for: request)
    return (user, greet(user, for: request))
  }

  func page(for visitor: (user: String, greeting: String), _ request: Request) async throws -> Response {
    respond(visitor.greeting, try await courses(of: visitor.user, for: request), to: request)
  }
}

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let received = site.receive(request)
  let visitor = try await site.welcome(received)
  return try await site.page(for: visitor, received)
}
