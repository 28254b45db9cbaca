// meant: frees the server and only wakes the first that waits, who looks again and lines up anew if it is busy, so that a request that arrives just when another ends gets ahead of those who wait; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var busy = false
  private var line: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if busy, line.count >= most { throw Refused() }
    // Much can happen during an await, so look again.
    while busy { await withCheckedContinuation { line.append($0) } }
    busy = true
    defer {
      busy = false
      if !line.isEmpty { line.removeFirst().resume() }
    }
    try await answer()
  }
}
