import Workload

/// Answers one request after another: it does not look at the next before the response to this one has left.
struct SerialServer: Sendable {
  let site: Site

  // [00:00] [00:26] One at a time, in the order of arrival. Request 1 is lucky; 2 and 3 wait for everything before them.
  func serve(_ requests: [Request]) throws -> [Response] {
    try requests.map { request in
      try site.answer(request) { try handle(request) }
    }
  }

  // [01:15] Who is asking, and which courses do they have? Both calls keep the thread until the database has answered.
  func handle(_ request: Request) throws -> Response {
    let request = site.receive(request)
    let user = try site.database.user(for: request)
    let greeting = site.greet(user, for: request)
    let courses = try site.database.courses(of: user, for: request)
    return site.respond(greeting, courses, to: request)
  }
}
