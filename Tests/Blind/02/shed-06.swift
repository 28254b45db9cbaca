// meant: room for one that waits only, as in the drawing: a second takes its place, and it never goes on; expected verdict: wrong
// right: as many wait as `most` says.
import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isBusy = false
  private var waiting = 0
  private var next: CheckedContinuation<Void, Never>?

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if isBusy {
      guard waiting < most else { throw Refused() }
      waiting += 1
      await withCheckedContinuation { next = $0 }
      waiting -= 1
    }
    isBusy = true
    defer {
      if let waiter = next {
        next = nil
        waiter.resume()
      } else {
        isBusy = false
      }
    }
    try await answer()
  }
}
