// meant: frees the server before it wakes the next waiter, who must take it again after waking, so a request that arrives just when another ends overtakes those who wait; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var busy = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if busy, waiters.count >= most { throw Refused() }
    while busy {
      await withCheckedContinuation { waiters.append($0) }
    }
    busy = true
    defer { leave() }
    try await answer()
  }

  private func leave() {
    busy = false
    if !waiters.isEmpty { waiters.removeFirst().resume() }
  }
}
