// meant: thinks of notifyAll: wakes all that wait, and each looks again; one that arrives at that moment overtakes them; expected verdict: wrong

import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if isBusy, waiting.count >= most { throw Refused() }
    while isBusy {
      await withCheckedContinuation { waiting.append($0) }
    }
    isBusy = true
    defer {
      isBusy = false
      let all = waiting
      waiting = []
      for one in all { one.resume() }
    }
    try await answer()
  }
}
