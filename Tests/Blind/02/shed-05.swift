// meant: a condition variable: an end wakes all that wait, and the first to look goes on, also a newcomer; expected verdict: wrong
// right: an end hands the server over to the one that has waited longest.
import EventLoop
import LessonKit

actor Shed: Shedding {
  let most: Int
  private var isBusy = false
  private var waiting = 0
  private var sleepers: [CheckedContinuation<Void, Never>] = []

  init(atMost most: Int) { self.most = most }

  func serve(_ answer: @Sendable () async throws -> Void) async throws {
    if isBusy {
      if waiting >= most { throw Refused() }
      waiting += 1
      while isBusy {
        await withCheckedContinuation { sleepers.append($0) }
      }
      waiting -= 1
    }
    isBusy = true
    defer {
      isBusy = false
      let all = sleepers
      sleepers = []
      for sleeper in all.reversed() { sleeper.resume() }
    }
    try await answer()
  }
}
