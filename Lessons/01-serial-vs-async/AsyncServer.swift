import EventLoop
import Workload

/// Answers all requests on one thread, and carries on with another request while one waits.
struct AsyncServer: Sendable {
  let site: Site

  // [00:03] [00:05] [00:14] Every request becomes a task of its own. They share one thread, the event loop's.
  func serve(_ requests: [Request]) async throws -> [Response] {
    let tasks = requests.map { request in
      Task(executorPreference: site.loop) {
        try await site.answer(request) { try await handle(request) }
      }
    }
    // [00:34] [00:41] [00:50] To await request 1 here holds up neither 2 nor 3: their tasks have begun long ago.
    var responses: [Response] = []
    for task in tasks {
      responses.append(try await task.value)
    }
    return responses
  }

  // [01:19] [01:21] [01:24] The same operation. Where it waits for the database, it says `await`.
  func handle(_ request: Request) async throws -> Response {
    let request = site.receive(request)
    let user = try await site.database.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try await site.database.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }
}
