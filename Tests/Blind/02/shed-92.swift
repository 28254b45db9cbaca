// meant: counts a request that had to wait as waiting until its answer is done instead of until it begins, seen when one arrives while such a request is being answered and nobody else waits with most = 1 (refused instead of let in); expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var busy = false
  private var waiting = 0
  private var line: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard busy else {
      busy = true
      return try await run(answer)
    }
    guard waiting < most else { throw Refused() }
    waiting += 1
    defer { waiting -= 1 }
    await withCheckedContinuation { line.append($0) }
    try await run(answer)
  }

  private func run(_ answer: @Sendable () async throws -> Void) async throws {
    defer { if line.isEmpty { busy = false } else { line.removeFirst().resume() } }
    try await answer()
  }
}
