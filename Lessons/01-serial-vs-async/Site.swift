import EventLoop
import Workload

/// What a request to the site is answered with.
struct Response: Sendable, Hashable {
  var greeting: String
  var courses: [String]
}

/// The site behind the lecture's picture: framework code and a little code of our own, which compute, and a database, which
/// one waits for.
struct Site: Sendable {
  let loop: EventLoop
  var database: Database { Database(loop: loop) }

  /// Framework code: reads the request, and finds out who asks.
  func receive(_ request: Request) -> Request {
    loop.work(for: request.duration(of: "receive"))
    return request
  }

  /// Our own code.
  func greet(_ user: String, for request: Request) -> String {
    loop.work(for: request.duration(of: "greet"))
    return "Welcome back, \(user)!"
  }

  /// Framework code: makes a page of it.
  func respond(_ greeting: String, _ courses: [String], to request: Request) -> Response {
    loop.work(for: request.duration(of: "respond"))
    return Response(greeting: greeting, courses: courses)
  }
}

/// A database that takes its time. Every call comes in two forms: one keeps the thread until the answer is there,
/// and one, to be awaited, gives it back.
struct Database: Sendable {
  let loop: EventLoop

  func user(for request: Request) throws -> String {
    loop.block(for: request.duration(of: "user"))
    return "reader of \(request.label)"
  }

  func user(for request: Request) async throws -> String {
    try await loop.sleep(for: request.duration(of: "user"))
    return "reader of \(request.label)"
  }

  func courses(of user: String, for request: Request) throws -> [String] {
    loop.block(for: request.duration(of: "courses"))
    return ["What a \(user) waits for", "Nothing but awaiting"]
  }

  func courses(of user: String, for request: Request) async throws -> [String] {
    try await loop.sleep(for: request.duration(of: "courses"))
    return ["What a \(user) waits for", "Nothing but awaiting"]
  }
}
