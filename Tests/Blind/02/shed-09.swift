// meant: lets the one that came last go first: a stack instead of a queue; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if isBusy {
      guard waiting.count < most else { throw Refused() }
      await withCheckedContinuation { waiting.append($0) }
    }
    isBusy = true
    defer {
      if let next = waiting.popLast() { next.resume() } else { isBusy = false }
    }
    try await answer()
  }
}
