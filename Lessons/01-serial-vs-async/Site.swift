import EventLoop
import Workload

/// What a visitor gets to see.
struct Response: Sendable, Hashable {
  var greeting: String
  var courses: [String]
}

/// The site: the framework's code and a little code of our own, which compute, and a database, which one waits for.
struct Site: Sendable {
  let loop: EventLoop
  let database: any CourseDatabase

  init(loop: EventLoop, database: (any CourseDatabase)? = nil) {
    self.loop = loop
    self.database = database ?? Database(loop: loop)
  }

  // [01:02] [01:04] The framework's code. It computes, so it needs the thread, and there is only one.
  func receive(_ request: Request) -> Request {
    loop.work(for: request.duration(of: "receive"))
    return request
  }

  func greet(_ user: String, for request: Request) -> String {
    loop.work(for: request.duration(of: "greet"))
    return "Welcome back, \(user)!"
  }

  func respond(_ greeting: String, _ courses: [String], to request: Request) -> Response {
    loop.work(for: request.duration(of: "respond"))
    return Response(greeting: greeting, courses: courses)
  }
  // [end]

  /// Has a request handled, and sends the response off.
  func answer(_ request: Request, _ handle: () throws -> Response) rethrows -> Response {
    try loop.answer(request.label, handle)
  }

  /// Has a request handled by code that gives the thread back while it waits, and sends the response off.
  nonisolated(nonsending) func answer(
    _ request: Request, _ handle: nonisolated(nonsending) () async throws -> Response
  ) async throws -> Response {
    // A request that has not arrived yet holds no thread.
    try await loop.sleep(until: .init(offset: request.arrival))
    return try await loop.answer(request.label, handle)
  }
}
