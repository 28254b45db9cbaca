import EventLoop
import LessonKit
import Workload

/// Answers all requests on one thread, and goes on with another request while one waits.
struct AsyncServer: Sendable {
  let site: Site

  // [00:03] [00:05] Every request becomes a task of its own. They share one thread: the loop's.
  func serve(_ requests: [Request], on stage: Stage) async throws -> [Response] {
    var tasks: [Task<Response, any Error>] = []
    for (lane, request) in requests.enumerated() {
      tasks.append(
        Task(executorPreference: site.loop) {
          try await site.loop.sleep(until: .init(offset: request.arrival))
          return try await stage.answer(lane: lane) { try await handle(request) }
        })
    }
    var responses: [Response] = []
    for task in tasks {
      responses.append(try await task.value)
    }
    return responses
  }

  // [01:21] [01:24] [01:27] The same operation. Where it waits for the database, it says so, and gives the thread back.
  func handle(_ request: Request) async throws -> Response {
    let request = site.receive(request)
    let user = try await site.database.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try await site.database.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }
}
