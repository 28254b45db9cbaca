// meant: frees the server and wakes the first in line to look again, so a request that arrives just when another ends takes the turn before it, and the one that waited has to queue again; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isFree = true
  private var waiters: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if !isFree && waiters.count >= most { throw Refused() }
    while !isFree {
      await withCheckedContinuation { waiters.append($0) }
    }
    isFree = false
    defer {
      isFree = true
      if !waiters.isEmpty { waiters.removeFirst().resume() }
    }
    try await answer()
  }
}
