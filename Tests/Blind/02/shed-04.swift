// meant: refuses where nobody may wait, even if the server is idle: with most 0 nothing is answered; expected verdict: wrong
// right: an idle server answers at once, whatever `most` is.
import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isBusy = false
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    guard queue.count < most else { throw Refused() }
    if isBusy {
      await withCheckedContinuation { queue.append($0) }
    } else {
      isBusy = true
    }
    defer {
      if queue.isEmpty { isBusy = false } else { queue.removeFirst().resume() }
    }
    try await answer()
  }
}
