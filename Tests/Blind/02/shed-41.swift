// meant: counts a request that had to wait among the waiting until its answer is done, so its place is free too late, seen where a request comes while one that has waited is being answered and nobody waits, with most = 1; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isAnswering = false
  private var waiting = 0
  private var line: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard isAnswering else {
      isAnswering = true
      defer { handOver() }
      return try await answer()
    }

    guard waiting < most else { throw Refused() }
    waiting += 1
    defer { waiting -= 1 }
    await withCheckedContinuation { line.append($0) }
    defer { handOver() }
    try await answer()
  }

  private func handOver() {
    if line.isEmpty {
      isAnswering = false
    } else {
      line.removeFirst().resume()
    }
  }
}
