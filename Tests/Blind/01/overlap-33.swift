// meant: recursion over a slice, in which `async let` begins the first request and the function calls itself for the rest before it awaits the first; expected verdict: right

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  func all(_ rest: ArraySlice<Request>) async throws -> [Response] {
    guard let head = rest.first else { return [] }
    async let response = answer(head)
    let others = try await all(rest.dropFirst())
    // Appended here, and turned round once at the very end.
    return others + [try await response]
  }
  return try await all(requests[...]).reversed()
}
