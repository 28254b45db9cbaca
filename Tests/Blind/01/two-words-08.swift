// meant: right, with a child task for each call, awaited at once, and an error that goes by way of a Result; expected verdict: right
import LessonKit
import Workload

func handle(_ request: Request, on site: CourseSite) async throws -> Response {
  let received = site.receive(request)
  let name: Result<String, any Error>
  do {
    async let user = site.user(for: received)
    name = .success(try await user)
  } catch {
    name = .failure(error)
  }
  let greeting = try site.greet(name.get(), for: received)
  return try await withThrowingTaskGroup { group in
    group.addTask { try await site.courses(of: try name.get(), for: received) }
    let courses = try await group.next() ?? []
    return site.respond(greeting, courses, to: received)
  }
}
