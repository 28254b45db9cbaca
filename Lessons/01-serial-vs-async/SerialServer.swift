import LessonKit
import Workload

/// Answers one request after another: nobody is served before the one in front has its response.
struct SerialServer: Sendable {
  let site: Site

  // [00:00] One request at a time, in the order of their arrival.
  func serve(_ requests: [Request], on stage: Stage) throws -> [Response] {
    var responses: [Response] = []
    for (lane, request) in requests.enumerated() {
      responses.append(try stage.answer(lane: lane) { try handle(request) })
    }
    return responses
  }

  // [01:15] The operation: who asks, and what are their courses? Both calls keep the thread until the answer is there.
  func handle(_ request: Request) throws -> Response {
    let request = site.receive(request)
    let user = try site.database.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try site.database.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }
}
