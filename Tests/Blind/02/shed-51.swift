// meant: marks the server as free before it wakes the first in line, which looks again and goes to the end of the line if someone was quicker, so a request that arrives just when another ends overtakes those who wait; seen when a new request arrives at the moment one ends and another waits; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var busy = false
  private var line: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if busy && line.count >= most { throw Refused() }
    // Someone else may have come in between, so look again after each wait.
    while busy {
      await withCheckedContinuation { line.append($0) }
    }
    busy = true
    defer { leave() }
    try await answer()
  }

  private func leave() {
    busy = false
    if !line.isEmpty { line.removeFirst().resume() }
  }
}
