import LessonKit
import Workload

enum TwoWordsSolution {
  /// `async` allows the function to give its thread back, and `await` marks where it does: while the database works.
  static func handle(_ request: Request, on site: CourseSite) async throws -> Response {
    let request = site.receive(request)
    let user = try await site.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try await site.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }
}
