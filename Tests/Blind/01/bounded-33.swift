// meant: at most `limit` workers in a task group, which draw the next index from a counter behind a lock until none is left, and each of which returns its own list of results; expected verdict: right

import EventLoop
import LessonKit
import Synchronization
import Workload

private final class Tickets: Sendable {
  private let next = Mutex(0)
  private let count: Int

  init(_ count: Int) { self.count = count }

  func draw() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  typealias Outcome = Result<Response, any Error>
  let tickets = Tickets(requests.count)

  @Sendable func worker() async -> [(Int, Outcome)] {
    var mine: [(Int, Outcome)] = []
    while let index = tickets.draw() {
      do {
        mine.append((index, .success(try await answer(requests[index]))))
      } catch {
        mine.append((index, .failure(error)))
      }
    }
    return mine
  }

  return await withTaskGroup(of: [(Int, Outcome)].self) { group in
    for _ in 0..<min(limit, requests.count) { group.addTask { await worker() } }
    var outcomes: [(Int, Outcome)] = []
    for await list in group { outcomes += list }
    return outcomes.sorted { $0.0 < $1.0 }.map { $0.1 }
  }
}
