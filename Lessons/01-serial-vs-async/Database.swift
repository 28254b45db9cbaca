import EventLoop
import Workload

/// What the site asks a database. Every call comes in two forms: one keeps the thread until the answer is there, and
/// one, to be awaited, gives it back.
protocol CourseDatabase: Sendable {
  func user(for request: Request) throws -> String
  func user(for request: Request) async throws -> String
  func courses(of user: String, for request: Request) throws -> [String]
  func courses(of user: String, for request: Request) async throws -> [String]
}

/// A database that does nothing but take its time.
struct Database: CourseDatabase {
  let loop: EventLoop

  func user(for request: Request) throws -> String {
    loop.block(for: request.duration(of: "user"))
    return "reader of \(request.label)"
  }

  // [01:27] [01:31] The same call, to be awaited. While this task sleeps, the thread runs whichever task is ready.
  func user(for request: Request) async throws -> String {
    try await loop.sleep(for: request.duration(of: "user"))
    return "reader of \(request.label)"
  }

  func courses(of user: String, for request: Request) throws -> [String] {
    loop.block(for: request.duration(of: "courses"))
    return ["What a \(user) waits for", "Nothing but awaiting"]
  }

  // [01:42] [01:45] And the longer call: once request 1 is here, the thread is free for 2 and 3.
  func courses(of user: String, for request: Request) async throws -> [String] {
    try await loop.sleep(for: request.duration(of: "courses"))
    return ["What a \(user) waits for", "Nothing but awaiting"]
  }
}
