// meant: counts a request that had to wait as waiting until it is answered, not only until its turn comes, so with most = 1 a third request that arrives while the second is being answered is refused although nobody waits; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isBusy = false
  private var waiting = 0
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard isBusy else {
      isBusy = true
      defer { next() }
      return try await answer()
    }
    guard waiting < most else { throw Refused() }
    waiting += 1
    defer { waiting -= 1 }
    await withCheckedContinuation { queue.append($0) }
    defer { next() }
    try await answer()
  }

  private func next() {
    if queue.isEmpty {
      isBusy = false
    } else {
      queue.removeFirst().resume()
    }
  }
}
